package pdf

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/render/page"
	"tallyboard/internal/render/rendertest"
)

var made = time.Date(2026, 11, 2, 9, 3, 0, 0, time.UTC)

// write makes a PDF; ok is false, and the test says so, where the program was
// built without the typeface.
func written(t testing.TB, doc *document.Document, o Options) (b []byte, ok bool) {
	t.Helper()
	var out bytes.Buffer
	err := Write(context.Background(), &out, doc, o)
	if fault.Is(err, "render.fonts") {
		t.Log("left out: built without the embedded typeface (make fonts)")
		return nil, false
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), true
}

func TestTwoWritesAreEqual(t *testing.T) {
	a, ok := written(t, rendertest.Report(lang.ZH), Options{Created: made})
	if !ok {
		return
	}
	b, _ := written(t, rendertest.Report(lang.ZH), Options{Created: made})
	if !bytes.Equal(a, b) {
		t.Error("the same document and time give different files")
	}
}

// tool runs a program of poppler, FILE among its arguments being the PDF; ok is
// false where it is not installed.
func tool(t *testing.T, pdf []byte, name string, args ...string) (out string, ok bool) {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Logf("left out: %s is not installed", name)
		return "", false
	}
	file := filepath.Join(t.TempDir(), "x.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	for i := range args {
		args[i] = strings.Replace(args[i], "FILE", file, 1)
	}
	b, err := exec.Command(path, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, b)
	}
	return string(b), true
}

func TestTextCanBeRead(t *testing.T) {
	b, ok := written(t, rendertest.Report(lang.ZH), Options{})
	if !ok {
		return
	}
	text, ok := tool(t, b, "pdftotext", "-layout", "FILE", "-")
	if !ok {
		return
	}
	for _, want := range []string{"客服周报", "晴天家居旗舰店", "10月26日–11月1日", "12,408", "¥1,902,487.15", "物流查询", "内蒙古自治区", "第 6 页", "=SUM(A1:A9)", "数据来源"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text of the PDF lacks %q", want)
		}
	}
	if strings.Contains(text, "NaN") || strings.Contains(text, "‹") {
		t.Error("the text of the PDF leaks NaN or a catalogue key")
	}
}

func TestFontsAreEmbedded(t *testing.T) {
	b, ok := written(t, rendertest.Report(lang.ZH), Options{})
	if !ok {
		return
	}
	list, ok := tool(t, b, "pdffonts", "FILE")
	if !ok {
		return
	}
	lines := strings.Split(strings.TrimSpace(list), "\n")[2:]
	if len(lines) != 2 {
		t.Errorf("want the two weights of the typeface, got\n%s", list)
	}
	for _, l := range lines {
		if !regexp.MustCompile(`TrueType\s+Identity-H\s+yes`).MatchString(l) {
			t.Errorf("not embedded: %s", l)
		}
	}
}

func TestPapers(t *testing.T) {
	for _, c := range []struct {
		o    page.Options
		want string
	}{
		{page.Options{}, "[0 0 595.28 841.89]"},
		{page.Options{Landscape: true}, "[0 0 841.89 595.28]"},
		{page.Options{Size: page.A5}, "[0 0 419.53 595.28]"},
		{page.Options{Size: page.Letter}, "[0 0 612.00 792.00]"},
	} {
		b, ok := written(t, rendertest.Report(lang.EN), Options{Page: c.o})
		if !ok {
			return
		}
		if !bytes.Contains(b, []byte("/MediaBox "+c.want)) {
			t.Errorf("no page of the size %s", c.want)
		}
	}
}

func TestClean(t *testing.T) {
	f, err := face()
	if err != nil {
		t.Log("left out: built without the embedded typeface (make fonts)")
		return
	}
	for _, c := range []struct{ in, want string }{
		{"plain", "plain"},
		{"客服 ¥12 – 解决", "客服 ¥12 – 解决"},
		{"🙂👍🏻", "🙂👍"}, // one colour shows no shades of skin
		{"𠮷野家", "𠮷野家"},
		{"a\U0010fffdb", "a〓b"},
		{"a\u200db\ufe0f", "ab"},
		{"a\tb\nc", "a b c"},
		{"\x00\x1b", ""},
		{"▲ ▼ ✓ ⓘ → …", "▲ ▼ ✓ ⓘ → …"}, // signs that the program writes itself
	} {
		got := f.clean(c.in)
		if got != c.want {
			t.Errorf("clean(%q) = %q, want %q", c.in, got, c.want)
		}
	}
	if f.Width("\U0010fffd", 10, false) != f.Width("〓", 10, false) {
		t.Error("a missing character is not measured as what stands for it")
	}
	if got := f.label("王🙂"); got != "王〓" {
		t.Errorf("label gives %q: a title holds what the PDF library writes", got)
	}
}

// Emoji and rare characters are drawn between the written parts of a text.
func TestRuns(t *testing.T) {
	f, err := face()
	if err != nil {
		t.Log("left out: built without the embedded typeface (make fonts)")
		return
	}
	for _, c := range []struct{ in, want string }{
		{"plain", "plain"},
		{"好评👍谢谢🙂🙂", "好评[👍]谢谢[🙂][🙂]"},
		{"𠮷野家", "[𠮷]野家"},
		{"", ""},
	} {
		got := ""
		f.runs(f.clean(c.in), func(part string, drawn bool) {
			if drawn {
				part = "[" + part + "]"
			}
			got += part
		})
		if got != c.want {
			t.Errorf("runs(%q) = %q, want %q", c.in, got, c.want)
		}
	}
	for _, r := range "👍🔥𠮷䶮" {
		shape := f.fonts.Outline(r, 10, false)
		if len(shape) == 0 {
			t.Errorf("%c has no outline", r)
		}
		for _, c := range shape {
			for _, p := range c {
				if p.X < -3 || p.X > 16 || p.Y < -12 || p.Y > 5 {
					t.Fatalf("%c of size 10 reaches %v", r, p)
				}
			}
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	err := Write(ctx, &bytes.Buffer{}, rendertest.Report(lang.EN), Options{})
	if !errors.Is(err, context.Canceled) && !fault.Is(err, "render.fonts") {
		t.Errorf("got %v, want the context's error", err)
	}
}

func BenchmarkWrite(b *testing.B) {
	for b.Loop() {
		if _, ok := written(b, rendertest.Report(lang.ZH), Options{}); !ok {
			return
		}
	}
}
