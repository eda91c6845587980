package trial

import (
	"fmt"
	"strings"

	"nianbao/model"
)

// claims are sentences without a number that the table refutes: the table moved
// under a claim, or a claim put over a table.
func claims() []fault {
	claim := func(name string, kind string, move func(*attempt) bool, rules ...string) fault {
		return prose("claim: "+name, func(a *attempt) bool {
			s, ok := a.one(kind)
			if !ok || !move(a) {
				return false
			}
			all, _ := s.place(a.this)
			return a.say(s.Text, all.from, all.to)
		}, rules...)
	}
	add := func(by int, refs ...model.Ref) func(*attempt) bool {
		return func(a *attempt) bool {
			for _, ref := range refs {
				a.add(ref, by)
			}
			return true
		}
	}
	swap := func(from, to model.Ref) func(*attempt) bool {
		return func(a *attempt) bool { return a.add(from, -1) && a.add(to, 1) }
	}
	either := []string{"text-claim", "text-number"} // 未发生行政复议 is 0件 in other words
	return []fault{
		claim("none received", "none-received", func(a *attempt) bool {
			column, _ := pick(a, organs)
			return add(1+a.IntN(3), model.CellRef("requests", "new", column), model.CellRef("requests", "granted", column))(a)
		}, "text-claim"),
		claim("all done", "all-done", func(a *attempt) bool {
			column, _ := pick(a, organs[:2])
			row, _ := pick(a, results)
			return swap(model.CellRef("requests", row, column), model.CellRef("requests", "carried-out", column))(a)
		}, "text-claim"),
		claim("all upheld", "all-upheld", swap("appeals/review/upheld", "appeals/review/pending"), "text-claim"),
		claim("none carried in", "none-carried", add(2, "requests/carried-in/person", "requests/granted/person"), either...),
		claim("none carried out", "none-out", swap("requests/granted/person", "requests/carried-out/person"), either...),
		claim("no appeals", "none-appeals", func(a *attempt) bool {
			group, _ := pick(a, groups)
			return add(1, model.CellRef("appeals", group, "upheld"))(a)
		}, either...),
		claim("no review", "none-review", add(1, "appeals/review/corrected"), either...),
		claim("no suit", "none-suit", add(1, "appeals/suit/pending"), either...),
		claim("no documents issued", "none-issued", add(2, "disclosure/documents/issued", "disclosure/documents/in-force"), either...),
		prose("claim put: none received", func(a *attempt) bool {
			s, ok := a.one("received")
			if !ok || sum(a.this, s.Cells).Sign() == 0 {
				return false
			}
			all, _ := s.place(a.this)
			text := a.this.Texts[s.Text]
			end := strings.IndexAny(text[all.to:], "。\n")
			if end < 0 {
				return false
			}
			words, _ := pick(a, []string{
				"本年度未收到政府信息公开申请", "全年没有收到政府信息公开申请", "全年未接到任何政府信息公开申请", "本机关未收到公民、法人或者其他组织的政府信息公开申请",
				"今年无政府信息公开申请", fmt.Sprintf("%d年，未收到依申请公开的申请", a.this.Year), "年内没有群众向我单位提出政府信息公开申请",
			})
			from := 0
			for _, stop := range []string{"。", "\n"} {
				if i := strings.LastIndex(text[:all.from], stop); i >= 0 {
					from = max(from, i+len(stop))
				}
			}
			return a.write(s.Text, span{from, all.to + end}, words)
		}, "text-claim"),
		prose("claim put: all done", func(a *attempt) bool {
			if a.count("requests/carried-out/total") == 0 {
				return false
			}
			return a.append(a.home("overview/on-request"), "上述申请均已办结。", "收到的申请均已按时办结。", "所有申请已全部办结，无一逾期。", "以上申请全部办结，群众均表示满意。", "各件申请均已办理完毕。")
		}, "text-claim"),
		prose("claim put: all upheld", func(a *attempt) bool {
			if a.count("appeals/review/pending") == 0 {
				return false
			}
			return a.append("appeals/note", "行政复议案件均获维持。", "复议结果均为维持。", "各件行政复议，复议机关均维持了我单位的答复。", "行政复议全部得到维持。")
		}, "text-claim"),
		prose("claim put: no review", func(a *attempt) bool {
			if a.count("appeals/review/total") == 0 {
				return false
			}
			return a.append(a.home("overview/on-request"), "全年没有因政府信息公开被申请行政复议。", "未发生政府信息公开行政复议案件。", "本年度无行政复议。")
		}, either...),
	}
}

// home is a text, or the one text of a section without subheadings.
func (a *attempt) home(ref model.Ref) model.Ref {
	if a.this.Texts[ref] == "" {
		return "overview/intro"
	}
	return ref
}

// append puts one of some sentences behind a text and expects the finding there.
func (a *attempt) append(ref model.Ref, sentences ...string) bool {
	words, _ := pick(a, sentences)
	n := len(a.this.Texts[ref])
	return a.write(ref, span{n, n}, words)
}
