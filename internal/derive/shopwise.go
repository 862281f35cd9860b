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

// who tells the customers of the log apart, those of two shops too.
func (w *work) who() *table.Column {
	c := customerOf(w.log())
	if s := w.shopColumn(); s != nil && s.Dict.Len() > 1 {
		return w.inShops(c)
	}
	return c
}

// joined tells the customers of the log apart as the logs beside it do, which
// need not know shops.
func (w *work) joined() *table.Column { return w.as(customerOf(w.log()), w.shopwise()) }

// as is a column of customers, with their shops or without.
func (w *work) as(c *table.Column, shopwise bool) *table.Column {
	if c != nil && shopwise {
		return w.inShops(c)
	}
	return c
}

// inShops is a column of customers with their shops.
func (w *work) inShops(c *table.Column) *table.Column {
	if w.inShop == nil {
		w.inShop = map[*table.Dict]*table.Column{}
	}
	if w.inShop[c.Dict] == nil {
		w.inShop[c.Dict] = customersOfShops(c, w.shopColumn())
	}
	return w.inShop[c.Dict]
}

// customersOfShops gives every customer of every shop a word of its own; rows
// without a customer have none.
func customersOfShops(who, shop *table.Column) *table.Column {
	// A shop that is written in two ways is one.
	var names []string
	same := make([]uint32, shop.Dict.Len()+1)
	for i := 1; i < len(same); i++ {
		name := table.Fold(shop.Dict.At(uint32(i)))
		at := slices.Index(names, name)
		if at < 0 {
			at = len(names)
			names = append(names, name)
		}
		same[i] = uint32(at + 1)
	}
	shops := make([]uint32, len(shop.Codes))
	for i, s := range shop.Codes {
		shops[i] = same[s]
	}
	codes, n := pairs(who.Codes, shops)
	words := make([]string, n)
	for i, code := range codes {
		if code == 0 || words[code-1] != "" {
			continue
		}
		name := ""
		if s := shops[i]; s != 0 {
			name = names[s-1]
		}
		words[code-1] = name + "\x00" + who.Dict.At(who.Codes[i])
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
