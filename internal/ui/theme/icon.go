package theme

import (
	"fyne.io/fyne/v2"

	"tallyboard/internal/chart"
	"tallyboard/resources"
)

// IconName names one icon of the set: resources/icons/NAME.svg.
type IconName string

const (
	Home         IconName = "home"
	Data         IconName = "data"
	Explore      IconName = "explore"
	Reports      IconName = "reports"
	Settings     IconName = "settings"
	Help         IconName = "help"
	Open         IconName = "open"
	Export       IconName = "export"
	Import       IconName = "import"
	Print        IconName = "print"
	Undo         IconName = "undo"
	Redo         IconName = "redo"
	Star         IconName = "star"
	StarFilled   IconName = "star-filled"
	Filter       IconName = "filter"
	Close        IconName = "close"
	ChevronDown  IconName = "chevron-down"
	ChevronUp    IconName = "chevron-up"
	ChevronLeft  IconName = "chevron-left"
	ChevronRight IconName = "chevron-right"
	Plus         IconName = "plus"
	Minus        IconName = "minus"
	Search       IconName = "search"
	TypeText     IconName = "type-text"
	TypeNumber   IconName = "type-number"
	TypeTime     IconName = "type-time"
	TypeClock    IconName = "type-clock"
	TypeBool     IconName = "type-bool"
	TypeDuration IconName = "type-duration"
	SortUp       IconName = "sort-up"
	SortDown     IconName = "sort-down"
	Warn         IconName = "warn"
	Error        IconName = "error"
	Info         IconName = "info"
	Check        IconName = "check"
	CheckCircle  IconName = "check-circle"
	Folder       IconName = "folder"
	File         IconName = "file"
	Drag         IconName = "drag"
	Formula      IconName = "formula"
	Language     IconName = "language"
	Moon         IconName = "moon"
	Sun          IconName = "sun"
	Expand       IconName = "expand"
	Collapse     IconName = "collapse"
	Copy         IconName = "copy"
	More         IconName = "more"
	Trash        IconName = "trash"
	Edit         IconName = "edit"
	Eye          IconName = "eye"
	Refresh      IconName = "refresh"
	Save         IconName = "save"
	Swap         IconName = "swap"
	List         IconName = "list"
	Link         IconName = "link"
	Person       IconName = "person"
	Place        IconName = "place"
	Tag          IconName = "tag"
	Money        IconName = "money"
	Phone        IconName = "phone"
	Dashboard    IconName = "dashboard"
	Note         IconName = "note"
	Table        IconName = "table"
)

// ChartIcon is the icon of a chart type; every type of chart.Catalogue has one.
func ChartIcon(k chart.Kind) IconName { return IconName("chart-" + string(k)) }

// AppIcon is the mark of the program, for windows and the about page.
func AppIcon() fyne.Resource {
	svg, err := resources.Icons.ReadFile("icons/app.svg")
	if err != nil {
		panic("theme: no app icon")
	}
	return fyne.NewStaticResource("tallyboard.svg", svg)
}
