package sample

import "time"

// stamp is a moment in seconds since 1970 in local wall time; 0 is none.
type stamp int64

const (
	minute stamp = 60
	hour         = 60 * minute
	day          = 24 * hour
)

// The logs cover eight whole weeks that end on a Sunday.
const days = 56

var (
	opening = moment(9, 21, 0, 0)  // Monday, the first midnight
	closing = opening + days*day   // the midnight after the last day
	badFrom = moment(10, 19, 0, 0) // from here on the bad batch is sold
	surge   = moment(11, 13, 0, 0) // the day that surges, without a promotion
	festive = moment(11, 11, 0, 0) // Double 11
	holiday = [2]stamp{moment(10, 1, 0, 0), moment(10, 8, 0, 0)}
)

// moment is a time in 2026, the year of the sample.
func moment(month, dayOfMonth, h, m int) stamp {
	return stamp(time.Date(2026, time.Month(month), dayOfMonth, h, m, 0, 0, time.UTC).Unix())
}

func (t stamp) midnight() stamp { return t - t%day }
func (t stamp) day() int        { return int((t - opening) / day) }
func (t stamp) hour() int       { return int(t % day / hour) }
func (t stamp) inside() bool    { return t >= opening && t < closing }

// Weights of the hours of the day: shoppers order in the evening, call in
// office hours and chat in both.
var (
	orderHours = [24]float64{8, 4, 2, 1, 1, 1, 3, 6, 12, 22, 30, 28, 24, 26, 28, 27, 25, 22, 24, 34, 46, 50, 40, 20}
	callHours  = [24]float64{8: 22, 9: 60, 10: 78, 11: 62, 12: 38, 13: 46, 14: 64, 15: 66, 16: 58, 17: 44, 18: 32, 19: 34, 20: 30, 21: 18}
	chatHours  = [24]float64{8: 18, 9: 42, 10: 58, 11: 50, 12: 40, 13: 44, 14: 52, 15: 52, 16: 46, 17: 38, 18: 40, 19: 54, 20: 66, 21: 52}
	// Monday first: weekends are quieter.
	weekdays = [7]float64{1.1, 1.04, 1.0, 0.98, 1.0, 0.93, 0.88}
)

const opensAt, closesAt = 8, 22

func pickHours(w [24]float64) picker { return newPicker(24, func(i int) float64 { return w[i] }) }

// dayWeights gives the pull of each day: weekday, holiday week, a slow growth
// and the days that are multiplied by factors.
func dayWeights(d dice, factors map[stamp]float64) []float64 {
	out := make([]float64, days)
	for i := range out {
		t := opening + stamp(i)*day
		w := weekdays[i%7] * (1 + 0.002*float64(i)) * d.between(0.95, 1.05)
		if t >= holiday[0] && t < holiday[1] {
			w *= 0.8
		}
		if f, ok := factors[t]; ok {
			w *= f
		}
		out[i] = w
	}
	return out
}

// onDuty reports whether an agent works at a moment: two days off in a row
// each week, which move by a day from week to week.
func onDuty(agent int, late bool, dayIndex, h int) bool {
	off := (agent*3 + dayIndex/7) % 7
	if (dayIndex%7-off+7)%7 < 2 {
		return false
	}
	if late {
		return h >= 13 && h < closesAt
	}
	return h >= opensAt && h < 17
}
