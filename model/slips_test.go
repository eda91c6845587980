package model_test

import (
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/sample"
)

// foundIn are the findings of a rule in a text that stands in an otherwise right report.
func foundIn(t testing.TB, rule, text string) (*model.Report, []model.Finding) {
	t.Helper()
	r := sample.Example(t)
	r.Apply(model.Change{At: "overview/platform", New: text})
	var out []model.Finding
	for _, f := range model.Check(r, nil) {
		if f.Rule == rule {
			out = append(out, f)
			if f.Words != "" && !strings.Contains(r.Prose(f.At[0]), f.Words) {
				t.Errorf("%q is not in the text", f.Words)
			}
		}
	}
	return r, out
}

// Each slip is found at its words; mended, the text is as it should be.
func TestSlipsAreFound(t *testing.T) {
	for _, c := range []struct{ text, words, mended string }{
		{"推进政务公开标椎化规范化。", "标椎", "推进政务公开标准化规范化。"},
		{"标椎化建设有序推进，标椎目录已经公布。", "标椎", "标准化建设有序推进，标准目录已经公布。"},
		{"做好政务工开工作。", "政务工开", "做好政务公开工作。"},
		{"按照上级统一布署开展工作。", "布署", "按照上级统一部署开展工作。"},
		{"把政务公开做为一项重要工作。", "做为", "把政务公开作为一项重要工作。"},
		{"人员按排合理。", "按排", "人员安排合理。"},
		{"截止2026年12月31日，共公开信息12条。", "截止", "截至2026年12月31日，共公开信息12条。"},
		{"截止目前，没有收到申请。", "截止目前", "截至目前，没有收到申请。"},
		{"维护“平安白杨”微信公从号。", "公从号", "维护“平安白杨”微信公众号。"},
		{"一如继往地做好工作。", "一如继往", "一如既往地做好工作。"},
		{"受理申请{requests/new/total}件，及时姓有保证。", "及时姓", "受理申请{requests/new/total}件，及时性有保证。"},
		{"格式为{{名称}}，存在的间题是{{待填}}。", "的间题", "格式为{{名称}}，存在的问题是{{待填}}。"},
		{"單獨設立公示攔。", "公示攔", "單獨設立公示欄。"},
		{"及时公开财政资金资金使用情况。", "资金资金", "及时公开财政资金使用情况。"},
		{"对栏目进行进行了调整。", "进行进行", "对栏目进行了调整。"},
		{"推进政府信息公开政府信息公开工作。", "政府信息公开政府信息公开", "推进政府信息公开工作。"},
		{"群众的的满意度有提高。", "的的", "群众的满意度有提高。"},
		{"公布了了各项制度。", "了了", "公布了各项制度。"},
		{"在在县政府网站公开。", "在在", "在县政府网站公开。"},
		{"全年共公开信息信息120条。", "信息信息", "全年共公开信息120条。"},
		{"印发《通知》（【2020】46号）。", "【2020】46号", "印发《通知》（〔2020〕46号）。"},
		{"按照白政发[2026]7号文件执行。", "[2026]7号", "按照白政发〔2026〕7号文件执行。"},
		{"按照白政发（2026）7号文件执行。", "（2026）7号", "按照白政发〔2026〕7号文件执行。"},
		{"按照白政发〔2026]7号文件执行。", "〔2026]7号", "按照白政发〔2026〕7号文件执行。"},
		{"（四)加强审核。", "（四)", "（四）加强审核。"},
		{"公布目录（以下简称《目录》。", "（以下简称《目", ""},
		{"公布目录以下简称《目录》）。", "", ""},
		{"印发《管理办法，逐项落实。", "《管理办法", ""},
		{"印发管理办法》，逐项落实。", "印发管理办法》", ""},
		{"落实“谁公开、谁负责的原则。", "“谁公开", ""},
		{"落实谁公开、谁负责”的原则。", "谁负责”", ""},
		{"落实“先审查、后公开“的原则。", "“先审查、后公开“", "落实“先审查、后公开”的原则。"},
		{"落实”先审查、后公开”的原则。", "”", "落实“先审查、后公开”的原则。"},
		{"公开及时，，内容准确。", "，，", "公开及时，内容准确。"},
		{"公开及时。。", "。。", "公开及时。"},
		{"公开及时，。下一步加强培训。", "，。", "公开及时。下一步加强培训。"},
		{"网站、，公示栏同步更新。", "、，", ""},
		{"包括通知、公告。。。", "。。。", "包括通知、公告……"},
		{"，全年召开会议4次。", "，", "全年召开会议4次。"},
		{"全年召开会议4次,培训2次。", "次,", "全年召开会议4次，培训2次。"},
		{"主要有:一是更新不及时；二是解读少。", "有:", "主要有：一是更新不及时；二是解读少。"},
		{"公布条例(以下称《条例》)的解读。", "例(", "公布条例（以下称《条例》）的解读。"},
		{"全镇去年公 开信息12条，更新及时。", "公 开", "全镇去年公开信息12条，更新及时。"},
		{"运行“白杨故里新风采”微信公众号，在微信公众号（白扬故里新风采）推送。", "白扬故里新风采", ""},
	} {
		r, found := foundIn(t, "typo", c.text)
		if len(found) != 1 || c.words != "" && found[0].Words != c.words {
			t.Errorf("%s: %+v, want %s", c.text, found, c.words)
			continue
		}
		if f := found[0]; (c.mended == "") != (f.Fix == nil) {
			t.Errorf("%s: fix %v", c.text, f.Fix)
		} else if f.Fix != nil {
			if r.Apply(f.Fix...); r.Texts["overview/platform"] != c.mended {
				t.Errorf("%s became %s", c.text, r.Texts["overview/platform"])
			}
			if _, left := foundIn(t, "typo", c.mended); len(left) > 0 {
				t.Errorf("%s: still %v", c.mended, left)
			}
		}
	}
}

// What is right is not called wrong.
func TestRightWordsAreNoSlips(t *testing.T) {
	for _, text := range []string{
		"公民、法人或者其他组织可以申请公开政府信息。",
		"名单按排名先后列出，信息按排放类别归档。",
		"公布署名文章12篇，发布署名评论3篇。",
		"做为民办实事的表率，多做为群众谋利的事，其它事项按规定办理。",
		"持续关注消防安全，发布消费提示。",
		"产业链结构优化，阅读亮点频出。",
		"聘请群众满意律师2名，新建挡土墙3处。",
		"范围绕开居民区，小组识别风险点12处。",
		"公告栏、公布栏、公示栏、宣传栏按月更新。",
		"报名截止日期为6月30日，申请于20日截止。",
		"人人参与、天天更新，村村有公示栏，户户有明白卡。",
		"层层落实责任，处处公开透明，件件有回音，事事有着落。",
		"常常走访，刚刚完成，一一核对，多多益善，方方面面都已顾及。",
		"逐条逐项梳理，一户一户核对，一件一件办理，高高兴兴办事。",
		"大家在一起讨论讨论、研究研究，再向群众了解了解。",
		"更新公开公开栏内容，公开公开指南和目录。",
		"达到公开的目的的做法，有的的确可行，标的的价格已经公示。",
		"对申请人进行了了解，在在建工程处公示，参与与否由群众决定。",
		"以及及时公开的信息，温和和谐，调和和解，为作为为官一任的责任。",
		"针对对象不同，由由来已久的问题入手，已已经写过的不写。",
		"幸福社区社区书记、便民服务中心中心主任参加会议。",
		"加强信息信息化管理，完善服务服务中心制度，工作工作人员到位。",
		"《条例》（2019年修订）第四十九条。", "（2020）渝0102行初5号判决书已经公开。",
		"国办公开办函〔2021〕30号、白政发〔2026〕7号。",
		"规划（2021—2025年）已经公布，《纲要（2021）》同步公开。",
		"1）更新目录；2）完善指南。", "一）主动公开。",
		"落实“谁公开、谁审查”“谁审查、谁负责”的原则，做到‘先审后发’。",
		"会议强调：“要‘应公开尽公开’，……”",
		"“一是公开及时，\n二是内容准确。”",
		"公开方式：网站、公示栏；时间：每月5日前！真的吗？是的……",
		"网址为http://www.baiyang.example.gov.cn/zwgk/index.html，时间为9:30，比例为1:3。",
		"金额为1,234.56万元，联系电话0000-1234567，版本V2.0（beta 1）。",
		"使用WPS Office和Excel制表，关注People's Daily。",
		"我们 2026 年共公开信息 12 条，其中 APP 推送 3 条。",
		"组长：张 三\n副组长：李 四", "　　全年公开信息12条。\n  其中政策类3条。",
		"运行“龙潭社区便民”公众号和“龙泽社区便民”公众号。",
		"运行“平安白杨东片区”公众号、“白杨发布”公众号、“白杨发展”公众号。",
		"落实“先审查后公开”“先审核后公开”的做法。",
		"格式是{{一}}和{requests/new/total}件，其中{requests/granted/total}件予以公开。",
		"收到申请{requests/new/total}{requests/new/total}件。",
		"〔未填〕、【重点】、［附］、『引』、「用」都成对。",
		"附件A=B，x<y，3>2，100%达标，5‰以内。",
		"公開的目的的確明確，瞭解了解情況。",
	} {
		if _, found := foundIn(t, "typo", text); len(found) != 0 {
			t.Errorf("%s: %v", text, found)
		}
	}
}

// A text that has half-width marks throughout is told of once, and mended as a whole.
func TestHalfWidthThroughoutIsOneFinding(t *testing.T) {
	r := sample.Full()
	for id, text := range r.Texts {
		r.Texts[id] = strings.NewReplacer("，", ",", "；", ";", "：", ":", "（", "(", "）", ")").Replace(text)
	}
	var found []model.Finding
	for _, f := range model.Check(r, nil) {
		if f.Rule == "typo" {
			found = append(found, f)
		}
	}
	if len(found) != 1 || len(found[0].Fix) < 5 {
		t.Fatalf("%d findings: %.300v", len(found), found)
	}
	r.Apply(found[0].Fix...)
	for id, text := range sample.Full().Texts {
		if r.Texts[id] != text {
			t.Errorf("%s became\n%s, not\n%s", id, r.Texts[id], text)
		}
	}
}

// Findings that mend the same text do so one after the other.
func TestSlipsAreMendedOneByOne(t *testing.T) {
	r, found := foundIn(t, "typo", "标椎化,布署,,政务工开｛3｝{{x}}（四)。")
	for n := len(found); n > 0; n = len(found) {
		if found[0].Fix == nil {
			t.Fatalf("no fix: %v", found)
		}
		r.Apply(found[0].Fix...)
		if _, found = foundIn(t, "typo", r.Texts["overview/platform"]); len(found) >= n {
			t.Fatalf("still %v in %s", found, r.Texts["overview/platform"])
		}
	}
	if got := r.Texts["overview/platform"]; got != "标准化，部署，政务公开｛3｝{{x}}（四）。" {
		t.Error(got)
	}
}

// Of very many slips the first hundred are told; once they are mended the others come.
func TestVeryManySlips(t *testing.T) {
	_, found := foundIn(t, "typo", strings.Repeat("公开信息（见公告。\n", 1000))
	if len(found) == 0 || len(found) > 100 {
		t.Errorf("%d are told", len(found))
	}
}

func FuzzSlips(f *testing.F) {
	f.Add("标椎化,,（四)【2020】46号“a“ 公 开{{}}{requests/new/total}资金资金")
	r := sample.Example(f)
	f.Fuzz(func(t *testing.T, text string) {
		r.Apply(model.Change{At: "overview/platform", New: text})
		for _, found := range model.Check(r, nil) {
			if found.Rule != "typo" {
				continue
			}
			if !strings.Contains(r.Prose(found.At[0]), found.Words) || found.Words == "" {
				t.Errorf("%q is not in %q", found.Words, text)
			}
			for _, c := range found.Fix {
				if r.Texts[c.At] == c.New {
					t.Errorf("%q: a fix that changes nothing", text)
				}
			}
		}
	})
}
