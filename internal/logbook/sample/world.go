package sample

import (
	"cmp"
	"fmt"
	"slices"

	"tallyboard/internal/lang"
)

// world is the shop while it is being made: everything but the streamed calls
// is planned in memory, in plain indices, and turned into words at the end.
type world struct {
	l     lang.Lang
	words *words
	seed  uint64
	rows  int     // of the inbound log
	scale float64 // of all other logs, 1 is the small set

	people people
	duty   [days][24]picker
	types  typePickers

	shops, products, fitted, workers, closings picker

	orders    []*order
	chats     []*contact
	calls     []*contact // those that belong to an order or a story
	attempts  []attempt
	reviews   []review
	approvals []approval
	checks    []check
	exams     []exam
	tallies   []agentDay

	strangers []int // streamed calls on each day
	stories   []Story
}

func newWorld(seed uint64, rows int, l lang.Lang) *world {
	w := &world{l: l, words: loadWords(), seed: seed, rows: rows}
	w.scale = min(float64(rows)/SmallRows, largestScale)
	w.people = newPeople(w.words)
	w.types = newTypePickers(w.words.Types)
	v := w.words
	w.shops = newPicker(len(v.Shops), func(i int) float64 { return v.Shops[i].Weight })
	w.products = newPicker(len(v.Products), func(i int) float64 { return v.Products[i].Weight })
	w.fitted = newPicker(len(v.Products), func(i int) float64 {
		if !v.Products[i].Install {
			return 0
		}
		return v.Products[i].Weight
	})
	w.workers = newPicker(len(v.Workers), func(i int) float64 { return v.Workers[i].Weight })
	w.closings = newPicker(len(v.CloseReasons), func(i int) float64 { return v.CloseReasons[i].Weight })
	for d := range days {
		for h := opensAt; h < closesAt; h++ {
			w.duty[d][h] = newPicker(len(w.words.Agents), func(i int) float64 {
				a := w.words.Agents[i]
				if !onDuty(i, a.Late, d, h) {
					return 0
				}
				return a.Weight
			})
		}
	}
	return w
}

// plan makes the shop in the order of cause and effect.
func (w *world) plan() {
	w.takeOrders()
	w.plantStories()
	w.numberOrders()
	w.followOrders()
	w.inviteChats()
	w.chase()
	w.collectReviews()
	w.requestQuota()
	w.countDays()
	w.check()
	w.examine()
	w.allotCalls()
	w.tellStories()
}

// dice gives the chance of one part of the shop.
func (w *world) dice(purpose string) dice { return newDice(w.seed, purpose) }

// scaled is n of the small set at the scale of this one.
func (w *world) scaled(n int) int { return int(float64(n)*w.scale + 0.5) }

// word looks up one of the fixed words.
func (w *world) word(id string) string {
	x, ok := w.words.Words[id]
	if !ok {
		panic("sample: no word " + id)
	}
	return x.in(w.l)
}

// either is one of two fixed words.
func (w *world) either(first bool, a, b string) Cell {
	if first {
		return text(w.word(a))
	}
	return text(w.word(b))
}

// numberOrders sorts the orders by time and gives them their 18 digits: the
// time, and six digits that no other order has.
func (w *world) numberOrders() {
	slices.SortStableFunc(w.orders, func(a, b *order) int { return cmp.Compare(a.created, b.created) })
	for i, o := range w.orders {
		t := clock(o.created)
		o.id = fmt.Sprintf("26%s%06d", t.Format("0102150405"), (uint64(i)*700001+w.seed%1000000)%1000000)
	}
}
