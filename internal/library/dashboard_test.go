package library

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

func TestDashboardComesBack(t *testing.T) {
	l := open(t)
	if d, err := l.Dashboard(); err != nil || len(d.Tiles) != 0 {
		t.Fatalf("fresh dashboard %+v, %v", d, err)
	}
	want := Dashboard{Period: "last-week", Tiles: []Tile{{View: "每周类型", Size: Wide}, {View: "客服", Face: TableFace}}}
	if err := l.SetDashboard(want); err != nil {
		t.Fatal(err)
	}
	if got, err := l.Dashboard(); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("came back as %+v, %v", got, err)
	}
	if st, err := os.Stat(filepath.Join(l.Path(), dashboardFile)); err != nil || st.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read the dashboard: %v, %v", st.Mode(), err)
	}
	if err := l.Erase(); err != nil {
		t.Fatal(err)
	}
	if d, _ := l.Dashboard(); len(d.Tiles) != 0 {
		t.Errorf("erased, the dashboard is still there: %+v", d)
	}
}
