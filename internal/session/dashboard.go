package session

import (
	"slices"

	"tallyboard/internal/library"
)

// The dashboard is a page of tiles, each a saved view drawn on the current log.
// What is on it is kept at once; what is drawn stands in dashboarddraw.go.

// Dashboard is what is on the page of tiles.
func (s *Session) Dashboard() library.Dashboard { return s.dashboard.kept.Dashboard }

// board is a dashboard with what is done to it.
type board struct{ library.Dashboard }

// without is the board without the tiles of a view.
func (b board) without(view string) board {
	b.Tiles = slices.DeleteFunc(slices.Clone(b.Tiles), func(t library.Tile) bool { return t.View == view })
	return b
}

// rename gives the tiles of a view its new name; tiles of one that had the name
// already go, as that view does.
func (d *dashboard) rename(was, name string) {
	d.kept = d.kept.without(name)
	for i := range d.kept.Tiles {
		if d.kept.Tiles[i].View == was {
			d.kept.Tiles[i].View = name
		}
	}
}

// AddTile puts a saved view on the dashboard, as its last tile; one that is
// there already stays where it is.
func (s *Session) AddTile(view string) {
	b := s.dashboard.kept
	if slices.ContainsFunc(b.Tiles, func(t library.Tile) bool { return t.View == view }) {
		s.Say(func() Notice { return Notice{Text: s.T("dashboard.already", view)} })
		return
	}
	b.Tiles = append(slices.Clone(b.Tiles), library.Tile{View: view})
	s.setDashboard(b)
	s.Say(func() Notice { return Notice{Text: s.T("dashboard.added", view)} })
}

// SaveTile keeps the current view under a name and puts it on the dashboard.
func (s *Session) SaveTile(name string) {
	s.SaveView(name)
	s.AddTile(name)
}

// MoveTile takes a tile to another place.
func (s *Session) MoveTile(from, to int) {
	b := s.dashboard.kept
	if from < 0 || to < 0 || from >= len(b.Tiles) || to >= len(b.Tiles) || from == to {
		return
	}
	t := b.Tiles[from]
	b.Tiles = slices.Insert(slices.Delete(slices.Clone(b.Tiles), from, from+1), to, t)
	s.setDashboard(b)
}

// ChangeTile changes how a tile is shown.
func (s *Session) ChangeTile(i int, change func(*library.Tile)) {
	b := s.dashboard.kept
	if i < 0 || i >= len(b.Tiles) {
		return
	}
	b.Tiles = slices.Clone(b.Tiles)
	change(&b.Tiles[i])
	s.setDashboard(b)
}

// RemoveTile takes a tile off; the saved view stays, and the tile can be taken
// back at once.
func (s *Session) RemoveTile(i int) {
	was := s.dashboard.kept
	if i < 0 || i >= len(was.Tiles) {
		return
	}
	name := was.Tiles[i].View
	b := was
	b.Tiles = slices.Delete(slices.Clone(was.Tiles), i, i+1)
	s.setDashboard(b)
	s.Say(func() Notice {
		return Notice{Text: s.T("dashboard.removed", name), Act: s.T("session.undo"), Do: func() {
			s.setDashboard(was)
			s.Say(func() Notice { return Notice{Text: s.T("dashboard.back", name)} })
		}}
	})
}

// SetDashboardPeriod shows all tiles over one period, in the grammar of the
// command line; "" shows each over its own.
func (s *Session) SetDashboardPeriod(text string) {
	b := s.dashboard.kept
	b.Period = text
	s.setDashboard(b)
}

// OpenTile looks at the current log through the view of a tile.
func (s *Session) OpenTile(i int) {
	tiles := s.dashboard.kept.Tiles
	if i < 0 || i >= len(tiles) {
		return
	}
	vs := s.SavedViews()
	if k := indexOfView(vs, tiles[i].View); k >= 0 {
		s.ApplyView(vs[k])
	}
}

// setDashboard keeps another dashboard and draws what is new on it.
func (s *Session) setDashboard(b board) {
	s.dashboard.kept = b
	s.keepDashboard()
	s.emit(DashboardChanged)
	s.drawDashboard()
}

func (s *Session) keepDashboard() {
	s.note(wrapLibrary(s.lib.SetDashboard(s.dashboard.kept.Dashboard)))
}
