package sample

import (
	"cmp"
	"slices"
)

// approval is a request of an agent to pay a customer something.
type approval struct {
	at        stamp
	contact   *contact
	reason    int
	requested float64
	approved  float64 // 0 when refused
	manager   int
}

// requestQuota draws requests out of complaints and price differences. One
// agent never asks.
func (w *world) requestQuota() {
	d := w.dice("approvals")
	reasons := newPicker(len(w.words.ApprovalReasons), func(i int) float64 { return w.words.ApprovalReasons[i].Weight })
	shy := index(w.words.Agents, shyAgent)
	for _, log := range [][]*contact{w.chats, w.calls} {
		for _, c := range log {
			t := w.words.Types[c.kind]
			if c.order == nil || c.order.story || c.agent == shy || c.order.paid == 0 {
				continue
			}
			if p := map[string]float64{"complaint": 0.5, "change": 0.4}[t.L1]; !d.chance(p) {
				continue
			}
			a := approval{contact: c, at: c.at + 3*minute + stamp(d.wait(float64(40*minute))), manager: d.IntN(len(w.words.Managers))}
			if a.at >= closing {
				continue
			}
			a.reason = reasons.pick(d.Float64())
			switch t.ID {
			case "reprice":
				a.reason = index(w.words.ApprovalReasons, "reprice")
			case "quality":
				a.reason = index(w.words.ApprovalReasons, "quality")
			}
			a.requested = []float64{5, 10, 10, 15, 20, 20, 30, 50}[d.IntN(8)]
			switch x := d.Float64(); {
			case x < 0.78:
				a.approved = a.requested
			case x < 0.88:
				a.approved = a.requested / 2
			}
			w.approvals = append(w.approvals, a)
		}
	}
	slices.SortStableFunc(w.approvals, func(a, b approval) int { return cmp.Compare(a.at, b.at) })
}

func (w *world) approvalRows() source {
	return inMemory(w.approvals, func(a approval) []Cell {
		c := a.contact
		return []Cell{
			at(a.at), text(w.words.Shops[c.shop].in(w.l)), text(w.words.Agents[c.agent].in(w.l)),
			text(w.people.name(c.customer, w.l)), text(c.order.id), text(w.words.Products[c.product].in(w.l)),
			text(w.words.ApprovalReasons[a.reason].in(w.l)), num(a.requested), text(w.words.Managers[a.manager].in(w.l)),
			w.either(a.approved > 0, "approved", "refused"), num(a.approved),
		}
	})
}
