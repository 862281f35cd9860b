package sample

import (
	"fmt"
	"time"

	"tallyboard/internal/lang"
)

// customer is the number of a customer. Buyers count from 0; strangers, who
// ask and never order, from firstStranger. Name, phone and home follow from
// the number, so that nobody has to be remembered.
type customer uint64

const firstStranger customer = 1 << 32

// place is a province and a city in it.
type place struct{ province, city int }

type people struct {
	words     *words
	buyers    picker // of provinces, where orders come from
	strangers picker // of provinces, where questions come from
	next      customer
}

// Contacts and orders come in proportion to the population, but for two
// provinces: one asks a lot and cannot order, one asks and hardly orders.
func newPeople(w *words) people {
	weigh := func(unserved, hesitant float64) picker {
		return newPicker(len(w.places), func(i int) float64 {
			p := w.places[i]
			switch p.ID {
			case "unserved":
				return p.Weight * unserved
			case "hesitant":
				return p.Weight * hesitant
			}
			return p.Weight
		})
	}
	return people{words: w, buyers: weigh(0, 0.2), strangers: weigh(5, 2.5)}
}

// newBuyer gives a customer whom nobody has met yet.
func (p *people) newBuyer() customer {
	p.next++
	return p.next - 1
}

func (p *people) home(c customer) place {
	from := p.buyers
	if c >= firstStranger {
		from = p.strangers
	}
	i := from.pick(unit(uint64(c)*2 + 1))
	return place{i, int(mix(uint64(c)^0xc17) % uint64(len(p.words.places[i].Cities)))}
}

// name is the nickname: a word or "tb", and digits that no other customer has
// (a multiplication by a number prime to 10^8 is one to one).
func (p *people) name(c customer, l lang.Lang) string {
	n := uint64(c)
	if c >= firstStranger {
		n = uint64(c-firstStranger) + 50_000_000
	}
	digits := n * 38_272_903 % 100_000_000
	if h := mix(uint64(c) ^ 0x1d); h%5 < 2 {
		nick := p.words.Nicknames[h>>8%uint64(len(p.words.Nicknames))]
		return fmt.Sprintf("%s%08d", nick.in(l), digits)
	}
	return fmt.Sprintf("tb%08d", digits)
}

// phone is a mobile number as platforms show it, its middle masked.
func (p *people) phone(c customer) string {
	h := mix(uint64(c) ^ 0xf0e)
	return fmt.Sprintf("1%c%d****%04d", "3578"[h%4], h>>4%10, h>>16%10000)
}

// region is a home as the logs write it: the long form in Chinese, the
// province in English.
func (w *world) region(p place) string {
	pr := w.words.places[p.province]
	if w.l != lang.ZH {
		return pr.EN
	}
	return pr.ZH + pr.Cities[p.city][0]
}

// shortRegion is the province as chat plug-ins write it.
func (w *world) shortRegion(p place) string {
	pr := w.words.places[p.province]
	if w.l != lang.ZH {
		return pr.EN
	}
	return pr.Short
}

// clock is a stamp as a calendar time.
func clock(t stamp) time.Time { return time.Unix(int64(t), 0).UTC() }
