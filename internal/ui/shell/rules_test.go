package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tallyboard/internal/lang"
	"tallyboard/internal/rules"
	"tallyboard/internal/session"
)

// types hands words to what has the keyboard.
func (w *window) types(words string) {
	w.t.Helper()
	f := w.sh.Window().Canvas().Focused()
	if f == nil {
		w.t.Fatalf("nothing takes %q", words)
	}
	for _, r := range words {
		f.TypedRune(r)
	}
}

func (w *window) presses(k fyne.KeyName) {
	w.sh.Window().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
}

func settingsOn(t *testing.T, tab string) *window {
	t.Helper()
	w := open(t, lang.EN)
	w.sh.escape()
	w.sh.Go("settings")
	w.tap(tab)
	return w
}

func TestACardIsGivenAndTakenBack(t *testing.T) {
	w := settingsOn(t, "Cards")
	w.tap("Give a card")
	w.types(" Ann ")
	w.presses(fyne.KeyReturn)
	want := rules.Card{Agent: "Ann", Date: session.Today(), Colour: rules.Yellow}
	if got := w.s.Rules().Cards; len(got) != 1 || got[0] != want || len(w.sh.modals) != 0 {
		t.Fatalf("the register has %+v with %d dialogs open", got, len(w.sh.modals))
	}
	w.tap("Give a card")
	w.types("Ann")
	w.tap("Red")
	w.tap("Save")
	if !w.shows("To be trained again: Ann") {
		t.Errorf("after a red card:\n%s", strings.Join(w.all(), "\n"))
	}
}

func TestATargetThatMakesNoSenseIsTold(t *testing.T) {
	w := settingsOn(t, "Targets")
	w.tap("New target")
	w.types("many")
	w.presses(fyne.KeyReturn)
	if !w.shows("is not an amount") || len(w.sh.modals) != 1 {
		t.Fatalf("the dialog says:\n%s", strings.Join(w.all(), "\n"))
	}
	for range 4 {
		w.presses(fyne.KeyBackspace)
	}
	w.types("30万")
	w.presses(fyne.KeyReturn)
	got := w.s.Rules().TargetsIn(session.Today().Month())
	if len(got) != 1 || got[0].Total != 300_000 || got[0].KPI != "sales" || !w.shows("¥300,000") {
		t.Errorf("kept are %+v, the page shows:\n%s", got, strings.Join(w.all(), "\n"))
	}
	w.tap("Edit")
	w.tap("Delete")
	if len(w.s.Rules().Targets) != 0 || !w.shows("No target for this month") {
		t.Errorf("after deleting: %+v", w.s.Rules().Targets)
	}
}

func TestANewVersionOfTheRates(t *testing.T) {
	w := settingsOn(t, "Compensation")
	w.tap("New version")
	w.presses(fyne.KeyEnd)
	w.presses(fyne.KeyBackspace) // of the 5
	w.types("8")
	w.presses(fyne.KeyReturn)
	r := w.s.Rules()
	if got := r.CompensationOn(session.Today()); got.Neutral != 8 || got.Negative != 10 || r.CompensationOn(session.Today()-1).Neutral != 5 {
		t.Errorf("the versions are %+v", r.Compensation)
	}
}
