package explore

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// calc is a popup that makes a value of two others: a ratio, a product, a sum or
// a difference. It is computed from totals, never from rows.
type calc struct {
	sh     *shelf
	values []pivot.Value // of the view
	a, b   pivot.Value
	called map[*pivot.Value]string // a and b, as their pickers call them
	ops    *widget.Segmented
	number *widget.Field // in the place of b
	name   *widget.Field
	pop    *widget.Popup
	put    func(pivot.Value)
}

// Items of the pickers of a calc, beside what can be computed anyway.
const (
	asBefore  = "\x00as"     // a value of the view, by its index
	aNumber   = "\x00number" // typed
	calculate = "\x00calc"   // opens the popup
)

// operator is one of arithmetic, with its sign for people.
type operator struct {
	op   byte
	sign string
}

// operators are those of a calc, in the order in which they are offered.
var operators = []operator{{'/', "÷"}, {'*', "×"}, {'+', "+"}, {'-', "−"}}

// calculate asks for two values and what to do with them; put gets the outcome.
// of is where it starts: a calculated value with its parts.
func (sh *shelf) calculate(owner fyne.CanvasObject, of pivot.Value, put func(pivot.Value)) {
	c := &calc{sh: sh, values: counted(sh.s.View().Spec.Values), put: put, a: plain(of), b: pivot.Value{Agg: pivot.Count}, called: map[*pivot.Value]string{}}
	op := byte('/')
	switch {
	case of.Over != nil:
		c.b, c.a.Over = plain(*of.Over), nil
	case of.Calc != nil && slices.ContainsFunc(operators, func(o operator) bool { return o.op == of.Calc.Op }):
		c.a, c.b, op = plain(of.Calc.A), plain(of.Calc.B), of.Calc.Op
	}
	c.show(owner, of.Name, op)
}

// plain is a value without its name and style: parts have neither.
func plain(v pivot.Value) pivot.Value {
	v.Name, v.As = "", pivot.Value{}.As
	return v
}

const calcWidth = 380

func (c *calc) show(owner fyne.CanvasObject, name string, op byte) {
	s := c.sh.s
	signs := make([]string, len(operators))
	at := 0
	for i, o := range operators {
		signs[i] = o.sign
		if o.op == op {
			at = i
		}
	}
	c.ops = widget.NewSegmented(signs, func(int) { c.hint() })
	c.ops.SetSelected(at)
	c.number = widget.NewField(s.T("explore.calc.number"), func(string) { c.hint() })
	c.number.Hide()
	c.name = widget.NewField("", nil)
	c.name.SetText(name)
	for _, f := range []*widget.Field{c.number, c.name} {
		f.OnSubmit, f.OnEscape = c.apply, func() { c.pop.Close() }
	}
	second := c.picker(&c.b, true)
	if c.b.Agg == pivot.Const {
		c.number.SetText(strconv.FormatFloat(c.b.P, 'f', -1, 64))
		c.number.Show()
	}
	ok := widget.NewButton(s.T("explore.filter.apply"), "", widget.Primary, c.apply)
	lines := container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap), c.picker(&c.a, false), container.NewHBox(c.ops), second, c.number, c.name,
		container.NewHBox(layout.NewSpacer(), ok))
	c.hint()
	c.pop = widget.ShowPopup(owner, container.New(layout.NewCustomPaddedLayout(10, 10, 10, 10), container.New(fixedWidth{calcWidth}, lines)))
}

// picker chooses one of the two values.
func (c *calc) picker(of *pivot.Value, orNumber bool) *widget.Picker {
	s := c.sh.s
	var items []widget.PickItem
	for i, v := range c.values {
		items = append(items, widget.PickItem{ID: asBefore + strconv.Itoa(i), Text: session.ValueText(v, s.Lang()), Icon: theme.TypeNumber, Group: s.T("explore.calc.shown")})
	}
	if orNumber {
		items = append(items, widget.PickItem{ID: aNumber, Text: s.T("explore.calc.number"), Icon: theme.TypeNumber, Group: s.T("explore.calc.shown")})
	}
	items = append(items, c.sh.countable()...)
	const start = "\x00start"
	pick := widget.NewPicker(s.Lang(), nil)
	pick.OnPick = func(id string) {
		if of == &c.b {
			c.number.Hide()
		}
		if i, err := strconv.Atoi(strings.TrimPrefix(id, asBefore)); err == nil && strings.HasPrefix(id, asBefore) {
			*of = plain(c.values[i])
		} else if id == aNumber {
			*of = pivot.Value{Agg: pivot.Const, P: 1}
			c.number.Show()
		} else if id != start {
			*of = plain(c.sh.value(id))
		}
		c.called[of] = ""
		if i := slices.IndexFunc(items, func(it widget.PickItem) bool { return it.ID == id }); i >= 0 && id != aNumber {
			c.called[of] = items[i].Text
		}
		c.hint()
		c.pop.Refresh()
	}
	chosen := slices.IndexFunc(c.values, func(v pivot.Value) bool { return plain(v).String() == of.String() })
	switch {
	case of.Agg == pivot.Const && of.Calc == nil:
		pick.SetItems(items)
		pick.SetSelected(aNumber)
	case chosen >= 0:
		pick.SetItems(items)
		pick.SetSelected(asBefore + strconv.Itoa(chosen))
	default: // a part that is no value of the view
		pick.SetItems(append([]widget.PickItem{{ID: start, Text: session.ValueText(*of, s.Lang()), Icon: theme.TypeNumber}}, items...))
		pick.SetSelected(start)
	}
	return pick
}

// value is what was chosen; ok is false while there is no number.
func (c *calc) value() (v pivot.Value, ok bool) {
	b := c.b
	if b.Agg == pivot.Const && b.Calc == nil {
		n, err := strconv.ParseFloat(strings.TrimSpace(c.number.Text()), 64)
		if err != nil {
			return v, false
		}
		b.P = n
	}
	op := operators[c.ops.Selected()].op
	if op == '/' && c.a.Over == nil {
		v = c.a
		v.Over = &b
	} else {
		v = pivot.Value{Calc: &pivot.Calc{Op: op, A: c.a, B: b}}
	}
	return v, true
}

// title is what the value is called where no name is typed: by the names of its
// parts, where they have some of their own. named is false where the words are
// those of the formula.
func (c *calc) title(v pivot.Value) (words string, named bool) {
	l := c.sh.s.Lang()
	part := func(of *pivot.Value) string {
		text := session.ValueText(*of, l)
		if own := c.called[of]; own != "" && own != text {
			named = true
			return own
		}
		return text
	}
	words = part(&c.a) + " " + operators[c.ops.Selected()].sign + " " + part(&c.b)
	if !named {
		words = session.ValueText(v, l)
	}
	return words, named
}

// hint shows in the place of a name what the value is called without one.
func (c *calc) hint() {
	if c.name == nil {
		return
	}
	if v, ok := c.value(); ok {
		words, _ := c.title(v)
		c.name.SetHint(c.sh.s.T("explore.calc.name", words))
	}
}

func (c *calc) apply() {
	if v, ok := c.value(); ok {
		v.Name = strings.TrimSpace(c.name.Text())
		if words, named := c.title(v); named && v.Name == "" {
			v.Name = words
		}
		c.pop.Close()
		c.put(v)
	}
}

// fixedWidth is one object of a width, as tall as it asks to be.
type fixedWidth struct{ width float32 }

// MinSize implements fyne.Layout.
func (f fixedWidth) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(f.width, o[0].MinSize().Height)
}

// Layout implements fyne.Layout.
func (f fixedWidth) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.Position{})
	o[0].Resize(s)
}
