package logkind

var moneyRoles = []RoleInfo{
	{
		Role: Amount, Group: GroupMoney,
		Words: []string{"买家实际支付金额", "买家实付金额", "实付金额", "实际支付金额", "用户实付金额", "商家实收金额", "实收金额", "实付", "支付金额", "付款金额", "成交金额", "订单金额", "订单总金额", "订单总价", "交易金额", "应付金额", "买家应付货款", "总金额", "商品总价", "总价", "金额", "销售额", "销售金额", "收入", "paid amount", "amount paid", "payment amount", "payment value", "amount", "order amount", "total amount", "sales", "sales amount", "revenue", "total", "total price", "order total", "price", "item price", "unit price"},
		Parts: []string{"实付", "支付金额", "订单金额", "金额", "销售额", "amount", "revenue"},
		Never: []string{"退款", "赔付", "补偿", "赔偿", "申请", "审批", "批准", "优惠", "折扣", "邮费", "运费", "积分", "立减", "客服", "个人", "refund", "discount", "shipping", "cost", "tax", "占比", "率", "count", "sales reps", "客单"},
		Fits:  money,
	},
	{
		Role: Gross, Group: GroupMoney,
		Words: []string{"买家应付货款", "应付金额", "应付款", "应付总额", "订单应付金额", "总金额", "订单总金额", "订单总价", "商品总价", "订单金额", "商品金额", "amount due", "gross amount", "order total", "total amount", "subtotal", "total price", "order amount", "amount", "total"},
		Parts: []string{"应付", "amount due"},
		Never: []string{"实付", "实收", "退款", "邮费", "运费", "优惠", "折扣", "时间", "状态", "refund", "shipping", "discount", "paid", "date"},
		Fits:  money,
	},
	{
		Role: Paid, Group: GroupMoney,
		Words: []string{"是否付款", "是否支付", "是否已付款", "付款状态", "支付状态", "是否成交", "是否下单", "paid", "is paid", "payment status", "converted"},
		Parts: []string{"是否付款", "是否支付"},
		Never: []string{"金额", "时间", "amount", "time", "date"},
		Fits:  truths,
		Alone: wordsAlone("已付款", "未付款", "已支付", "未支付", "paid", "unpaid"),
	},
	{
		Role: Quantity, Group: GroupMoney,
		Words: []string{"数量", "商品数量", "宝贝总数量", "购买数量", "件数", "销量", "下单数量", "quantity", "qty", "units", "item count", "number of items"},
		Parts: []string{"商品数量", "购买数量", "quantity"},
		Never: []string{"消息", "退款"},
		Fits:  counts,
	},
	{
		Role: Refund, Group: GroupMoney,
		Words: []string{"退款金额", "退款", "退款额", "实际退款金额", "退货金额", "买家退款金额", "退款总额", "refund", "refund amount", "refunded", "refunded amount", "returned amount", "退款状态", "售后状态", "refund status"},
		Parts: []string{"退款金额", "refund amount"},
		Never: []string{"原因", "状态", "时间", "率", "编号", "次数", "类型", "reason", "status", "rate"},
		Fits:  moneyBack,
	},
	{
		Role: Cost, Group: GroupMoney,
		Words: []string{"赔付金额", "补偿金额", "赔偿金额", "赔付", "补偿", "补偿费用", "赔付费用", "赔付成本", "处理成本", "处理费用", "成本", "费用", "返现金额", "返现", "红包金额", "补偿额度", "售后卖家赔付费", "优惠券金额", "compensation", "compensation amount", "compensation cost", "cost", "payout", "goodwill", "rebate"},
		Parts: []string{"赔付", "补偿", "赔偿", "返现", "compensation", "批准金额", "审批金额", "批复金额", "核准金额", "通过金额", "approved amount"},
		Never: []string{"方式", "类型", "原因", "状态", "标准", "type", "status", "reason"},
		Fits:  money,
	},
	{
		Role: Requested, Group: GroupMoney,
		Words: []string{"申请金额", "申请额度", "额度", "申请费用", "申请补偿金额", "申请赔付金额", "申请数额", "requested", "requested amount", "amount requested", "request amount"},
		Parts: []string{"申请金额", "申请额度", "requested amount"},
		Fits:  money,
	},
	{
		Role: Approved, Group: GroupMoney,
		Words: []string{"批准金额", "审批金额", "批复金额", "通过金额", "核准金额", "是否批准", "是否通过", "审批结果", "审核结果", "批复结果", "是否同意", "审批状态", "审核状态", "approved", "is approved", "approved amount", "amount approved", "approval", "decision"},
		Parts: []string{"批准", "审批结果", "审核结果", "approved"},
		Never: []string{"人", "时间", "日期", "意见", "备注", "by", "date", "time"},
		Fits:  truthOrMoney,
		Alone: wordsAlone("同意", "驳回", "拒绝", "已批准", "未批准", "批准", "通过", "approved", "rejected", "declined"),
	},
}
