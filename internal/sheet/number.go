package sheet

import (
	"math"
	"math/bits"
)

// pow10 are the powers of ten that a float64 holds exactly.
var pow10 = [...]float64{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
	1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22}

// plainNumber reads text that is exactly how the number it stands for is
// written plainly: no leading zero, no zero at the end of a fraction, at most
// 15 digits. So a number stands for the digits of the cell, and an id such as
// 0571 or 1.10 stays a text.
func plainNumber(b []byte) (float64, bool) {
	i, n := 0, len(b)
	neg := n > 1 && b[0] == '-'
	if neg {
		i = 1
	}
	if n == i || n > 17 || b[i]-'0' > 9 {
		return 0, false
	}
	if b[i] == '0' && n > i+1 && b[i+1] != '.' {
		return 0, false
	}
	m, start := uint64(0), i
	for i < n && b[i]-'0' <= 9 {
		m = m*10 + uint64(b[i]-'0')
		i++
	}
	digits := i - start
	if i == n {
		if digits > 15 || neg && m == 0 {
			return 0, false
		}
		if neg {
			return -float64(m), true
		}
		return float64(m), true
	}
	if b[i] != '.' || b[n-1] == '0' || i+1 == n {
		return 0, false
	}
	i++
	frac := n - i
	for ; i < n; i++ {
		if b[i]-'0' > 9 {
			return 0, false
		}
		m = m*10 + uint64(b[i]-'0')
	}
	if digits+frac > 15 {
		return 0, false
	}
	f := float64(m) / pow10[frac]
	if neg {
		f = -f
	}
	return f, true
}

// tens are the powers of ten that 64 bits hold.
var tens = [...]uint64{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
	1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19}

// scaled is m / 10^frac, m not 0 and frac below len(tens), rounded once: the
// float64 that strconv.ParseFloat gives for the digits of m with frac of them
// behind the point. Dates and times are written with more digits than a float64
// holds as a whole number, so this is the common case.
func scaled(m uint64, frac int) float64 {
	d := tens[frac]
	up, down := bits.LeadingZeros64(m), bits.LeadingZeros64(d)
	m, d = m<<up, d<<down
	exp := down - up - 64
	high, low := m, uint64(0)
	if m >= d {
		high, low = m>>1, m<<63
		exp++
	}
	q, rest := bits.Div64(high, low, d) // 64 bits, the highest of them set
	if rest != 0 {
		q |= 1 // far below the last bit that counts, it breaks ties
	}
	return float64(q) * math.Float64frombits(uint64(1023+exp)<<52)
}
