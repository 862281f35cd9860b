package report

import "tallyboard/internal/logkind"

// Kinds that reports start from. The rows of contactKinds are contacts; a log
// of no known kind serves where it has the columns.
var (
	contactKinds = []logkind.Kind{logkind.Inbound, logkind.Chat, logkind.Outbound, logkind.Generic}
	demandKinds  = append(contactKinds[:len(contactKinds):len(contactKinds)], logkind.Order)
	visitKinds   = []logkind.Kind{logkind.Inbound, logkind.Chat, logkind.Generic, logkind.Order}
	allKinds     = append(demandKinds[:len(demandKinds):len(demandKinds)], logkind.Review, logkind.Approval, logkind.Quality, logkind.Training, logkind.Daily)
	workerKinds  = []logkind.Kind{logkind.Order, logkind.Inbound, logkind.Chat, logkind.Outbound}
	agentKinds   = append(contactKinds[:len(contactKinds):len(contactKinds)], logkind.Daily)
	dailyKinds   = []logkind.Kind{logkind.Inbound, logkind.Chat, logkind.Generic, logkind.Order, logkind.Daily}
)

// Catalogue lists the reports in the order in which they are offered.
var Catalogue = []Report{
	{ID: "overview", Kinds: allKinds, Build: overview},
	{ID: "types", Kinds: contactKinds, Build: types},
	{ID: "regions", Kinds: demandKinds, Build: regions},
	{ID: "agents", Kinds: agentKinds, Build: agents},
	{ID: "review_card", Kinds: contactKinds, Build: reviewCard, Period: "last-month"},
	{ID: "customers", Kinds: visitKinds, Build: customers},
	{ID: "urging", Kinds: []logkind.Kind{logkind.Inbound, logkind.Chat, logkind.Generic}, Build: urging},
	{ID: "hours", Kinds: demandKinds, Build: hours, Period: "all"},
	{ID: "fcr", Kinds: contactKinds, Build: fcr},
	{ID: "reviews", Kinds: []logkind.Kind{logkind.Review}, Build: reviews},
	{ID: "approvals", Kinds: []logkind.Kind{logkind.Approval}, Build: approvals},
	{ID: "orders", Kinds: []logkind.Kind{logkind.Order}, Build: orders},
	{ID: "workers", Kinds: workerKinds, Build: workers, Period: "last-month"},
	{ID: "value", Kinds: []logkind.Kind{logkind.Order}, Build: value, Period: "all"},
	{ID: "quality", Kinds: []logkind.Kind{logkind.Quality, logkind.Training}, Build: quality},
	{ID: "shops", Kinds: allKinds, Build: shops},
	{ID: "daily", Kinds: dailyKinds, Build: daily, Period: "today"},
	{ID: "weekly", Kinds: allKinds, Build: weekly},
}
