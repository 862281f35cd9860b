package sheet

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"sync/atomic"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// halfRead cancels when half of the bytes that are to be read were, and counts
// what is read after that.
type halfRead struct {
	io.ReaderAt
	left   atomic.Int64
	after  atomic.Int64
	cancel func()
}

func (h *halfRead) ReadAt(b []byte, off int64) (int, error) {
	n, err := h.ReaderAt.ReadAt(b, off)
	switch left := h.left.Add(-int64(n)); {
	case left+int64(n) < 0:
		h.after.Add(int64(n))
	case left < 0:
		h.cancel()
	}
	return n, err
}

// books of 60,000 rows of text that does not pack well.
func longBooks(t *testing.T) map[string][]byte {
	rng := rand.New(rand.NewPCG(7, 8))
	rows := func(format string) string {
		var b strings.Builder
		for range 60_000 {
			fmt.Fprintf(&b, format, rng.Uint64(), rng.Uint64(), rng.Uint64())
		}
		return b.String()
	}
	text := "订单,客户,备注\n" + rows("单%x,客户%x,备注%x\n")
	gbk, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	cells := func(row, cell, end string) string { return rows(row + strings.Repeat(cell, 3) + end) }
	return map[string][]byte{
		"csv":  []byte(text),
		"gbk":  gbk,
		"html": []byte("<html><meta charset=utf-8><table>" + cells("<tr>", "<td>%x</td>", "</tr>") + "</table></html>"),
		"xml":  longXML2003(cells("<Row>", `<Cell><Data ss:Type="String">%x</Data></Cell>`, "</Row>")),
		"ods":  longODS(t, cells("<table:table-row>", `<table:table-cell office:value-type="string"><text:p>%x</text:p></table:table-cell>`, "</table:table-row>")),
		"xlsx": pkg{sheet: cells("<row>", `<c t="str"><v>%x</v></c>`, "</row>")}.bytes(t),
	}
}

// Whatever the format, hardly anything of a file is read any longer once nobody
// waits for it: where its sheets are sought, and where one is read.
func TestCancelEndsReading(t *testing.T) {
	for name, data := range longBooks(t) {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			h := &halfRead{ReaderAt: bytes.NewReader(data), cancel: func() {}}
			h.left.Store(1 << 40)
			src, err := newSource("a", h, int64(len(data)), Options{})
			if err != nil {
				t.Fatal(err)
			}
			b, err := openBook(ctx, src)
			if err != nil {
				t.Fatal(err)
			}
			at := len(b.Sheets) / 2 // the long one
			h.cancel = cancel
			h.left.Store(int64(len(data) / 2))
			if _, err := b.Read(ctx, at, 0); err != context.Canceled {
				t.Errorf("got %v", err)
			}
			if n := h.after.Load(); n > int64(len(data)/8) {
				t.Errorf("%d of %d bytes were read after cancelling", n, len(data))
			}
		})
	}
	for _, name := range []string{"ods", "xml"} { // their sheets are sought by going through the file
		t.Run(name+" is opened", func(t *testing.T) {
			data := longBooks(t)[name]
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			h := &halfRead{ReaderAt: bytes.NewReader(data), cancel: cancel}
			h.left.Store(int64(len(data) / 2))
			src, err := newSource("a", h, int64(len(data)), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := openBook(ctx, src); err != context.Canceled {
				t.Errorf("got %v", err)
			}
			if n := h.after.Load(); n > int64(len(data)/8) {
				t.Errorf("%d of %d bytes were read after cancelling", n, len(data))
			}
		})
	}
}

// Decoding the texts of a file is given up as its reading is.
func TestCancelEndsDecoding(t *testing.T) {
	from := newPool()
	for i := range 20 * stride {
		from.raw(fmt.Append(nil, "\xb5\xa5", i)) // 单 in GBK
	}
	ctx, cancel := context.WithCancel(t.Context())
	enc, _ := charsetOf([]byte("\xb5\xa5\xb1\xb8\xd7\xa2"))
	decoder := textDecoder{enc: enc, dec: enc.decoder()}
	if p, _ := decoder.all(ctx, from); p.len() != from.len() || p.at(1) != "单0" {
		t.Fatalf("%d texts where nobody cancels, the first is %q", p.len(), p.at(1))
	}
	cancel()
	if p, _ := decoder.all(ctx, from); p.len() > stride {
		t.Errorf("%d texts of %d were decoded after cancelling", p.len(), from.len())
	}
	if _, _, err := mergePools(ctx, []*textScan{{pools: []*pool{from}}}, 1, enc, 1); err != context.Canceled {
		t.Errorf("got %v", err)
	}
}
