package sheet

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

// sameNumber holds the short way of reading a number to the long one.
func sameNumber(t *testing.T, s string) {
	t.Helper()
	b := []byte(s + "<" + pad)
	f, end, ok := scanNumber(b, 0)
	if !ok {
		if end != 0 {
			t.Errorf("%q: gives up at %d, not where it began", s, end)
		}
		return
	}
	want, plain := parseNumber([]byte(s))
	if end != len(s) || !plain || math.Float64bits(f) != math.Float64bits(want) {
		t.Errorf("%q: %v up to %d, parseNumber says %v, %v", s, f, end, want, plain)
	}
}

func TestScanNumber(t *testing.T) {
	for _, s := range []string{"0", "-0", "1", "-1.5", ".5", "-.5", "1.", "0.", "0.0", "-0.0", "46286.33391203704", "0.0010763888888888889",
		"9007199254740991", "9007199254740992", "9007199254740993", "9007199254740993.0", "9007199254740992.5", "9007199254740993.5",
		"18014398509481985.0", "18014398509481986.1", "0.9999999999999999999", "0.1000000000000000055", "9999999999999999999.0", "999999999999999999.9",
		"000000000000000012", "00000000000000001.5", "202401010000000123", "0.5000000000000000001", "4503599627370496.5", "4503599627370497.5",
		"0.0000000000000000001", "1e5", "1.5E-7", "--1", "-", ".", "", "1,5", "NaN", "12345678901234567890.5"} {
		sameNumber(t, s)
	}
	if _, _, ok := scanNumber([]byte("46286.33391203704<"+pad), 0); !ok {
		t.Error("a date and time takes the long way")
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 300_000 {
		s := strconv.FormatUint(r.Uint64()>>r.UintN(64), 10)
		if at := r.IntN(len(s) + 1); r.IntN(5) > 0 {
			s = s[:at] + "." + s[at:]
		}
		if r.IntN(3) == 0 {
			s = "0." + strings.Repeat("0", r.IntN(5)) + strings.Replace(s, ".", "", 1)
		}
		sameNumber(t, s)
		sameNumber(t, strconv.FormatFloat(math.Ldexp(r.Float64(), r.IntN(60)-10), 'f', -1, 64))
		// Half-way between two neighbours, and just beside it.
		half := uint64(1)<<53 + 1 + 2*r.Uint64N(1<<52)
		for _, m := range []uint64{half - 1, half, half + 1} {
			sameNumber(t, strconv.FormatUint(m, 10)+".0")
		}
	}
}

// FuzzScanNumber is TestScanNumber on what the fuzzer finds.
func FuzzScanNumber(f *testing.F) {
	for _, s := range []string{"46286.33391203704", "0.0010763888888888889", "-9007199254740993.5", "00012", "1e5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !strings.Contains(s, "<") {
			sameNumber(t, s)
		}
	})
}
