package xlsx_test

import (
	"testing"

	"nianbao/assets"
	"nianbao/model"
)

// blank is an empty report of an edition.
func blank(t testing.TB, edition, office string, kind model.Kind, year int) *model.Report {
	t.Helper()
	all, err := model.ReadEditions(assets.Editions())
	if err != nil {
		t.Fatal(err)
	}
	return model.NewReport(all.ByID(edition), office, kind, year)
}

// zeros fills every number that is typed in.
func zeros(r *model.Report) {
	for _, c := range r.Edition.Cells() {
		if !c.Total() && !c.Optional() {
			r.Numbers[c.Ref] = model.Int(0)
		}
	}
}

func put(r *model.Report, numbers map[model.Ref]string) {
	for ref, typed := range numbers {
		if r.Edition.Cell(ref) == nil {
			panic("no cell " + ref)
		}
		r.Numbers[ref] = model.ParseNumber(typed)
	}
}

// full is a finished report in which everything balances.
func full(t testing.TB) *model.Report {
	r := blank(t, "2021", "白杨镇人民政府", model.Township, 2026)
	zeros(r)
	put(r, map[model.Ref]string{
		"disclosure/documents/issued": "4", "disclosure/documents/repealed": "2", "disclosure/documents/in-force": "31",
		"disclosure/permits/decisions": "1204", "disclosure/penalties/decisions": "37", "disclosure/coercion/decisions": "5",
		"disclosure/fees/amount": "190.457379",
		"requests/new/person":    "18", "requests/new/business": "3", "requests/carried-in/person": "2",
		"requests/granted/person": "9", "requests/partial/person": "3", "requests/deny-third-party/person": "1",
		"requests/unable-not-held/person": "4", "requests/refuse-repeat/person": "1", "requests/other-rest/person": "1",
		"requests/carried-out/person": "1", "requests/granted/business": "2", "requests/unable-not-made/business": "1",
		"appeals/review/upheld": "1", "appeals/review/corrected": "1", "appeals/suit-after-review/pending": "1",
	})
	for id, text := range map[model.Ref]string{
		"preface":              "本报告依照《中华人民共和国政府信息公开条例》编写，由六个部分组成，数据统计期限为2026年1月1日至12月31日。\n如有疑问，请与白杨镇党政办公室联系（电话：0000-1234567）。",
		"overview/intro":       "2026年，我镇围绕群众关心的事项做好公开工作。",
		"overview/active":      "全年主动公开信息412条，制发行政规范性文件{disclosure/documents/issued}件。",
		"overview/on-request":  "全年收到申请{requests/new/total}件，上年结转{requests/carried-in/total}件，均按期答复或者结转。",
		"overview/management":  "（一）清理文件。对现行有效的{disclosure/documents/in-force}件文件逐件核对。\n（二）规范发布。信息公开前由两人审查。",
		"overview/platform":    "镇政府网站设专栏6个，村（社区）公示栏23处按月更新。",
		"overview/supervision": "全年培训2次，社会评议得分92.5分，未发生责任追究。",
		"disclosure/note":      "下表所列文件均已公开。\n表中收费金额为全年实收数。",
		"problems/problems":    "一是部分公示栏更新不及时；二是答复书说理不充分。",
		"problems/improvements": "│公示栏│改为每月5日前更新。\n" +
			"├─答复书由司法所复核。",
		"other": "全年未发出信息处理费收费通知，收取金额为0元。",
	} {
		r.Texts[id] = text
	}
	r.Before["disclosure/note"] = 1
	return r
}

// old is a report of the form of 2019 with what only that form has.
func old(t testing.TB) *model.Report {
	r := blank(t, "2019", "柳河县住房和城乡建设局", model.Department, 2020)
	zeros(r)
	put(r, map[model.Ref]string{
		"disclosure/permits/last-year": "120", "disclosure/permits/change": "+19", "disclosure/permits/decisions": "3480",
		"disclosure/penalties/last-year": "46", "disclosure/penalties/change": "-8", "disclosure/penalties/decisions": "12",
		"disclosure/procurement/projects": "3", "disclosure/procurement/amount": "14.73万元",
		"disclosure/published/total": "1 026",
		"requests/new/legal":         "2", "requests/granted/legal": "2",
	})
	r.Texts["overview/active"] = "全年公开信息1026条。"
	r.Outline = []model.Heading{
		{ID: "overview", Title: "总体情况"},
		{ID: "overview/active", Title: "主动公开情况"},
		{ID: "disclosure", Title: "主动公开政府信息情况"},
		{ID: "requests", Title: "收到和处理政府信息公开申请情况"},
		{ID: "appeals", Title: "政府信息公开行政复议、行政诉讼情况"},
		{ID: "problems", Title: "存在的主要问题及改进情况"},
		{ID: "other", Title: "其他需要报告的事项"},
		{ID: "part-1", Title: "附则", Mark: "│七、"},
	}
	r.Texts["part-1"] = "=本报告\t由局办公室\v解释。"
	return r
}

// draft is a report that is not finished: blanks, cells that cannot be read and
// totals that are not what their parts come to.
func draft(t testing.TB) *model.Report {
	r := blank(t, "2021", "白杨镇人民政府", model.Township, 2026)
	put(r, map[model.Ref]string{
		"disclosure/rules/issued": "无", "disclosure/rules/repealed": "/", "disclosure/documents/issued": "３",
		"disclosure/fees/amount": "123456789012.345678",
		"requests/new/person":    "5", "requests/new/business": "—", "requests/granted/person": "4", "requests/granted/total": "6",
		"requests/granted/research": "1│2", "requests/total/person": "9", "requests/carried-in/total": "0",
		"appeals/review/upheld": "1", "appeals/review/total": "2",
	})
	return r
}
