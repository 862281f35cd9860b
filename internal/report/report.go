// Package report holds the reports. Each answers one question: it turns logs
// into a format-free document by pivots over tables with derived columns. A
// report is one file and one line in the Catalogue. The package paints nothing.
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
	Front     *logkind.Log // the one of Logs that is on screen: where it has no rows in the default period, the default is counted from its own dates; nil is none
	Engine    pivot.Engine
	Lang      lang.Lang
	Period    string            // as on the command line: "last-week", "2021-W04" …; "" is the report's default
	Compare   string            // "previous" (default ""), "last-year" or "none"
	Shop      string            // name of the shop for the cover
	Params    map[string]string // see Params
	Standards kpi.Standards     // take precedence over those of Rules
	Rules     *rules.Rules      // the shop's own values; nil takes the program's defaults
	Derived   *derive.Keep      // columns derived for earlier reports on the same logs; nil keeps none
	Colours   *chart.Colours    // those of the window, so that a value looks the same in both; nil learns from Logs
}

// Params are the names of the parameters that reports know. All may be left out.
var Params = []string{
	"D",      // days within which a return counts (7), or a payment after a contact (3)
	"N", "W", // so many contacts (3) within so many minutes (30) are urging
	"G",               // minutes (30): contacts less than this far apart are one visit
	"credit",          // which contact an order is credited to: the last or first before payment, or the last before the order
	"shop",            // only the rows of this shop, in logs that tell shops apart
	"pages",           // "shop": a part of its own for every shop
	"agent",           // review_card: only this agent
	"contacts",        // "each" counts every log by itself, "together" a customer's contacts over all logs of contacts
	"sections",        // weekly, daily: ids of sections, separated by commas; ID:CHART draws another kind of chart
	"target",          // the month's target for sales; for other KPIs target.KPI
	"contact_cost",    // value: what one contact costs
	"neutral",         // reviews: what settling a neutral review may cost …
	"negative",        // … and a negative one
	"reward_neutral",  // reviews: what an agent gets for settling a neutral review …
	"reward_negative", // … and a negative one
	// Besides these: standard.KPI, excellent.KPI and target.KPI.
}

// Report is one entry of the catalogue. Its title is the key "report.ID", its
// question "report.ID.question".
type Report struct {
	ID    string
	Kinds []logkind.Kind // it can be made from logs of any one of these
	Build func(context.Context, *Builder) error

	// Period is the default, written as on the command line; "" is the last week
	// that the logs cover in full.
	Period string
}

// Build makes the report with the given id. It returns a *fault.Error where there
// is no such report, or no log of a kind that it can be made from.
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
