package shell

import (
	"encoding/json"
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelang "fyne.io/fyne/v2/lang"
	fynewidget "fyne.io/fyne/v2/widget"
)

// toolkitWords are the words of the toolkit's own file dialog, each with its key
// here. The toolkit has them in the system's language, which need not be that of
// the window.
var toolkitWords = map[string]string{
	"Cancel": "shell.cancel.button", "Confirm": "shell.ok", "OK": "shell.ok", "Open": "shell.open", "Save": "shell.save",
	"File": "toolkit.file", "Folder": "toolkit.folder", "New Folder": "toolkit.newfolder", "Create Folder": "toolkit.newfolder",
	"Show Hidden Files": "toolkit.hidden", "Error": "toolkit.error", "file.name": "toolkit.name", "file.parent": "toolkit.parent",
}

// toolkitPlaces are the places that the dialog lists at its left, which the
// toolkit has in English only.
var toolkitPlaces = map[string]string{
	"Home": "toolkit.home", "Computer": "toolkit.computer", "Desktop": "toolkit.desktop", "Documents": "toolkit.documents",
	"Downloads": "toolkit.downloads", "Music": "toolkit.music", "Pictures": "toolkit.pictures", "Videos": "toolkit.videos",
	"Movies": "toolkit.videos", "App Files": "toolkit.files",
}

// speakToolkit has the toolkit's dialogs use the words of the window.
func (sh *Shell) speakToolkit() {
	words := map[string]string{}
	for word, key := range toolkitWords {
		words[word] = sh.s.T(key)
	}
	data, err := json.Marshal(words)
	if err == nil {
		err = fynelang.AddTranslationsForLocale(data, fynelang.SystemLocale())
	}
	if err != nil {
		fyne.LogError("words of the toolkit", err) // it keeps its own
	}
}

// namePlaces gives the places at the left of a file dialog their names in the
// language of the window.
func (sh *Shell) namePlaces(o fyne.CanvasObject) {
	switch o := o.(type) {
	case *fynewidget.PopUp:
		sh.namePlaces(o.Content)
	case *container.Split:
		sh.namePlaces(o.Leading)
	case *fyne.Container:
		for _, c := range o.Objects {
			sh.namePlaces(c)
		}
	case *fynewidget.List:
		fill := o.UpdateItem
		o.UpdateItem = func(id fynewidget.ListItemID, item fyne.CanvasObject) {
			fill(id, item)
			row, ok := item.(*fyne.Container)
			if !ok {
				return
			}
			for _, c := range row.Objects {
				if name, ok := c.(*fynewidget.Label); ok && toolkitPlaces[name.Text] != "" {
					name.SetText(sh.s.T(toolkitPlaces[name.Text]))
				}
			}
		}
		o.Refresh()
	default: // an overlay of the toolkit: its type has no name outside, its content has
		if in := reflect.Indirect(reflect.ValueOf(o)); in.Kind() == reflect.Struct {
			if content := in.FieldByName("Content"); content.IsValid() {
				if c, ok := content.Interface().(fyne.CanvasObject); ok {
					sh.namePlaces(c)
				}
			}
		}
	}
}
