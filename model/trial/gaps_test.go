package trial

import (
	"strings"

	"nianbao/model"
)

// gaps are places left to fill in and things not told.
func gaps() []fault {
	// fill puts a placeholder where a number or name stood.
	fill := func(name string, words ...string) fault {
		return prose("gap: "+name, func(a *attempt) bool {
			s, ok := a.one(append([]string{"body"}, told...)...)
			if !ok {
				return false
			}
			_, marks := s.place(a.this)
			word, _ := pick(a, words)
			return a.write(s.Text, marks[0], word)
		}, "template-text")
	}
	insert := func(name string, words ...string) fault {
		return prose("gap: "+name, func(a *attempt) bool {
			ref, _ := pick(a, a.texts())
			word, _ := pick(a, words)
			at, _ := pick(a, []int{0, len(a.this.Texts[ref])})
			return a.write(ref, span{at, at}, word)
		}, "template-text")
	}
	return []fault{
		fill("crosses", "XX", "××", "ＸＸ", "XXX", "xx"),
		fill("a line", "____", "＿＿＿", "__"),
		insert("an instruction", "（该部分以表格形式报告）", "（此处填写）", "此处填写本单位情况。"),
		insert("a bookmark", "[bookmark: _GoBack]", "[bookmark"),
		prose("gap: a document's number", func(a *attempt) bool {
			s, ok := pick(a, a.spots("〔20"))
			if !ok {
				return false
			}
			to := s.from + strings.Index(a.this.Texts[s.ref][s.from:], "〕") + len("〕")
			words, _ := pick(a, []string{"〔〕", "〔　〕", "〔 〕"})
			return a.write(s.ref, span{s.from, to}, words)
		}, "template-text"),
		prose("fee not told", func(a *attempt) bool {
			s, ok := a.one("fee")
			if !ok {
				return false
			}
			const unpaid = model.Ref("requests/other-unpaid/person")
			if a.count(unpaid) == 0 {
				rows, _ := pick(a, results)
				if !a.add(model.CellRef("requests", rows, "person"), -1) {
					a.add("requests/new/person", 1)
				}
				a.add(unpaid, 1)
			}
			all, _ := s.place(a.this)
			text := a.this.Texts["other"]
			from := strings.LastIndex(text[:all.from], "\n") + 1
			rest := text[:all.from] + text[all.to:]
			if i := strings.Index(text[all.to:], "\n"); i >= 0 { // the paragraph goes with it
				rest = text[:from] + text[all.to+i+1:]
			}
			if strings.Contains(rest, "信息处理费") {
				return false
			}
			a.set("other", rest)
			return a.mark("other", "requests/other-unpaid/total", unpaid)
		}, "fee-not-told"),
		prose("bare: section six", func(a *attempt) bool {
			if a.this.Edition.ID == "2019" {
				return false // the older form asks nothing there
			}
			words, _ := pick(a, []string{"无", "无。", "暂无。", "没有。", "无其他需要报告的事项。", "没有其他需要报告的事项。"})
			a.set("other", words)
			return a.mark("other")
		}, "bare-none"),
		prose("bare: section five", func(a *attempt) bool {
			words, _ := pick(a, []string{"无。", "暂无突出问题。", "没有问题。", "问题不多。"})
			for _, ref := range []model.Ref{"problems/problems", "problems/improvements"} {
				if a.this.Texts[ref] != "" {
					a.set(ref, words[:len("无。")])
				}
			}
			a.set("problems/problems", words)
			return a.mark("problems/problems", "problems/improvements")
		}, "bare-none"),
	}
}
