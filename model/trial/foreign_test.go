package trial

import (
	"strings"

	"nianbao/model"
)

// strangers are other bodies of the same kind, all invented.
var strangers = map[model.Kind][]string{
	model.Township:    {"清泉镇", "柳树湾乡", "石门坎镇", "东沟乡"},
	model.Subdistrict: {"城北街道", "望江街道", "新华街道", "柳湖街道"},
	model.Department:  {"东岚县%s", "丰泽县%s", "玉屏山县%s"},
}

// stranger is another body's name in the form of one's own.
func (a *attempt) stranger(own string) string {
	name, _ := pick(a, strangers[a.this.Kind]) // "" for a county
	_, bureau, _ := strings.Cut(own, "县")
	return strings.ReplaceAll(name, "%s", bureau)
}

// foreign are names of other bodies where one's own is meant.
func foreign() []fault {
	return []fault{
		prose("body: in a text", func(a *attempt) bool {
			s, ok := a.one("body")
			if !ok {
				return false
			}
			_, marks := s.place(a.this)
			name := a.stranger(marks[0].in(a.this.Texts[s.Text]))
			return name != "" && a.write(s.Text, marks[0], name)
		}, "foreign-body"),
		prose("body: before an account of the work", func(a *attempt) bool {
			ref, ok := pick(a, []model.Ref{"overview/management", "overview/platform", "overview/supervision", "problems/problems"})
			if !ok || a.this.Texts[ref] == "" {
				return false
			}
			name := a.stranger(a.this.Office)
			if name == "" {
				return false
			}
			words, _ := pick(a, []string{name + "高度重视政府信息公开工作。", "一年来，" + name + "不断规范公开行为。", name + "坚持以公开为常态、不公开为例外。"})
			return a.write(ref, span{0, 0}, words)
		}, "foreign-body"),
		prose("body: for 本", func(a *attempt) bool {
			var all []spot
			for _, self := range []string{"我镇", "本镇", "我乡", "本局", "我局"} {
				all = append(all, a.spots(self)...)
			}
			s, ok := pick(a, all)
			return ok && a.write(s.ref, s.span, a.stranger(a.this.Office))
		}, "foreign-body"),
		prose("body: title", func(a *attempt) bool {
			own := a.this.Office
			name := a.stranger(own)
			if name == "" {
				return false
			}
			if a.this.Kind == model.Township {
				name += "人民政府"
			} else if a.this.Kind == model.Subdistrict {
				name += "办事处"
			}
			i := strings.Index(a.this.Title, own)
			return i >= 0 && a.write(model.RefTitle, span{i, i + len(own)}, name)
		}, "foreign-body"),
	}
}
