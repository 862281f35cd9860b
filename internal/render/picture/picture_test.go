package picture

import (
	"bytes"
	"encoding/xml"
	"image"
	"image/color"
	"image/png"
	"io"
	"strings"
	"sync"
	"testing"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"tallyboard/internal/chart"
	"tallyboard/internal/chart/charttest"
)

var (
	white = color.NRGBA{255, 255, 255, 255}
	black = color.NRGBA{0, 0, 0, 255}
)

// goFonts is a typeface without Chinese characters that is always there.
func goFonts(t testing.TB) *Fonts {
	f, err := NewFonts(goregular.TTF, gobold.TTF)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func blank(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	NewPainter(img, 1, nil).Fill(0, 0, float64(w), float64(h), white)
	return img
}

// inked is the box of everything that is not white.
func inked(img *image.RGBA) image.Rectangle {
	var r image.Rectangle
	for y := img.Rect.Min.Y; y < img.Rect.Max.Y; y++ {
		for x := img.Rect.Min.X; x < img.Rect.Max.X; x++ {
			if img.RGBAAt(x, y) != (color.RGBA{255, 255, 255, 255}) {
				r = r.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return r
}

func TestRectanglesAreCrisp(t *testing.T) {
	img := blank(20, 20)
	p := NewPainter(img, 1, nil)
	p.Rect(2.4, 3.4, 5, 6, chart.Style{Fill: black})
	if got := inked(img); got != image.Rect(2, 3, 7, 9) {
		t.Errorf("painted %v", got)
	}
	for y := 3; y < 9; y++ {
		for x := 2; x < 7; x++ {
			if img.RGBAAt(x, y) != (color.RGBA{0, 0, 0, 255}) {
				t.Fatalf("%d,%d is %v", x, y, img.RGBAAt(x, y))
			}
		}
	}
}

func TestThinRectanglesStayVisible(t *testing.T) {
	img := blank(10, 10)
	NewPainter(img, 1, nil).Rect(3.2, 2, .1, 5, chart.Style{Fill: black})
	if got := inked(img); got != image.Rect(3, 2, 4, 7) {
		t.Errorf("painted %v", got)
	}
}

func TestClip(t *testing.T) {
	img := blank(40, 40)
	p := NewPainter(img, 1, goFonts(t))
	p.PushClip(10, 10, 10, 10)
	p.PushClip(0, 0, 15, 40)
	p.Rect(0, 0, 40, 40, chart.Style{Fill: black})
	p.Path([]chart.Point{{X: 0, Y: 0}, {X: 40, Y: 40}, {X: 0, Y: 40}}, true, chart.Style{Fill: black, Stroke: black, Width: 3})
	p.Text(0, 20, "clipped words", chart.Font{Size: 20, Color: black}, 0, .5, 0)
	p.Text(0, 20, "clipped words", chart.Font{Size: 20, Color: black}, 0, .5, 30)
	p.PopClip()
	p.PopClip()
	if got := inked(img); got != image.Rect(10, 10, 15, 20) {
		t.Errorf("painted %v", got)
	}
	p.Fill(0, 0, 1, 1, black)
	if img.RGBAAt(0, 0) != (color.RGBA{0, 0, 0, 255}) {
		t.Error("the clip stays after PopClip")
	}
}

// A stroke is even along its length: no holes at its bends.
func TestStrokesHaveNoHoles(t *testing.T) {
	img := blank(120, 60)
	line := []chart.Point{{X: 5, Y: 30}, {X: 30, Y: 12}, {X: 45, Y: 44}, {X: 60, Y: 40}, {X: 80, Y: 10}, {X: 115, Y: 30}}
	NewPainter(img, 1, nil).Path(line, false, chart.Style{Stroke: black, Width: 4})
	for _, q := range line[1 : len(line)-1] {
		if c := img.RGBAAt(int(q.X), int(q.Y)); c.R > 40 {
			t.Errorf("at the bend %v the stroke is only %v", q, c)
		}
	}
}

// Long lines are painted in stripes; the pixels are those of one piece.
func TestStripesDoNotShow(t *testing.T) {
	var line []chart.Point
	for i := range 60 {
		line = append(line, chart.Point{X: float64(i) * 8.3, Y: 50 + 40*float64(i%7)/7})
	}
	striped, plain := blank(520, 110), blank(520, 110)
	p := NewPainter(striped, 1, nil)
	p.Path(line, false, chart.Style{Stroke: black, Width: 2.5})
	p = NewPainter(plain, 1, nil)
	var v []vec
	for _, q := range line {
		v = append(v, p.at(q))
	}
	p.shape.reset()
	p.outlineOf(v, false, 1.25)
	p.fillShape(premultiply(black))
	for i := range plain.Pix {
		if d := int(plain.Pix[i]) - int(striped.Pix[i]); d > 2 || d < -2 {
			t.Fatalf("byte %d is %d in stripes, %d in one piece", i, striped.Pix[i], plain.Pix[i])
		}
	}
}

// Large areas too, and boxes with round corners, whose middle is plain.
func TestPiecesOfAreasDoNotShow(t *testing.T) {
	area := []chart.Point{{X: 5, Y: 100}, {X: 60, Y: 20}, {X: 170, Y: 60}, {X: 300, Y: 12}, {X: 410.5, Y: 80}, {X: 410.5, Y: 105}, {X: 200, Y: 90}}
	got, want := blank(420, 110), blank(420, 110)
	c := color.NRGBA{59, 111, 182, 200}
	p := NewPainter(got, 1, nil)
	p.Path(area, true, chart.Style{Fill: c})
	p.Rect(30, 5, 40, 90, chart.Style{Fill: c, Radius: 7})
	p = NewPainter(want, 1, nil)
	p.shape.reset()
	for i, q := range area {
		if i == 0 {
			p.shape.start(p.at(q))
		} else {
			p.shape.line(p.at(q))
		}
	}
	p.fillShape(premultiply(c))
	p.shape.reset()
	p.round(image.Rect(30, 5, 70, 95), 7)
	p.fillShape(premultiply(c))
	for i := range want.Pix {
		if d := int(want.Pix[i]) - int(got.Pix[i]); d > 2 || d < -2 {
			t.Fatalf("byte %d (%d,%d) is %d in pieces, %d in one", i, i/4%420, i/4/420, got.Pix[i], want.Pix[i])
		}
	}
}

func TestCellsShortenWhatDoesNotFit(t *testing.T) {
	f := chart.Font{Size: 13, Color: black}
	for _, s := range []string{"浙江省杭州市余杭区文一西路969号", "Technical Support of the second line", "12,408", "one\ntwo"} {
		for _, w := range []float64{0, 3, 12, 40, 90, 400} {
			img := blank(420, 30)
			p := NewPainter(img, 1, Standard())
			p.Cell(10, 0, w, 30, s, f, 1)
			if b := inked(img); !b.Empty() && (b.Min.X < 9 || b.Max.X > int(10+w)+2) && w > 12 {
				t.Errorf("%q in %g points painted %v", s, w, b)
			}
			fits := p.Fits(s, w, f)
			if want := Standard().Width(s, f.Size, false) <= w && !strings.Contains(s, "\n"); fits != want {
				t.Errorf("Fits(%q, %g) is %v", s, w, fits)
			}
		}
	}
}

func TestTextStandsWhereItIsMeasured(t *testing.T) {
	fonts := Standard()
	for _, s := range []string{"HHH", "客服", "Ag客"} {
		img := blank(200, 60)
		p := NewPainter(img, 1, fonts)
		p.Text(100, 30, s, chart.Font{Size: 20, Color: black}, .5, .5, 0)
		b, w := inked(img), fonts.Width(s, 20, false)
		if left, right := float64(b.Min.X), float64(b.Max.X); left < 100-w/2-1 || right > 100+w/2+1 {
			t.Errorf("%q of width %.1f painted %v about 100", s, w, b)
		}
		if middle := float64(b.Min.Y+b.Max.Y) / 2; middle < 27 || middle > 34 {
			t.Errorf("%q painted %v, its middle is not at 30", s, b)
		}
	}
}

func TestDigitsAreTabular(t *testing.T) {
	w := Standard().Width("0", 13, false)
	for _, d := range "123456789" {
		if got := Standard().Width(string(d), 13, false); got != w {
			t.Errorf("%c is %g wide, 0 is %g", d, got, w)
		}
	}
}

// A character that no font has is a box of its own width, invisible ones take
// no room; neither stops the text.
func TestOddCharacters(t *testing.T) {
	f := goFonts(t)
	if f.Width("\u200b\u200d\ufe0f\u0007", 10, false) != 0 {
		t.Error("invisible characters take room")
	}
	if f.Width("\U0010fffd", 10, false) <= 0 {
		t.Error("an unknown character takes no room")
	}
	img := blank(100, 30)
	NewPainter(img, 1, f).Text(5, 15, "a\U0010fffd\xffb", chart.Font{Size: 14, Color: black}, 0, .5, 0)
	if inked(img).Empty() {
		t.Error("nothing painted")
	}
}

func TestFontsAreSharedBetweenGoroutines(t *testing.T) {
	fonts := goFonts(t)
	want := blank(300, 200)
	scene := charttest.Samples()[0].Chart.Layout(300, 200, chart.Light, fonts)
	Draw(want, scene, 1, fonts)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			img := blank(300, 200)
			Draw(img, charttest.Samples()[0].Chart.Layout(300, 200, chart.Light, fonts), 1, fonts)
			if !bytes.Equal(img.Pix, want.Pix) {
				t.Error("another picture")
			}
		})
	}
	wg.Wait()
}

func TestPNGHasTheSizeOfTheScene(t *testing.T) {
	s := charttest.Samples()[0].Chart.Layout(301, 200.5, chart.Light, Standard())
	var b bytes.Buffer
	if err := PNG(&b, s, 2); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	if got := img.Bounds().Size(); got != image.Pt(602, 401) {
		t.Errorf("size %v", got)
	}
}

// The SVG is well formed and holds the words of the chart as text.
func TestSVG(t *testing.T) {
	for _, s := range append(charttest.Samples(), charttest.Nasty()...) {
		var b bytes.Buffer
		c := *s.Chart
		c.Title = `<R&D> "咨询"` + "\x00"
		if err := SVG(&b, c.Layout(500, 300, chart.Light, Standard())); err != nil {
			t.Fatal(err)
		}
		var words strings.Builder
		d := xml.NewDecoder(bytes.NewReader(b.Bytes()))
		for {
			tok, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", s.Name, err)
			}
			if c, ok := tok.(xml.CharData); ok {
				words.Write(c)
			}
		}
		if !strings.Contains(words.String(), `<R&D> "咨询"`) {
			t.Errorf("%s: the title is missing", s.Name)
		}
		if strings.Contains(b.String(), "NaN") || strings.Contains(b.String(), "Inf") {
			t.Errorf("%s: a coordinate is no number", s.Name)
		}
	}
}

func TestSystemFontStandsIn(t *testing.T) {
	f := systemFonts()
	if f.Substitute() == "" {
		t.Error("the substitute has no name")
	}
	if f.Width("Tallyboard", 12, true) <= 0 {
		t.Error("the substitute measures nothing")
	}
}
