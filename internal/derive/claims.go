package derive

import (
	"math"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// claims are the contacts that say themselves which order they are about. They
// count for that order, whoever called and however late; the other contacts of
// its customer are taken to be about the order before them.
type claims struct {
	count []float64 // of each order: those at or after it
	first []float64 // from the order to the first of them; NaN where there is none
}

// claims is nil where no contact names an order of the log.
func (w *work) claims() *claims { return w.claimsOnce.get(w.gatherClaims) }

func (w *work) gatherClaims() *claims {
	placed, rows := timeOf(w.log()), w.orderRows()
	if rows == nil {
		return nil
	}
	var c *claims
	for _, l := range w.d.logs {
		when, named := timeOf(l), w.namedOrders(l)
		if named == nil || when == nil {
			continue
		}
		if c == nil {
			c = &claims{make([]float64, w.rows()), w.missing()}
		}
		for i, t := range when.Nums {
			code := named(i)
			if code == 0 || t != t {
				continue
			}
			row := rows[code]
			from := placed.Nums[row]
			if placed.DateOnly || when.DateOnly {
				from, t = dayOf(from), dayOf(t)
			}
			if t >= from {
				c.count[row]++
				c.first[row] = min(orInf(c.first[row]), t-from)
			}
		}
	}
	return c
}

// orderRows is the first row of each order id, by its code; nil where the log
// has no ids.
func (w *work) orderRows() []int32 {
	ids := w.log().Col(logkind.OrderID)
	if ids == nil || !ids.Type.Coded() {
		return nil
	}
	rows := make([]int32, ids.Dict.Len()+1)
	for i := len(ids.Codes) - 1; i >= 0; i-- {
		rows[ids.Codes[i]] = int32(i)
	}
	return rows
}

// namedOrders gives the code of the order that a row of a contact log names, 0
// where it names none of this log; nil where the contact log names no orders.
func (w *work) namedOrders(l *logkind.Log) func(row int) uint32 {
	ids, named := w.log().Col(logkind.OrderID), l.Col(logkind.OrderID)
	if l.Kind != logkind.Inbound && l.Kind != logkind.Chat || !coded(ids) || !coded(named) {
		return nil
	}
	codes := translate(named.Dict, ids.Dict)
	return func(row int) uint32 { return codes[named.Codes[row]] }
}

func coded(c *table.Column) bool { return c != nil && c.Type.Coded() }

func orInf(v float64) float64 {
	if v != v {
		return math.Inf(1)
	}
	return v
}
