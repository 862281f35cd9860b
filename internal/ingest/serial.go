package ingest

import (
	"fmt"
	"math"
)

// epoch is 1970-01-01 as a serial day of the 1900 system.
const epoch = 25569

// serialTime turns a serial day into seconds since 1970. The 1900 system has a
// 29 February 1900 that never was, so days before it are one off. Excel keeps
// days as binary fractions; milliseconds are what they can be trusted for.
func serialTime(v float64) float64 {
	if v < 60 {
		v++
	}
	return math.Round((v-epoch)*86400e3) / 1e3
}

// serialSpan turns a fraction of days into seconds.
func serialSpan(v float64) float64 { return math.Round(v*86400e3) / 1e3 }

// stamp writes seconds since 1970 as 2021-03-05 09:03:22, without a clock part
// where it is midnight.
func stamp(sec float64) string {
	days := math.Floor(sec / 86400)
	y, m, d := civil(int(days))
	s := fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	if rest := sec - days*86400; rest > 0 {
		s += " " + hms(rest)
	}
	return s
}

// hms writes seconds as 9:03:22.
func hms(sec float64) string {
	sign := ""
	if sec < 0 {
		sign, sec = "-", -sec
	}
	whole := int(sec)
	s := fmt.Sprintf("%s%d:%02d:%02d", sign, whole/3600, whole/60%60, whole%60)
	if ms := int(math.Round((sec - float64(whole)) * 1000)); ms > 0 && ms < 1000 {
		s += fmt.Sprintf(".%03d", ms)
	}
	return s
}

// civil is the inverse of daysSince1970 (Howard Hinnant, civil_from_days).
func civil(z int) (y, m, d int) {
	z += 719468
	era := z / 146097
	if z < 0 {
		era = (z - 146096) / 146097
	}
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d = doy - (153*mp+2)/5 + 1
	m = mp + 3
	if m > 12 {
		m -= 12
	}
	y = yoe + era*400
	if m <= 2 {
		y++
	}
	return y, m, d
}
