package logfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"tallyboard/internal/fault"
	"tallyboard/internal/task"
)

func TestErrorsAreWrittenWithoutCustomersData(t *testing.T) {
	_, number := strconv.ParseFloat("小明 13800138000", 64)
	denied := &fs.PathError{Op: "open", Path: "/home/li/10月 客服.xlsx", Err: fs.ErrPermission}
	for _, c := range []struct {
		err  error
		want string
	}{
		{denied, "open *: permission denied"},
		{&fs.PathError{Op: "open", Path: `C:\Users\李\客服.xlsx`, Err: fs.ErrPermission}, "open *: permission denied"},
		{fault.Wrap(denied, "sheet.denied", "10月 客服.xlsx"), "fault.sheet.denied (open *: permission denied)"},
		{fmt.Errorf("reading: %w", fault.New("sheet.empty", "小明.csv")), "fault.sheet.empty"},
		{number, "strconv.ParseFloat: parsing *: invalid syntax"},
		{errors.New("row 7: 小明:王: unknown agent"), "row 7: *: unknown agent"},
		{errors.New("orders_li.csv: line 3"), "*: line 3"},
		{errors.New("zip: not a valid zip file"), "zip: not a valid zip file"},
	} {
		if got := Plain(c.err); got != c.want {
			t.Errorf("%v\n is written as %q\n         want %q", c.err, got, c.want)
		}
	}
	panicked := fmt.Errorf("%w: %v\n%s", task.ErrPanic, "index out of range [3]", "goroutine 7:\n\t/src/pivot.go:12")
	if got := Plain(panicked); !strings.Contains(got, "index out of range [3]") || !strings.Contains(got, "/src/pivot.go:12") {
		t.Errorf("the stack of a panic is lost: %q", got)
	}
}

func TestTheFileHoldsWhatIsLogged(t *testing.T) {
	dir := t.TempDir()
	for range 2 { // a second run appends
		log, closer, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		log.Info("load", "ms", 12, "rows", 3000)
		log.Error("failed", "task", "load", "err", fault.New("sheet.empty", "小明.csv"))
		if err := closer.Close(); err != nil {
			t.Fatal(err)
		}
	}
	b, err := os.ReadFile(Path(dir))
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(b), "msg=load ms=12 rows=3000\n"); n != 2 {
		t.Errorf("%d of 2 lines in\n%s", n, b)
	}
	if strings.Contains(string(b), "小明") || !strings.Contains(string(b), "err=fault.sheet.empty") {
		t.Errorf("the error is written as\n%s", b)
	}
	if info, err := os.Stat(Path(dir)); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("others can read the log: %v, %v", info.Mode(), err)
	}
	if tail := Tail(dir, 200); len(tail) > 200 || len(tail) == 0 || !strings.HasPrefix(tail, "time=") {
		t.Errorf("the tail is %q", tail)
	}
}

func TestTheLogStaysSmall(t *testing.T) {
	dir := t.TempDir()
	log, closer, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer closer.Close()
	for i := range 12000 {
		log.Info("pivot", "n", i)
	}
	var total int64
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		info, err := os.Stat(filepath.Join(dir, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		total += info.Size()
	}
	if total > 2*mostBytes || len(files) != 2 {
		t.Errorf("%d files of %d bytes, want 2 of at most %d", len(files), total, 2*mostBytes)
	}
	if b, err := os.ReadFile(Path(dir)); err != nil || !strings.HasSuffix(string(b), " n=11999\n") {
		t.Errorf("the newest line is not in the log: %v", err)
	}
}
