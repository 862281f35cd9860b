package ingest

import "strings"

// truth reads a word as 1 (true) or 0 (false); neither is true for words that
// may stand in a column of truths without being one. ok is false for words
// that have no place there.
func readTruth(s string) (v float64, neither, ok bool) {
	s = strings.ToLower(trim(narrow(s)))
	switch s {
	case "是", "y", "yes", "true", "t", "对", "真", "√", "✓", "✔", "☑", "有", "是的", "ok", "resolved", "solved", "pass", "passed", "success", "successful",
		"解决", "通过", "合格", "及格", "同意", "批准", "成功", "完成", "接通", "接听", "达标", "付款", "满足", "met", "paid", "answered", "approved", "accepted":
		return 1, false, true
	case "否", "无", "無", "n", "no", "false", "f", "错", "假", "×", "✗", "✘", "☐", "没有", "不是", "unresolved", "not resolved", "unsolved", "fail", "failed", "failure",
		"驳回", "拒绝", "拒接", "失败", "missed", "not met", "unpaid", "not answered", "unanswered", "abandoned", "rejected", "refused", "declined", "denied":
		return 0, false, true
	case "n/a", "na", "未知", "不详", "待定", "不适用", "待审核", "待审批", "审核中", "审批中", "处理中", "待处理", "跟进中", "待跟进", "进行中", "未定",
		"待解决", "待回复", "部分解决", "部分通过", "pending", "in progress", "unknown", "partial", "partly", "待确认", "其他", "maybe", "tbd":
		return 0, true, true
	}
	if stem, v := truthStem(s); stem != "" {
		return v, false, true
	}
	return 0, false, false
}

// truthStem takes 已, 未 and their like from a word: 已发货 is 发货 and 1. The
// stem is "" where the word is not of that form.
func truthStem(s string) (stem string, v float64) {
	for _, p := range []string{"已经", "已"} {
		if r, found := strings.CutPrefix(s, p); found && short(r) {
			return r, 1
		}
	}
	for _, p := range []string{"未能", "未", "没有", "没", "不", "无法"} {
		if r, found := strings.CutPrefix(s, p); found && short(r) {
			return r, 0
		}
	}
	return "", 0
}

// short bounds the words behind 已 and 未 to those of a status.
func short(s string) bool {
	n := len([]rune(s))
	return n >= 1 && n <= 3
}

// strongTruth reports whether a word means truth wherever it stands, so that
// a column of nothing else is one of truths.
func strongTruth(s string) bool {
	switch strings.ToLower(trim(narrow(s))) {
	case "是", "否", "y", "n", "yes", "no", "true", "false", "√", "×", "✓", "✔", "✗", "✘", "已解决", "未解决", "resolved", "unresolved":
		return true
	}
	return false
}

// ratingWords are marks in words, from 1 (worst) to 5 (best).
var ratingWords = map[string]float64{
	"非常满意": 5, "很满意": 5, "十分满意": 5, "特别满意": 5, "超级满意": 5, "极满意": 5, "满意": 4, "较满意": 4, "比较满意": 4, "基本满意": 4,
	"一般": 3, "普通": 3, "中立": 3, "还行": 3, "一般满意": 3, "不满意": 2, "不太满意": 2, "较不满意": 2, "比较不满意": 2,
	"非常不满意": 1, "很不满意": 1, "极不满意": 1, "十分不满意": 1, "特别不满意": 1,
	"好评": 5, "中评": 3, "差评": 1, "很好": 5, "非常好": 5, "好": 4, "较好": 4, "较差": 2, "差": 2, "很差": 1, "非常差": 1, "优秀": 5, "良好": 4,
	"very satisfied": 5, "extremely satisfied": 5, "satisfied": 4, "somewhat satisfied": 4, "neutral": 3, "neither": 3, "dissatisfied": 2, "unsatisfied": 2,
	"somewhat dissatisfied": 2, "very dissatisfied": 1, "very unsatisfied": 1, "extremely dissatisfied": 1,
	"very positive": 5, "positive": 4, "negative": 2, "very negative": 1, "excellent": 5, "very good": 5, "good": 4, "average": 3, "fair": 3, "poor": 2, "bad": 2, "very poor": 1, "very bad": 1, "terrible": 1,
}

// unratedWords stand where nobody gave a mark.
var unratedWords = map[string]bool{
	"未评价": true, "未评": true, "无评价": true, "没有评价": true, "未参评": true, "未邀评": true, "未邀请": true, "已邀评": true, "暂无评价": true, "未评分": true, "无": true, "用户未评价": true, "客户未评价": true,
	"offered": true, "unoffered": true, "not offered": true, "not rated": true, "unrated": true, "no rating": true, "none": true, "no response": true,
}

// readRating reads a mark in words, stars, or a number with 星, 分 or stars.
func readRating(s string) (float64, bool) {
	s = strings.ToLower(trim(narrow(s)))
	if v, ok := ratingWords[s]; ok {
		return v, true
	}
	if v, ok := stars(s); ok {
		return v, true
	}
	for _, e := range []string{"星级", "星", "颗星", "分", " stars", " star", "/5", "/10"} {
		if r, ok := strings.CutSuffix(s, e); ok {
			if v, ok := plainNumber(trim(r)); ok && v >= 0 && v <= 10 {
				return v, true
			}
			if i := strings.Index("一二三四五", trim(r)); i >= 0 && len(trim(r)) == len("一") {
				return float64(i/len("一") + 1), true
			}
		}
	}
	return 0, false
}

// stars counts ★ and ⭐, read over ☆; ok only where there is nothing else.
func stars(s string) (float64, bool) {
	n := 0
	for _, r := range s {
		switch r {
		case '★', '⭐', '🌟', '*':
			n++
		case '☆', '\ufe0f', ' ':
		default:
			return 0, false
		}
	}
	if strings.ContainsRune(s, '*') && (strings.Trim(s, "*") != "" || n > 5) {
		return 0, false
	}
	return float64(n), n >= 1 && n <= 10 || n == 0 && strings.ContainsRune(s, '☆')
}

// progressWords are states of a case: 1 where it is settled, 0 where not yet.
var progressWords = map[string]float64{
	"已解决": 1, "已完成": 1, "已关闭": 1, "已处理": 1, "已办结": 1, "已完结": 1, "已结案": 1, "完结": 1, "办结": 1, "关闭": 1, "已完毕": 1, "处理完成": 1, "处理完毕": 1,
	"resolved": 1, "solved": 1, "closed": 1, "completed": 1, "complete": 1, "done": 1, "fixed": 1, "finished": 1,
	"未解决": 0, "处理中": 0, "待处理": 0, "跟进中": 0, "待跟进": 0, "进行中": 0, "已升级": 0, "未处理": 0, "未完成": 0, "待解决": 0, "待回复": 0, "已受理": 0, "已分配": 0, "新建": 0, "挂起": 0, "重开": 0,
	"open": 0, "new": 0, "pending": 0, "in progress": 0, "in-progress": 0, "escalated": 0, "assigned": 0, "started": 0, "on hold": 0, "on-hold": 0, "hold": 0, "waiting": 0, "reopened": 0, "unresolved": 0, "backlog": 0, "todo": 0, "to do": 0,
}
