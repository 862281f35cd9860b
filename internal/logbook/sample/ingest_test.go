package sample

import (
	"context"
	"maps"
	"testing"

	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
)

// The roles that reports need of each log.
var wantRoles = map[logkind.Kind][]logkind.Role{
	logkind.Inbound:  {"time", "duration", "shop", "agent", "customer", "phone", "region", "category", "product", "worker", "type1", "type2", "type3", "order_id", "resolved", "satisfaction"},
	logkind.Outbound: {"time", "agent", "matter", "reason", "contacted", "customer", "phone", "worker", "product", "region", "order_id", "tool", "replied", "duration", "resolved"},
	logkind.Chat:     {"id", "time", "end_time", "shop", "agent", "customer", "region", "category", "product", "worker", "stage", "type1", "type2", "order_id", "resolved", "satisfaction", "first_response", "avg_response", "customer_messages", "agent_messages", "replied"},
	logkind.Review:   {"review_time", "shop", "customer", "order_id", "product", "rating", "reason", "note", "agent", "contact_time", "tool", "resolved", "cost"},
	logkind.Approval: {"time", "shop", "applicant", "customer", "order_id", "product", "reason", "requested", "approver", "approved", "cost"},
	logkind.Order:    {"order_id", "customer", "amount", "status", "region", "phone", "order_time", "pay_time", "product", "category", "quantity", "shop", "channel", "worker", "reason", "refund", "note"},
	logkind.Daily:    {"time", "agent", "receptions", "customers_served", "inquiries", "payers", "conversion", "sales", "first_response", "avg_response", "answer_ratio", "reply_rate", "satisfaction"},
	logkind.Quality:  {"time", "id", "agent", "checker", "score", "problem"},
	logkind.Training: {"time", "agent", "course", "score", "passed"},
}

// Opened as any other files, the sample logs are understood without a word
// from the user: every kind, every role, every row, in both languages.
func TestSampleIsUnderstood(t *testing.T) {
	for _, l := range lang.All {
		s := Small(l)
		dir := t.TempDir()
		if _, err := s.Write(context.Background(), dir); err != nil {
			t.Fatal(err)
		}
		logs, failures, err := ingest.Open(context.Background(), []string{dir}, ingest.Options{})
		if err != nil || len(failures) > 0 {
			t.Fatal(err, failures)
		}
		missing := maps.Clone(wantRoles)
		for _, g := range logs {
			roles, ok := missing[g.Kind]
			if !ok {
				t.Errorf("%s: %s was taken for a second or unknown %s", l, g.Name, g.Kind)
				continue
			}
			delete(missing, g.Kind)
			for _, r := range roles {
				if !g.Has(r) {
					t.Errorf("%s: %s: nothing was taken for %s", l, g.Name, r)
				}
			}
			if want := s.Sheet(g.Kind).Count; g.Table.Rows != want {
				t.Errorf("%s: %s: %d rows were read, %d written", l, g.Name, g.Table.Rows, want)
			}
		}
		for kind := range missing {
			t.Errorf("%s: no %s was found", l, kind)
		}
	}
}
