package library

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"tallyboard/internal/ingest"
	"tallyboard/internal/logkind"
)

func open(t *testing.T) *Library {
	t.Helper()
	l, err := Open(filepath.Join(t.TempDir(), "deep", "库"))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestPrefsComeBack(t *testing.T) {
	l := open(t)
	p, err := l.Prefs()
	if err != nil || p.Lang != "" {
		t.Fatalf("fresh prefs %+v, %v", p, err)
	}
	for i := range KeepRecent + 3 {
		p.Remember(Recent{Paths: []string{string(rune('a' + i))}, Opened: time.Unix(int64(i), 0)})
	}
	p.Remember(Recent{Paths: []string{"c"}, Name: "again"})
	p.Lang = "en"
	if err := l.SetPrefs(p); err != nil {
		t.Fatal(err)
	}
	q, err := l.Prefs()
	if err != nil {
		t.Fatal(err)
	}
	if q.Lang != "en" || len(q.Recent) > KeepRecent || q.Recent[0].Name != "again" {
		t.Errorf("prefs came back as %+v", q)
	}
}

// A half-written or edited file is not overwritten: the user may want it.
func TestDamagedFileIsSetAside(t *testing.T) {
	l := open(t)
	path := filepath.Join(l.Path(), viewsFile)
	if err := os.WriteFile(path, []byte(`[{"name":`), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Views(); err == nil {
		t.Error("a damaged file was read without an error")
	}
	if b, err := os.ReadFile(path + ".damaged"); err != nil || string(b) != `[{"name":` {
		t.Errorf("the damaged file was not set aside: %q, %v", b, err)
	}
	if err := l.SaveView(View{Name: "a", Spec: "count"}); err != nil {
		t.Errorf("after that saving fails: %v", err)
	}
}

func TestLayoutsMatchHeadersWhateverTheirWidth(t *testing.T) {
	l := open(t)
	ls, err := l.Layouts()
	if err != nil {
		t.Fatal(err)
	}
	if err := ls.Keep([]string{"客服 ", "来电(类型)"}, ingest.Layout{Kind: logkind.Inbound, Roles: logkind.Roles{"agent": "客服"}}); err != nil {
		t.Fatal(err)
	}
	again, err := l.Layouts()
	if err != nil {
		t.Fatal(err)
	}
	got := again.Find([]string{"客服", "来电(类型)"})
	if got == nil || got.Kind != logkind.Inbound || got.Roles["agent"] != "客服" {
		t.Errorf("layout came back as %+v", got)
	}
	if again.Find([]string{"客服"}) != nil {
		t.Error("other headers found the layout")
	}
}

func TestViewsKeepTheirPlace(t *testing.T) {
	l := open(t)
	for _, v := range []View{{Name: "一", Spec: "a"}, {Name: "二", Spec: "b"}, {Name: "一", Spec: "c"}} {
		if err := l.SaveView(v); err != nil {
			t.Fatal(err)
		}
	}
	vs, err := l.Views()
	if err != nil || len(vs) != 2 || vs[0].Name != "一" || vs[0].Spec != "c" {
		t.Errorf("views %+v, %v", vs, err)
	}
	if err := l.DeleteView("一"); err != nil {
		t.Fatal(err)
	}
	if vs, _ := l.Views(); len(vs) != 1 || vs[0].Name != "二" {
		t.Errorf("after deleting: %+v", vs)
	}
}
