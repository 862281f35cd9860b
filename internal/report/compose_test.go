package report

import (
	"slices"
	"strings"
	"testing"

	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/rules"
)

// A report is put together as the parameter says, else as its shop keeps it, else
// as all shops do, else as usual.
func TestSectionsAreThoseThatWereChosen(t *testing.T) {
	_, logs := sampleShop(t, lang.EN)
	kept := &rules.Rules{}
	kept.SetLayout("weekly", "", []rules.Section{{ID: "hours"}, {ID: "types"}})
	for _, tc := range []struct {
		name   string
		rules  *rules.Rules
		params map[string]string
		want   []string
	}{
		{"usual", nil, nil, []string{"types", "regions", "agents"}},
		{"kept", kept, nil, []string{"hours", "types"}},
		{"parameter over kept", kept, map[string]string{"sections": "agents"}, []string{"agents"}},
		{"with a kind of chart", nil, map[string]string{"sections": "types:donut, hours"}, []string{"types", "hours"}},
	} {
		doc := makeReport(t, "weekly", Input{Logs: logs, Rules: tc.rules, Params: tc.params})
		if got := sections(doc); !slices.Equal(got, tc.want) {
			t.Errorf("%s: %v, want %v", tc.name, got, tc.want)
		}
	}
	for wish, want := range map[string]string{"nonsense": "report.nosection", "overview": "report.nosection", "types:heat": "report.nochart"} {
		_, err := Build(t.Context(), "weekly", Input{Logs: logs, Engine: pivot.Memory(), Lang: lang.EN, Params: map[string]string{"sections": wish}})
		if !fault.Is(err, want) {
			t.Errorf("%s: %v, want %s", wish, err, want)
		}
	}
}

func TestAShopHasSectionsOfItsOwn(t *testing.T) {
	north := sheet("calls", logkind.Inbound, "time|shop|agent|type1\n03-02 10:00|North|Ann|a\n03-02 11:00|South|Bob|b\n03-03 11:00|North|Ann|b")
	kept := &rules.Rules{}
	kept.SetLayout("weekly", "", []rules.Section{{ID: "agents"}})
	kept.SetLayout("weekly", "North", []rules.Section{{ID: "types"}})
	for shop, want := range map[string][]string{"": {"agents"}, "North": {"types"}, "South": {"agents"}} {
		doc := makeReport(t, "weekly", Input{Logs: []*logkind.Log{north}, Period: "all", Rules: kept, Params: map[string]string{"shop": shop}})
		if got := sections(doc); !slices.Equal(got, want) {
			t.Errorf("of %q: %v, want %v", shop, got, want)
		}
	}
}

func TestDailyHasTheChosenSections(t *testing.T) {
	_, logs := sampleShop(t, lang.EN)
	titles := func(set string) string {
		var out []string
		for _, block := range makeReport(t, "daily", Input{Logs: logs, Params: map[string]string{"sections": set}}).Blocks {
			switch x := block.(type) {
			case *document.Tiles:
				out = append(out, "tiles")
			case *document.Chart:
				out = append(out, string(x.Chart.Kind))
			case *document.Table:
				out = append(out, strings.SplitN(x.ID, "_", 3)[0]+"_"+strings.SplitN(x.ID, "_", 3)[1])
			}
		}
		return strings.Join(slices.Compact(out), " ")
	}
	for set, want := range map[string]string{
		"hours:line,stage:bar": "line bar",
		"agents,numbers":       "daily_agent tiles",
		"types":                "daily_type1",
		"counted":              "daily_counted",
		"open,types":           "daily_open daily_type1",
	} {
		if got := titles(set); got != want {
			t.Errorf("%s: %s, want %s", set, got, want)
		}
	}
}

// Each kind of chart that is offered for a section draws something in it.
func TestEveryOfferedChartIsDrawn(t *testing.T) {
	_, logs := sampleShop(t, lang.EN)
	r := &rules.Rules{}
	r.SetTarget(rules.Target{Month: rules.DateOf(at("11-15")).Month(), KPI: "sales", Total: 1e6})
	for _, id := range []string{"weekly", "daily"} {
		for _, s := range SectionsOf(id) {
			for _, kind := range s.Charts {
				in := Input{Logs: logs, Rules: r, Params: map[string]string{"sections": s.ID + ":" + string(kind)}}
				doc := makeReport(t, id, in)
				if !slices.ContainsFunc(slices.Collect(document.Of[*document.Chart](doc.Blocks)), func(c *document.Chart) bool { return c.Chart.Kind == kind }) {
					t.Errorf("%s: %s as %s: no such chart", id, s.ID, kind)
				}
			}
		}
	}
}

// What the page offers is what the report then has.
func TestArrangedSectionsComeBack(t *testing.T) {
	list := Arrange("weekly", nil)
	if got := LayoutOf("weekly", list); got != nil {
		t.Errorf("the usual is kept as %v", got)
	}
	list[0].On = false
	list[1].Chart = "column"
	list[3], list[1] = list[1], list[3] // a section that is off before one that is on
	want := []rules.Section{{ID: "agents"}, {ID: "regions", Chart: "column"}}
	if got := LayoutOf("weekly", list); !slices.Equal(got, want) {
		t.Errorf("kept is %v, want %v", got, want)
	}
	again := Arrange("weekly", want)
	if again[0].ID != "agents" || again[1].ID != "regions" || again[1].Chart != "column" || !again[1].On || again[2].ID != "types" || again[2].On || len(again) != len(list) {
		t.Errorf("arranged again: %+v", again[:3])
	}
	for i := range again {
		again[i].On = false
	}
	if got := LayoutOf("weekly", again); got == nil || len(got) != 0 {
		t.Errorf("nothing at all is kept as %v", got)
	}
	if Arrange("types", nil) != nil || SectionsOf("agents") != nil {
		t.Error("reports that are not composed have sections")
	}
}

// a asks by chat and calls two days later about the same: a return only where the
// contacts of all logs are counted together, and the report says which it did.
func TestContactsOfAllLogsTogether(t *testing.T) {
	calls := sheet("calls", logkind.Inbound, "time|customer|type1|resolved\n03-04 10:00|a|x|y\n03-05 10:00|b|x|y\n03-06 10:00|b|x|y")
	chats := sheet("chats", logkind.Chat, "time|customer|type1|resolved\n03-02 10:00|a|x|y\n03-02 11:00|c|x|y\n03-03 11:00|c|x|y")
	in := Input{Logs: []*logkind.Log{calls, chats}, Period: "all", Rules: &rules.Rules{}}
	// Calls: first contacts a and b, of whom b came back. Chats: a and c, and c did.
	wants(t, dump(makeReport(t, "fcr", in)), "tile First-contact resolution: 50.0%", "counted apart")
	in.Rules.Params.Contacts = "together"
	text := dump(makeReport(t, "fcr", in))
	// a's call is no first contact any more: of the calls b alone is one, and came
	// back; of the chats a and c both came back.
	wants(t, text, "tile First-contact resolution: 0.0%", "contacts of one customer counted over calls, chats together")
	if strings.Contains(text, "counted apart") || strings.Contains(text, "tile First-contact resolution: 50.0%") {
		t.Errorf("counted together, and yet apart:\n%s", text)
	}
}
