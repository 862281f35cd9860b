package ingest

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"runtime/pprof"
	"testing"
	"time"

	"tallyboard/internal/sheet"
)

func TestDbg(t *testing.T) {
	if os.Getenv("DBG") == "" {
		return
	}
	b, err := sheet.Open(context.Background(), os.Getenv("DBG"), sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t0 := time.Now()
	g, err := b.Read(context.Background(), 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println("read", time.Since(t0), g.Rows())
	t0 = time.Now()
	if p := os.Getenv("PROF"); p != "" {
		f, _ := os.Create(p)
		pprof.StartCPUProfile(f)
		defer pprof.StopCPUProfile()
	}
	bl := newBlock(File{Path: "x.csv", From: nan, To: nan}, g, 0, Options{})
	fmt.Println("block", time.Since(t0), bl.count)
	t1 := time.Now()
	l, err := buildLog(context.Background(), []*block{bl}, Options{})
	fmt.Println("log", time.Since(t1), l.Kind, err)
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	fmt.Println("heap", m.HeapAlloc>>20, "sys", m.Sys>>20)
	runtime.KeepAlive(l)
}
