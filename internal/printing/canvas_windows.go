package printing

import (
	"image/color"
	"math"
	"unicode/utf16"
	"unsafe"

	"golang.org/x/sys/windows"

	"tallyboard/internal/chart"
	"tallyboard/internal/render/picture"
)

var (
	procBeginPath         = gdi32.NewProc("BeginPath")
	procEndPath           = gdi32.NewProc("EndPath")
	procCloseFigure       = gdi32.NewProc("CloseFigure")
	procFillPath          = gdi32.NewProc("FillPath")
	procStrokePath        = gdi32.NewProc("StrokePath")
	procStrokeAndFillPath = gdi32.NewProc("StrokeAndFillPath")
	procMoveTo            = gdi32.NewProc("MoveToEx")
	procPolylineTo        = gdi32.NewProc("PolylineTo")
	procPolyBezierTo      = gdi32.NewProc("PolyBezierTo")
	procExtCreatePen      = gdi32.NewProc("ExtCreatePen")
	procCreateSolidBrush  = gdi32.NewProc("CreateSolidBrush")
	procCreateFont        = gdi32.NewProc("CreateFontW")
	procExtTextOut        = gdi32.NewProc("ExtTextOutW")
	procSetTextColor      = gdi32.NewProc("SetTextColor")
	procSetTextAlign      = gdi32.NewProc("SetTextAlign")
	procSetBkMode         = gdi32.NewProc("SetBkMode")
	procSelectObject      = gdi32.NewProc("SelectObject")
	procDeleteObject      = gdi32.NewProc("DeleteObject")
	procSaveDC            = gdi32.NewProc("SaveDC")
	procRestoreDC         = gdi32.NewProc("RestoreDC")
	procIntersectClipRect = gdi32.NewProc("IntersectClipRect")
)

// canvas paints with the text, lines and areas of GDI, so that the printer gets
// letters in its own resolution; it implements chart.Canvas.
type canvas struct {
	dc            uintptr
	k             float64 // device units a point
	left, top     float64 // of the printable area, in device units
	family        *uint16
	fonts         *picture.Fonts
	faces         map[face]uintptr
	before, thing uintptr // the font that was selected first, and the one now
}

// face is what a GDI font is made for.
type face struct {
	height int32
	bold   bool
	turn   int32 // tenths of a degree, counter-clockwise
}

type point struct{ x, y int32 }

// newCanvas paints on a device context; close must be called after it.
func newCanvas(dc uintptr, k, left, top float64, family *uint16) *canvas {
	const baseline, transparent = 24, 1
	procSetTextAlign.Call(dc, baseline)
	procSetBkMode.Call(dc, transparent)
	return &canvas{dc: dc, k: k, left: left, top: top, family: family, fonts: picture.Standard(), faces: map[face]uintptr{}}
}

func (c *canvas) close() {
	if c.before != 0 {
		procSelectObject.Call(c.dc, c.before)
	}
	for _, f := range c.faces {
		procDeleteObject.Call(f)
	}
}

func (c *canvas) at(x, y float64) point {
	return point{int32(math.Round(x*c.k - c.left)), int32(math.Round(y*c.k - c.top))}
}

func colorRef(c color.NRGBA) uintptr { return uintptr(c.R) | uintptr(c.G)<<8 | uintptr(c.B)<<16 }

// shape paints what trace adds to the current path.
func (c *canvas) shape(s chart.Style, trace func()) {
	fill, stroke := s.Fill.A > 0, s.Stroke.A > 0 && s.Width > 0
	if !fill && !stroke {
		return
	}
	procBeginPath.Call(c.dc)
	trace()
	procEndPath.Call(c.dc)
	finish := procFillPath
	if fill {
		defer c.use(first(procCreateSolidBrush.Call(colorRef(s.Fill))))()
	}
	if stroke {
		defer c.use(c.pen(s))()
		finish = procStrokePath
		if fill {
			finish = procStrokeAndFillPath
		}
	}
	finish.Call(c.dc)
}

// pen is a geometric pen: its width and dashes are those of the page.
func (c *canvas) pen(s chart.Style) uintptr {
	const geometric, userStyle, flatEnds, miter = 0x10000, 7, 0x200, 0x2000
	brush := struct {
		style, color uint32
		hatch        uintptr
	}{color: uint32(colorRef(s.Stroke))}
	width := uintptr(max(1, math.Round(s.Width*c.k)))
	if s.Dash <= 0 {
		return first(procExtCreatePen.Call(geometric|flatEnds|miter, width, uintptr(unsafe.Pointer(&brush)), 0, 0))
	}
	d := uint32(max(1, math.Round(s.Dash*c.k)))
	dashes := [2]uint32{d, d}
	return first(procExtCreatePen.Call(geometric|userStyle|flatEnds|miter, width, uintptr(unsafe.Pointer(&brush)),
		uintptr(len(dashes)), uintptr(unsafe.Pointer(&dashes[0]))))
}

func first(r, _ uintptr, _ error) uintptr { return r }

// use selects an object until the returned function is called, which deletes it.
func (c *canvas) use(object uintptr) func() {
	was, _, _ := procSelectObject.Call(c.dc, object)
	return func() {
		procSelectObject.Call(c.dc, was)
		procDeleteObject.Call(object)
	}
}

func (c *canvas) move(p point) { procMoveTo.Call(c.dc, uintptr(p.x), uintptr(p.y), 0) }

func (c *canvas) lines(p ...point) {
	procPolylineTo.Call(c.dc, uintptr(unsafe.Pointer(&p[0])), uintptr(len(p)))
}

func (c *canvas) curve(p ...point) {
	procPolyBezierTo.Call(c.dc, uintptr(unsafe.Pointer(&p[0])), uintptr(len(p)))
}

// Rect implements chart.Canvas.
func (c *canvas) Rect(x, y, w, h float64, s chart.Style) {
	if w < 0 {
		x, w = x+w, -w
	}
	if h < 0 {
		y, h = y+h, -h
	}
	r := min(s.Radius, w/2, h/2)
	x2, y2 := x+w, y+h
	c.shape(s, func() {
		if r <= 0 {
			c.move(c.at(x, y))
			c.lines(c.at(x2, y), c.at(x2, y2), c.at(x, y2))
		} else {
			const arc = .5523 // of a quarter circle, by one Bézier curve
			e := r * (1 - arc)
			c.move(c.at(x+r, y))
			c.lines(c.at(x2-r, y))
			c.curve(c.at(x2-e, y), c.at(x2, y+e), c.at(x2, y+r))
			c.lines(c.at(x2, y2-r))
			c.curve(c.at(x2, y2-e), c.at(x2-e, y2), c.at(x2-r, y2))
			c.lines(c.at(x+r, y2))
			c.curve(c.at(x+e, y2), c.at(x, y2-e), c.at(x, y2-r))
			c.lines(c.at(x, y+r))
			c.curve(c.at(x, y+e), c.at(x+e, y), c.at(x+r, y))
		}
		procCloseFigure.Call(c.dc)
	})
}

// Path implements chart.Canvas.
func (c *canvas) Path(pts []chart.Point, closed bool, s chart.Style) {
	if len(pts) < 2 {
		return
	}
	if !closed {
		s.Fill = color.NRGBA{}
	}
	c.shape(s, func() {
		p := make([]point, len(pts))
		for i, q := range pts {
			p[i] = c.at(q.X, q.Y)
		}
		c.move(p[0])
		c.lines(p[1:]...)
		if closed {
			procCloseFigure.Call(c.dc)
		}
	})
}

// Text implements chart.Canvas. Every letter is put where the layout has it, so
// that lines are as long as they were measured.
func (c *canvas) Text(x, y float64, text string, f chart.Font, ha, va, rot float64) {
	if text == "" || f.Color.A == 0 {
		return
	}
	ascent, descent := c.fonts.Metrics(f.Size, f.Bold)
	dx, dy := -ha*c.fonts.Width(text, f.Size, f.Bold), ascent-va*(ascent+descent)
	sin, cos := math.Sincos(rot * math.Pi / 180)
	p := c.at(x+dx*cos+dy*sin, y-dx*sin+dy*cos)
	c.choose(face{-int32(math.Round(f.Size * c.k)), f.Bold, int32(math.Round(rot * 10))})
	procSetTextColor.Call(c.dc, colorRef(f.Color))

	var units []uint16
	var steps []int32
	end, before := 0.0, int32(0)
	for _, r := range text {
		end += c.fonts.Width(string(r), f.Size, f.Bold)
		to := int32(math.Round(end * c.k))
		for i, u := range utf16.AppendRune(nil, r) {
			units = append(units, u)
			steps = append(steps, 0)
			if i == 0 {
				steps[len(steps)-1] = to - before
			}
		}
		before = to
	}
	procExtTextOut.Call(c.dc, uintptr(p.x), uintptr(p.y), 0, 0, uintptr(unsafe.Pointer(&units[0])), uintptr(len(units)),
		uintptr(unsafe.Pointer(&steps[0])))
}

// choose selects a font, making it at its first use.
func (c *canvas) choose(f face) {
	h, ok := c.faces[f]
	if !ok {
		const anyCharset, outlines = 1, 4
		weight := uintptr(400)
		if f.bold {
			weight = 700
		}
		h = first(procCreateFont.Call(uintptr(f.height), 0, uintptr(f.turn), uintptr(f.turn), weight, 0, 0, 0, anyCharset, outlines, 0, 0, 0,
			uintptr(unsafe.Pointer(c.family))))
		c.faces[f] = h
	}
	if h == c.thing {
		return
	}
	was, _, _ := procSelectObject.Call(c.dc, h)
	if c.before == 0 {
		c.before = was
	}
	c.thing = h
}

// PushClip implements chart.Canvas.
func (c *canvas) PushClip(x, y, w, h float64) {
	a, b := c.at(x, y), c.at(x+max(w, 0), y+max(h, 0))
	procSaveDC.Call(c.dc)
	procIntersectClipRect.Call(c.dc, uintptr(a.x), uintptr(a.y), uintptr(b.x), uintptr(b.y))
}

// PopClip implements chart.Canvas.
func (c *canvas) PopClip() {
	const last = ^uintptr(0)
	procRestoreDC.Call(c.dc, last)
	c.thing = 0 // the font is again what it was before PushClip
}

// typefaces makes the embedded typeface known to GDI until release is called;
// ok is false where it cannot be.
func typefaces(files ...[]byte) (release func(), ok bool) {
	var handles []uintptr
	release = func() {
		for _, h := range handles {
			procRemoveFontMem.Call(h)
		}
	}
	for _, f := range files {
		if len(f) == 0 {
			release()
			return func() {}, false
		}
		var n uint32
		h, _, _ := procAddFontMem.Call(uintptr(unsafe.Pointer(&f[0])), uintptr(len(f)), 0, uintptr(unsafe.Pointer(&n)))
		if h == 0 {
			release()
			return func() {}, false
		}
		handles = append(handles, h)
	}
	return release, true
}

var (
	procAddFontMem    = gdi32.NewProc("AddFontMemResourceEx")
	procRemoveFontMem = gdi32.NewProc("RemoveFontMemResourceEx")
)

var family = windows.StringToUTF16Ptr(ownFamily)
