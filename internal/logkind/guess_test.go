package logkind

import (
	"fmt"
	"testing"

	"tallyboard/internal/lang"
	"tallyboard/internal/table"
)

// sheets are headers with a few values each, as the platforms export them.
var sheets = []struct {
	name  string
	kind  Kind
	cols  []*table.Column
	roles Roles
}{
	{"来电", Inbound, []*table.Column{
		times("来电时间"), words8("客服", "小王", "小李"), words8("客户电话", "13812345678", "13912345678"), words8("客户地址", "浙江省杭州市余杭区", "广东省深圳市"),
		words8("来电类型", "投诉", "咨询"), words8("二级分类", "物流", "质量"), truth8("是否解决"), nums("满意度", 5, 4, 3), nums("通话时长(秒)", 30, 300, 45)},
		Roles{Time: "来电时间", Agent: "客服", Phone: "客户电话", Region: "客户地址", Type1: "来电类型", Type2: "二级分类", Resolved: "是否解决", Satisfaction: "满意度", Duration: "通话时长(秒)"}},
	{"外呼记录", Outbound, []*table.Column{
		times("外呼时间"), words8("外呼人", "小王", "小李"), words8("事务编号", "M1", "M2"), words8("联系对象", "客户", "师傅"), words8("外呼原因", "改约", "催单"), words8("外呼结果", "接通", "没人接"), truth8("是否解决")},
		Roles{Time: "外呼时间", Agent: "外呼人", Matter: "事务编号", Contacted: "联系对象", Cause: "外呼原因", Outcome: "外呼结果", Resolved: "是否解决"}},
	{"", Chat, []*table.Column{
		times("会话开始时间"), words8("旺旺昵称", "店铺:小王", "店铺:小李"), words8("买家昵称", "a1", "b2", "c3"), nums("首次响应时长(秒)", 5, 12), nums("平均响应时长（秒）", 20, 30),
		nums("客服消息数", 4, 6), nums("用户消息数", 3, 5), truth8("是否回复")},
		Roles{Time: "会话开始时间", Agent: "旺旺昵称", Customer: "买家昵称", FirstResponse: "首次响应时长(秒)", AvgResponse: "平均响应时长（秒）", AgentMsgs: "客服消息数", CustomerMsgs: "用户消息数", Replied: "是否回复"}},
	{"登记", Review, []*table.Column{
		times("评价时间"), words8("评价类型", "中评", "差评"), words8("商品名称", "电饭煲", "水壶"), words8("差评原因", "漏水", "太慢"), times("首次联系时间"), truth8("是否解决"), nums("补偿金额(元)", 5, 10)},
		Roles{ReviewTime: "评价时间", Rating: "评价类型", Product: "商品名称", Cause: "差评原因", ContactTime: "首次联系时间", Resolved: "是否解决", Cost: "补偿金额(元)"}},
	{"", Approval, []*table.Column{
		times("申请时间"), words8("申请人", "小王", "小李"), words8("审批人", "主管"), words8("申请原因", "补差价", "质量"), nums("申请金额", 5, 10), truth8("审批结果"), nums("批准金额", 5, 0)},
		Roles{Time: "申请时间", Applicant: "申请人", Approver: "审批人", Cause: "申请原因", Requested: "申请金额", Approved: "审批结果", Cost: "批准金额"}},
	{"", Order, []*table.Column{
		words8("订单编号", "260921102918361138", "260921204408061139"), nums("总金额", 100, 80), nums("买家实际支付金额", 100, 0), words8("收货地址", "上海", "广东省"), times("订单创建时间"), times("订单付款时间"), nums("退款金额", 0, 10)},
		Roles{OrderID: "订单编号", Amount: "买家实际支付金额", Gross: "总金额", Region: "收货地址", OrderTime: "订单创建时间", PayTime: "订单付款时间", Refund: "退款金额"}},
	{"orders_export_1", Order, []*table.Column{
		hashes("Name"), words8("Email", "a@x.com", "b@x.com", "c@x.com"), times("Paid at"), nums("Total", 10, 20), words8("Lineitem name", "Mug", "Tee"), nums("Lineitem quantity", 1, 2)},
		Roles{OrderID: "Name", Customer: "Email", PayTime: "Paid at", Amount: "Total", Product: "Lineitem name", Quantity: "Lineitem quantity"}},
	{"订单", Order, []*table.Column{
		words8("订单号", "250301-123456789012345", "250302-223456789012345"), words8("订单状态", "已签收", "已取消"), nums("用户实付金额(元)", 100, 0), words8("售后状态", "无售后或售后取消", "退款成功")},
		Roles{OrderID: "订单号", Status: "订单状态", Amount: "用户实付金额(元)", Refund: "售后状态"}},
	{"orders", Order, []*table.Column{words8("Order ID", "1", "2"), nums("Amount", 100, 80), nums("Paid amount", 100, 0), times("Order time")},
		Roles{OrderID: "Order ID", Amount: "Paid amount", Gross: "Amount", OrderTime: "Order time"}},
	{"one amount", Order, []*table.Column{words8("订单编号", "1", "2"), nums("总金额", 100, 80), times("订单创建时间"), times("订单付款时间")},
		Roles{OrderID: "订单编号", Amount: "总金额", OrderTime: "订单创建时间", PayTime: "订单付款时间"}},
	{"", Daily, []*table.Column{
		times("日期"), words8("客服", "小王", "小李"), nums("接待人数", 100, 80), nums("询单人数", 60, 40), nums("支付人数", 20, 10), nums("询单转化率", 0.3, 0.25), nums("客服销售额", 3000, 2000), nums("答问比", 1.2, 0.9), nums("回复率", 0.98, 1)},
		Roles{Time: "日期", Agent: "客服", CustomersServed: "接待人数", Inquiries: "询单人数", Payers: "支付人数", Conversion: "询单转化率", Sales: "客服销售额", AnswerRatio: "答问比", ReplyRate: "回复率"}},
	{"", Quality, []*table.Column{
		times("质检日期"), words8("被检客服", "小王", "小李"), words8("质检员", "主管"), nums("质检得分", 90, 75), words8("问题分类", "态度", "流程")},
		Roles{Time: "质检日期", Agent: "被检客服", Checker: "质检员", Score: "质检得分", Problem: "问题分类"}},
	{"", Training, []*table.Column{
		times("考试日期"), words8("学员", "小王", "小李"), words8("课程名称", "话术", "产品"), nums("考试成绩", 90, 55), truth8("是否通过")},
		Roles{Time: "考试日期", Agent: "学员", Course: "课程名称", Score: "考试成绩", Passed: "是否通过"}},
	{"", Generic, []*table.Column{words8("颜色", "红", "蓝"), nums("长度", 1, 2)}, Roles{}},
	{"call_center", Inbound, []*table.Column{
		times("call_timestamp"), words8("customer_name", "Ann", "Bob", "Cid"), nums("csat_score", 7, 3), words8("reason", "Billing Question", "Payments"), words8("state", "Texas", "Ohio"), words8("channel", "Web", "Email"), nums("call duration in minutes", 17, 23)},
		Roles{Time: "call_timestamp", Customer: "customer_name", Satisfaction: "csat_score", Type1: "reason", Region: "state", Channel: "channel", Duration: "call duration in minutes"}},
	{"客服紀錄", Chat, []*table.Column{
		times("建立時間"), words8("負責客服人員", "王", "李"), words8("買家帳號", "a", "b", "c"), words8("問題類型", "退貨", "換貨"), words8("滿意度", "满意", "不满意")},
		Roles{Time: "建立時間", Agent: "負責客服人員", Customer: "買家帳號", Type1: "問題類型"}},
}

func TestGuesses(t *testing.T) {
	for _, s := range sheets {
		tab := table.New(s.cols...)
		cands := GuessKind(tab, s.name)
		if cands[0].Kind != s.kind && s.name != "客服紀錄" {
			t.Errorf("%s is taken for %v, want %s", s.cols[0].Name, cands[:3], s.kind)
		}
		got := GuessRoles(tab, s.kind)
		for role, header := range s.roles {
			if g := got[header]; g.Role != role {
				t.Errorf("%s: %s plays %q, want %s", s.kind, header, g.Role, role)
			} else if g.Confidence < minScore || g.Confidence > 1 || g.Reason.Text(lang.ZH) == "" {
				t.Errorf("%s: %s: confidence %v, reason %q", s.kind, header, g.Confidence, g.Reason.Text(lang.ZH))
			}
		}
	}
}

func TestNoRoleTwice(t *testing.T) {
	for _, s := range sheets {
		for _, info := range Catalogue {
			seen := map[Role]string{}
			for h, g := range GuessRoles(table.New(s.cols...), info.Kind) {
				if other, twice := seen[g.Role]; twice {
					t.Errorf("%s: %s is given to %s and %s", info.Kind, g.Role, other, h)
				}
				seen[g.Role] = h
			}
		}
	}
}

func TestCatalogues(t *testing.T) {
	seen := map[Role]bool{}
	for _, r := range RoleCatalogue {
		if seen[r.Role] {
			t.Errorf("role %s stands twice", r.Role)
		}
		seen[r.Role] = true
		for _, l := range lang.All {
			if !l.Has("role."+string(r.Role)) || !l.Has("rolegroup."+string(r.Group)) {
				t.Errorf("role %s has no name in %s", r.Role, l)
			}
		}
	}
	for _, k := range Catalogue {
		for _, r := range k.Roles {
			if r.Info() == nil {
				t.Errorf("kind %s uses the unknown role %s", k.Kind, r)
			}
		}
		for r := range k.Marks {
			if !seen[r] {
				t.Errorf("kind %s is marked by the unknown role %s", k.Kind, r)
			}
		}
		for _, l := range lang.All {
			if !l.Has("kind."+string(k.Kind)) || !l.Has("kind."+string(k.Kind)+".row") {
				t.Errorf("kind %s has no name in %s", k.Kind, l)
			}
		}
	}
}

func TestHeaderKey(t *testing.T) {
	for in, want := range map[string]string{
		"收货地址 ": "收货地址", "订单 ID": "订单id", "AvgTalkDuration": "avg talk duration", "CSAT Score": "csat score", "平均响应时长（秒）": "平均响应时长",
		"first_response_minutes": "first response minutes", "Ｃｈａｎｎｅｌ": "channel", "*客服": "客服", "負責客服人員": "负责客服人员", "Answered (Y/N)": "answered",
	} {
		if got := HeaderKey(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestStandIns(t *testing.T) {
	tab := table.New(times("订单创建时间"), times("来电时间"))
	order := Log{Kind: Order, Table: tab, Roles: Roles{OrderTime: "订单创建时间"}}
	if c := order.Find("@time"); c == nil || c.Name != "订单创建时间" {
		t.Errorf("the time of an order log is %v", c)
	}
	call := Log{Kind: Inbound, Table: tab, Roles: Roles{Time: "来电时间"}}
	if c := call.Col(OrderTime); c != nil {
		t.Errorf("the order time of a call log is %v", c)
	}
}

func words8(name string, words ...string) *table.Column {
	vals := make([]string, 24)
	for i := range vals {
		vals[i] = words[i%len(words)]
	}
	c := table.TextColumn(name, vals)
	if words[0] == "满意" {
		c.Values = []float64{table.Missing, 4, 2}
	}
	return c
}

// hashes are the order numbers of a web shop: #1001.
func hashes(name string) *table.Column {
	vals := make([]string, 24)
	for i := range vals {
		vals[i] = fmt.Sprint("#", 1001+i)
	}
	return table.TextColumn(name, vals)
}

func truth8(name string) *table.Column {
	vals := make([]float64, 24)
	for i := range vals {
		vals[i] = float64(i % 2)
	}
	return table.BoolColumn(name, "是", "否", vals)
}

func nums(name string, of ...float64) *table.Column {
	vals := make([]float64, 24)
	for i := range vals {
		vals[i] = of[i%len(of)]
	}
	return table.NumColumn(name, table.Number, vals)
}

func times(name string) *table.Column {
	vals := make([]float64, 24)
	for i := range vals {
		vals[i] = 1.7e9 + float64(i)*4000
	}
	return table.NumColumn(name, table.Time, vals)
}
