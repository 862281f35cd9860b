package ingest

import (
	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/table"
)

// ProblemTable lists every problem as a row (what, file, sheet, row, column,
// text, why, count), to be searched, filtered and exported like any table.
func (l *Log) ProblemTable(lg lang.Lang) *table.Table {
	var class, file, sheet, column, text, why []string
	var row, count []float64
	for _, list := range []fault.List{l.Warnings, l.Left} {
		for _, w := range list.Items {
			class = append(class, lg.T("ingest.class."+string(ClassOf(w.Kind))))
			file, sheet, column = append(file, w.File), append(sheet, w.Sheet), append(column, w.Name)
			text, why = append(text, w.Text), append(why, w.Why(lg))
			no := table.Missing
			if w.Row > 0 {
				no = float64(w.Row)
			}
			row, count = append(row, no), append(count, float64(w.Count))
		}
	}
	name := func(key string) string { return lg.T("ingest.problem." + key) }
	return table.New(
		table.TextColumn(name("class"), class), table.TextColumn(name("file"), file), table.TextColumn(name("sheet"), sheet),
		table.NumColumn(name("row"), table.Number, row), table.TextColumn(name("column"), column), table.TextColumn(name("text"), text),
		table.TextColumn(name("why"), why), table.NumColumn(name("count"), table.Number, count))
}
