package logkind

var whenRoles = []RoleInfo{
	{
		Role: Time, Group: GroupWhen,
		Words: []string{"时间", "日期", "来电时间", "来电日期", "呼入时间", "会话开始时间", "会话时间", "会话日期", "开始时间", "开始日期", "接入时间", "接待时间", "接待日期", "通话开始时间", "通话时间", "通话日期", "呼叫时间", "呼叫日期", "外呼时间", "外呼日期", "拨打时间", "拨打日期", "受理时间", "受理日期", "留言时间", "咨询时间", "咨询日期", "进线时间", "进线日期", "进入时间", "客户首次发送消息时间", "访客首条消息时间", "登记时间", "登记日期", "记录时间", "记录日期", "创建时间", "创建日期", "建立时间", "提交时间", "申请时间", "申请日期", "质检时间", "质检日期", "检查日期", "培训时间", "培训日期", "考试时间", "考试日期", "考核日期", "统计日期", "统计时间", "日报日期", "来访时间", "来访日期", "对话时间", "反馈时间", "发生时间", "发生日期", "年月日", "回访时间", "回访日期",
			"date", "time", "datetime", "date time", "date + time", "timestamp", "call timestamp", "call time", "call date", "call start", "created", "created date", "created at", "created on", "create time", "creation date", "ticket created", "start", "start time", "start date", "started at", "open date", "open dt", "opened", "opened at", "received", "received at", "received date", "contact date", "chat date", "chat start time", "report date", "day", "dim date", "submitted at", "request time", "request date", "check date", "exam date"},
		Parts: []string{"开始时间", "开始日期", "创建时间", "日期", "时间", "created", "timestamp", "date", "time"},
		Never: []string{"结束", "完成", "更新", "付款", "支付", "发货", "收货", "签收", "关闭", "解决时间", "响应", "回复", "时长", "期限", "预约", "end", "close", "closed", "update", "updated", "resolved", "resolution", "response", "due", "ship", "shipped", "pay", "paid", "duration", "wait", "handle", "talk", "reply", "last"},
		Fits:  moments,
		Alone: momentsAlone,
	},
	{
		Role: EndTime, Group: GroupWhen,
		Words: []string{"结束时间", "结束日期", "会话结束时间", "通话结束时间", "挂机时间", "挂断时间", "完成时间", "完结时间", "关闭时间", "答复时间", "恢复时间", "解决时间", "处理时间", "处理完成时间", "更新时间", "end", "end time", "end date", "ended at", "closed", "closed at", "closed date", "close date", "resolved date", "resolved at", "resolved time", "closed time", "finish time", "finished at", "completed at", "completed time", "completed date", "completion time", "completion date", "hang up time"},
		Parts: []string{"结束时间", "结束日期", "完成时间", "closed", "resolved date"},
		Never: []string{"时长", "duration"},
		Fits:  moments,
	},
	{
		Role: OrderTime, Group: GroupWhen,
		Words: []string{"下单时间", "下单日期", "订单时间", "订单日期", "订单创建时间", "订单创建日期", "订单生成时间", "拍下时间", "成交时间", "成交日期", "订单成交时间", "交易时间", "交易创建时间", "购买时间", "购买日期", "order time", "order date", "ordered at", "order created", "order create time", "purchase date", "purchase time", "purchased at", "order purchase timestamp", "invoice date"},
		Parts: []string{"下单时间", "订单创建", "order date", "purchase"},
		Never: []string{"付款", "支付", "发货", "完成", "关闭", "delivered", "approved"},
		Fits:  moments,
	},
	{
		Role: PayTime, Group: GroupWhen,
		Words: []string{"付款时间", "付款日期", "支付时间", "支付日期", "订单付款时间", "订单支付时间", "买家付款时间", "付款完成时间", "pay time", "payment time", "payment date", "paid at", "paid date", "paid time"},
		Parts: []string{"付款时间", "支付时间", "paid at"},
		Fits:  moments,
	},
	{
		Role: ReviewTime, Group: GroupWhen,
		Words: []string{"评价时间", "评价日期", "评论时间", "评论日期", "差评时间", "差评日期", "中差评时间", "中差评日期", "买家评价时间", "review time", "review date", "reviewed at", "review creation date", "rated at"},
		Parts: []string{"评价时间", "评价日期", "review date"},
		Fits:  moments,
	},
	{
		Role: ContactTime, Group: GroupWhen,
		Words: []string{"联系时间", "联系日期", "首次联系时间", "首次联系日期", "首次跟进时间", "跟进时间", "跟进日期", "处理联系时间", "contact time", "first contact time", "first contact", "contacted at", "follow up time", "follow up date"},
		Parts: []string{"联系时间", "跟进时间", "first contact"},
		Fits:  moments,
	},
}
