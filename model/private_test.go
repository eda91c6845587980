package model_test

import (
	"testing"

	"nianbao/model"
	"nianbao/model/sample"
)

func TestPrivateDataIsFound(t *testing.T) {
	for _, c := range []struct{ text, words string }{
		{"联系人：李某，手机13812345678。", "13812345678"},
		{"手机：138-1234-5678。", "138-1234-5678"},
		{"手机：138 1234 5678。", "138 1234 5678"},
		{"手机：139 12345678。", "139 12345678"},
		{"手机：1391234 5678。", "1391234 5678"},
		{"手机：+86 138 1234 5678。", "138 1234 5678"},
		{"手机：+86-13812345678。", "13812345678"},
		{"手机：１３８１２３４５６７８。", "１３８１２３４５６７８"},
		{"电话：0000-1234567，19912345678（李某）。", "19912345678"},
		{"电话0000-1234567 13812345678。", "13812345678"},
		{"身份证号11010519491231002X的申请人已经答复。", "11010519491231002X"},
		{"身份证号：110105 19491231 002x。", "110105 19491231 002x"},
		{"补贴发至6222021234567890128账户。", "6222021234567890128"},
		{"账号：6222 0212 3456 7890 128。", "6222 0212 3456 7890 128"},
		{"申请可发至baiyang@qq.com。", "baiyang@qq.com"},
		{"邮箱：zhang.san_01@vip.163.com，", "zhang.san_01@vip.163.com"},
		{"邮箱 12345678@QQ.com.", "12345678@QQ.com"},
		{"邮箱13812345678@139.com", "13812345678@139.com"},
		{"邮箱：by＠126.com", "by＠126.com"},
	} {
		_, found := foundIn(t, "private-data", c.text)
		if len(found) != 1 || found[0].Words != c.words {
			t.Errorf("%s: %+v, want %s", c.text, found, c.words)
		}
	}
}

func TestWhatIsOfTheOfficeIsNotPrivate(t *testing.T) {
	for _, text := range []string{
		"联系电话：0431-84181322。", "电话：010-12345678转8012。", "电话：02388888888，传真02388888889。", "服务热线12345、12388，电话 0577-67137027。",
		"电话：0536-1391234 5678。", "监督电话：400-123-4567。",
		"统一社会信用代码11220112013612345K。", "统一社会信用代码：115001020086838832。",
		"邮编：130000，文号国办公开办函〔2021〕30号。", "涪陵府办发〔2020〕105号。",
		"投入资金13812345678元，惠及群众13900000000人次。", "合计13812345678.12元。", "编号20260131123456789012。",
		"网址：www.baiyang.example.gov.cn/art/2026/1/16/art_13812345678.html。", "文件content_13812345678.shtml已经发布。",
		"附件t20260112_13812345678.pdf", "批次号A13812345678。",
		"身份证号110105********002X已经隐去。", "手机号138****5678已经隐去。", "身份证号110105194912310021有误。", "编号440524188001010014。",
		"订单1234567890123456。", "流水号6222021234567890121。", "2020-2026年，12-31，2026-01-31。",
		"邮箱：xxgk@baiyang.gov.cn。", "邮箱：baiyang@example.gov.cn，bgs@by.qq.com.example.gov.cn。", "@白杨发布在微博推送。", "收到qq.com网站转来的来信。",
		"申请{requests/new/total}件，电话0000-1234567。", "身高138 1234人", "全年共12 345 678元。",
		"服务12345678901234567890人。",
	} {
		if _, found := foundIn(t, "private-data", text); len(found) != 0 {
			t.Errorf("%s: %v", text, found)
		}
	}
}

func TestFeeNotTold(t *testing.T) {
	const told, untold = "本年度发出信息处理费收费通知1件。", "办理人大代表建议3件，结果在网站公开。"
	for _, c := range []struct {
		name, unpaid, prose, other, words string
		found                             int
	}{
		{"nothing happened", "0", "本年度没有收取信息处理费。", untold, "", 0},
		{"unpaid", "1", "", untold, "", 1},
		{"unpaid and told", "1", "", told, "", 0},
		{"charged", "0", "全年收取信息处理费350元。", untold, "信息处理费350元", 1},
		{"charged, in 万元", "0", "收取的信息处理费共计1.2万元。", untold, "信息处理费共计1.2万元", 1},
		{"charged, the other way round", "0", "全年收取350元信息处理费。", untold, "350元信息处理费", 1},
		{"charged and told", "0", "全年收取信息处理费350元。", told, "", 0},
		{"none charged", "0", "全年收取信息处理费0元。", untold, "", 0},
		{"none charged, with a zero behind the point", "0", "收取信息处理费0.00元，投入经费350元。", untold, "", 0},
		{"the law", "0", "依照《政府信息公开信息处理费管理办法》执行，投入经费350元。", untold, "", 0},
		{"notices", "0", "发出信息处理费收费通知2件。", untold, "", 0},
	} {
		r := sample.Example(t)
		r.Apply(
			model.Change{At: "requests/other-unpaid/person", New: c.unpaid},
			model.Change{At: "overview/platform", New: c.prose},
			model.Change{At: "other", New: c.other},
		)
		var found []model.Finding
		for _, f := range model.Check(r, nil) {
			if f.Rule == "fee-not-told" {
				found = append(found, f)
			}
		}
		if len(found) != c.found || c.found > 0 && found[0].Words != c.words {
			t.Errorf("%s: %v", c.name, found)
		}
	}
}
