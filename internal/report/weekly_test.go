package report

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// sections are the headings of the first level, in order.
func sections(d *document.Document) []string {
	var out []string
	for h := range document.Of[*document.Heading](d.Blocks) {
		if h.Level == 1 {
			out = append(out, h.ID)
		}
	}
	return out
}

func TestWeeklyHasTheChosenSectionsInTheirOrder(t *testing.T) {
	_, logs := sampleShop(t, lang.EN)
	for chosen, want := range map[string][]string{
		"":                       {"types", "regions", "agents"},
		"agents,types":           {"agents", "types"},
		"hours, reviews ,orders": {"hours", "reviews", "orders"},
	} {
		doc := makeReport(t, "weekly", Input{Logs: logs, Params: map[string]string{"sections": chosen}})
		if got := sections(doc); !slices.Equal(got, want) {
			t.Errorf("sections %q: %v, want %v", chosen, got, want)
		}
	}
	for _, bad := range []string{"weekly", "nonsense", "types,,agents"} {
		_, err := Build(t.Context(), "weekly", Input{Logs: logs, Engine: pivot.Memory(), Lang: lang.EN, Params: map[string]string{"sections": bad}})
		if f := (*fault.Error)(nil); !errors.As(err, &f) {
			t.Errorf("sections %q: %v, want an error for people", bad, err)
		}
	}
}

// What is printed shows one log of contacts in full and says a line of each
// other; its tables are short and say so.
func TestWeeklyIsShort(t *testing.T) {
	_, logs := sampleShop(t, lang.EN)
	doc := makeReport(t, "weekly", Input{Logs: logs})
	for table := range document.Of[*document.Table](doc.Blocks) {
		table = table.Paged(lang.EN)
		if n := len(table.Rows); n > 16 {
			t.Errorf("%s has %d lines", table.ID, n)
		}
		if strings.HasPrefix(table.ID, "regions_") && table.Note == "" {
			t.Errorf("%s does not say that it is cut", table.ID)
		}
	}
	text := dump(doc)
	cover, rest, _ := strings.Cut(text, "\n# ")
	for _, want := range []string{"Outbound calls: ", "Bad reviews: ", "tile Receptions"} {
		if !strings.Contains(cover, want) {
			t.Errorf("the cover lacks %q:\n%s", want, cover)
		}
	}
	if n := strings.Count(rest, "table types"); n != 1 {
		t.Errorf("%d tables of types", n)
	}
	if n := strings.Count(rest, "Chat receptions: "); n != 3 {
		t.Errorf("the receptions are told in %d sections of 3:\n%s", n, rest)
	}
	findings, err := Findings(t.Context(), Input{Logs: logs, Engine: pivot.Memory(), Lang: lang.EN})
	if err != nil || len(findings) < 3 {
		t.Fatal(err, len(findings))
	}
	for _, f := range findings[:3] {
		if !strings.Contains(cover, f.Text) {
			t.Errorf("the cover does not say %q", f.Text)
		}
	}
}

// A daily sheet that counts again what the contacts have counted is no source of
// the report on agents; alone it is.
func TestAgentsNameWhatTheyWereMadeFrom(t *testing.T) {
	_, logs := sampleShop(t, lang.EN)
	kindOf := map[string]logkind.Kind{}
	var daily []*logkind.Log
	for _, l := range logs {
		kindOf[l.Name] = l.Kind
		if l.Kind == logkind.Daily {
			daily = append(daily, l)
		}
	}
	doc := makeReport(t, "agents", Input{Logs: logs})
	if len(doc.Sources) < 3 || slices.ContainsFunc(doc.Sources, func(s string) bool { return kindOf[s] == logkind.Daily }) {
		t.Errorf("made from %v", doc.Sources)
	}
	if doc = makeReport(t, "agents", Input{Logs: daily}); len(doc.Sources) != 1 {
		t.Errorf("the daily sheet alone: made from %v", doc.Sources)
	}
}

// Where all together cannot be compared with the period before, no column says
// how one of them changed.
func TestNoChangeWithoutThatOfAll(t *testing.T) {
	for _, tc := range []struct {
		now, before float64
		want        int
	}{{100, 80, 4}, {100, 2, 3}, {100, 0, 3}, {100, nan, 3}} {
		d := &breakdown{v: &view{b: &Builder{lang: lang.EN}}, total: line{n: tc.now, before: tc.before}}
		if got := len(d.standard("Region", "Calls", 0)); got != tc.want {
			t.Errorf("%v after %v: %d columns, want %d", tc.now, tc.before, got, tc.want)
		}
	}
}
