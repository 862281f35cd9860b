package report

import (
	"slices"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/logkind"
)

// Lines and KPIs of the ranking that stand on the cover of the review cards.
const (
	rankedLines = 25 // as many as the page of the cover has room for
	rankedKPIs  = 4
)

// rankings is the table of all agents on the cover: of one log with the KPIs
// that matter most, of several with the number of rows and the rank in each.
func (b *Builder) rankings(cards []*card) {
	t := cards[0].ranking()
	if len(cards) > 1 {
		t = b.ranksOfAll(cards)
	}
	if t == nil {
		return
	}
	t.Printed = rankedLines
	b.add(t)
}

func (c *card) ranking() *document.Table {
	b, d := c.v.b, c.d
	lines := d.named(0)
	if len(lines) == 0 {
		return nil
	}
	cols := []column{d.rankColumn(), d.nameColumn(b.roleName(logkind.Agent)), d.countColumn(b.counted(c.v.log().Kind))}
	for _, k := range weightiest(d, rankedKPIs) {
		cols = append(cols, d.kpiColumn(slices.Index(d.kpis, k)))
	}
	return d.tabulate("cards_"+string(c.v.log().Kind), b.t("report.agents.table"), byRank(lines, d.ranks(lines)), true, cols...)
}

// ranksOfAll lists the agents in the order of their pages.
func (b *Builder) ranksOfAll(cards []*card) *document.Table {
	t := &document.Table{ID: b.id("cards_all"), Title: b.t("report.agents.table"), Columns: []document.Column{{Title: b.roleName(logkind.Agent), Format: text, Weight: 2}}}
	rows := map[string]int{}
	for i, c := range cards {
		kind := c.v.log().Kind
		t.Columns = append(t.Columns, document.Column{Title: b.counted(kind), Format: whole, Bar: true},
			document.Column{Title: b.t("report.card.rank", b.kindName(kind)), Help: b.t("report.rank.help"), Format: whole})
		lines := c.d.named(0)
		ranks := c.d.ranks(lines)
		for j, l := range lines {
			name := c.d.name(l)
			at, ok := rows[name]
			if !ok {
				at = len(t.Rows)
				rows[name] = at
				row := document.Row{Cells: []document.Cell{document.Words(name)}}
				for range cards {
					row.Cells = append(row.Cells, document.Number(0), document.Number(nan))
				}
				t.Rows = append(t.Rows, row)
			}
			cells := t.Rows[at].Cells[1+2*i:]
			cells[0] = document.Cell{Num: l.n, Ref: c.d.ref(l)}
			if ranks[j] > 0 {
				cells[1] = document.Number(ranks[j])
			}
		}
	}
	dropEmpty(t)
	return t
}

// dropEmpty leaves out the columns that say nothing in any row.
func dropEmpty(t *document.Table) {
	for i := len(t.Columns) - 1; i >= 0; i-- {
		if slices.ContainsFunc(t.Rows, func(r document.Row) bool {
			c := r.Cells[i]
			return c.Num == c.Num || c.Text != "" && c.Text != display.None
		}) {
			continue
		}
		t.Columns = slices.Delete(t.Columns, i, i+1)
		for r := range t.Rows {
			t.Rows[r].Cells = slices.Delete(t.Rows[r].Cells, i, i+1)
		}
	}
}
