package pivot_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
	"tallyboard/internal/render/pivottext"
)

// TestRealSheets holds answers that were worked out independently against
// sheets that nobody of this project made. Each answer is one line of CSV.
func TestRealSheets(t *testing.T) {
	cases := []struct {
		file, spec string
		want       []string
	}{
		{"pwc_call_center_raw.xlsx", "--rows Topic", []string{"Topic,count", "Streaming,1022", "Technical Support,1019", "Payment related,1007", "Contract related,976", "Admin Support,976"}},
		{"pwc_call_center_raw.xlsx", "--rows Agent", []string{"Jim,666", "Martha,638", "Diane,633", "Dan,633", "Becky,631", "Greg,624", "Joe,593", "Stewart,582"}},
		{"pwc_call_center_raw.xlsx", "--rows Agent --value 'mean:Satisfaction rating'", []string{"Martha,3.4708", "Joe,3.33057"}},
		{"pwc_call_center_raw.xlsx", "--value 'mean:Satisfaction rating' --value 'count:Satisfaction rating' --value 'mean:Speed of answer in seconds'", []string{"3.40355", "4054,67.52072"}},
		{"pwc_call_center_raw.xlsx", "--value median:AvgTalkDuration --value p90:AvgTalkDuration --value sum:AvgTalkDuration", []string{"\n226,378,911837\n"}},
		{"pwc_call_center_raw.xlsx", "--rows hour:Time", []string{"\n9,547\n", "10,529", "11,590", "12,547", "13,594", "14,499", "15,531", "16,566", "17,583", "18,14\n"}},
		{"pwc_call_center_raw.xlsx", "--rows week:Date", []string{"2020-12-28,176", "2021-01-04,402", "2021-01-25,434", "2021-03-29,112"}},
		{"pwc_call_center_raw.xlsx", "--rows isoweek:Date", []string{"2021-W04,434"}},
		{"pwc_call_center_raw.xlsx", "--rows month:Date", []string{"2021-01,1772", "2021-02,1616", "2021-03,1612"}},
		{"pwc_call_center_raw.xlsx", "--rows Agent --cols Topic", []string{"Jim,Contract related,145"}},
		{"pwc_call_center_raw.xlsx", "--rows Agent --where 'Topic=Contract related' --where Agent=Jim", []string{"Jim,145"}},
		{"pwc_call_center_raw.xlsx", "--rows 'Answered (Y/N)'", []string{",4054\n", ",946\n"}},
		{"pwc_call_center_raw.xlsx", "--value 'count{Resolved=true} / count' --value count{Resolved=true}", []string{"0.7292,3646"}},
		{"rwfd_call_center.csv", "--rows reason --cols channel", []string{"reason,channel,count"}},
		{"rwfd_call_center.csv", "--rows reason", []string{"Billing Question,7722", "Service Outage,1568", "Payments,1457"}},
		{"rwfd_call_center.csv", "--rows channel", []string{"Call-Center,3362", "Chatbot,2757", "Email,2447", "Web,2181"}},
		{"rwfd_call_center.csv", "--rows state --top 5", []string{"California,1203", "Texas,1162", "Florida,942", "New York,602", "Virginia,402"}},
		{"rwfd_call_center.csv", "--rows week:call_timestamp", []string{"2020-09-28,1376", "2020-10-05,2485", "2020-10-12,2551", "2020-10-19,2497", "2020-10-26,1838"}},
		{"rwfd_call_center.csv", "--rows day:call_timestamp --top 1", []string{"2020-10-22,399"}},
		{"rwfd_call_center.csv", "--value 'count' --value 'count:csat_score' --value 'mean:csat_score'", []string{"10747,3980,5.5997"}},
		{"rwfd_call_center.csv", "--rows response_time --where 'reason=Billing Question'", []string{"Within SLA,4871"}},
		{"tmall_order_report.csv", "--value sum:买家实际支付金额 --value sum:总金额 --value sum:退款金额", []string{"1902487.15,2995760.61,572335.92"}},
		{"tmall_order_report.csv", "--rows 收货地址", []string{"上海,3353", "广东省,2463", "江苏省,2126", "浙江省,2061", "北京,2054", "四川省,2019"}},
		{"tmall_order_report.csv", "--rows province:收货地址", []string{"上海,3353", "广东,2463"}},
		{"tmall_order_report.csv", "--rows hour:订单创建时间", []string{"20,1990", "21,2204", "22,2126"}},
		{"tmall_order_report.csv", "--rows day:订单创建时间 --show diff% --where 订单创建时间>=2020-02-24", []string{"2020-02-25,0.7097", "2020-02-26,-0.16598"}},
		{"tmall_order_report.csv", "--rows week:订单创建时间 --value count --value sum:买家实际支付金额", []string{"2020-02-17,10070,686203.14", "2020-02-24,15652,1114664.27"}},
		{"tmall_order_report.csv", "--rows 收货地址 --value 'count{订单付款时间=} / count' --sort value --desc", []string{"西藏自治区,0.3333", "新疆维吾尔自治区,0.2586", "湖北省,0.24"}},
		{"tmall_order_report.csv", "--value 'count:订单付款时间 / count'", []string{"0.85994"}},
		{"order-14.1_gbk.csv", "--rows month:成交时间 --value count --value distinct:订单ID", []string{"2017-02,", "2018-01,", "2018-02,", ",262\n", ",315\n", ",343\n"}},
		{"order-14.1_gbk.csv", "--value count --value distinct:订单ID", []string{"3478,918"}},
		{"order-14.1_gbk.csv", "--rows 门店编号", []string{"CDLG,1331", "CDXL,1148", "CDNL,999"}},
		{"tableau_superstore_zh.xls", "--rows 地区 --value count --value sum:销售额", []string{"华东,2958,4692464.99", "中南,2588,4147884.01"}},
		{"tableau_superstore_zh.xls", "--value distinct:'订单 ID' --value distinct:'客户 ID' --value sum:数量", []string{"2773,790,37675"}},
		{"tableau_superstore_zh.xls", "--rows year:订单日期 --value sum:销售额", []string{"2014,2939663.335", "2015,3443376.335", "2016,4246042.78", "2017,5488465.787"}},
		{"tableau_superstore_zh.xls", "--rows 地区 --cols 类别", []string{"华东,办公用品,1711"}},
		{"nyc311_small.csv", "--rows complaint_type --top 3", []string{"Noise - Residential,149", "Illegal Parking,127", "HEAT/HOT WATER,100"}},
		{"nyc311_small.csv", "--rows borough --cols complaint_type", []string{"BROOKLYN,HEAT/HOT WATER,31"}},
		{"support_tickets.csv", "--rows region --cols category", []string{"APAC,Booking Modification,466"}},
		{"support_tickets.csv", "--rows agent --value mean:csat_score --sort value --desc", []string{"Agent_016,3.19444", "Agent_013,2.75"}},
		{"support_tickets.csv", "--value mean:first_response_minutes --value median:first_response_minutes --value p90:first_response_minutes", []string{"67.58", ",32.29", ",174.34"}},
		{"packt_pvm_sales_53k.xlsx", "--rows DimSalesReps --value sum:Amount --where Scenario=Actual --where DimSalesMeasures~OrderQuantity", []string{"Blythe Michael,9606", "Valdez Rachel,266"}},
	}
	dir := os.Getenv("TALLYBOARD_REALDATA")
	if dir == "" {
		t.Logf("TALLYBOARD_REALDATA is not set: %d answers on real sheets left out", len(cases))
		return
	}
	engine := pivot.Memory()
	logs := map[string]*ingest.Log{}
	for _, c := range cases {
		log := logs[c.file]
		if log == nil {
			all, failures, err := ingest.Open(context.Background(), []string{filepath.Join(dir, c.file)}, ingest.Options{})
			if err != nil || len(failures) > 0 || len(all) == 0 {
				t.Errorf("%s: %v, %v", c.file, err, failures)
				continue
			}
			log, logs[c.file] = all[0], all[0]
		}
		spec, err := pivot.ParseSpec(c.spec)
		if err != nil {
			t.Fatal(err)
		}
		res, err := engine.Run(context.Background(), &log.Log, spec)
		if err != nil {
			t.Errorf("%s: %s: %v", c.file, c.spec, err)
			continue
		}
		var out strings.Builder
		if err := pivottext.CSV(&out, res, lang.EN); err != nil {
			t.Fatal(err)
		}
		for _, want := range c.want {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%s: %s: no %q in\n%s", c.file, c.spec, want, out.String())
			}
		}
	}
}
