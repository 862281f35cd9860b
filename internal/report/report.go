// Package report answers one question each: a report turns logs into a
// format-free Document by pivots over derived tables. One file per report and
// one line in the Catalogue. It paints nothing.
package report

import (
	"context"

	"tallyboard/internal/chart"
	"tallyboard/internal/derive"
	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/kpi"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/rules"
)

// Input is what every report is made from.
type Input struct {
	Logs      []*logkind.Log
	Front     *logkind.Log // the one of Logs that is looked at: a default period in which it has no rows gives way to its own; nil is none
	Engine    pivot.Engine
	Lang      lang.Lang
	Period    string            // CLI grammar: "last-week", "2021-W04" …; "" is the report's own default
	Compare   string            // "previous" (default ""), "last-year" or "none"
	Shop      string            // name of the shop for the cover
	Params    map[string]string // see Params
	Standards kpi.Standards     // come before those of the rules
	Rules     *rules.Rules      // the shop's own values; nil are the program's
	Derived   *derive.Keep      // of reports before over the same logs; nil keeps nothing
	Colours   *chart.Colours    // of the window, so that a value looks the same there; nil learns those of Logs
}

// Params are the parameters that reports know; all may be left out.
var Params = []string{
	"D",      // days within which a return counts (7), or a payment after a contact (3)
	"N", "W", // so many contacts (3) within so many minutes (30) are urging
	"G",               // minutes (30): contacts less than this apart are one visit
	"credit",          // which contact an order is credited to: the last or first before payment, or the last before the order
	"shop",            // only the rows of this shop, in logs that tell shops apart
	"pages",           // shop: a part of its own for every shop
	"agent",           // review_card: only this agent
	"contacts",        // each: every log by itself; together: a customer's contacts over all logs of contacts
	"sections",        // weekly, daily: ids of sections, with commas between, as ID:CHART where another kind of chart is wished
	"target",          // the month's target of sales; of other KPIs target.ID
	"contact_cost",    // value: what one contact costs
	"neutral",         // reviews: what settling a neutral review may cost …
	"negative",        // … and a negative one
	"reward_neutral",  // reviews: what an agent gets for settling a neutral review …
	"reward_negative", // … and a negative one
	// Beside these standard.KPI and excellent.KPI, and target.KPI.
}

// Report is one entry of the catalogue. Its title is the key "report.ID", its
// question "report.ID.question".
type Report struct {
	ID    string
	Kinds []logkind.Kind // kinds that it can start from; any one is enough
	Build func(context.Context, *Builder) error

	// Period is the report's own default in the grammar of the command line; ""
	// is the last week that the logs hold wholly.
	Period string
}

// Build makes the report with the given id. An unknown id, or logs of none of
// its kinds, is a *fault.Error.
func Build(ctx context.Context, id string, in Input) (*document.Document, error) {
	for _, r := range Catalogue {
		if r.ID == id {
			return build(ctx, r, in)
		}
	}
	return nil, fault.New("report.unknown", id)
}

// Known reports whether there is a report with the id.
func Known(id string) bool {
	for _, r := range Catalogue {
		if r.ID == id {
			return true
		}
	}
	return false
}
