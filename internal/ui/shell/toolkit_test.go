package shell

import (
	"reflect"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	fynelang "fyne.io/fyne/v2/lang"

	"tallyboard/internal/lang"
	"tallyboard/internal/library"
)

// The toolkit's file dialog speaks the language of the window, whatever that of
// the system is, and goes along when it changes.
func TestToolkitDialogSpeaksTheWindowsLanguage(t *testing.T) {
	w := open(t, lang.EN)
	for _, l := range []lang.Lang{lang.ZH, lang.EN, lang.ZH} {
		w.s.SetPrefs(func(p *library.Prefs) { p.Lang = string(l) })
		w.sh.askOpenHere()
		shown := w.all()
		for _, key := range []string{"shell.open.title", "toolkit.home"} {
			if !slices.Contains(shown, l.T(key)) {
				t.Errorf("%s: %q is not among %q", l, l.T(key), shown)
			}
		}
		for place, key := range toolkitPlaces {
			if l.T(key) != place && slices.Contains(shown, place) {
				t.Errorf("%s: shows %q", l, place)
			}
		}
		for word, key := range toolkitWords {
			if got := fynelang.L(word); got != l.T(key) {
				t.Errorf("%s: %s is %q, want %q", l, word, got, l.T(key))
			}
		}
		top := w.sh.win.Canvas().Overlays().Top()
		box := reflect.Indirect(reflect.ValueOf(top)).FieldByName("Content").Interface().(fyne.CanvasObject)
		at, size, whole := box.Position(), box.Size(), w.sh.win.Canvas().Size()
		if at.X+size.Width > whole.Width || at.Y+size.Height > whole.Height {
			t.Errorf("%s: the dialog of %v stands at %v of %v", l, size, at, whole)
		}
		w.sh.escape()
	}
}
