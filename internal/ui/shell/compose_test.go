package shell

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"tallyboard/internal/document"
	"tallyboard/internal/lang"
	"tallyboard/internal/rules"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/widget"
)

// sectionsOf are the parts of the report that is shown.
func (w *window) sectionsOf() string {
	var out []string
	doc, err := w.s.Document()
	if err != nil || doc == nil {
		return ""
	}
	for h := range document.Of[*document.Heading](doc.Blocks) {
		if h.Level == 1 {
			out = append(out, h.ID)
		}
	}
	return strings.Join(out, " ")
}

func TestSectionsByKeyboard(t *testing.T) {
	w := open(t, lang.EN)
	w.load()
	w.sh.Go("reports")
	if w.shows("Sections") {
		t.Error("a report that is not composed offers sections")
	}
	w.s.SetReport(func(c *session.ReportChoice) { c.ID = "weekly" })
	w.until("the weekly", func() bool { d, _ := w.s.Document(); return d != nil && d.ID == "weekly" })
	w.tap("Sections")
	ctrl := func(k fyne.KeyName) {
		w.sh.Window().Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault})
	}
	ctrl(fyne.KeyDown)
	w.until("regions first", func() bool { return w.sectionsOf() == "regions types agents" })
	w.presses(fyne.KeySpace)
	w.until("no types", func() bool { return w.sectionsOf() == "regions agents" })
	w.tap("Back to the usual")
	w.until("the usual", func() bool { return w.sectionsOf() == "types regions agents" })
	w.tap("OK")
	w.sh.undo()
	w.until("undone", func() bool { return w.sectionsOf() == "regions agents" })
	w.sh.redo()
	w.until("done again", func() bool { return w.sectionsOf() == "types regions agents" })
}

func TestAWrongValueIsToldAtItsField(t *testing.T) {
	w := settingsOn(t, "Standards")
	find[*widget.Field](w).Focus()
	w.types("many")
	if !w.shows("is not a number of 0") || len(w.s.Rules().Standards) != 0 {
		t.Errorf("the page says:\n%s", strings.Join(w.all(), "\n"))
	}
	for range 4 {
		w.presses(fyne.KeyBackspace)
	}
	w.types("97")
	if got := w.s.Rules().Standards; w.shows("is not a number of 0") || len(got) != 1 || got[0].Standard != .97 {
		t.Errorf("kept is %+v, the page says:\n%s", got, strings.Join(w.all(), "\n"))
	}
	w.sh.undo()
	if len(w.s.Rules().Standards) != 0 {
		t.Errorf("Ctrl+Z leaves %+v", w.s.Rules().Standards)
	}
}

func TestAShopHasValuesOfItsOwn(t *testing.T) {
	w := settingsOn(t, "Definitions")
	if w.shows("All shops") {
		t.Error("one shop is offered a choice of shops")
	}
	if err := w.s.SetRules(func(r *rules.Rules) { r.Params.D = 5; r.Own("North").Params.D = 3 }); err != nil {
		t.Fatal(err)
	}
	w.tap("Standards")
	w.tap("Definitions")
	w.tapPicker("All shops")
	w.tap("North")
	find[*widget.Field](w).Focus()
	w.presses(fyne.KeyEnd)
	w.presses(fyne.KeyBackspace)
	w.types("9")
	w.tap("first contact")
	r := w.s.Rules()
	if r.Params.D != 5 || r.For("North").Params.D != 9 || r.For("North").Params.Credit != "first" || r.Params.Credit != "" {
		t.Errorf("kept are %+v and of North %+v", r.Params, r.For("North").Params)
	}
}

func TestTeamsAreTypedAndHaveATarget(t *testing.T) {
	w := settingsOn(t, "Targets")
	w.tap("Edit") // the only one: of the teams
	w.types("Ann, Bob")
	w.tap("Save")
	if !w.shows("names no agents") || len(w.sh.modals) != 1 {
		t.Fatalf("the dialog says:\n%s", strings.Join(w.all(), "\n"))
	}
	w.sh.Window().Canvas().Focus(find[*fynewidget.Entry](w))
	for range 8 {
		w.presses(fyne.KeyLeft)
	}
	w.types("Late: ")
	w.tap("Save")
	if got := w.s.Rules().Teams; len(got) != 1 || got[0].Name != "Late" || len(got[0].Agents) != 2 {
		t.Fatalf("kept are %+v", got)
	}
	w.tap("New target")
	w.types("900")
	w.tapPicker("All shops")
	w.tap("Late")
	w.tap("Save")
	if got := w.s.Rules().Targets; len(got) != 1 || got[0].Team != "Late" || got[0].Total != 900 || !w.shows("Late: Sales") {
		t.Errorf("kept are %+v, the page shows:\n%s", got, strings.Join(w.all(), "\n"))
	}
}

// The shop of a report is one of those that the records name, not a word to be
// spelt.
func TestAReportsShopIsChosen(t *testing.T) {
	w := open(t, lang.EN)
	path := filepath.Join(t.TempDir(), "calls.csv")
	text := "call time,shop,agent,call type\n"
	for i := range 30 {
		text += fmt.Sprintf("2026-11-%02d 09:00,%s,Ann,Question\n", 2+i%7, []string{"North", "South"}[i%2])
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	w.s.Open([]string{path}, "")
	w.until("the report", func() bool { d, _ := w.s.Document(); return d != nil })
	w.sh.Go("reports")
	w.press(w.s.T("reports.params"))
	w.tapPicker("All shops")
	w.tap("South")
	w.tap("OK")
	if got := w.s.ReportChoice().Params["shop"]; got != "South" {
		t.Errorf("the report is of %q", got)
	}
	w.press(w.s.T("reports.params"))
	w.tapPicker("South")
	w.tap("All shops")
	w.tap("OK")
	if got, set := w.s.ReportChoice().Params["shop"]; set {
		t.Errorf("the report is still of %q", got)
	}
}
