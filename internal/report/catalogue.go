package report

import "tallyboard/internal/logkind"

// contactKinds are the kinds whose rows are contacts; a log of no known kind
// serves where it has the columns.
var contactKinds = []logkind.Kind{logkind.Inbound, logkind.Chat, logkind.Outbound, logkind.Generic}

// Catalogue lists the reports in the order in which they are offered.
var Catalogue = []Report{
	{"types", contactKinds, types},
}
