package model_test

import "testing"

// A phrase of the field with one character taken for another of its sound is found, and
// mended as a whole.
func TestSpellings(t *testing.T) {
	for _, c := range []struct{ text, words, fixed string }{
		{"认真洛实整改。", "认真洛实", "认真落实整改。"},
		{"年度考何为优秀。", "年度考何", "年度考核为优秀。"},
		{"行政复议结果维待一件。", "", ""}, // 待 and 持 do not sound alike
		{"行政付议案件一件。", "行政付议", "行政复议案件一件。"},
		{"接受社会监都和群众监督。", "社会监都", "接受社会监督和群众监督。"},
		{"按照镇政务公开要点推进，证务公开工作有序。", "证务公开", "按照镇政务公开要点推进，政务公开工作有序。"},
		{"标准化归范化建设。", "标准化归范化", "标准化规范化建设。"},
		{"从社会公重处征求意见。", "社会公重", "从社会公众处征求意见。"},
		{"从深圳引进的书籍由街道办事处登记。", "", ""},
		{"组织领到干部学习。", "组织领到", "组织领导干部学习。"},
		{"法院判決駁回，未經複議直接起訴一件，按期答復，維護合法權益。", "", ""}, // another script is no slip
		// Right words beside each other.
		{"可以申请公开，公众自然认为及时。", "", ""},
		{"申请认定低保，参与全过程监督。", "", ""},
		{"局务公开栏、警务公开栏一并更新。", "", ""},
		{"村务公开、镇务公开一起抓。", "", ""},
		{"工作考评与工作考核一并进行。", "", ""},
		{"电子平台、电子显示屏同时发布。", "", ""},
	} {
		r, found := foundIn(t, "typo", c.text)
		if c.words == "" {
			if len(found) > 0 {
				t.Errorf("%s: found %+v", c.text, found)
			}
			continue
		}
		if len(found) != 1 || found[0].Words != c.words {
			t.Errorf("%s: found %+v", c.text, found)
			continue
		}
		if r.Apply(found[0].Fix...); r.Texts["overview/platform"] != c.fixed {
			t.Errorf("%s became %s", c.text, r.Texts["overview/platform"])
		}
	}
}
