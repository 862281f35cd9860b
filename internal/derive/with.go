package derive

import (
	"slices"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// withOrders reports whether some order log knows customers as the log does.
func withOrders(log *logkind.Log, logs []*logkind.Log) bool {
	return slices.ContainsFunc(logs, func(l *logkind.Log) bool {
		return l.Kind == logkind.Order && customerLike(l, log) != nil && timeOf(l) != nil
	})
}

// withAmounts is withOrders of orders that know their amounts.
func withAmounts(log *logkind.Log, logs []*logkind.Log) bool {
	return withOrders(log, slices.DeleteFunc(slices.Clone(logs), func(l *logkind.Log) bool {
		c := l.Col(logkind.Amount)
		return c == nil || c.Type != table.Number
	}))
}

// withRegions reports whether some order log knows regions.
func withRegions(_ *logkind.Log, logs []*logkind.Log) bool {
	return slices.ContainsFunc(logs, func(l *logkind.Log) bool {
		c := l.Col(logkind.Region)
		return l.Kind == logkind.Order && c != nil && c.Type.Coded()
	})
}

// withContacts reports whether some log of contacts knows customers as the order
// log does.
func withContacts(log *logkind.Log, logs []*logkind.Log) bool {
	return slices.ContainsFunc(logs, func(l *logkind.Log) bool {
		return (l.Kind == logkind.Inbound || l.Kind == logkind.Chat) && customerLike(l, log) != nil && timeOf(l) != nil
	})
}

// withAgents is withContacts of contacts that know their agents.
func withAgents(log *logkind.Log, logs []*logkind.Log) bool {
	return withContacts(log, slices.DeleteFunc(slices.Clone(logs), func(l *logkind.Log) bool {
		c := l.Col(logkind.Agent)
		return c == nil || !c.Type.Coded()
	}))
}

// tellsShops reports whether the files of the log tell shops apart.
func tellsShops(log *logkind.Log, logs []*logkind.Log) bool {
	names := shopsOf(logs)
	return slices.ContainsFunc(log.Table.Sources, func(s table.Source) bool { return names[path(s)] != "" })
}
