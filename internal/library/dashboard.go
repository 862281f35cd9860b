package library

const dashboardFile = "dashboard.json"

// Dashboard is a page of tiles, each a saved view, in the user's order.
type Dashboard struct {
	Period string `json:"period,omitempty"` // for all tiles, as on the command line; "" is that of each view
	Tiles  []Tile `json:"tiles,omitempty"`
}

// Tile is one saved view on the dashboard.
type Tile struct {
	View string   `json:"view"`           // name of the saved view
	Size TileSize `json:"size,omitempty"` // how many places of the grid it takes
	Face TileFace `json:"face,omitempty"` // what of the view it shows
}

// TileSize is how much room a tile has.
type TileSize string

const (
	Small TileSize = ""
	Wide  TileSize = "wide" // two columns
	Tall  TileSize = "tall" // two rows
)

// TileSizes lists the sizes in the order in which they are offered.
var TileSizes = []TileSize{Small, Wide, Tall}

// TileFace is what a tile shows of its view.
type TileFace string

const (
	ChartFace TileFace = ""
	TableFace TileFace = "table"
)

// Dashboard reads the page of tiles; empty before one was made.
func (l *Library) Dashboard() (d Dashboard, err error) {
	err = l.load(dashboardFile, &d)
	return d, err
}

// SetDashboard keeps the page of tiles.
func (l *Library) SetDashboard(d Dashboard) error { return l.save(dashboardFile, d) }
