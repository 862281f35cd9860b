package explore

import (
	"tallyboard/internal/chart"
	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// offer lists the chart types; unfit are the keys of the sentences that say why
// one cannot show what is counted now.
func (sh *shelf) offer(unfit map[chart.Kind]string) {
	items := []widget.PickItem{{ID: "c", Text: sh.s.T("explore.chart.auto"), Icon: theme.Explore}}
	for _, t := range chart.Catalogue {
		it := widget.PickItem{ID: "c" + string(t.ID), Text: t.Title(sh.s.Lang()), Icon: theme.ChartIcon(t.ID)}
		if why := unfit[t.ID]; why != "" {
			it.Off, it.Note = true, sh.s.T(why)
		}
		items = append(items, it)
	}
	sh.chart.SetItems(items)
}

// smallResult is the number of cells up to which all chart types are tried out
// within a frame.
const smallResult = 400

// kinds finds out which chart types can show a result, in the background where
// it is large.
func (sh *shelf) kinds(r *pivot.Result) {
	unfit := map[chart.Kind]string{}
	try := func() {
		for _, t := range chart.Catalogue {
			unfit[t.ID] = session.Unfit(t.ID, r)
		}
	}
	if len(r.Cells) <= smallResult {
		try()
		sh.offer(unfit)
		return
	}
	sh.s.Work("kinds", try, func() { sh.offer(unfit) })
}
