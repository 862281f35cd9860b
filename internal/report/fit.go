package report

import (
	"maps"
	"slices"
	"strconv"

	"tallyboard/internal/document"
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// Roles by what their values must be like for reports to use them. Roles that
// stand nowhere here may be anything.
var (
	nameRoles = []logkind.Role{logkind.Agent, logkind.Team, logkind.Customer, logkind.Phone, logkind.Region, logkind.Category, logkind.Product,
		logkind.Channel, logkind.Stage, logkind.Type1, logkind.Type2, logkind.Type3, logkind.Cause, logkind.Matter, logkind.Contacted, logkind.OrderID,
		logkind.Worker, logkind.Tool, logkind.Status, logkind.Applicant, logkind.Approver, logkind.Rating, logkind.Problem, logkind.Checker, logkind.Course, logkind.Shop}
	truthRoles  = []logkind.Role{logkind.Resolved, logkind.Replied, logkind.Approved, logkind.Passed}
	numberRoles = []logkind.Role{logkind.Duration, logkind.FirstResponse, logkind.AvgResponse, logkind.CustomerMsgs, logkind.AgentMsgs, logkind.Amount, logkind.Gross, logkind.Quantity,
		logkind.Cost, logkind.Requested, logkind.Score, logkind.Receptions, logkind.CustomersServed, logkind.Inquiries, logkind.Ordered, logkind.Payers, logkind.Conversion,
		logkind.Sales, logkind.SalesShare, logkind.ReplyRate, logkind.AnswerRatio, logkind.SatisfactionRate, logkind.ResolutionRate, logkind.RefundRate, logkind.Complaints}
	timeRoles = []logkind.Role{logkind.Time, logkind.OrderTime, logkind.ReviewTime, logkind.ContactTime}
)

// misfit is a role whose column cannot play it.
type misfit struct {
	log    string
	header string
	role   logkind.Role
}

// fit takes the roles away whose columns cannot play them, such as an amount in
// words, and reads numbers in a column of names as names. What was taken away
// is told, so that the person can choose another column.
func fit(log *logkind.Log) (*logkind.Log, []misfit) {
	var bad []misfit
	roles := maps.Clone(log.Roles)
	var named []*table.Column
	for _, r := range slices.Sorted(maps.Keys(log.Roles)) {
		c := log.Col(r)
		switch {
		case c == nil:
			delete(roles, r)
		case plays(c, r):
		case slices.Contains(nameRoles, r) && c.Type == table.Number:
			named = append(named, names(c))
		default:
			bad = append(bad, misfit{log.Name, c.Name, r})
			delete(roles, r)
		}
	}
	if len(bad) == 0 && len(named) == 0 && len(roles) == len(log.Roles) {
		return log, nil
	}
	out := *log
	out.Roles = roles
	if len(named) > 0 {
		out.Table = log.Table.With(named...)
	}
	return &out, bad
}

// plays reports whether a column can play a role as it is.
func plays(c *table.Column, r logkind.Role) bool {
	switch {
	case slices.Contains(nameRoles, r):
		return c.Type.Coded()
	case slices.Contains(truthRoles, r):
		return c.Type == table.Bool || c.Type == table.Number || c.Type == table.Text && c.Values != nil
	case slices.Contains(numberRoles, r):
		return c.Type == table.Number || c.Type == table.Duration
	case r == logkind.Satisfaction:
		return c.Type == table.Number || c.Type == table.Bool || c.Type == table.Text && c.Values != nil
	case slices.Contains(timeRoles, r):
		return c.Type == table.Time
	}
	return true
}

// names reads numbers as names. A filter by such a name finds the number, too.
func names(c *table.Column) *table.Column {
	vals := make([]string, len(c.Nums))
	for i, v := range c.Nums {
		if v == v {
			vals[i] = strconv.FormatFloat(v, 'f', -1, 64)
		}
	}
	return table.TextColumn(c.Name, vals)
}

// misfitNotes tells the roles that were taken away.
func (b *Builder) misfitNotes() {
	for _, m := range b.misfits {
		b.add(&document.Note{Text: b.t("report.misfit", m.log, m.header, b.roleName(m.role)), Tone: document.Warning, Missing: string(m.role), Log: m.log})
	}
}
