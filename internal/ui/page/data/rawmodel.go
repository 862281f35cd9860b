package data

import (
	"image/color"
	"strconv"
	"unicode/utf8"

	"tallyboard/internal/ingest"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// rawModel is the rows of a sheet as they stand in the file, blank ones too:
// the row's number, what it is taken for, and the cells under their letters.
type rawModel struct {
	s      commands
	peek   *ingest.Peek
	first  int         // sheet row of the first row
	at     map[int]int // sheet row → index in peek.Rows
	merges []widget.Range
}

// beside are the columns before those of the sheet.
const beside = 2

func newRawModel(s commands, p *ingest.Peek) *rawModel {
	m := &rawModel{s: s}
	m.set(p)
	return m
}

// set shows another look at the same sheet.
func (m *rawModel) set(p *ingest.Peek) {
	m.peek, m.first, m.at = p, 1, make(map[int]int, len(p.Rows))
	if len(p.Rows) > 0 && p.Log == nil {
		m.first = p.Rows[0].No
	}
	for i, r := range p.Rows {
		m.at[r.No] = i
	}
	m.merges = nil
	for _, r := range p.Merges {
		from, to := m.place(r.Row1, r.Col1), m.place(r.Row2, r.Col2)
		if from.Row < 0 || to.Row >= m.Rows() || to.Col >= m.Cols() {
			continue
		}
		m.merges = append(m.merges, widget.Range{From: from, To: to})
	}
}

// place is the cell of the grid that shows a cell of the sheet.
func (m *rawModel) place(row, col int) widget.Place {
	return widget.Place{Row: row - m.first, Col: col - 1 + beside}
}

// cell is the cell of the sheet at a place of the grid.
func (m *rawModel) cell(p widget.Place) (row, col int) {
	return p.Row + m.first, p.Col - beside + 1
}

// Rows implements widget.Model.
func (m *rawModel) Rows() int {
	if n := len(m.peek.Rows); n > 0 {
		return m.peek.Rows[n-1].No - m.first + 1
	}
	return 0
}

// Cols implements widget.Model.
func (m *rawModel) Cols() int { return beside + len(m.peek.Columns) }

// Merges implements widget.Merged.
func (m *rawModel) Merges() []widget.Range { return m.merges }

const (
	useWidth = 78
	// A letter of a column is about so wide; cells of a sheet are shown between
	// the least and the most.
	narrowLetter, wideLetter = 7.5, 13.5
	leastCell, mostCell      = 72, 190
	measured                 = 60 // rows looked at for the width of a column
)

// Header implements widget.Model.
func (m *rawModel) Header(c int) widget.HeaderView {
	switch c {
	case 0:
		return widget.HeaderView{Title: m.s.T("session.row"), Right: true, Width: m.numberWidth()}
	case 1:
		return widget.HeaderView{Title: m.s.T("data.raw.use"), Width: useWidth}
	}
	most := 0.
	for _, r := range m.peek.Rows[:min(measured, len(m.peek.Rows))] {
		if r.Use != ingest.UseAbove && c-beside < len(r.Cells) {
			s := r.Cells[c-beside]
			n := utf8.RuneCountInString(s)
			wide := (len(s) - n) / 2 // characters of three bytes, nearly always
			most = max(most, float64(n-wide)*narrowLetter+float64(wide)*wideLetter)
		}
	}
	return widget.HeaderView{Title: m.peek.Columns[c-beside], Width: float32(min(max(most+22, leastCell), mostCell))}
}

// numberWidth has room for the number of the last row.
func (m *rawModel) numberWidth() float32 {
	return max(60, float32(28+8*len(strconv.Itoa(m.first+m.Rows()))))
}

// Cell implements widget.Model.
func (m *rawModel) Cell(r, c int) widget.CellView {
	if c == 0 {
		return widget.CellView{Text: strconv.Itoa(m.first + r), Right: true, Muted: true}
	}
	i, ok := m.at[m.first+r]
	if !ok {
		if c == 1 {
			return widget.CellView{Text: m.s.T("data.raw.blank"), Muted: true}
		}
		return widget.CellView{Fill: theme.Color(theme.Hover)}
	}
	row := m.peek.Rows[i]
	if c == 1 {
		return widget.CellView{Text: m.s.T("ingest.use." + string(row.Use)), Fill: ground(row.Use), Muted: row.Use == ingest.UseOther, Bold: row.Use == ingest.UseHeader}
	}
	v := widget.CellView{}
	if c-beside < len(row.Cells) {
		v.Text = row.Cells[c-beside]
	}
	inside := c-beside+1 >= m.peek.Area.Col1 && c-beside+1 <= m.peek.Area.Col2
	switch {
	case !inside || row.Use == ingest.UseOther || row.Use == ingest.UseAbove:
		v.Muted = true
	case row.Use == ingest.UseHeader:
		v.Fill, v.Bold = ground(row.Use), true
	case row.Use == ingest.UseLeft:
		v.Fill = ground(row.Use)
	case v.Text == "":
		v.Fill = theme.Color(theme.Hover)
	}
	return v
}

// ground is the colour of what a row is taken for; none for data.
func ground(u ingest.Use) color.NRGBA {
	switch u {
	case ingest.UseHeader:
		return theme.Color(theme.AccentSoft)
	case ingest.UseAbove:
		return theme.Color(theme.Header)
	case ingest.UseLeft:
		return theme.Color(theme.WarningSoft)
	}
	return color.NRGBA{}
}
