package kpi

import (
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
)

// Key is the key of a text about the KPI on logs of a kind: part "" is its name,
// "help" its definition, "formula" and "todo" what they say. A call is answered
// where a chat is replied to, so some kinds have texts of their own under
// "kpi.ID.KIND"; what a kind does not have is the KPI's own.
func (k *KPI) Key(l lang.Lang, kind logkind.Kind, part string) string {
	if part != "" {
		part = "." + part
	}
	if own := "kpi." + k.ID + "." + string(kind) + part; l.Has(own) {
		return own
	}
	return "kpi." + k.ID + part
}
