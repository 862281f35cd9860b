package sample

import (
	"cmp"
	"slices"
)

// review is one neutral or negative review and its follow-up.
type review struct {
	at        stamp
	order     *order
	negative  bool
	reason    int
	agent     int
	contacted stamp // 0 not yet
	tool      string
	solved    bool
	paid      float64 // compensation, yuan
}

// Compensation that the shop's rules allow.
const (
	neutralStandard  = 5
	negativeStandard = 10
)

// collectReviews draws reviews of orders that are done. The bad batch earns
// them from the day it is sold.
func (w *world) collectReviews() {
	d := w.dice("reviews")
	leak := index(w.words.ReviewReasons, "leak")
	reasons := newPicker(len(w.words.ReviewReasons), func(i int) float64 { return w.words.ReviewReasons[i].Weight })
	for _, o := range w.orders {
		bad := w.badBatch(o)
		p := 0.035
		if bad {
			p = 0.5
		}
		if o.done == 0 || o.story || !d.chance(p) {
			continue
		}
		r := review{order: o, at: o.done + 2*hour + stamp(d.wait(float64(3*day))), reason: leak}
		if !bad || d.chance(0.15) {
			r.reason = w.fittingReason(o, reasons.pick(d.Float64()))
		}
		if r.at >= closing {
			continue
		}
		r.negative = d.chance(0.45) || bad && d.chance(0.5)
		w.answerReview(d, &r)
		w.reviews = append(w.reviews, r)
	}
	slices.SortStableFunc(w.reviews, func(a, b review) int { return cmp.Compare(a.at, b.at) })
}

// fittingReason replaces a complaint about fitting where nothing was fitted.
func (w *world) fittingReason(o *order, reason int) int {
	if w.words.ReviewReasons[reason].ID == "fitting" && o.worker < 0 {
		return index(w.words.ReviewReasons, "slow")
	}
	return reason
}

// answerReview draws the follow-up: the sooner and by phone, the better.
func (w *world) answerReview(d dice, r *review) {
	t := openHours(d, r.at+30*minute+stamp(d.wait(float64(14*hour))))
	if !t.inside() {
		r.agent = w.duty[days-1][20].pick(d.Float64())
		return
	}
	r.contacted = t
	r.agent = w.duty[t.day()][t.hour()].pick(d.Float64())
	r.tool = []string{"phone", "phone", "chat", "text"}[d.IntN(4)]
	p := map[string]float64{"phone": 0.62, "chat": 0.42, "text": 0.18}[r.tool]
	if t-r.at > 12*hour {
		p -= 0.2
	}
	if t.hour() >= 18 {
		p += 0.12
	}
	r.solved = d.chance(p)
	if r.solved {
		r.paid = neutralStandard
		if r.negative {
			r.paid = negativeStandard
		}
		switch x := d.Float64(); {
		case x < 0.25:
			r.paid = 0
		case x > 0.88:
			r.paid += 10
		}
	}
}

func (w *world) reviewRows() source {
	return inMemory(w.reviews, func(r review) []Cell {
		reason := w.words.ReviewReasons[r.reason]
		tool := blank
		if r.contacted != 0 {
			tool = text(w.word(r.tool))
		}
		return []Cell{
			at(r.at), text(w.words.Shops[r.order.shop].in(w.l)), text(w.people.name(r.order.customer, w.l)),
			text(r.order.id), text(w.words.Products[r.order.product].in(w.l)), w.either(r.negative, "negative", "neutral"),
			text(reason.in(w.l)), text(reason.Comment.in(w.l)), text(w.words.Agents[r.agent].in(w.l)),
			at(r.contacted), tool, w.either(r.solved, "yes", "no"), num(r.paid),
		}
	})
}
