package ingest

import "testing"

func TestHints(t *testing.T) {
	for _, h := range []string{"编号", "订单号", "工号", "联系电话 ", "手机", "商品ID", "CustomerID", "customer_id", "Call Id", "orderid", "Phone_Number", "unique_key", "incident_zip", "Case Number", "Invoice No", "快递单号", "序号", "邮编", "UID"} {
		if !hintOf(h).id {
			t.Errorf("%q names no ids", h)
		}
	}
	for _, h := range []string{"PAID", "Paid", "接待数", "Number of calls", "金额", "日期", "满意度", "bid price", "valid", "3月5日", "10月3号", "号召力", "Notes", "通话时长"} {
		if hintOf(h).id {
			t.Errorf("%q names ids", h)
		}
	}
	for h, unit := range map[string]string{"首响(秒)": "s", "时长（分钟）": "min", "call duration in minutes": "min", "Speed of answer in seconds": "s", "resolution_hours": "h", "金额(元)": "¥", "销售额（万元）": "万元", "完成率(%)": "pp", "等待毫秒(ms)": "ms", "处理天数(天)": "d", "分钟数": "min", "评分": "", "second name": "", "Amount ($)": "$", "秒杀订单": ""} {
		if got := hintOf(h).unit; got != unit {
			t.Errorf("%q has the unit %q, want %q", h, got, unit)
		}
	}
	for _, h := range []string{"下单时间", "日期", "created_at", "Date", "order_date", "成交日"} {
		if !hintOf(h).moment {
			t.Errorf("%q names no moment", h)
		}
	}
	for _, h := range []string{"今日销售额", "日均接待量", "时间段数", "通话时长", "days", "response time", "平均响应时间", "candidate", "生日礼品"} {
		if hintOf(h).moment {
			t.Errorf("%q names a moment", h)
		}
	}
}
