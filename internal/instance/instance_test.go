package instance

import (
	"net"
	"os"
	"path/filepath"
	"testing"
)

// short is a folder whose name leaves room for a socket's.
func short(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "tb")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

func TestSecondStartHandsItsFilesOver(t *testing.T) {
	dir := short(t)
	if Hand(dir, []string{"a.xlsx"}) {
		t.Fatal("files were handed to nobody")
	}
	got := make(chan []string, 1)
	closer, err := Listen(dir, func(files []string) { got <- files })
	if err != nil {
		t.Fatal(err)
	}
	if !Hand(dir, []string{"客服.xlsx"}) {
		t.Fatal("the first window did not answer")
	}
	files := <-got
	if len(files) != 1 || !filepath.IsAbs(files[0]) || filepath.Base(files[0]) != "客服.xlsx" {
		t.Errorf("it got %q", files)
	}
	closer()
	if Hand(dir, nil) {
		t.Error("a closed window answers")
	}
}

func TestCrashLeavesNoLock(t *testing.T) {
	dir := short(t)
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: filepath.Join(dir, socketName)})
	if err != nil {
		t.Fatal(err)
	}
	l.SetUnlinkOnClose(false)
	l.Close()
	closer, err := Listen(dir, func([]string) {})
	if err != nil {
		t.Fatalf("a socket left by a crash keeps the program from starting: %v", err)
	}
	closer()
}

func TestNonsenseIsIgnored(t *testing.T) {
	dir := short(t)
	closer, err := Listen(dir, func(files []string) { t.Errorf("nonsense was taken for %q", files) })
	if err != nil {
		t.Fatal(err)
	}
	defer closer()
	c, err := net.Dial("unix", filepath.Join(dir, socketName))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err := c.Write([]byte("GET / HTTP/1.1\n\n")); err != nil {
		t.Fatal(err)
	}
	if n, err := c.Read(make([]byte, 1)); n != 0 || err == nil {
		t.Error("nonsense was answered")
	}
}
