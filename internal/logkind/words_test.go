package logkind

import (
	"strings"
	"testing"

	"tallyboard/internal/table"
)

// Headers seen on real sheets, each alone on a sheet of a kind that has the
// role, with values as they would be.
var seenHeaders = []struct {
	role    Role
	kind    Kind
	make    func(string) *table.Column
	headers string
}{
	{Agent, Chat, people, "客服,客服昵称,客服实名,客服ID,旺旺昵称,子账号,坐席工号,坐席编号,员工姓名,业务员,受理人员,客服人员,負責客服人員,Agent,agent,Agent_name,call_owner,Assigned agent,staff_name"},
	{Team, Chat, people, "客服组,接待组,所在组织架构,分组,部門,team,Supervisor,Manager,Inbox,call_center"},
	{Customer, Chat, many, "客户,客户ID,客户UID,客户名称,买家会员名,买家昵称,旺旺ID,下单帐号(JD),留言用户,買家帳號,客戶名稱,用户UID,customer_name,Customer ID,CustomerID,Requester,user_id,Email,Full name"},
	{Phone, Inbound, phonesOf, "主叫号码,联系电话 ,联系手机,来电号码,Phone_Number,手机号码"},
	{Region, Order, places8, "地区,省,市,区,省份,城市,省/自治区,收货地址,收货地址 ,收货省份,客户地区,地市,区县,location,行政區,縣市,收件地址,city,state,region,country,borough,neighborhood,Customer_City"},
	{Type1, Inbound, types8, "来电类型,一级分类,一级类型,会话分类信息,会话咨询分类明细,一级问题,业务类型,账务类型,問題類型,案件類別,Topic,reason,category,class_one,complaint_type,Call_Type,issue_type"},
	{Type2, Inbound, types8, "二级分类,二级问题,Sub-category,class_two,descriptor"},
	{Type3, Inbound, types8, "三级分类"},
	{Channel, Inbound, types8, "渠道,来源,来源类型,会话通路,接入方式,來源,管道,channel,channel_name,ticket_channel,open_data_channel_type,Source"},
	{Time, Inbound, times, "会话开始时间,开始时间,接入时间,通话开始时间,呼叫时间,受理时间,留言时间,客户首次发送消息时间,访客首条消息时间,建立時間,受理日期,Date,Time,call_timestamp,created_date,ticket_created,start_time,open_dt"},
	{EndTime, Inbound, times, "结束时间,答复时间,恢复时间,更新時間,closed_date,resolved_date,end_time"},
	{Duration, Inbound, secs, "通话时长,时长,会话时长(秒),处理时长,平均会话时长,通話時間,AvgTalkDuration,call duration in minutes,duration,Call_Duration_Seconds,connected_handling_time,Talk Time"},
	{FirstResponse, Chat, secs, "首次响应时长,首次响应时长(秒),客服首次响应时长,全天首响时长,首响,實際首次回覆時間,Speed of answer in seconds,first_response_minutes,Wait_Time_Seconds,First response time"},
	{AvgResponse, Chat, secs, "平均响应时长（秒）,全天平响时长,人工平均回复时长,旺旺平响(秒),客服平均响应时长,平响,平均回覆時間,avg_reply_time,response_time,Average response time"},
	{ReplyRate, Daily, fractions, "回复率,旺旺回复率,回覆率,reply rate"},
	{FastReplyRate, Daily, fractions, "全天3分钟回复率,三分钟回复率（人维度）,3分钟响应率,30s应答率"},
	{AnswerRatio, Daily, fractions, "答问比"},
	{AgentMsgs, Chat, ints, "客服消息数,Agent interactions"},
	{CustomerMsgs, Chat, ints, "用户消息数,Customer interactions"},
	{Resolved, Chat, truth8, "是否解决,是否已解决,解决状态,会话解决状态,用户标记的解决状态,處理進度,Resolved,Resolution"},
	{ResolutionRate, Daily, fractions, "解决率"},
	{Satisfaction, Chat, marks, "满意度,满意度评分,用户评价分数,滿意度,Satisfaction rating,csat_score,CSAT Score,sentiment"},
	{SatisfactionRate, Daily, fractions, "客户满意率,全天满意率,好评率"},
	{GoodReviews, Daily, ints, "有效好评数"},
	{BadReviews, Daily, ints, "有效差评数"},
	{Inquiries, Daily, ints, "询单人数,inquiry_users"},
	{Ordered, Daily, ints, "下单人数"},
	{Payers, Daily, ints, "支付人数"},
	{Conversion, Daily, fractions, "询单转化率,conversion"},
	{Sales, Daily, ints, "客服销售额"},
	{SalesShare, Daily, fractions, "客服销售占比,个人销售额占比"},
	{CustomersServed, Daily, ints, "咨询人数,接待人数,有效接待人数"},
	{OrderID, Order, ids, "订单编号,订单号,主订单编号,子订单编号,订单 ID,订单ID,商户订单号,訂單編號,訂單號,Order ID,order_id,Invoice"},
	{Amount, Order, ints, "总金额,买家应付货款,买家实际支付金额,买家实付金额,用户实付金额(元),商家实收金额(元),商品总价(元),应付金额,实付金额,销售额,订单金额,訂單總金額,Amount,Sales,Item_price,price"},
	{Refund, Order, ints, "退款金额,Refund"},
	{Cost, Review, ints, "售后卖家赔付费"},
	{Product, Order, many, "商品,商品名称,宝贝标题,宝贝标题 ,商品标题,标题,商品ID,商品id,商品规格,商家编码,商品名稱,商品編號,Product Name,product"},
	{Category, Order, types8, "宝贝种类 ,Product_category"},
	{Shop, Order, types8, "店铺,店铺名称,店铺Id,店名,门店编号,店铺ID,賣場,商店,shop,store,Store"},
	{Rating, Review, types8, "评价类型,rating,review_score,label"},
	{Cause, Order, types8, "订单关闭原因,退款原因,会话关闭原因,故障原因,取消原因,reason,close_reason,resolution_description"},
	{Applicant, Approval, people, "申请人,申請人,requester"},
	{Approver, Approval, people, "审批人,approver"},
	{OrderTime, Order, times, "订单创建时间,订单成交时间,下单时间,成交时间"},
	{PayTime, Order, times, "订单付款时间 "},
	{Status, Order, types8, "订单状态,售后状态,status"},
	{Quantity, Order, ints, "宝贝总数量,商品数量(件)"},
}

func TestSeenHeaders(t *testing.T) {
	for _, s := range seenHeaders {
		for _, h := range strings.Split(s.headers, ",") {
			tab := table.New(s.make(h))
			if s.role == Type2 || s.role == Type3 { // the only column of types is the first level
				tab = tab.With(types8("来电类型"))
			}
			got := GuessRoles(tab, s.kind)[h]
			if got.Role != s.role {
				t.Errorf("%q in a %s log plays %q (%.2f), want %s", h, s.kind, got.Role, got.Confidence, s.role)
			}
		}
	}
}

func people(h string) *table.Column { return words8(h, "小王", "小李", "小张") }
func types8(h string) *table.Column { return words8(h, "甲类", "乙类", "丙类") }
func ints(h string) *table.Column   { return nums(h, 12, 30, 47) }
func secs(h string) *table.Column   { return nums(h, 12, 30, 470) }
func marks(h string) *table.Column  { return nums(h, 1, 3, 5) }
func fractions(h string) *table.Column {
	c := nums(h, 0.4, 0.95, 0.8)
	c.Unit = "%"
	return c
}
func places8(h string) *table.Column  { return words8(h, "浙江", "广东", "上海") }
func phonesOf(h string) *table.Column { return words8(h, "13812345678", "13912345678") }
func ids(h string) *table.Column      { return words8(h, "202103051234567890", "202103051234567891") }

func many(h string) *table.Column {
	vals := make([]string, 24)
	for i := range vals {
		vals[i] = "n" + string(rune('a'+i))
	}
	return table.TextColumn(h, vals)
}
