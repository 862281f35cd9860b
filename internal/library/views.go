package library

import "slices"

const viewsFile = "views.json"

// View is a saved way to look at logs: a pivot in text form and a chart kind.
// It holds no data, so it can be applied to next week's file.
type View struct {
	Name  string `json:"name"`
	Kind  string `json:"kind,omitempty"` // of the log it was made on
	Spec  string `json:"spec"`           // pivot.Spec in text form
	Chart string `json:"chart,omitempty"`
	Line  string `json:"line,omitempty"`  // the reference line
	Table string `json:"table,omitempty"` // how its table looks, in text form
	Zoom  Zoom   `json:"zoom,omitzero"`
	Notes []Note `json:"notes,omitempty"`
}

// Zoom is the stretch of the chart's axis that is looked at closer, by the
// members at its ends, level by level. An end without a name is that of the axis.
type Zoom struct {
	From []string `json:"from,omitempty"`
	To   []string `json:"to,omitempty"`
}

// Whole reports whether all of the axis is shown.
func (z Zoom) Whole() bool { return len(z.From) == 0 && len(z.To) == 0 }

// Equal reports whether two stretches are the same.
func (z Zoom) Equal(o Zoom) bool { return slices.Equal(z.From, o.From) && slices.Equal(z.To, o.To) }

// Note is a remark that a person wrote at a mark of the chart, or at a time.
type Note struct {
	At   []string `json:"at"`           // filters in text form: the members that it stands at
	Of   string   `json:"of,omitempty"` // the value, in text form, where there are several
	Text string   `json:"text"`
	X    float64  `json:"x,omitempty"` // where it was moved to, as shares of the picture;
	Y    float64  `json:"y,omitempty"` // both 0: beside its mark
}

// Views reads the saved views, in the order of the user.
func (l *Library) Views() (vs []View, err error) {
	err = l.load(viewsFile, &vs)
	return vs, err
}

// SaveView keeps a view; one of the same name is replaced in its place.
func (l *Library) SaveView(v View) error {
	vs, err := l.Views()
	if err != nil {
		return err
	}
	if i := slices.IndexFunc(vs, func(o View) bool { return o.Name == v.Name }); i >= 0 {
		vs[i] = v
	} else {
		vs = append(vs, v)
	}
	return l.save(viewsFile, vs)
}

// SetViews replaces all saved views.
func (l *Library) SetViews(vs []View) error { return l.save(viewsFile, vs) }

// DeleteView drops the view of that name.
func (l *Library) DeleteView(name string) error {
	vs, err := l.Views()
	if err != nil {
		return err
	}
	return l.save(viewsFile, slices.DeleteFunc(vs, func(v View) bool { return v.Name == name }))
}

// RenameView gives the view of that name another one; one that has it already
// is replaced.
func (l *Library) RenameView(was, name string) error {
	vs, err := l.Views()
	if err != nil || was == name {
		return err
	}
	vs = slices.DeleteFunc(vs, func(v View) bool { return v.Name == name })
	for i := range vs {
		if vs[i].Name == was {
			vs[i].Name = name
		}
	}
	return l.save(viewsFile, vs)
}
