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

// bitWriter writes a DEFLATE stream by hand.
type bitWriter struct {
	b    []byte
	buf  uint64
	bits int
}

func (w *bitWriter) put(v uint64, bits int) {
	for w.buf, w.bits = w.buf|v<<w.bits, w.bits+bits; w.bits >= 8; w.bits -= 8 {
		w.b, w.buf = append(w.b, byte(w.buf)), w.buf>>8
	}
}

// align goes to the next whole byte.
func (w *bitWriter) align() { w.put(0, (8-w.bits)%8) }

// A stored block gives back the whole bytes that the bit buffer holds beyond its
// header, also where the input buffer was read anew while they were held.
func TestInflateStoredBehindCoded(t *testing.T) {
	const text = "stored, and read from its first byte on"
	for coded := 8 * (inSize - 3*inSlack); coded < 8*inSize; coded += 5 {
		var w bitWriter
		w.put(0b100, 3) // codes of its own, and not the last block
		w.put(14<<10, 14)
		for _, i := range lengthOrder[:18] { // 0, 1, 2 and 18 take two bits
			w.put(map[int]uint64{0: 2, 1: 2, 2: 2, 18: 2}[i], 3)
		}
		const zeros, one, two = 0b11, 0b10, 0b01
		w.put(one, 2) // the byte 0 is one bit,
		w.put(two, 2) // the byte 1 and the end are two
		w.put(zeros|127<<2, 9)
		w.put(zeros|105<<2, 9)
		w.put(two, 2)
		w.put(0, 2) // no distance
		w.b = append(w.b, make([]byte, coded/8)...)
		w.put(0, coded%8)
		w.put(0b11, 2)
		w.put(1, 3) // stored, the last block
		w.align()
		w.put(uint64(len(text)), 16)
		w.put(^uint64(len(text))&0xffff, 16)
		want := append(make([]byte, coded), text...)
		got, err := inflateAll(bytes.NewReader(append(w.b, text...)), 1<<20)
		if err != nil || !bytes.Equal(got, want) {
			t.Fatalf("%d bytes before the stored block: %d bytes of %d, %v", coded, len(got), len(want), err)
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
