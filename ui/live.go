package ui

import "nianbao/model"

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
	p.w.choose("插入表中的数", "插入的数跟着表走：表里改了，文字里也改。输入几个字可以缩小范围，例如“新收”。", "插入", all)
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
