package trial

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/model"
)

// forms are breaches of the form around the prose.
func forms() []fault {
	// outline changes the headings.
	outline := func(a *attempt, change func([]model.Heading) []model.Heading) {
		a.set(model.RefOutline, model.OutlineText(change(slices.Clone(a.this.Headings()))))
	}
	section := func(a *attempt) model.Ref {
		all := a.this.Edition.Sections
		return model.Ref(all[a.IntN(len(all))].ID)
	}
	return []fault{
		exact("form: a section's title", "section-title", func(a *attempt) bool {
			at := section(a)
			outline(a, func(hs []model.Heading) []model.Heading {
				for i := range hs {
					if hs[i].ID == string(at) {
						hs[i].Title = []string{"工作" + hs[i].Title, strings.TrimSuffix(hs[i].Title, "情况") + "有关情况", hs[i].Title + "说明"}[a.IntN(3)]
					}
				}
				return hs
			})
			return a.mark(at)
		}),
		exact("form: a section missing", "section-missing", func(a *attempt) bool {
			at := section(a)
			outline(a, func(hs []model.Heading) []model.Heading {
				return slices.DeleteFunc(hs, func(h model.Heading) bool { return model.Ref(h.ID).Section() == string(at) })
			})
			return a.mark(at)
		}),
		exact("form: a section empty", "section-missing", func(a *attempt) bool {
			at, _ := pick(a, []model.Ref{"problems", "other", "overview"})
			for _, ref := range a.texts() {
				if ref.Section() == string(at) {
					a.set(ref, "")
				}
			}
			return a.mark(at)
		}),
		exact("form: sections out of order", "section-order", func(a *attempt) bool {
			k := 1 + a.IntN(3) // of the three tables
			all := a.this.Edition.Sections
			at := model.Ref(all[k-1].ID)
			outline(a, func(hs []model.Heading) []model.Heading {
				var moved, rest []model.Heading
				for _, h := range hs {
					if model.Ref(h.ID).Section() == all[k].ID {
						moved = append(moved, h)
					} else {
						rest = append(rest, h)
					}
				}
				i := slices.IndexFunc(rest, func(h model.Heading) bool { return h.ID == string(at) })
				return slices.Insert(rest, i, moved...)
			})
			return a.mark(at)
		}),
		exact("form: numbers that do not follow", "section-order", func(a *attempt) bool {
			at := section(a)
			outline(a, func(hs []model.Heading) []model.Heading {
				for i := range hs {
					if hs[i].ID == string(at) {
						hs[i].Mark = []string{"八、", "第七部分 ", "0."}[a.IntN(3)]
					}
				}
				return hs
			})
			return a.mark(at)
		}),
		exact("form: of another year", "old-edition", func(a *attempt) bool {
			e := a.this.Edition
			year := e.From - 1 - a.IntN(2)
			if e.To > 0 && a.IntN(2) == 0 {
				year = e.To + 1 + a.IntN(3)
			}
			a.set(model.RefYear, strconv.Itoa(year))
			a.last = nil
			return a.mark(model.RefYear)
		}),
		exact("form: the old notice", "old-edition", func(a *attempt) bool {
			if a.this.Edition.ID != "2021" {
				return false
			}
			const now, was = "国办公开办函〔2021〕30号", "国办公开办函〔2019〕60号"
			if s, ok := pick(a, a.spots(now)); ok {
				return a.write(s.ref, s.span, was)
			}
			n := len(a.this.Texts["preface"])
			return a.write("preface", span{n, n}, "报告的格式依照"+was+"文件。")
		}),
		exact("form: section one too long", "overview-length", func(a *attempt) bool {
			var refs []model.Ref
			length := 0
			for _, ref := range a.texts() {
				if ref.Section() == "overview" {
					refs, length = append(refs, ref), length+model.Length(a.this.Texts[ref])
				}
			}
			ref, ok := pick(a, refs)
			if !ok {
				return false
			}
			text := a.this.Texts[ref]
			for length <= 1000 {
				more := "各经办人员按照分工逐项抓好落实，做到事前有计划、事中有检查、事后有总结。"
				text, length = text+more, length+model.Length(more)
			}
			a.set(ref, text)
			return a.mark(ref)
		}),
	}
}
