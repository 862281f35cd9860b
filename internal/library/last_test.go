package library

import "testing"

func TestLastViewIsThatOfTheSameHeaders(t *testing.T) {
	l := open(t)
	a, b := []string{"时间", "客服"}, []string{"时间", "金额"}
	for _, x := range []struct {
		headers []string
		spec    string
	}{{a, "--rows 客服"}, {b, "--rows 金额"}, {a, "--rows hour:时间"}} {
		if err := l.KeepLast(x.headers, View{Spec: x.spec}); err != nil {
			t.Fatal(err)
		}
	}
	for headers, want := range map[*[]string]string{&a: "--rows hour:时间", &b: "--rows 金额"} {
		if v, ok, err := l.Last(*headers); err != nil || !ok || v.Spec != want {
			t.Errorf("%v were last seen through %q, %v, %v; want %q", *headers, v.Spec, ok, err, want)
		}
	}
	if _, ok, _ := l.Last([]string{"别的"}); ok {
		t.Error("other headers have a last view")
	}
	if err := l.Erase(); err != nil {
		t.Fatal(err)
	}
	if _, ok, _ := l.Last(a); ok {
		t.Error("erased, the last view is still there")
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
