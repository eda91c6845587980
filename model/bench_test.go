package model_test

import (
	"slices"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/sample"
)

// Each rule alone over a report of 2,500 characters; "none" is what they have in common.
func BenchmarkRule(b *testing.B) {
	full := sample.Full()
	all := full.Edition.Rules
	run := func(name string, rules []model.Rule) {
		e := *full.Edition
		e.Rules = rules
		r := full.Clone()
		r.Edition = &e
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				model.Check(r, nil)
			}
		})
	}
	run("none", nil)
	for i := range all {
		run(all[i].ID, all[i:i+1])
	}
	run("all", all)
}

// The whole check of a report of 3,000 characters, with last year's at hand: as it is
// opened.
func BenchmarkCheckLong(b *testing.B) {
	r, last := long(b)
	for b.Loop() {
		model.Check(r, last)
	}
}

// The same check as the report is typed, a key in its longest text each time.
func BenchmarkCheckTyping(b *testing.B) {
	r, last := long(b)
	text := r.Texts["overview/part-1"]
	desk := model.Desk{Memory: new(model.Memory)}
	for n := 0; b.Loop(); n++ {
		r.Texts["overview/part-1"] = text + "村务公开"[:len("村")*(n%4+1)]
		desk.Check(r, last)
	}
}

// long is a report of 3,000 characters, and one of the year before.
func long(b *testing.B) (r, last *model.Report) {
	b.Helper()
	r = sample.Full()
	r.Texts["requests/note"] = "说明：不予公开的1件，保护的是第三方合法权益，已书面征求第三方意见；无法提供的5件中，本机关不掌握相关政府信息4件、没有现成信息需要另行制作1件，答复书均写明了理由和救济途径。" +
		"从申请人看，自然人18件，商业企业3件；从申请方式看，网络提交11件，邮寄7件，当面提交3件。征地补偿安置类申请10件，宅基地审批类6件，村级工程建设类5件。" +
		"全年发出补正告知书3份，延长答复期限1件，最短的1个工作日办结，平均用时8.5个工作日，比上年缩短2个工作日。"
	r.Texts["appeals/note"] = "全年因政府信息公开被申请行政复议2件，结果维持1件、结果纠正1件。被纠正的1件是因为检索范围过窄，县政府责令重新答复后，我镇在10日内向申请人补充提供了会议纪要，并对经办人员作了提醒谈话。" +
		"复议后起诉1件，尚未审结，镇长将出庭应诉。针对复议中暴露出的问题，我镇修订了答复审核流程，凡拟作不予公开、无法提供决定的，一律经法律顾问审查并留存检索记录。"
	r.Texts["overview/part-1"] = "开展“政务公开日”活动2次，邀请村民代表、企业代表和中小学生共128人走进镇政府，参观档案室、便民服务大厅和应急指挥中心。" +
		"利用赶集日设流动宣传点9次，发放《公开指南》口袋书2600册，现场受理咨询215人次，其中关于惠农补贴的98人次，关于医保缴费的64人次，关于农房建设的53人次。" +
		"围绕防汛备汛，通过村村响广播、微信群和公示栏三种渠道连续18天公布雨情、水情和避险转移安排；围绕秸秆综合利用，公布收储点位置、价格和补助标准，回应群众关切31条，回应率100%。" +
		"与县融媒体中心合作录制方言短视频12期，单期最高点击量2.4万次，群众满意度比上年提高3.1个百分点。"
	r.Texts["overview/part-2"] = "加强政策解读，坚持“谁起草、谁解读”，对本年度出台的5件惠民政策采用文字、图表和音频三种形式解读，做到解读材料与文件同步组织、同步审签、同步发布。" +
		"在镇便民服务中心、各村（居）委会设立政务公开专区，配备查询电脑和宣传资料架，安排专人引导办事群众查阅涉农补贴、社会救助和养老服务等信息，全年接待查阅370余人次。" +
		"推进村务公开与政务公开衔接，将耕地地力保护补贴、农机购置补贴和低保、特困供养人员名单逐村逐户张榜公示，公示期满后由驻村干部拍照存档。" +
		"开展信息公开业务培训2期，培训镇直部门负责人、村文书和信息员，讲解公开申请的登记、补正、答复各环节要求，并结合典型案例分析不规范答复的败诉风险。" +
		"建立信息发布台账，每月通报各站所报送和采用情况，对连续两个月未更新栏目的站所予以提醒，督促整改落实到位。"
	r.Outline = slices.Insert(
		r.Headings(), 6,
		model.Heading{ID: "overview/part-1", Title: "公众参与和回应关切"},
		model.Heading{ID: "overview/part-2", Title: "政策解读和基层公开"},
	)
	n := 0
	for id := range r.Texts {
		n += model.Length(r.Prose(id))
	}
	if n < 3000 {
		b.Fatalf("only %d characters", n)
	}
	last = r.Clone()
	last.Year--
	was := strings.NewReplacer("2026", "2025", "412", "376", "全年", "全年累计", "我镇", "本镇", "及时", "第一时间", "群众", "居民", "进一步", "不断")
	for id, text := range last.Texts {
		last.Texts[id] = was.Replace(text)
	}
	return r, last
}
