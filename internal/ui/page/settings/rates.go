package settings

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/display"
	"tallyboard/internal/fault"
	"tallyboard/internal/rules"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// rates is the part of the page with the versions of one kind of amount: what
// a case may cost, or what settling one earns.
type rates struct {
	p       *Page
	key     string // "rules.ui.KEY" is the title
	usual   rules.Rates
	list    func(*rules.Values) *[]rules.Rates
	note    *widget.Para
	back    *widget.Button // of a shop: to the versions of all shops
	grid    *widget.Grid
	content fyne.CanvasObject
}

func newRates(p *Page, key string, usual rules.Rates, list func(*rules.Values) *[]rules.Rates) *rates {
	x := &rates{p: p, key: key, usual: usual, list: list, grid: widget.NewGrid(nil), note: widget.NewPara("", theme.Small, theme.Second)}
	x.back = widget.NewButton(p.s.T("rules.ui.asall"), theme.Undo, widget.Plain, func() {
		p.s.Tell(p.s.SetRules(func(r *rules.Rules) { *x.list(r.Own(p.shop)) = nil }))
	})
	x.grid.OnOpen = func(at widget.Place) {
		v := x.versions()[at.Row]
		x.edit(v, slices.Contains(x.kept(), v))
	}
	x.content = container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap),
		widget.NewSection(p.s.T("rules.ui."+key), "", x.back, widget.NewButton(p.s.T("rules.ui.rates.add"), theme.Plus, widget.Plain, func() {
			last := x.versions()[0]
			last.From = session.Today()
			x.edit(last, false)
		})),
		x.note,
		tall(6*theme.Row, x.grid))
	x.fill()
	return x
}

// own are the versions that the shop has by itself; none of "" where all shops
// have none.
func (x *rates) own() []rules.Rates { return *x.list(x.p.s.Rules().Clone().Own(x.p.shop)) }

// kept are the versions that hold: the shop's own, else those of all shops.
func (x *rates) kept() []rules.Rates {
	if own := x.own(); len(own) > 0 {
		return own
	}
	return *x.list(x.p.s.Rules().Clone().Own(""))
}

// versions are those of the shop, the newest first, and the program's own
// where none holds from the beginning.
func (x *rates) versions() []rules.Rates {
	out := x.kept()
	if len(out) == 0 || out[0].From != 0 {
		out = slices.Insert(out, 0, x.usual)
	}
	slices.Reverse(out)
	return out
}

func (x *rates) fill() {
	s, note := x.p.s, x.p.s.T("rules.ui."+x.key+".note")
	x.back.Hide()
	if x.p.shop != "" && len(x.own()) > 0 {
		x.back.Show()
	} else if x.p.shop != "" {
		note = s.T("rules.ui.rates.inherited", note)
	}
	x.note.SetText(note)
	x.grid.SetModel(&rateModel{s, x.versions()})
}

// edit asks for a version; kept tells that it is one that can be dropped.
func (x *rates) edit(was rules.Rates, kept bool) {
	s := x.p.s
	from := entry(s.T("rules.ui.from"), was.From.String(), s.T("rules.ui.from.help"))
	neutral := entry(s.T("rules.ui.neutral"), number(was.Neutral), "")
	negative := entry(s.T("rules.ui.negative"), number(was.Negative), "")
	save := func() (err error) {
		next := rules.Rates{}
		if text := strings.TrimSpace(from.field.Text()); text != "" {
			if next.From, err = rules.ParseDate(text); err != nil {
				return err
			}
		}
		if next.Neutral, err = amountOf(neutral.field.Text()); err != nil {
			return err
		}
		if next.Negative, err = amountOf(negative.field.Text()); err != nil {
			return err
		}
		return s.SetRules(func(r *rules.Rules) {
			list := x.list(r.Own(x.p.shop))
			if len(*list) == 0 { // a shop begins with what holds for all
				*list = x.kept()
			}
			if kept {
				*list = rules.DropRates(*list, was.From)
			}
			*list = rules.SetRates(*list, next)
		})
	}
	var drop func() error
	if kept {
		drop = func() error {
			return s.SetRules(func(r *rules.Rules) { *x.list(r.Own(x.p.shop)) = rules.DropRates(x.kept(), was.From) })
		}
	}
	x.p.ask(s.T("rules.ui."+x.key), []line{neutral, negative, from}, save, drop)
}

// rateModel shows versions.
type rateModel struct {
	s    commands
	list []rules.Rates
}

// Rows implements widget.Model.
func (m *rateModel) Rows() int { return len(m.list) }

// Cols implements widget.Model.
func (m *rateModel) Cols() int { return 3 }

// Header implements widget.Model.
func (m *rateModel) Header(col int) widget.HeaderView {
	return widget.HeaderView{Title: m.s.T([]string{"rules.ui.from", "rules.ui.neutral", "rules.ui.negative"}[col]), Right: col > 0, Width: 180}
}

// Cell implements widget.Model.
func (m *rateModel) Cell(row, col int) widget.CellView {
	x := m.list[row]
	if col == 0 {
		text := x.From.String()
		if text == "" {
			text = m.s.T("rules.ui.always")
		}
		return widget.CellView{Text: text, Link: true}
	}
	f := display.Format{Kind: display.Money, Decimals: display.AsNeeded}
	return widget.CellView{Text: f.Full([]float64{x.Neutral, x.Negative}[col-1], m.s.Lang()), Right: true}
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// amountOf reads an amount as people type it: 3,000,000, ¥5, 300万.
func amountOf(text string) (float64, error) {
	plain := strings.NewReplacer(",", "", "，", "", "¥", "", "元", "", " ", "").Replace(text)
	plain, wan := strings.CutSuffix(plain, "万")
	v, err := strconv.ParseFloat(plain, 64)
	if err != nil {
		return 0, fault.Wrap(err, "rules.amount", text)
	}
	if wan {
		v *= 1e4
	}
	return v, nil
}
