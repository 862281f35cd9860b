package report

import "tallyboard/internal/logkind"

// Kinds that reports start from. The rows of contactKinds are contacts; a log
// of no known kind serves where it has the columns.
var (
	contactKinds = []logkind.Kind{logkind.Inbound, logkind.Chat, logkind.Outbound, logkind.Generic}
	demandKinds  = append(contactKinds[:len(contactKinds):len(contactKinds)], logkind.Order)
	allKinds     = append(demandKinds[:len(demandKinds):len(demandKinds)], logkind.Review, logkind.Approval, logkind.Quality, logkind.Training)
)

// Catalogue lists the reports in the order in which they are offered.
var Catalogue = []Report{
	{"overview", allKinds, overview},
	{"types", contactKinds, types},
	{"regions", demandKinds, regions},
	{"agents", contactKinds, agents},
	{"hours", demandKinds, hours},
	{"customers", demandKinds, customers},
	{"fcr", contactKinds, fcr},
	{"reviews", []logkind.Kind{logkind.Review}, reviews},
	{"approvals", []logkind.Kind{logkind.Approval}, approvals},
	{"orders", []logkind.Kind{logkind.Order}, orders},
	{"urging", []logkind.Kind{logkind.Inbound, logkind.Chat, logkind.Generic}, urging},
	{"weekly", allKinds, weekly},
}
