package library

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

func TestLastViewIsThatOfTheSameHeaders(t *testing.T) {
	l := open(t)
	ls, err := l.Lasts()
	if err != nil {
		t.Fatal(err)
	}
	a, b := []string{"时间", "客服"}, []string{"时间", "金额"}
	for _, x := range []struct {
		headers []string
		spec    string
	}{{a, "--rows 客服"}, {b, "--rows 金额"}, {a, "--rows hour:时间"}} {
		ls.Keep(x.headers, View{Spec: x.spec})
	}
	if err := ls.Save(); err != nil {
		t.Fatal(err)
	}
	again, err := l.Lasts()
	if err != nil {
		t.Fatal(err)
	}
	for headers, want := range map[*[]string]string{&a: "--rows hour:时间", &b: "--rows 金额"} {
		if v, ok := again.Find(*headers); !ok || v.Spec != want {
			t.Errorf("%v were last seen through %q, %v; want %q", *headers, v.Spec, ok, want)
		}
	}
	if _, ok := again.Find([]string{"别的"}); ok {
		t.Error("other headers have a last view")
	}
	if err := l.Erase(); err != nil {
		t.Fatal(err)
	}
	if ls, err = l.Lasts(); err != nil {
		t.Fatal(err)
	}
	if _, ok := ls.Find(a); ok {
		t.Error("erased, the last view is still there")
	}
}

// A disk that was full for a moment loses no view.
func TestLastViewsThatCouldNotBeWrittenAreWrittenLater(t *testing.T) {
	l := open(t)
	ls, err := l.Lasts()
	if err != nil {
		t.Fatal(err)
	}
	ls.Keep([]string{"客服"}, View{Spec: "--rows 客服"})
	inTheWay := filepath.Join(l.dir, lastFile)
	if err := os.MkdirAll(filepath.Join(inTheWay, "x"), 0o700); err != nil {
		t.Fatal(err)
	}
	if ls.Save() == nil {
		t.Fatal("written where nothing can be")
	}
	if err := errors.Join(os.RemoveAll(inTheWay), ls.Save()); err != nil {
		t.Fatal(err)
	}
	again, err := l.Lasts()
	if err != nil {
		t.Fatal(err)
	}
	if v, ok := again.Find([]string{"客服"}); !ok || v.Spec != "--rows 客服" {
		t.Errorf("the view is lost: %q, %v", v.Spec, ok)
	}
}

func TestOnlyTheNewestLastViewsAreKept(t *testing.T) {
	l := open(t)
	ls, err := l.Lasts()
	if err != nil {
		t.Fatal(err)
	}
	for i := range keepLasts + 1 {
		ls.Keep([]string{strconv.Itoa(i)}, View{Spec: strconv.Itoa(i)})
	}
	if _, ok := ls.Find([]string{"0"}); ok {
		t.Error("the oldest is kept for ever")
	}
	if v, ok := ls.Find([]string{"1"}); !ok || v.Spec != "1" {
		t.Errorf("the second is %q, %v", v.Spec, ok)
	}
}

func TestRenamedViewTakesTheOthersPlace(t *testing.T) {
	l := open(t)
	for _, name := range []string{"一", "二", "三"} {
		if err := l.SaveView(View{Name: name, Spec: name}); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.RenameView("三", "一"); err != nil {
		t.Fatal(err)
	}
	vs, err := l.Views()
	if err != nil || len(vs) != 2 || vs[0].Name != "二" || vs[1].Name != "一" || vs[1].Spec != "三" {
		t.Errorf("views %+v, %v", vs, err)
	}
}
