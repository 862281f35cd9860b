package kpi

import (
	"testing"

	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
)

// Calls are answered, chats are replied to.
func TestNamesByKind(t *testing.T) {
	for _, tc := range []struct {
		kpi    *KPI
		kind   logkind.Kind
		part   string
		zh, en string
	}{
		{ReplyRate, logkind.Inbound, "", "接通率", "Answered rate"},
		{ReachedRate, logkind.Outbound, "", "接通率", "Answered rate"},
		{ReplyRate, logkind.Chat, "", "回复率", "Reply rate"},
		{FirstResponse, logkind.Inbound, "", "平均接听等待", "Mean wait"},
		{FirstResponse, logkind.Chat, "", "平均首响", "First response, mean"},
		{ReplyRate, logkind.Inbound, "help", "接通的来电占全部来电的比例。", "Share of calls that were answered."},
		{ResolvedRate, logkind.Inbound, "help", lang.ZH.T("kpi.resolved_rate.help"), lang.EN.T("kpi.resolved_rate.help")},
	} {
		for l, want := range map[lang.Lang]string{lang.ZH: tc.zh, lang.EN: tc.en} {
			if got := l.T(tc.kpi.Key(l, tc.kind, tc.part)); got != want {
				t.Errorf("%s of %s %s: %q, want %q", tc.kpi.ID, tc.kind, tc.part, got, want)
			}
		}
	}
}
