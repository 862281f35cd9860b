package chart

// comboType draws bars, and lines on an axis of their own at the right, for
// values of two kinds over the same categories.
var comboType = Type{ID: Combo, lines: true, across: true, legend: true, suits: anything, needs: severalValues, draw: drawCombo}

func drawCombo(b *plot) {
	var bars, lines []int
	for _, i := range b.c.visible() {
		if b.c.Series[i].Second {
			lines = append(lines, i)
		} else {
			bars = append(bars, i)
		}
	}
	if len(bars) == 0 || len(lines) == 0 {
		// One axis is enough for what is left.
		if len(lines) > 0 {
			drawLines(b)
		} else {
			drawColumns(b)
		}
		return
	}
	second := b.extent(lines, true)
	for _, m := range b.c.Marks {
		if m.Second {
			second.lo, second.hi = min(second.lo, m.Value), max(second.hi, m.Value)
		}
	}
	f := b.upright(b.extent(bars, true), &second, 8+b.noteRoom())
	b.marks(&f)
	b.notes(&f, b.highest(&f))
	for _, i := range lines {
		f.lines = append(f.lines, b.points(&f, f.second, i))
	}
	b.columns(&f, bars)
	b.baseline(&f.value, f.area)
	for _, i := range lines {
		b.line(&f, f.second, i)
	}
	for _, i := range lines {
		b.pointHits(&f, f.second, i)
	}
}

// pointHits lets the points of a line answer above the bars behind them.
func (b *plot) pointHits(f *frame, a *axis, series int) {
	for j := range b.c.Categories {
		v := b.c.Series[series].value(j)
		if v != v {
			continue
		}
		y := a.at(v)
		w := min(f.band, 28)
		mark := Box{X: f.middle(j) - 4, Y: y - 4, W: 8, H: 8}
		top := max(y-10, f.area.Y)
		b.hit(Hit{X: f.middle(j) - w/2, Y: top, W: w, H: min(y+10, f.area.Y+f.area.H) - top, Mark: &mark}, series, j)
	}
}
