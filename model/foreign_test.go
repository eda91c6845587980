package model_test

import (
	"slices"
	"testing"

	"nianbao/model"
	"nianbao/model/sample"
)

// bodies are the names of other bodies that are found in a text of a body's report.
func bodies(t testing.TB, desk model.Desk, office, text string) (out []string) {
	t.Helper()
	r := sample.Example(t)
	r.Office, r.Kind = office, model.KindOf(office)
	r.Title = office + "2026年政府信息公开工作年度报告"
	for id := range r.Texts {
		delete(r.Texts, id)
	}
	r.Texts["overview/platform"] = text
	for _, f := range desk.Check(r, nil) {
		if f.Rule == "foreign-body" {
			out = append(out, f.Words)
		}
	}
	return out
}

func TestForeignBodiesAreFound(t *testing.T) {
	const own = "青石县白杨镇人民政府"
	for _, c := range []struct{ office, text, words string }{
		{own, "石桥镇高度重视政务公开工作，逐项落实任务。", "石桥镇"},
		{own, "石桥镇人民政府严格按照《条例》要求开展工作。", "石桥镇"},
		{own, "2026年，石桥镇坚持以公开为常态。", "石桥镇"},
		{own, "2026年石桥镇主动公开信息12条。", "石桥镇"},
		{own, "全年召开会议4次。河湾乡通过网站公开信息12条。", "河湾乡"},
		{own, "青石县石桥镇认真落实各项要求。", "石桥镇"},
		{own, "按照上级要求，石桥镇建立了审查制度。", "石桥镇"},
		{own, "城北街道办事处严格审查信息。", "城北街道"},
		{own, "现将石桥镇2026年政府信息公开工作年度报告公布如下。", "石桥镇"},
		{own, "特编制石桥镇人民政府2025年度政府信息公开年度报告。", "石桥镇"},
		{own, "如有疑问，请与石桥镇党政办公室联系。", "石桥镇"},
		{own, "本报告由石桥镇人民政府编制。", "石桥镇"},
		{own, "在石桥镇人民政府网站公开信息12条。", "石桥镇"},
		{own, "政策文件通过石桥镇微信公众号推送。", "石桥镇"},
		{own, "成立石桥镇政务公开领导小组，由镇长任组长。", "石桥镇"},
		{own, "公示地点：石桥镇便民服务中心。", "石桥镇"},
		{own, "我石桥镇全年公开信息12条。", "石桥镇"},
		{own, "我乡主动公开信息12条。", "我乡"},
		{own, "我局主动公开信息12条。", "我局"},
		{own, "本街道主动公开信息12条。", "本街道"},
		{"下达河乡人民政府", "我镇主动公开信息12条。", "我镇"},
		{"下達河鄉", "我鎮主動公開信息12條。", "我鎮"},
		{"城北街道办事处", "城南街道坚持公开透明。", "城南街道"},
		{"城北街道办事处", "我镇坚持公开透明。", "我镇"},
		{"青石县水利局", "我镇坚持公开透明。", "我镇"},
		{"青石县水利局", "编制财政局2026年政府信息公开工作年度报告。", "财政局"},
		{"青石县人民政府", "公布红石县2026年政府信息公开工作年度报告。", "红石县"},
	} {
		if got := bodies(t, model.Desk{}, c.office, c.text); !slices.Equal(got, []string{c.words}) {
			t.Errorf("%s: %s: %q, want %s", c.office, c.text, got, c.words)
		}
	}
}

func TestOthersMayAppear(t *testing.T) {
	for _, office := range []string{"青石县白杨镇人民政府"} {
		for _, text := range []string{
			"白杨镇高度重视政务公开工作。", "青石县白杨镇人民政府严格审查。", "2026年，白杨镇坚持公开。", "请与白杨镇党政办公室联系。", "本报告由白杨镇人民政府编制。",
			"我镇主动公开信息12条，本镇网站专栏按月更新。", "全镇各村按要求公开。", "我镇静心梳理问题。", "弘扬本乡本土文化，我乡村振兴工作专栏更新12次。",
			"工作局限于网站，我局限性认识不足。", "青石县人民政府高度重视政务公开工作。", "县政府办公室组织培训2次。", "区政府、市政府通过网站公开。",
			"石桥镇中学公开招生信息。", "在石桥镇召开机关会议。", "与河湾乡、石桥镇便民服务中心对接。", "申请人到石桥镇机关反映的事项已经答复。", "通过白杨镇人民政府网站公开。", "石桥镇、河湾乡和白杨镇联合执法3次。", "石桥镇的做法已经推广。", "石桥镇通过村村通做法积累的经验值得学习。",
			"与石桥镇交流政务公开工作2次。", "赴石桥镇考察学习2次。", "石桥镇坚持的做法在我镇推广。", "《石桥镇通过的管理办法》已经废止。",
			"“石桥镇高度重视”一文被采用。", "公布《石桥镇2026年政府信息公开工作年度报告》的样式。",
			"集镇建设信息12条。", "各乡镇按照分工公开。", "乡镇通过网站公开。", "中心镇建设。城镇加强管理。小镇坚持绿色发展。古镇保护信息公开3条。", "特色镇建设坚持公开透明。",
			"每个镇设立公开点。", "三个乡镇通过验收。", "有的乡镇没有落实。", "下乡宣传12次，返乡创业信息公开8条。家乡通过网站宣传。",
			"汾泽社区全年发布信息69条。", "石桥村通过公示栏公开。", "石桥镇籍群众12人反映的问题已经答复。", "原石桥镇人民政府制定的文件已经清理。",
			"请与县政务服务局联系。", "由县财政局编制预算。", "县水利局坚持公开透明。", "我县、我市、我区都有规定。", "街道两侧设公示栏6处，各街道按要求张贴。",
			"对口帮扶的石桥镇及时公开信息。", "在石桥镇召开现场会。", "申请人询问石桥镇政府信息公开事项。", "同期石桥镇公开信息12条。",
		} {
			if got := bodies(t, model.Desk{}, office, text); len(got) != 0 {
				t.Errorf("%s: %q", text, got)
			}
		}
	}
	for _, c := range []struct{ office, text string }{
		{"尧都区水塔街办事处", "我街道高度重视政务公开工作，本街道设公开点。"},
		{"青石县住房和城乡建设局", "公布住建局2026年政府信息公开工作年度报告，我局主动公开信息12条。"},
		{"青石县住房和城乡建设局", "石桥镇通过网站公开。县财政局通过网站公开。"},
		{"青石县人民政府", "石桥镇通过网站公开，我县主动公开信息12条。"},
		{"临江街道办事处", "地址：人民路12号临江街道办事处。地点为临江街道党政办。"},
		{"", "石桥镇通过网站公开，我镇主动公开信息12条。"},
		{"白杨经济开发区管理委员会", "石桥镇通过网站公开。"},
		{"下达河乡", "下达河乡高度重视，我乡主动公开信息12条。"},
	} {
		if got := bodies(t, model.Desk{}, c.office, c.text); len(got) != 0 {
			t.Errorf("%s: %s: %q", c.office, c.text, got)
		}
	}
}

// A name that the desk knows as one's own or a superior's is none of another body.
func TestNamesOfTheDeskAreOnesOwn(t *testing.T) {
	const text = "石桥镇高度重视政务公开工作。"
	for _, desk := range []model.Desk{{Names: []string{"石桥镇人民政府"}}, {Above: []string{"青石县石桥镇"}}} {
		if got := bodies(t, desk, "白杨镇人民政府", text); len(got) != 0 {
			t.Errorf("%v: %q", desk, got)
		}
	}
	if got := bodies(t, model.Desk{Names: []string{"河湾镇"}}, "白杨镇人民政府", text); len(got) != 1 {
		t.Errorf("%q", got)
	}
}

func TestForeignTitle(t *testing.T) {
	r := sample.Example(t)
	r.Title = "石桥镇人民政府2026年政府信息公开工作年度报告"
	found := model.Check(r, nil)
	if len(found) != 1 || found[0].Rule != "foreign-body" || found[0].At[0] != model.RefTitle || found[0].Words != "石桥镇" {
		t.Errorf("%v", found)
	}
}
