package sample

import (
	"archive/zip"
	"context"
	"io"

	"github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"
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

// WriteXLSX writes the sheet as a workbook, row by row, in bounded memory.
func (s *Sheet) WriteXLSX(ctx context.Context, path string) error {
	return replace(ctx, path, func(w io.Writer) error {
		f := excelize.NewFile()
		defer f.Close()
		f.SetZipWriter(fastZip)
		if err := s.fill(ctx, f); err != nil {
			return err
		}
		_, err := f.WriteTo(w)
		return err
	})
}

// fastZip deflates with klauspost's writer, a third faster.
func fastZip(w io.Writer) excelize.ZipWriter {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) { return flate.NewWriter(out, flate.DefaultCompression) })
	return z
}

// fill streams title, header, rows and totals into the first sheet.
func (s *Sheet) fill(ctx context.Context, f *excelize.File) error {
	if err := f.SetSheetName("Sheet1", s.Name); err != nil {
		return err
	}
	styles, head, err := s.styles(f)
	if err != nil {
		return err
	}
	out, err := f.NewStreamWriter(s.Name)
	if err != nil {
		return err
	}
	if err := s.layout(out); err != nil {
		return err
	}
	line := 0
	put := func(cells []any) error {
		line++
		at, err := excelize.CoordinatesToCellName(1, line)
		if err != nil {
			return err
		}
		return out.SetRow(at, cells)
	}
	if s.Title != "" {
		if err := put([]any{s.Title}); err != nil {
			return err
		}
	}
	cells := make([]any, len(s.Columns))
	for i, c := range s.Columns {
		cells[i] = excelize.Cell{StyleID: head, Value: c.Header}
	}
	if err := put(cells); err != nil {
		return err
	}
	row := func(from []Cell) error {
		for i, c := range from {
			switch {
			case c.Text != "":
				cells[i] = c.Text
			case c.Blank():
				cells[i] = nil
			default:
				cells[i] = excelize.Cell{StyleID: styles[i], Value: s.Columns[i].Format.excelValue(c.Num)}
			}
		}
		return put(cells)
	}
	for from := range s.Rows() {
		if line%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if err := row(from); err != nil {
			return err
		}
	}
	if s.total != nil {
		if err := row(s.total); err != nil {
			return err
		}
	}
	return out.Flush()
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
func (s *Sheet) layout(out *excelize.StreamWriter) error {
	for i, c := range s.Columns {
		width := 14.0
		switch c.Format {
		case Time:
			width = 20
		case Integer, Percent, Decimal:
			width = 11
		}
		if err := out.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	above := 1
	if s.Title != "" {
		above = 2
	}
	first, err := excelize.CoordinatesToCellName(1, above+1)
	if err != nil {
		return err
	}
	return out.SetPanes(&excelize.Panes{Freeze: true, YSplit: above, TopLeftCell: first, ActivePane: "bottomLeft"})
}
