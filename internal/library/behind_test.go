package library

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// slow is a library on a disk that confirms nothing before it is let go on.
func slow(t *testing.T) (l *Library, goOn func(), wrote *[]string) {
	t.Helper()
	l = open(t)
	disk, free := l.behind.put, make(chan struct{})
	wrote = new([]string) // by the one goroutine that writes; to be read after Flush
	l.behind.put = func(path string, b []byte) error {
		<-free
		*wrote = append(*wrote, filepath.Base(path))
		return disk(path, b)
	}
	l.Behind(func(err error) { t.Error(err) })
	return l, func() { close(free) }, wrote
}

// Nobody waits for a slow disk; what is saved is known at once, and in the end
// the newest of each file is on the disk.
func TestSavingDoesNotWaitForTheDisk(t *testing.T) {
	l, goOn, wrote := slow(t)
	for _, name := range []string{"a", "b", "c"} {
		if err := l.SaveView(View{Name: name, Spec: "count"}); err != nil {
			t.Fatal(err)
		}
		if err := l.SetPrefs(Prefs{Shop: name}); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.SetDashboard(Dashboard{Tiles: []Tile{{View: "c"}}}); err != nil {
		t.Fatal(err)
	}
	saved := func(l *Library) string {
		p, err := l.Prefs()
		vs, err2 := l.Views()
		d, err3 := l.Dashboard()
		out := []string{p.Shop}
		for _, v := range vs {
			out = append(out, v.Name)
		}
		for _, x := range d.Tiles {
			out = append(out, "tile "+x.View)
		}
		if err := errors.Join(err, err2, err3); err != nil {
			t.Error(err)
		}
		return strings.Join(out, " ")
	}
	const want = "c a b c tile c"
	if got := saved(l); got != want {
		t.Errorf("before the disk has it, %q is read, want %q", got, want)
	}
	if _, err := os.Stat(filepath.Join(l.Path(), prefsFile)); err == nil {
		t.Error("the choices are on a disk that took nothing yet")
	}
	goOn()
	l.Flush()
	again, err := Open(l.Path())
	if err != nil {
		t.Fatal(err)
	}
	if got := saved(again); got != want {
		t.Errorf("from the disk %q is read, want %q", got, want)
	}
	// The first was begun before the others came; of those only the newest counts.
	if order := slices.Compact(slices.Clone(*wrote)); len(*wrote) > 4 || order[0] != viewsFile || order[len(order)-1] != dashboardFile && order[len(order)-2] != dashboardFile {
		t.Errorf("written were %q", *wrote)
	}
}

// What was erased does not come back from what was still to be written.
func TestErasedIsNotWrittenAfterwards(t *testing.T) {
	l, goOn, _ := slow(t)
	for _, name := range []string{"a", "b"} {
		if err := errors.Join(l.SaveView(View{Name: name}), l.SetPrefs(Prefs{Shop: name})); err != nil {
			t.Fatal(err)
		}
	}
	goOn()
	if err := l.Erase(); err != nil {
		t.Fatal(err)
	}
	l.Flush()
	if left, err := os.ReadDir(l.Path()); err != nil || len(left) > 0 {
		t.Errorf("%v are left, %v", left, err)
	}
	if p, err := l.Prefs(); err != nil || p.Shop != "" {
		t.Errorf("the shop is %q, %v", p.Shop, err)
	}
}

// A disk that takes nothing is told of, and the file stays as it was.
func TestWhatCannotBeWrittenIsTold(t *testing.T) {
	l := open(t)
	if err := l.SetPrefs(Prefs{Shop: "first"}); err != nil {
		t.Fatal(err)
	}
	full := errors.New("disk full")
	l.behind.put = func(string, []byte) error { return full }
	var told []error
	l.Behind(func(err error) { told = append(told, err) })
	if err := l.SetPrefs(Prefs{Shop: "second"}); err != nil {
		t.Fatal(err)
	}
	l.Flush()
	if len(told) != 1 || !errors.Is(told[0], full) {
		t.Errorf("told were %v", told)
	}
	if p, err := l.Prefs(); err != nil || p.Shop != "first" {
		t.Errorf("kept is %q, %v", p.Shop, err)
	}
}
