package ui

import (
	"fmt"
	"strings"

	"nianbao/model"
	"nianbao/ui/widget"
)

// said is what the line under a table tells about what has just been done, as long
// as the report still shows it.
type said struct {
	text string
	made []model.Change // "" of text and no change: nothing is said
}

// say tells what a step did to the table and offers to take it back.
func (v *table) say(text string, made []model.Change) {
	v.said = said{text, made}
	v.tell()
}

// stands says that the report still has what was made.
func (s said) stands(r *model.Report) bool {
	for _, c := range s.made {
		if !r.Value(c.At).Equal(model.ParseNumber(c.New)) {
			return false
		}
	}
	return s.text != ""
}

// tell says which cell has the focus, last year's value and what is wrong, or what
// has just been done. It never takes more than its two lines.
func (v *table) tell() {
	r := v.w.report()
	if v.w.typing || !v.said.stands(r) {
		v.said = said{}
	}
	cell := r.Edition.Cell(v.at)
	name, do, text, color := "", func() {}, "", widget.ColorFaint
	switch {
	case v.said.text != "":
		text = v.said.text
		if v.said.made != nil {
			name, do = "撤销", v.w.onUndo
		}
	case cell == nil:
		text = "点一格就填，没有发生的填 0。回车到下一行，Tab 到下一格；Shift 加方向键选中多格，可以和 Excel、WPS 互相复制粘贴。"
	default:
		text = "本格：" + v.fullName(cell) + v.details(cell)
		for _, f := range v.w.shown {
			if len(f.At) == 0 || f.At[0] != v.at || f.Accepted != "" || v.w.kind(f) == "blank" {
				continue
			}
			s, c := sign(f.Level)
			text, color = "本格："+cell.Name()+v.details(cell)+"\n"+s+" "+f.Text, c
			name, do = act(f.Fix), func() { v.w.onFix(item{Finding: f}) }
			break
		}
	}
	v.about.SetIn(text, color)
	if v.act.Hidden != (name == "") || v.act.Text != name {
		v.act.Hidden = name == ""
		v.act.SetText(name)
		v.all.Refresh()
	}
	v.act.OnTapped = func() {
		do()
		v.sheet.Refocus()
	}
}

// fullName is the cell's titles; one that spans all columns tells nothing.
func (v *table) fullName(cell *model.Cell) string {
	column := cell.Column.Path
	if len(column) > 1 && !cell.Block.Across && shared(cell.Block, column[0]) {
		column = column[1:]
	}
	var names []string
	for _, name := range append(append([]string{}, cell.Row.Path...), column...) {
		names = append(names, v.w.report().Printed(name))
	}
	return strings.Join(names, " · ")
}

func shared(b *model.Block, title string) bool {
	for _, c := range b.Columns {
		if len(c.Path) == 0 || c.Path[0] != title {
			return false
		}
	}
	return true
}

// details are last year's value, the unit, how a total came about and what the
// group's rows come to in this column.
func (v *table) details(cell *model.Cell) string {
	r, text := v.w.report(), ""
	if v.w.lastFits() {
		text += "　去年：" + orDash(v.w.last.report.Value(cell.Ref).String())
	}
	switch {
	case cell.Unit() != "":
		text += "　单位：" + cell.Unit()
	case cell.As() == "amount":
		text += "　请写上单位：元或万元"
	}
	if cell.Total() {
		computed, _ := r.Computed(cell)
		text += "　合计 " + orDash(computed.String()) + " ＝ " + v.addends(cell)
	}
	for _, g := range v.groups {
		if refs := g.columns[cell.Column.ID]; g.has(cell.Row) && refs != nil {
			sum, _ := r.Sum(refs...)
			text += fmt.Sprintf("　%s小计：%s", g.name, orDash(sum.String()))
		}
	}
	return text
}

// addends tells what was added up: 3＋1＋0. Of many the zeros are left out.
func (v *table) addends(cell *model.Cell) string {
	parts := cell.RowSum
	if parts == nil {
		parts = cell.ColSum
	}
	var figures []string
	zeros := 0
	for _, ref := range parts {
		n := v.w.report().Value(ref)
		if len(parts) > 8 && n.Readable() && n.Sign() == 0 {
			zeros++
			continue
		}
		figures = append(figures, orDash(n.String()))
	}
	if zeros > 0 {
		figures = append(figures, fmt.Sprintf("%d 个 0", zeros))
	}
	return strings.Join(figures, "＋")
}

func orDash(s string) string {
	if s == "" {
		return "—"
	}
	return s
}
