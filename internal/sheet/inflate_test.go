package sheet

import (
	"bytes"
	"compress/flate"
	"io"
	"math/rand/v2"
	"testing"
	"testing/iotest"
)

// inflateAll unpacks by pieces of the given size.
func inflateAll(r io.Reader, piece int) (out []byte, err error) {
	z := newInflater(r)
	buf := make([]byte, window+piece+outSlack)
	n := 0
	for {
		end, done, err := z.fill(buf, n)
		out = append(out, buf[n:end]...)
		if done || err != nil {
			return out, err
		}
		keep := min(end, window)
		copy(buf, buf[end-keep:end])
		n = keep
	}
}

func deflated(tb testing.TB, b []byte, level int) []byte {
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, level)
	if err != nil {
		tb.Fatal(err)
	}
	if _, err := w.Write(b); err != nil {
		tb.Fatal(err)
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func TestInflate(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for k := range 300 {
		src := make([]byte, rng.IntN(300000))
		for i := range src {
			switch k % 4 {
			case 0:
				src[i] = byte(rng.Uint32())
			case 1:
				src[i] = "abcdef<>/"[rng.IntN(9)]
			case 2:
				src[i] = byte(rng.Uint32())
				if i > 50 && rng.IntN(10) > 0 {
					src[i] = src[i-1-rng.IntN(min(i, 1+rng.IntN(50)))]
				}
			case 3:
				src[i] = byte(rng.ExpFloat64() * 9)
			}
		}
		packed := deflated(t, src, k%12-2)
		var r io.Reader = bytes.NewReader(packed)
		if k%5 == 0 {
			r = iotest.HalfReader(r)
		}
		got, err := inflateAll(r, 1000+rng.IntN(100000))
		if err != nil || !bytes.Equal(got, src) {
			t.Fatalf("case %d: %d bytes of %d, %v", k, len(got), len(src), err)
		}
		if _, err := inflateAll(bytes.NewReader(packed[:len(packed)/2]), 5000); err == nil {
			t.Fatalf("case %d: half a stream was taken for a whole", k)
		}
	}
}

func FuzzInflate(f *testing.F) {
	for _, s := range []string{"", "a", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "来电来电来电来电"} {
		for _, level := range []int{0, 1, 6, 9, flate.HuffmanOnly} {
			f.Add(deflated(f, []byte(s), level))
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		want, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(b)), 1<<20))
		if err != nil || len(want) == 1<<20 {
			_, _ = inflateAll(io.LimitReader(bytes.NewReader(b), 1<<12), 5000) // must not panic or hang
			return
		}
		got, err := inflateAll(bytes.NewReader(b), 5000)
		if err != nil || !bytes.Equal(got, want) {
			t.Fatalf("got %d bytes and %v, want %d", len(got), err, len(want))
		}
	})
}

func BenchmarkInflate(b *testing.B) {
	path := workbookOf(b, 1e5)
	book, err := Open(b.Context(), path, Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer book.Close()
	part := book.src.part("xl/worksheets/sheet1.xml")
	at, err := part.DataOffset()
	if err != nil {
		b.Fatal(err)
	}
	packed := make([]byte, part.CompressedSize64)
	if _, err := book.src.r.ReadAt(packed, at); err != nil {
		b.Fatal(err)
	}
	buf := make([]byte, window+chunkSize)
	b.SetBytes(int64(part.UncompressedSize64))
	for b.Loop() {
		z := newInflater(bytes.NewReader(packed))
		for n := 0; ; {
			end, done, err := z.fill(buf, n)
			if err != nil {
				b.Fatal(err)
			}
			if done {
				break
			}
			copy(buf, buf[end-window:end])
			n = window
		}
	}
}
