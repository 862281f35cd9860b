package main

import (
	"os"
	"path/filepath"
	"testing"

	"tallyboard/internal/library"
)

// Two saved views are put on the dashboard with the mouse, the second is pulled
// before the first, one is opened in Explore, and the page is exported.
func TestDashboardInTheWindow(t *testing.T) {
	if testing.Short() {
		t.Log("left out: the end-to-end test needs a virtual display")
		return
	}
	p := newDesktop(t, words["en"]["locale"])
	home := filepath.Join(p.home, "library")
	lib, err := library.Open(home)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range []library.View{
		{Name: "Weekly types", Spec: "--rows @type1 --cols week:@time", Chart: "stacked"},
		{Name: "By agent", Spec: "--rows @agent --value count --sort value --desc", Chart: "bar"},
	} {
		if err := lib.SaveView(v); err != nil {
			t.Fatal(err)
		}
	}
	p.start(sampleFiles(t)[0])
	p.awaitTrace("report")
	p.key("ctrl+5")
	p.click("Add a view")
	p.click("Weekly types")
	p.awaitTrace("dashboard")
	p.click("Add a view")
	p.click("By agent")
	p.awaitTrace("dashboard")
	p.await("By agent")
	p.shot("dashboard-1")

	p.drag("By agent", "Weekly types")
	p.until("the tiles in the other order", func() string {
		if d, err := lib.Dashboard(); err == nil && len(d.Tiles) == 2 && d.Tiles[0].View == "By agent" {
			return "yes"
		}
		return ""
	})
	p.shot("dashboard-2")

	p.key("ctrl+e")
	p.click("Save")
	book := p.awaitFile("*.xlsx")
	if st, err := os.Stat(book); err != nil || st.Size() < 5000 {
		t.Errorf("the exported page: %v", err)
	}
	p.click("By agent") // its head, where it now stands
	p.awaitTrace("pivot")
	p.await(words["en"]["add filter"])
	p.shot("dashboard-3")
}
