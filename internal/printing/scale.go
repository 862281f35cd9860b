package printing

import (
	"math"
	"strconv"
	"strings"

	"tallyboard/internal/fault"
	"tallyboard/internal/render/page"
)

// The scales that may be asked for, in percent.
const LeastPercent, MostPercent = int(page.LeastScale * 100), int(page.MostScale * 100)

// Fit is the scale, as people write it, that fits wide tables to the page.
const Fit = "fit"

// ParseScale reads "80" or "80%" as a scale of page.Options, and "fit" as 0;
// anything else is the fault "printing.scale".
func ParseScale(s string) (float64, error) {
	if s == Fit {
		return 0, nil
	}
	n, err := strconv.ParseFloat(strings.TrimRight(strings.TrimSpace(s), "%％ "), 64)
	if err != nil || math.IsNaN(n) || n < float64(LeastPercent) || n > float64(MostPercent) {
		return 0, fault.New("printing.scale", LeastPercent, MostPercent, s)
	}
	return n / 100, nil
}
