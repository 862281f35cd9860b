// Package sample makes the sample shop: eight weeks of customer-service logs
// of every kind that agree with each other, with stories in them to find. The
// same seed gives the same cells, in both languages the same shop.
//
// It knows what the sheets look like, not who reads them: nothing of it is
// used on real logs.
package sample

import (
	"iter"

	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
)

// SmallRows is the number of inbound calls in the set that ships with the
// program; the other logs are in proportion to it.
const SmallRows = 3000

// SmallSeed is the seed of that set.
const SmallSeed = 20261115

// largestScale bounds every log but the inbound one: a shop of four times the
// small set stays in memory; the calls beyond it are streamed.
const largestScale = 4

// Shop is one generated shop.
type Shop struct {
	Lang    lang.Lang
	Sheets  []*Sheet // in the order of the kinds
	stories []Story
}

// Generate makes the shop whose inbound log has the given number of rows (at
// least 1). Up to four times SmallRows the other logs grow with it; beyond,
// only the inbound log grows, and its rows are made while they are read. Below
// about 300 rows some stories no longer fit.
func Generate(seed uint64, rows int, l lang.Lang) *Shop {
	w := newWorld(seed, max(rows, 1), l)
	w.plan()
	s := &Shop{Lang: l, stories: w.stories}
	for _, sheet := range w.words.sheets {
		source := builders[sheet.Kind](w)
		s.Sheets = append(s.Sheets, newSheet(sheet, l, source))
	}
	return s
}

// Small is the set that ships with the program.
func Small(l lang.Lang) *Shop { return Generate(SmallSeed, SmallRows, l) }

// Sheet finds the sheet of a kind.
func (s *Shop) Sheet(k logkind.Kind) *Sheet {
	for _, sh := range s.Sheets {
		if sh.Kind == k {
			return sh
		}
	}
	return nil
}

// source is what a sheet is made of: the number of its rows, a stream of them
// and, where the sheet ends in one, the totals row.
type source struct {
	count int
	rows  iter.Seq[[]Cell]
	total []Cell
}

// builders makes the rows of each kind of sheet from the planned world.
var builders = map[logkind.Kind]func(*world) source{
	logkind.Inbound:  (*world).inboundRows,
	logkind.Outbound: (*world).outboundRows,
	logkind.Chat:     (*world).chatRows,
	logkind.Review:   (*world).reviewRows,
	logkind.Approval: (*world).approvalRows,
	logkind.Order:    (*world).orderRows,
	logkind.Daily:    (*world).dailyRows,
	logkind.Quality:  (*world).qualityRows,
	logkind.Training: (*world).trainingRows,
}
