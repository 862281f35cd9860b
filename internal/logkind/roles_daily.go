package logkind

var dailyRoles = []RoleInfo{
	daily(Receptions, counts, []string{"接待量", "接待数", "接待次数", "接待人次", "总接待量", "会话量", "会话数", "有效会话数", "咨询量", "咨询人次", "总咨询量", "接待会话数", "来电量", "接听量", "通话量", "receptions", "conversations", "chats", "calls", "contacts", "tickets handled", "calls handled", "chats handled", "total contacts"}),
	daily(CustomersServed, counts, []string{"接待人数", "有效接待人数", "咨询人数", "接待客户数", "服务客户数", "服务人数", "独立访客数", "总接待人数", "customers served", "customers", "unique customers", "users served"}),
	daily(Inquiries, counts, []string{"询单人数", "询单量", "询单数", "售前接待人数", "询单客户数", "inquiries", "inquiry users", "inquiring customers", "pre sale users"}),
	daily(Ordered, counts, []string{"下单人数", "询单下单人数", "下单客户数", "下单买家数", "ordered users", "ordering customers", "customers ordered"}),
	daily(Payers, counts, []string{"支付人数", "付款人数", "成交人数", "询单支付人数", "询单付款人数", "支付买家数", "成交客户数", "payers", "paying customers", "paid users", "buyers"}),
	daily(Conversion, shares, []string{"询单转化率", "转化率", "询单支付转化率", "支付转化率", "成交转化率", "询单到付款转化率", "询单成功率", "conversion", "conversion rate", "inquiry conversion"}),
	daily(Sales, money, []string{"客服销售额", "销售额", "客服销售金额", "个人销售额", "客服成交金额", "成交金额", "销售金额", "agent sales", "sales", "sales amount"}),
	daily(SalesShare, shares, []string{"客销占比", "客服销售占比", "客服销售额占比", "个人销售额占比", "销售额占比", "销售占比", "sales share", "share of sales"}),
	daily(OrderValue, money, []string{"客单价", "客服客单价", "平均客单价", "average order value", "aov", "order value"}),
	daily(ReplyRate, shares, []string{"回复率", "旺旺回复率", "人工回复率", "应答率", "接通率", "接听率", "响应率", "reply rate", "answer rate", "response rate"}),
	daily(FastReplyRate, shares, []string{"全天3分钟回复率", "3分钟回复率", "三分钟回复率", "3分钟响应率", "三分钟响应率", "3分钟人工响应率", "30秒应答率", "30s应答率", "30秒内应答率", "15s应答率", "15秒应答率", "3分钟应答率", "3分钟人工回复率", "三分钟人工回复率", "5分钟回复率", "20秒接通率", "20s接通率", "fast reply rate", "response sla", "sla met", "response sla met"}),
	daily(AnswerRatio, ratios, []string{"答问比", "问答比", "对话回合比", "answer ratio", "message ratio", "answer question ratio"}),
	daily(SatisfactionRate, shares, []string{"满意率", "客户满意率", "全天满意率", "好评率", "满意度", "客户满意度", "用户满意率", "satisfaction rate", "positive rate", "csat rate"}),
	daily(ResolutionRate, shares, []string{"解决率", "一次性解决率", "问题解决率", "一次解决率", "resolution rate", "fcr rate", "first contact resolution rate"}),
	daily(RefundRate, shares, []string{"退款率", "退货率", "退换货率", "refund rate", "return rate"}),
	daily(Complaints, counts, []string{"投诉量", "投诉数", "投诉次数", "投诉件数", "complaints", "complaint count"}),
	daily(Transfers, counts, []string{"转接量", "转接数", "转出数", "转出量", "转接次数", "转接人数", "转人工数", "transfers", "transferred", "transfer count"}),
	daily(OnlineTime, lengths, []string{"在线时长", "登录时长", "在岗时长", "工作时长", "工时", "online time", "logged in time", "login time", "time on duty", "working time"}),
	daily(GoodReviews, counts, []string{"好评数", "有效好评数", "好评量", "满意数", "good reviews", "positive reviews", "thumbs up"}),
	daily(BadReviews, counts, []string{"差评数", "有效差评数", "中差评数", "差评量", "不满意数", "bad reviews", "negative reviews", "thumbs down"}),
}

// daily makes the entry of a ready-counted KPI; its longer words also count
// as parts of a header (全天满意率, 客服询单转化率).
func daily(r Role, fits func(*Facts) float64, words []string) RoleInfo {
	var parts []string
	for _, w := range words {
		if len(w) >= len("三字词") {
			parts = append(parts, w)
		}
	}
	return RoleInfo{Role: r, Group: GroupDaily, Words: words, Parts: parts, Fits: fits}
}
