package ui

import (
	"strings"

	"nianbao/model"
)

// What is put into a passage at the caret: numbers that follow their cells, and
// sentences to begin with.

// onInsert lists the numbers of all tables, to put one into the text as a number
// that follows its cell.
func (p *passage) onInsert() {
	r := p.w.report()
	if len(r.Edition.Cells()) == 0 {
		return
	}
	var all []choice
	table := (*model.Table)(nil)
	for _, c := range totalsFirst(r) {
		if c.Table != table {
			table = c.Table
			all = append(all, choice{text: p.w.placeName(p.w.placeOf(c.Ref)), head: true})
		}
		all = append(all, choice{text: c.Short(), note: orDash(r.Value(c.Ref).String()), do: func() {
			p.onChosen("{" + string(c.Ref) + "}")
		}})
	}
	p.w.choose("插入表中的数", "插入的数跟着表走：表里改了，文字里也改。输入几个字可以缩小范围。", "插入", all)
}

// totalsFirst lists the cells that can stand in prose; of each row its total
// first, which prose wants most.
func totalsFirst(r *model.Report) []*model.Cell {
	var out []*model.Cell
	row, at := (*model.Line)(nil), 0
	for _, c := range r.Edition.Cells() {
		if _, there := r.Numbers[c.Ref]; c.Optional() && !there {
			continue
		}
		if c.Row != row {
			row, at = c.Row, len(out)
		}
		out = append(out, c)
		if c.RowSum != nil {
			copy(out[at+1:], out[at:])
			out[at] = c
		}
	}
	return out
}

// onPatterns lists sentences for the passage.
func (p *passage) onPatterns() {
	if p.text == nil || len(p.text.Patterns) == 0 {
		return
	}
	r := p.w.report()
	var all []choice
	for _, pattern := range p.text.Patterns {
		stored := r.Fill(pattern)
		all = append(all, choice{text: r.Expand(stored), do: func() { p.onSentence(stored) }})
	}
	p.w.choose("句式："+p.name.Text, "点两下放进文字。数取自表格，表里改了跟着改；XX 处请填写。", "放进文字", all)
}

// onChosen puts a number where the caret was, not into another one.
func (p *passage) onChosen(stored string) {
	at := p.at()
	for _, t := range p.w.report().Edition.Tokens(p.shown) {
		if t.From < at && at < t.To {
			at = t.To
		}
	}
	p.insert("插入表中的数", stored, at)
}

// onSentence puts a sentence behind the one where the caret was.
func (p *passage) onSentence(stored string) {
	text, at := []rune(p.shown), p.at()
	for at > 0 && at < len(text) && text[at] != '\n' && !strings.ContainsRune("。！？\n", text[at-1]) {
		at++
	}
	p.insert("句式", stored, at)
}

// at is where the caret was, else the end.
func (p *passage) at() int {
	if !p.met {
		return len([]rune(p.shown))
	}
	return p.field.Caret()
}

// insert puts stored text at a place of the field, as one step, and selects the
// first gap that is to be filled in.
func (p *passage) insert(step, stored string, at int) {
	r := p.w.report()
	was, add := []rune(p.shown), r.Shown(stored)
	p.w.change(step, model.Change{At: p.ref, New: r.Typed(string(was[:at]) + add + string(was[at:]))})
	p.w.win.Canvas().Focus(p.field)
	p.field.SetCaret(at + len([]rune(add)))
	if from, to, ok := r.Find(stored, model.Gap); ok {
		p.field.Select(at+from, at+to)
	}
}
