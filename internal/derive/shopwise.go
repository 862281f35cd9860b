package derive

import (
	"slices"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// Whoever gets in touch with two shops is a customer of each: visits, matters
// and orders of one shop say nothing of the other. What is counted for a shop is
// then the same, whether its rows stand in a log of its own or beside those of
// others.

// shopColumn tells the shops of the log's rows apart, by a column or by their
// files; nil where nothing does.
func (w *work) shopColumn() *table.Column {
	return w.shopOnce.get(func() *table.Column {
		c := w.log().Col(logkind.Shop)
		if c == nil && shop.Fits(w.log()) {
			c = shop.Make(w)
		}
		if !coded(c) || c.Dict.Len() == 0 {
			return nil
		}
		return c
	})
}

// crowd is the customers of a log, of all shops or of each. Code
// c × len(shops) + s + 1 is customer c+1 of the log's column at shop s.
type crowd struct {
	codes []uint32 // of each row; 0 is nobody
	top   int      // codes run to top
	dict  *table.Dict
	shops []string // as they are compared; the first is none

	orderOnce once[*order] // of the rows
}

func plainCrowd(c *table.Column) *crowd {
	return &crowd{codes: c.Codes, top: c.Dict.Len(), dict: c.Dict, shops: []string{""}}
}

// from gives for each code of another crowd that of the same customer here, 0
// where there is none.
func (c *crowd) from(other *crowd) []uint32 {
	shop, width := make([]int, len(other.shops)), len(other.shops)
	for s, name := range other.shops {
		shop[s] = slices.Index(c.shops, name)
	}
	out := make([]uint32, other.top+1)
	for who, code := range translate(other.dict, c.dict) {
		for s, at := range shop {
			if code != 0 && at >= 0 {
				out[(who-1)*width+s+1] = (code-1)*uint32(len(c.shops)) + uint32(at) + 1
			}
		}
	}
	return out
}

// who tells the customers of the log apart, those of two shops too.
func (w *work) who() *crowd {
	c, s := customerOf(w.log()), w.shopColumn()
	return w.as(c, s != nil && s.Dict.Len() > 1)
}

// joined tells the customers of the log apart as the logs beside it do, which
// need not know shops; nil where none are known.
func (w *work) joined() *crowd { return w.as(customerOf(w.log()), w.shopwise()) }

// as is a column of customers, with their shops or without.
func (w *work) as(c *table.Column, shopwise bool) *crowd {
	key := crowdKey{c, shopwise}
	if c == nil || w.crowds[key] != nil {
		return w.crowds[key]
	}
	if w.crowds == nil {
		w.crowds = map[crowdKey]*crowd{}
	}
	switch {
	case !shopwise:
		w.crowds[key] = plainCrowd(c)
	case w.d.manyPairs():
		w.crowds[key] = plainCrowd(customersOfShops(c, w.shopColumn()))
	default:
		shops := w.shopColumn().Codes
		same, names := sameShops(w.shopColumn().Dict)
		x := &crowd{codes: make([]uint32, len(shops)), top: c.Dict.Len() * len(names), dict: c.Dict, shops: names}
		stretches(len(shops), func(from, to int) {
			for i := from; i < to; i++ {
				if who := c.Codes[i]; who != 0 {
					x.codes[i] = (who-1)*uint32(len(names)) + same[shops[i]] + 1
				}
			}
		})
		w.crowds[key] = x
	}
	return w.crowds[key]
}

type crowdKey struct {
	col      *table.Column
	shopwise bool
}

// manyPairs reports whether some log has so many customers and shops that only
// the pairs which occur are given codes.
func (d *Deriver) manyPairs() bool {
	const most = 1 << 22
	for i, l := range d.logs {
		shops := d.work(i).shopColumn()
		for _, r := range []logkind.Role{logkind.Customer, logkind.Phone} {
			if c := l.Col(r); shops != nil && coded(c) && c.Dict.Len()*(shops.Dict.Len()+1) > most {
				return true
			}
		}
	}
	return false
}

// inShops is a column of customers with their shops, with a word for each pair.
func (w *work) inShops(c *table.Column, shopwise bool) *table.Column {
	if c == nil || !shopwise {
		return c
	}
	return customersOfShops(c, w.shopColumn())
}

// sameShops numbers the shops of a dictionary, of which one that is written in two
// ways is one; the first name is that of none.
func sameShops(shops *table.Dict) (same []uint32, names []string) {
	names = []string{""}
	same = make([]uint32, shops.Len()+1)
	for i := 1; i < len(same); i++ {
		name := table.Fold(shops.At(uint32(i)))
		at := slices.Index(names, name)
		if at < 0 {
			at = len(names)
			names = append(names, name)
		}
		same[i] = uint32(at)
	}
	return same, names
}

// customersOfShops gives every customer of every shop a word of its own; rows
// without a customer have none.
func customersOfShops(who, shop *table.Column) *table.Column {
	same, names := sameShops(shop.Dict)
	shops := make([]uint32, len(shop.Codes))
	for i, s := range shop.Codes {
		shops[i] = same[s]
	}
	codes, n := pairs(who.Codes, shops)
	words := make([]string, n)
	for i, code := range codes {
		if code != 0 && words[code-1] == "" {
			words[code-1] = names[shops[i]] + "\x00" + who.Dict.At(who.Codes[i])
		}
	}
	return &table.Column{Type: table.Text, Codes: codes, Dict: table.DictOf(words...)}
}

// shopwise reports whether the log is joined with others by customer and shop.
func (w *work) shopwise() bool {
	names := w.d.sharedShops()
	return names != nil && w.shopColumn() != nil && within(shopNames(w.shopColumn()), names)
}

// sharedShops are the shops by which all logs of contacts and orders tell their
// rows apart: the names of each are among those of the one with most. It is nil
// where one of them knows no shops, or names them otherwise.
func (d *Deriver) sharedShops() map[string]bool {
	return d.sharedOnce.get(func() map[string]bool {
		var most map[string]bool
		var all []map[string]bool
		for i, l := range d.logs {
			if l.Kind != logkind.Inbound && l.Kind != logkind.Chat && l.Kind != logkind.Order || customerOf(l) == nil || timeOf(l) == nil {
				continue
			}
			c := d.work(i).shopColumn()
			if c == nil {
				return nil
			}
			names := shopNames(c)
			all = append(all, names)
			if len(names) > len(most) {
				most = names
			}
		}
		if len(most) < 2 || slices.ContainsFunc(all, func(names map[string]bool) bool { return !within(names, most) }) {
			return nil
		}
		return most
	})
}

// shopNames are the words of a column of shops, as they are compared.
func shopNames(c *table.Column) map[string]bool {
	out := map[string]bool{}
	for code := 1; code <= c.Dict.Len(); code++ {
		out[table.Fold(c.Dict.At(uint32(code)))] = true
	}
	return out
}

func within(names, all map[string]bool) bool {
	for name := range names {
		if !all[name] {
			return false
		}
	}
	return true
}
