package library

const lastFile = "last.json"

// KeepLast remembers how sheets with these headers were last looked at. Only
// the newest keepLasts of them are kept.
func (l *Library) KeepLast(headers []string, v View) error {
	all, err := l.lasts()
	if err != nil {
		return err
	}
	key := layoutKey(headers)
	kept := []last{{key, v}}
	for _, o := range all {
		if o.Key != key && len(kept) < keepLasts {
			kept = append(kept, o)
		}
	}
	return l.save(lastFile, kept)
}

// keepLasts is for how many sets of headers the last view is remembered.
const keepLasts = 60

// last is the view that was last used for a set of headers.
type last struct {
	Key  string
	View View
}

// Last is how sheets with these headers were last looked at; ok is false where
// that is not known.
func (l *Library) Last(headers []string) (v View, ok bool, err error) {
	all, err := l.lasts()
	key := layoutKey(headers)
	for _, o := range all {
		if o.Key == key {
			return o.View, true, err
		}
	}
	return View{}, false, err
}

func (l *Library) lasts() (all []last, err error) {
	err = l.load(lastFile, &all)
	return all, err
}
