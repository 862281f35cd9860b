package shell

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"github.com/ncruces/zenity"

	"tallyboard/internal/render/formats"
	"tallyboard/internal/task"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// AskExport asks where to and in which format, with everything filled in: Enter
// is enough.
func (sh *Shell) AskExport() {
	title, write := sh.exported()
	if title == "" {
		return
	}
	var endings []string
	for _, f := range formats.Catalogue {
		endings = append(endings, f.Ending)
	}
	if sh.front == "rows" || sh.front == "data" { // a plain table
		endings = []string{".csv", ".xlsx"}
	}
	names := make([]string, len(endings))
	for i, e := range endings {
		names[i] = sh.s.T("render.format" + e)
	}
	name := widget.NewField(sh.s.T("shell.export.name"), nil)
	name.SetText(fileName(title) + endings[0])
	folder := sh.exportDir()
	where := widget.NewWords(folder, theme.Body, theme.Second).Shrink(200)
	format := widget.NewSegmented(names, func(i int) {
		name.SetText(strings.TrimSuffix(name.Text(), filepath.Ext(name.Text())) + endings[i])
	})
	other := widget.NewButton(sh.s.T("shell.export.elsewhere"), theme.Folder, widget.Plain, func() {
		from := folder + string(filepath.Separator)
		go func() { // the dialog blocks until it is closed
			var dir string
			err := task.Guard(func() (err error) {
				dir, err = zenity.SelectFile(zenity.Directory(), zenity.Filename(from))
				return err
			})
			fyne.Do(func() {
				if err == nil {
					folder = dir
					where.SetText(dir)
				} else if !errors.Is(err, zenity.ErrCanceled) {
					sh.ask(askText{title: sh.s.T("shell.export.folder"), label: sh.s.T("shell.export.folder"), value: folder, confirm: sh.s.T("shell.ok")},
						func(dir string) { folder = dir; where.SetText(dir) })
				}
			})
		}()
	})
	var hide func()
	done := func() {
		if name.Text() == "" {
			return
		}
		hide()
		file := name.Text()
		if !slices.Contains(endings, strings.ToLower(filepath.Ext(file))) {
			file += endings[max(format.Selected(), 0)]
		}
		write(filepath.Join(folder, file))
	}
	name.OnSubmit, name.OnEscape = done, sh.escape
	content := container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap+theme.Unit),
		format, name, container.NewBorder(nil, nil, nil, other, where))
	hide = sh.modal(sh.s.T("shell.export.title"), content, widget.NewButton(sh.s.T("shell.save"), theme.Save, widget.Primary, done))
	sh.win.Canvas().Focus(name.Focusable())
}

// exported is what the page in front would export: its title, which the file's
// name begins with, and what writes it. The title is "" where there is nothing.
func (sh *Shell) exported() (title string, write func(path string)) {
	switch sh.front {
	case "data":
		if v := sh.s.IssuesDocument(); v != nil {
			return v.Title, sh.s.ExportIssues
		}
	case "dashboard":
		if v := sh.s.DashboardDocument(); v != nil {
			return v.Title, sh.s.ExportDashboard
		}
	case "reports":
		if doc, _ := sh.s.Document(); doc != nil { // why there is none stands on the page
			return strings.Trim(doc.Title+" "+doc.Period, " "), sh.s.ExportReport
		}
	default:
		v := sh.s.ViewDocument()
		switch {
		case v == nil:
		case sh.front == "rows" && sh.s.Rows() != nil:
			return sh.s.Rows().Title, sh.s.ExportRows
		default:
			return v.Title, func(path string) { sh.s.ExportView(path, sh.hidden()...) }
		}
	}
	return "", nil
}

// exportDir is where the last export went, else the user's documents.
func (sh *Shell) exportDir() string {
	if d := sh.s.Prefs().ExportDir; d != "" {
		if st, err := os.Stat(d); err == nil && st.IsDir() {
			return d
		}
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	for _, d := range []string{"Documents", "文档"} {
		if st, err := os.Stat(filepath.Join(home, d)); err == nil && st.IsDir() {
			return filepath.Join(home, d)
		}
	}
	return home
}

// fileName makes a title a file name on every system, of sensible length.
func fileName(title string) string {
	s := strings.Map(func(r rune) rune {
		if r < 0x20 || strings.ContainsRune(`\/:*?"<>|`, r) {
			return '-'
		}
		return r
	}, title)
	if r := []rune(s); len(r) > 60 {
		s = string(r[:60])
	}
	return strings.TrimRight(s, " .")
}
