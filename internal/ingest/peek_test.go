package ingest

import (
	"iter"
	"slices"
	"strings"
	"testing"

	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
)

func uses(p *Peek) string {
	var out []string
	for _, r := range p.Rows {
		out = append(out, string(r.Use))
	}
	return strings.Join(out, " ")
}

func TestPeek(t *testing.T) {
	path := csvFile(t, "a.csv", "客服日报,\n,\n客服,数量\n小王,3\n小李,4\n合计,7\n")
	p, err := PeekAt(t.Context(), path, Options{}, 100)
	if err != nil {
		t.Fatal(err)
	}
	if got := uses(p); got != "above header data data left" {
		t.Errorf("uses %s", got)
	}
	if !slices.Equal(p.Names, []string{"客服", "数量"}) || p.Rows[2].No != 4 || !slices.Equal(p.Rows[2].Cells, []string{"小王", "3"}) {
		t.Errorf("names %q, row %+v", p.Names, p.Rows[2])
	}
	if p, err = PeekAt(t.Context(), path, Options{Header: 4}, 100); err != nil || uses(p) != "above above header data left" || p.Names[0] != "小王" {
		t.Errorf("with the header moved: %s, %v", uses(p), err)
	}
	if p, err = PeekAt(t.Context(), path, Options{Header: -1}, 100); err != nil || uses(p) != "data data data data left" || p.Names[0] != "A" {
		t.Errorf("without header: %s, %v", uses(p), err)
	}
}

// layouts are remembered choices for tests.
type layouts struct {
	headers []string
	layout  Layout
}

func (l layouts) Find(headers []string) *Layout {
	if slices.Equal(headers, l.headers) {
		return &l.layout
	}
	return nil
}

func (l layouts) All() iter.Seq2[[]string, *Layout] {
	return func(yield func([]string, *Layout) bool) { yield(l.headers, &l.layout) }
}

func TestRememberedLayout(t *testing.T) {
	kept := layouts{[]string{"甲", "乙", "丙", "丁"}, Layout{Kind: logkind.Chat, Roles: logkind.Roles{logkind.Agent: "甲", logkind.Type1: "乙", logkind.Note: "丁"}}}
	same := openOne(t, Options{Layouts: kept}, csvFile(t, "a.csv", "甲,乙,丙,丁\na,b,1,x\nc,d,2,y\n"))
	if same.Kind != logkind.Chat || same.Roles[logkind.Agent] != "甲" || !same.Remembered || same.Changed != nil {
		t.Errorf("kind %s, roles %v, remembered %v, changed %v", same.Kind, same.Roles, same.Remembered, same.Changed)
	}
	other := openOne(t, Options{Layouts: kept}, csvFile(t, "a.csv", "甲,乙,丙,戊\na,b,1,x\nc,d,2,y\n"))
	if other.Roles[logkind.Type1] != "乙" || other.Roles[logkind.Note] == "丁" || other.Changed == nil ||
		!slices.Equal(other.Changed.Added, []string{"戊"}) || !slices.Equal(other.Changed.Missing, []string{"丁"}) || other.Warnings.Counts[WarnNewLayout] != 1 {
		t.Errorf("roles %v, changed %+v", other.Roles, other.Changed)
	}
	far := openOne(t, Options{Layouts: kept}, csvFile(t, "a.csv", "甲,子,丑,寅\na,b,1,x\nc,d,2,y\n"))
	if far.Remembered {
		t.Error("a layout of another sheet was used")
	}
}

func TestProblems(t *testing.T) {
	l := openOne(t, Options{}, csvFile(t, "a.csv", "表\n客服,得分\na,1\nb,2\nc,很多\nd,4\ne,5\nf,6\ng,7\nh,没有\ni,8\nj,9\nl,9\nm,9\nn,9\no,9\np,9\nk,#REF\n合计,1\n"))
	var got []string
	for _, p := range l.Problems() {
		got = append(got, string(p.Class)+" "+p.Kind+" "+p.Name)
	}
	want := []string{"unread ingest.notnumber 得分", "left ingest.above ", "left ingest.totals "}
	if !slices.Equal(got, want) || l.NotUnderstood() != 2 {
		t.Errorf("%q, %d not understood; want %q", got, l.NotUnderstood(), want)
	}
}

func TestProblemTable(t *testing.T) {
	l := openOne(t, Options{}, csvFile(t, "a.csv", "客服,数量\na,1\nb,2\nc,x\nd,4\ne,5\nf,6\ng,7\nh,8\n合计,33\n"))
	for _, lg := range lang.All {
		tab := l.ProblemTable(lg)
		text := tab.Column(lg.T("ingest.problem.text"))
		row := tab.Column(lg.T("ingest.problem.row"))
		if tab.Rows != 2 || cell(text, 0) != "x" || row.Nums[0] != 4 || row.Nums[1] != 10 {
			t.Errorf("%s: %d problems, the first %q in row %v", lg, tab.Rows, cell(text, 0), row.Nums)
		}
	}
}

func TestEveryWarningIsSaid(t *testing.T) {
	for kind := range classes {
		for _, l := range lang.All {
			if !l.Has("warning." + kind) {
				t.Errorf("warning %s has no words in %s", kind, l)
			}
		}
	}
}
