package sample

import (
	"context"
	"io"
	"iter"
	"math"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/render/workbook/splice"
	"tallyboard/internal/render/workbook/xl"
)

// numberFormats are the Excel codes of the formats that are numbers.
var numberFormats = map[Format]string{
	Time:     "yyyy-mm-dd hh:mm:ss",
	Date:     "yyyy-mm-dd",
	Duration: "[h]:mm:ss",
	Integer:  "0",
	Decimal:  "0.0#",
	Money:    "#,##0.00",
	Percent:  "0.00%",
}

const daySeconds, epochSerial = 86400, 25569 // serial of 1970-01-01

// excelValue is a number as the workbook stores it.
func (f Format) excelValue(n float64) float64 {
	switch f {
	case Time, Date:
		return n/daySeconds + epochSerial
	case Duration:
		return n / daySeconds
	}
	return n
}

// WriteXLSX writes the sheet as a workbook, its texts as shared strings, as
// platforms do. Memory holds the different texts and a few thousand rows.
func (s *Sheet) WriteXLSX(ctx context.Context, path string) error {
	return replace(ctx, path, func(w io.Writer) error {
		f := excelize.NewFile()
		defer f.Close()
		styles, err := s.frame(f)
		if err != nil {
			return err
		}
		rows := splice.Rows{Cols: len(s.Columns), Last: s.above() + s.Count, Blocks: func(t *splice.Strings) iter.Seq[splice.Block] {
			return s.blocks(styles, t)
		}}
		if s.total != nil {
			rows.Last++
		}
		if rows.Last > excelize.TotalRows {
			return excelize.ErrMaxRows
		}
		return splice.Write(ctx, f, w, map[string]splice.Rows{s.Name: rows})
	})
}

// above is the number of rows over the data.
func (s *Sheet) above() int {
	if s.Title != "" {
		return 2
	}
	return 1
}

// frame writes what stands around the rows: title, header, widths, and gives
// the columns' styles.
func (s *Sheet) frame(f *excelize.File) (columns []int, err error) {
	if err := f.SetSheetName("Sheet1", s.Name); err != nil {
		return nil, err
	}
	columns, head, err := s.styles(f)
	if err != nil {
		return nil, err
	}
	if s.Title != "" {
		if err := f.SetCellStr(s.Name, "A1", s.Title); err != nil {
			return nil, err
		}
	}
	for i, c := range s.Columns {
		at := xl.Cell(i+1, s.above())
		if err := f.SetCellStr(s.Name, at, c.Header); err != nil {
			return nil, err
		}
		if err := f.SetCellStyle(s.Name, at, at, head); err != nil {
			return nil, err
		}
	}
	return columns, s.layout(f)
}

// packed is a cell of a block: the place of its text among the file's strings,
// or a number as the workbook stores it, which is NaN for a blank cell.
type packed struct {
	number float64
	place  int // -1 for a number
}

// blocks cuts the rows and the totals into blocks of encoded cells.
func (s *Sheet) blocks(styles []int, t *splice.Strings) iter.Seq[splice.Block] {
	words, numbers := make([]splice.Column, len(styles)), make([]splice.Column, len(styles))
	for i, style := range styles {
		words[i], numbers[i] = splice.NewColumn(i+1, 0), splice.NewColumn(i+1, style)
	}
	return func(yield func(splice.Block) bool) {
		line := s.above()
		var cells []packed
		flush := func() bool {
			block, first := cells, line+1
			line += len(cells) / len(styles)
			cells = nil
			return yield(func(b []byte) []byte { return encode(b, block, first, words, numbers) })
		}
		add := func(row []Cell) {
			if cells == nil {
				cells = make([]packed, 0, len(styles)*splice.BlockRows)
			}
			for i, c := range row {
				if c.Text != "" {
					cells = append(cells, packed{place: t.Index(c.Text)})
				} else {
					cells = append(cells, packed{s.Columns[i].Format.excelValue(c.Num), -1})
				}
			}
		}
		for row := range s.Rows() {
			if add(row); len(cells) == cap(cells) && !flush() {
				return
			}
		}
		if s.total != nil {
			add(s.total)
		}
		if cells != nil {
			flush()
		}
	}
}

// encode appends rows, of which the first has the number line.
func encode(b []byte, cells []packed, line int, words, numbers []splice.Column) []byte {
	var digits [12]byte
	for row := range slices.Chunk(cells, len(words)) {
		at := strconv.AppendInt(digits[:0], int64(line), 10)
		b = splice.AppendRow(b, at, func(b []byte) []byte {
			for i, c := range row {
				switch {
				case c.place >= 0:
					b = words[i].Text(b, at, c.place)
				case !math.IsNaN(c.number):
					b = numbers[i].Number(b, at, c.number)
				}
			}
			return b
		})
		line++
	}
	return b
}

// styles makes a style for each column, and the header's.
func (s *Sheet) styles(f *excelize.File) (columns []int, head int, err error) {
	made := map[Format]int{Text: 0}
	for _, c := range s.Columns {
		if _, ok := made[c.Format]; !ok {
			code := numberFormats[c.Format]
			if made[c.Format], err = f.NewStyle(&excelize.Style{CustomNumFmt: &code}); err != nil {
				return nil, 0, err
			}
		}
		columns = append(columns, made[c.Format])
	}
	head, err = f.NewStyle(&excelize.Style{
		Font: &excelize.Font{Bold: true},
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E8EEF4"}},
	})
	return columns, head, err
}

// layout sets column widths and freezes the header.
func (s *Sheet) layout(f *excelize.File) error {
	for i, c := range s.Columns {
		width := 14.0
		switch c.Format {
		case Time:
			width = 20
		case Integer, Percent, Decimal:
			width = 11
		}
		name := xl.Column(i + 1)
		if err := f.SetColWidth(s.Name, name, name, width); err != nil {
			return err
		}
	}
	return f.SetPanes(s.Name, &excelize.Panes{Freeze: true, YSplit: s.above(), TopLeftCell: xl.Cell(1, s.above()+1), ActivePane: "bottomLeft"})
}
