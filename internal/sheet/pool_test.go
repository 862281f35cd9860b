package sheet

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// However strings come together, from any number of pools that share some of
// them, each has one code, and all codes stand for what they stood for before.
func TestPoolsAbsorbed(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for k := range 60 {
		merged, all := newPool(), map[string]uint32{}
		check := func(word string, code uint32) {
			t.Helper()
			if merged.at(code) != word {
				t.Fatalf("%d: code %d is %q, want %q", k, code, merged.at(code), word)
			}
			if had, ok := all[word]; ok && had != code {
				t.Fatalf("%d: %q has the codes %d and %d", k, word, had, code)
			}
			all[word] = code
		}
		words := func() []string {
			out := make([]string, rng.IntN(3000))
			for i := range out {
				out[i] = fmt.Sprint("订单", rng.IntN(1+k*100))
			}
			return out
		}
		for _, w := range words() {
			check(w, merged.raw([]byte(w)))
		}
		for more := 2; more >= 0; more-- {
			from, codes := newPool(), map[string]uint32{}
			for _, w := range words() {
				codes[w] = from.raw([]byte(w))
			}
			to := merged.absorb(from, more > 0)
			for w, c := range codes {
				check(w, to[c])
			}
			if more == 0 {
				break
			}
			for _, w := range words() { // it can be added to as before
				check(w, merged.raw([]byte(w)))
			}
		}
		if merged.len() != len(all) {
			t.Fatalf("%d: %d codes for %d different strings", k, merged.len(), len(all))
		}
	}
}
