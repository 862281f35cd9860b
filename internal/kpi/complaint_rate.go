package kpi

import (
	"strings"

	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// ComplaintRate is the share of contacts that are complaints, by the words of
// their type.
var ComplaintRate = &KPI{
	ID:     "complaint_rate",
	Kinds:  received,
	Needs:  []logkind.Role{logkind.Type1},
	Only:   KnowsComplaints,
	Value:  func(log *logkind.Log) pivot.Value { return ratio(count(Complaints(log)), count()) },
	Format: share, Better: -1, Standard: 0.03, Excellent: 0.01, MinRows: 50, Weight: 3,
	Counts: &Counts{logkind.Complaints, logkind.Receptions},
}

// complaintWords mark a type as a complaint.
var complaintWords = []string{"投诉", "投訴", "complain"}

// Complaints keeps the contacts whose type says that they are complaints.
func Complaints(log *logkind.Log) pivot.Filter {
	f := pivot.Filter{Column: At(logkind.Type1), Op: pivot.Eq}
	if c := log.Col(logkind.Type1); c != nil && c.Type.Coded() {
		for code := 1; code <= c.Dict.Len(); code++ {
			word := c.Dict.At(uint32(code))
			for _, w := range complaintWords {
				if strings.Contains(strings.ToLower(word), w) {
					f.Values = append(f.Values, word)
					break
				}
			}
		}
	}
	if len(f.Values) == 0 {
		f.Values = []string{"\x00"}
	}
	return f
}

// KnowsComplaints reports whether any type of the log is a complaint.
func KnowsComplaints(log *logkind.Log) bool { return Complaints(log).Values[0] != "\x00" }
