package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"nianbao/model"
	"nianbao/model/compare"
	"nianbao/ui/widget"
)

// What the lines of a difference are called, what stands in them, and how much it is.

// address is where a value is printed, and what it is called there.
type address struct{ part, name string }

// namesOf names the addresses of a report.
func namesOf(r *model.Report) map[model.Ref]address {
	const cover, rest = "封面信息", "其他"
	out := map[model.Ref]address{
		model.RefOffice: {cover, "单位名称"}, model.RefKind: {cover, "单位类别"}, model.RefYear: {cover, "报告年度"},
		model.RefTitle: {cover, "标题"}, model.RefOutline: {rest, "各部分的标题和次序"}, model.RefUnplaced: {rest, "没有放进报告的文字"},
	}
	if p := r.Edition.Preface; p != nil {
		out[p.ID] = address{cover, p.Name}
	}
	for _, p := range r.Parts() {
		title := p.Mark + p.Title
		for _, c := range r.Edition.Cells() {
			if p.Table != nil && c.Table.ID == p.Table.ID {
				out[c.Ref] = address{title, c.Short()}
			}
		}
		for _, t := range p.Texts {
			name := t.Mark + t.Title
			if t.Text != nil && t.Title == "" {
				name = t.Text.Name
			}
			if name == "" {
				name = "正文"
			}
			out[t.ID] = address{title, name}
		}
	}
	return out
}

// named is what a line is called. Texts that either report has no place for any more have
// their own.
func named(names map[model.Ref]address, ref model.Ref, of [2]*model.Report) address {
	if name, ok := names[ref]; ok {
		return name
	}
	if c := of[0].Edition.Cell(ref); c != nil {
		return address{c.Table.Name, c.Short()}
	}
	for _, kind := range []struct{ prefix, name string }{{string(model.AcceptRef("")), "说明的理由"}, {string(model.BeforeRef("")), "表前的段数"}} {
		if strings.HasPrefix(string(ref), kind.prefix) {
			return address{"其他", kind.name}
		}
	}
	return address{"其他", "没有标题的一段"}
}

// valueOf is what stands at an address, for reading.
func valueOf(r *model.Report, ref model.Ref) string {
	value, ok := r.Get(ref)
	switch {
	case ref == model.RefKind:
		value = r.Kind.Name()
	case ref == model.RefOutline:
		value = ""
		for _, p := range r.Parts() {
			value += p.Mark + p.Title + "\n"
			for _, t := range p.Texts {
				if t.Title != "" {
					value += "　" + t.Mark + t.Title + "\n"
				}
			}
		}
		value = strings.TrimSuffix(value, "\n")
	case ok && r.Edition.Cell(ref) == nil && !strings.HasPrefix(string(ref), "@"):
		value = r.Shown(value)
	}
	return value
}

// bothValues are the two values at an address, with the words marked that only one of them
// has.
func bothValues(ref model.Ref, of [2]*model.Report) (first, second fyne.CanvasObject) {
	a, b := valueOf(of[0], ref), valueOf(of[1], ref)
	if a == "" || b == "" || of[0].Edition.Cell(ref) != nil {
		return orBlank(a), orBlank(b)
	}
	var out [2][]widget.Stretch
	for _, run := range compare.Runs(a, b) {
		text := strings.ReplaceAll(run.Text, "\n", "¶\n")
		switch run.Kind {
		case compare.Same:
			text = shortened(run.Text)
			out[0], out[1] = append(out[0], widget.Stretch{Text: text}), append(out[1], widget.Stretch{Text: text})
		case compare.Gone:
			out[0] = append(out[0], widget.Stretch{Text: text, Fate: widget.Fresh})
		case compare.New:
			out[1] = append(out[1], widget.Stretch{Text: text, Fate: widget.Fresh})
		}
	}
	return widget.NewVersion(out[0]...), widget.NewVersion(out[1]...)
}

func orBlank(value string) fyne.CanvasObject {
	if value == "" {
		return faint("（空）")
	}
	return plain(value)
}

// shortened leaves away the middle of what is the same in both.
func shortened(text string) string {
	const most, around = 120, 40
	if r := []rune(text); len(r) > most {
		return string(r[:around]) + " …… " + string(r[len(r)-around:])
	}
	return text
}

// amount is how much two reports differ.
type amount struct{ numbers, texts, characters, others int }

func tally(a, b *model.Report) (n amount) {
	for _, ref := range model.Apart(a, b) {
		switch {
		case a.Edition.Cell(ref) != nil:
			n.numbers++
		case strings.HasPrefix(string(ref), "@"):
			n.others++
		default:
			n.texts++
			for _, run := range compare.Runs(a.Texts[ref], b.Texts[ref]) {
				if run.Kind != compare.Same {
					n.characters += model.Length(run.Text)
				}
			}
		}
	}
	return n
}

// all is how many values differ.
func (n amount) all() int { return n.numbers + n.texts + n.others }

// brief tells the amount in a few words, "" for none.
func (n amount) brief() string {
	var out []string
	if n.numbers > 0 {
		out = append(out, fmt.Sprintf("%d 个数", n.numbers))
	}
	if n.texts > 0 {
		out = append(out, fmt.Sprintf("%d 段文字（%d 字）", n.texts, n.characters))
	}
	if n.others > 0 {
		out = append(out, fmt.Sprintf("%d 项其他内容", n.others))
	}
	return strings.Join(out, "、")
}

// says is a sentence.
func (n amount) says() string {
	if n.all() == 0 {
		return "两边完全一样。"
	}
	return "不一样的有 " + n.brief() + "；画线的是另一边没有的话。"
}
