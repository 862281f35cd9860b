package formats

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/render/rendertest"
)

// magic is how files of each format begin.
var magic = map[string]string{".xlsx": "PK", ".pdf": "%PDF-1", ".csv": "\ufeff", ".json": "{", ".png": "\x89PNG", ".svg": "<"}

func TestSaveEveryFormat(t *testing.T) {
	dir := t.TempDir()
	doc := rendertest.Report(lang.ZH)
	for _, f := range Catalogue {
		path := filepath.Join(dir, "周报 10月"+strings.ToUpper(f.Ending))
		err := Save(context.Background(), path, doc, []*logkind.Log{rendertest.Log(10)})
		if fault.Is(err, "render.fonts") {
			t.Log("PDF left out: built without the embedded typeface (make fonts)")
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", f.Ending, err)
			continue
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(b, []byte(magic[f.Ending])) {
			t.Errorf("%s begins with %q", f.Ending, b[:8])
		}
		if info, _ := os.Stat(path); runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s: customers' data are readable by others: %v", f.Ending, info.Mode())
		}
		for _, l := range lang.All {
			if !l.Has("render.format." + f.Ending[1:]) {
				t.Errorf("%s has no name in %s", f.Ending, l)
			}
		}
	}
	left, err := filepath.Glob(filepath.Join(dir, ".tallyboard-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("temporary files are left: %v %v", left, err)
	}
}

func TestPictureIsSharp(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.png")
	if err := Save(context.Background(), path, rendertest.Report(lang.ZH), nil); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	c, err := png.DecodeConfig(f)
	if err != nil || c.Width != 1920 || c.Height != 960 {
		t.Errorf("%dx%d, %v", c.Width, c.Height, err)
	}
}

func TestSaveSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	bare := &document.Document{Title: "空", Lang: lang.ZH}
	full := rendertest.Report(lang.ZH)
	if err := os.Mkdir(filepath.Join(dir, "folder.csv"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path, code string
		doc        *document.Document
	}{
		{"x.docx", "render.ending", full},
		{"x", "render.ending", full},
		{"x.csv", "render.notable", bare},
		{"x.png", "render.nochart", bare},
		{"x.svg", "render.nochart", bare},
		{"missing/x.csv", "render.nofolder", full},
		{"folder.csv", "render.folder", full},
	} {
		err := Save(context.Background(), filepath.Join(dir, c.path), c.doc, nil)
		if !fault.Is(err, c.code) {
			t.Errorf("%s: got %v, want %s", c.path, err, c.code)
			continue
		}
		for _, l := range lang.All {
			if s := fault.Say(err, l); strings.ContainsAny(s, "‹%") {
				t.Errorf("%s: %q", c.path, s)
			}
		}
	}
}

func TestFailureLeavesTheOldFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.csv")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Save(ctx, path, rendertest.Nasty(lang.ZH), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the context's error", err)
	}
	if b, err := os.ReadFile(path); string(b) != "old" {
		t.Errorf("the old file is now %q, %v", b, err)
	}
}

func TestLinkStaysALink(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "real.csv"), filepath.Join(dir, "link.csv")
	if err := os.WriteFile(real, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Logf("left out: no links here: %v", err)
		return
	}
	if err := Save(context.Background(), link, rendertest.Report(lang.EN), nil); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link was replaced by a file")
	}
	if b, _ := os.ReadFile(real); string(b) == "old" {
		t.Error("the file behind the link was not written")
	}
}

func TestReadOnlyFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.csv")
	if err := os.WriteFile(path, []byte("old"), 0o400); err != nil {
		t.Fatal(err)
	}
	if f, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil {
		f.Close()
		t.Log("left out: this user may write read-only files")
		return
	}
	if err := Save(context.Background(), path, rendertest.Report(lang.EN), nil); !fault.Is(err, "render.denied") {
		t.Errorf("got %v, want render.denied", err)
	}
}
