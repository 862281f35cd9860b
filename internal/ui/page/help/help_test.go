package help

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tallyboard/internal/kpi"
	"tallyboard/internal/lang"
	"tallyboard/internal/report"
	"tallyboard/internal/ui/widget"
)

// person is what the page asks for, in one language.
type person struct{ l lang.Lang }

func (p person) T(key string, args ...any) string { return p.l.T(key, args...) }
func (p person) Lang() lang.Lang                  { return p.l }
func (p person) Standards() kpi.Standards {
	return kpi.Standards{"fcr": {Standard: .61, Excellent: .77}}
}
func (p person) Copy(string)             {}
func (p person) Version() string         { return "1.2.3" }
func (p person) Diagnostics() string     { return "" }
func (p person) OpenLog()                {}
func (p person) ShowText(string, string) {}
func (p person) Licences() string        { return "" }
func (p person) DataDir() string         { return "/home/ann/tallyboard" }

// words are all that a part of the window says.
func words(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *widget.Words:
		return o.Text() + "\n"
	case *widget.Para:
		return o.Text() + "\n"
	case *fyne.Container:
		out := ""
		for _, c := range o.Objects {
			out += words(c)
		}
		return out
	case fyne.Widget:
		out := ""
		for _, c := range test.WidgetRenderer(o).Objects() {
			out += words(c)
		}
		return out
	}
	return ""
}

// Every report says what it shows, and every metric what it means, how it is
// computed and from which value on it is good.
func TestEveryReportAndMetricIsExplained(t *testing.T) {
	test.NewTempApp(t)
	for _, l := range lang.All {
		p := New(person{l}, person{l})
		if s := words(p.content); !strings.Contains(s, "/home/ann/tallyboard") {
			t.Errorf("%s: the manual does not say where the data are", l)
		}
		for i, tab := range tabs {
			p.turn(i)
			s := words(p.content)
			if strings.Contains(s, "‹") || strings.Contains(s, "%!") {
				t.Errorf("%s, %s: a text is missing:\n%s", l, tab.name, s)
			}
			switch tab.name {
			case "reports":
				for _, r := range report.Catalogue {
					if !strings.Contains(s, l.T("report."+r.ID)+"\n") {
						t.Errorf("%s: the report %s is not explained", l, r.ID)
					}
				}
			case "kpis":
				for _, k := range kpi.Catalogue {
					if !strings.Contains(s, l.T("kpi."+k.ID)+"\n"+l.T("kpi."+k.ID+".help")) {
						t.Errorf("%s: the metric %s is not explained", l, k.ID)
					}
				}
				if !strings.Contains(s, "61.0%") || !strings.Contains(s, "77.0%") {
					t.Errorf("%s: the standard that the shop has set is not told", l)
				}
			}
		}
	}
}
