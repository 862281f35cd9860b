// Package internal_test holds the packages to their floors and to the imports that
// each may have.
package internal_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// floors is the river of the design: a package may import only packages of
// lower floors, or of its own floor where they stand further left.
var floors = [][]string{
	{"golden", "atomicfile", "instance", "crash", "table", "lang", "fault", "display", "place", "task", "logfile"},
	{"sheet", "measure"},
	{"logkind", "ingest"},
	{"pivot", "derive", "cluster"},
	{"explain", "kpi", "rules", "chart"},
	{"document", "report"},
	{"render/picture", "render/page", "render/rendertest", "render/csv", "render/json", "render/pivottext", "render/pdf", "render/workbook", "render/formats", "logbook/sample", "logbook", "printing", "library"},
	{"session"},
	{"ui/theme", "ui/widget", "ui/page", "ui/shell"},
}

// bans are modules that only some packages may import, and why.
var bans = []struct {
	module string
	only   []string
	reason string
}{
	{"fyne.io/fyne/v2/app", []string{"cmd/"}, "it reaches GLFW: everything else is tested without a display"},
	{"fyne.io/fyne", []string{"cmd/", "internal/ui/"}, "numbers and files must not know the window"},
	{"github.com/xuri/excelize", []string{"internal/render/workbook", "internal/logbook"}, "it writes workbooks; internal/sheet reads them, and only its tests compare with it"},
	{"codeberg.org/go-pdf", []string{"internal/render/pdf"}, "its text layout has traps that only that package works around"},
	{"net/http", nil, "logs are customers' data: nothing leaves the computer"},
	{"unsafe", []string{"internal/printing", "cmd/tallyboard/taskbar_windows.go", "internal/ui/shell/clipboard_windows.go"}, "files come from strangers; only calls of Windows need it"},
}

type file struct {
	path, pkg string // relative to the module
	imports   []string
}

func sources(t *testing.T) []file {
	t.Helper()
	var out []file
	for _, top := range []string{"internal", "cmd", "resources"} {
		err := filepath.WalkDir(filepath.Join("..", top), func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(p, ".go") {
				return err
			}
			f, err := parser.ParseFile(token.NewFileSet(), p, nil, parser.ImportsOnly)
			if err != nil {
				return err
			}
			rel, err := filepath.Rel("..", p)
			if err != nil {
				return err
			}
			s := file{path: filepath.ToSlash(rel), pkg: filepath.ToSlash(filepath.Dir(rel))}
			for _, im := range f.Imports {
				name, err := strconv.Unquote(im.Path.Value)
				if err != nil {
					return err
				}
				s.imports = append(s.imports, name)
			}
			out = append(out, s)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// place gives the floor and the position of a package; a sub-package that is
// not listed itself stands where its parent stands.
func place(pkg string) (floor, pos int, name string, ok bool) {
	name = strings.TrimPrefix(pkg, "internal/")
	for n := name; n != "."; n = filepath.ToSlash(filepath.Dir(n)) {
		for f, row := range floors {
			for i, p := range row {
				if p == n {
					return f, i, n, true
				}
			}
		}
	}
	return 0, 0, name, false
}

func TestArrowsGoDownOnly(t *testing.T) {
	for _, s := range sources(t) {
		if !strings.HasPrefix(s.pkg, "internal/") || strings.HasSuffix(s.path, "_test.go") {
			continue
		}
		from, fromPos, self, ok := place(s.pkg)
		if !ok {
			t.Errorf("%s: package %s stands on no floor", s.path, s.pkg)
			continue
		}
		for _, im := range s.imports {
			pkg, ours := strings.CutPrefix(im, "tallyboard/")
			if !ours || pkg == "resources" {
				continue
			}
			to, toPos, name, ok := place(pkg)
			if !ok || to > from || to == from && toPos >= fromPos && name != self {
				t.Errorf("%s imports %s: arrows go down only", s.path, im)
			}
		}
	}
}

func TestPagesDoNotKnowEachOther(t *testing.T) {
	for _, s := range sources(t) {
		if !strings.HasPrefix(s.pkg, "internal/ui/page/") {
			continue
		}
		for _, im := range s.imports {
			if strings.HasPrefix(im, "tallyboard/internal/ui/page/") && im != "tallyboard/"+s.pkg {
				t.Errorf("%s imports %s: a page declares what it needs, it does not fetch it from another", s.path, im)
			}
		}
	}
}

func TestBannedImports(t *testing.T) {
	for _, s := range sources(t) {
		if strings.HasSuffix(s.path, "_test.go") {
			continue
		}
		for _, im := range s.imports {
			for _, b := range bans {
				if im != b.module && !strings.HasPrefix(im, b.module+"/") {
					continue
				}
				allowed := false
				for _, o := range b.only {
					allowed = allowed || strings.HasPrefix(s.path, o)
				}
				if !allowed {
					t.Errorf("%s imports %s: %s", s.path, im, b.reason)
				}
			}
		}
	}
}

// A file that must be scrolled for long is doing two things.
func TestFilesAreShort(t *testing.T) {
	for _, s := range sources(t) {
		if strings.HasSuffix(s.path, "_test.go") {
			continue
		}
		b, err := os.ReadFile(filepath.Join("..", s.path))
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(b), "\n"); n > 500 {
			t.Errorf("%s has %d lines: what does it do twice?", s.path, n)
		}
	}
}

func TestTopLevelIsTidy(t *testing.T) {
	want := map[string]bool{}
	for _, n := range []string{"cmd", "internal", "resources", "FyneApp.toml", "go.mod", "go.sum", "README.md", "Makefile",
		".ci", ".golangci.yml", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "docs", ".git", ".gitignore", ".github", "out", "bin", "dist", "ci-output"} {
		want[n] = true
	}
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		left := strings.HasSuffix(e.Name(), ".test") || strings.HasSuffix(e.Name(), ".prof") // of go test, ignored by git
		if !want[e.Name()] && !left {
			t.Errorf("%s does not belong at the top level", e.Name())
		}
	}
}
