package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nianbao/model"
	"nianbao/model/intake"
)

// pasting is what a clipboard comes to in a table, before anything is changed.
type pasting struct {
	changes []model.Change
	totals  []model.Change // stated by the clipboard; totals follow their parts
	over    []string       // what finds no place
	rows    bool           // what finds no place are whole rows
	notes   []string
	labels  bool // placed by the labels of the rows
}

// onPaste puts a clipboard's cells into the table from the focus on, or by the
// labels that came with them, as one step; it tells what found no place.
func (v *table) onPaste(text string) {
	rows := fields(text)
	if rows == nil {
		v.say("剪贴板里没有可以粘贴的数。请先在 Excel、WPS 或网页上选中表格并复制。", nil)
		return
	}
	p, ok := v.byLabel(rows)
	if !ok {
		p = v.byPlace(rectangle(rows))
	}
	r := v.w.report()
	gone := 0
	for _, c := range p.changes {
		if model.ParseNumber(c.New).Blank() && !r.Value(c.At).Blank() {
			gone++
		}
	}
	v.w.change("粘贴", p.changes...)
	v.say(v.outcome(p, gone), p.changes)
}

// byLabel places rows that say which they are; it is false if none does.
func (v *table) byLabel(rows [][]string) (p pasting, ok bool) {
	values, rest, notes, ok := intake.Cells(v.w.report().Edition, v.part.Table, rows)
	if !ok {
		return p, false
	}
	p = pasting{over: rest, rows: true, notes: notes, labels: true}
	for _, c := range values {
		if v.w.report().Edition.Cell(c.At).Total() {
			p.totals = append(p.totals, c)
		} else {
			p.changes = append(p.changes, c)
		}
	}
	return p, true
}

// byPlace lays the cells over the table. Over a larger selection that they fill
// evenly they are repeated.
func (v *table) byPlace(rows [][]string) (p pasting) {
	area := v.sheet.Onward()
	height, width := len(rows), len(rows[0])
	if chosen := v.sheet.Selected(); v.sheet.Several() && len(chosen)%height == 0 && len(chosen[0])%width == 0 {
		height, width = len(chosen), len(chosen[0])
	}
	for i := range height {
		for k := range width {
			// Two lines in a cell are two figures: the mark between them stays visible.
			text := strings.ReplaceAll(rows[i%len(rows)][k%len(rows[0])], "\n", "；")
			if i >= len(area) || k >= len(area[i]) {
				if text != "" {
					p.over = append(p.over, text)
				}
				continue
			}
			cell := v.cells[area[i][k]]
			switch {
			case !cell.Total():
				p.changes = append(p.changes, model.Change{At: cell.Ref, New: text})
			case text != "":
				p.totals = append(p.totals, model.Change{At: cell.Ref, New: text})
			}
		}
	}
	return p
}

// outcome tells what a paste has done; gone is how many figures a blank replaced.
func (v *table) outcome(p pasting, gone int) string {
	r := v.w.report()
	odd := 0
	for _, c := range p.changes {
		if n := r.Value(c.At); !n.Blank() && !r.Edition.Cell(c.At).Takes(n) {
			odd++
		}
	}
	var wrong []string
	for _, c := range p.totals {
		n := model.ParseNumber(c.New)
		if have := r.Value(c.At); !n.Blank() && n.With("").Cmp(have) != 0 {
			wrong = append(wrong, fmt.Sprintf("%s剪贴板里是 %s，算出来是 %s", r.Edition.Cell(c.At).Name(), n, orDash(have.String())))
		}
	}
	how := "粘贴了 %d 格"
	if p.labels {
		how = "按行名粘贴了 %d 格"
	}
	out := []string{fmt.Sprintf(how, len(p.changes))}
	if len(p.changes) == 0 {
		out[0] = "没有粘贴"
	}
	switch {
	case len(p.over) > 0 && p.rows:
		out = append(out, fmt.Sprintf("有 %d 行在本表里没有找到位置，没有粘贴：%s", len(p.over), some(p.over)))
	case len(p.over) > 0:
		out = append(out, fmt.Sprintf("有 %d 格超出表格，没有粘贴：%s", len(p.over), some(p.over)))
	}
	if wrong != nil {
		out = append(out, fmt.Sprintf("有 %d 个总计对不上，总计仍由各格算出：%s", len(wrong), some(wrong)))
	} else if len(p.changes) == 0 && len(p.totals) > 0 {
		out = append(out, "总计由各格算出，不用粘贴")
	}
	if odd > 0 {
		out = append(out, fmt.Sprintf("有 %d 格不是规定的数，照原样放入，请核对", odd))
	}
	if gone > 0 {
		out = append(out, fmt.Sprintf("有 %d 格原来的数换成了空白", gone))
	}
	return strings.Join(out, "；") + "。" + strings.Join(p.notes, "")
}

// some lists the first few of what there may be many of.
func some(list []string) string {
	const few = 5
	var out []string
	for _, s := range list[:min(few, len(list))] {
		out = append(out, strings.Join(strings.Fields(s), " "))
	}
	text := strings.Join(out, "、")
	if len(list) > few {
		text += "……"
	}
	return text
}

// onPasteButton pastes where the focus was.
func (v *table) onPasteButton() {
	v.begin()
	v.onPaste(fyne.CurrentApp().Clipboard().Content())
	v.sheet.Refocus()
}

// onCopy copies what is selected; the whole table if nothing has been.
func (v *table) onCopy() {
	if v.begin() {
		v.sheet.SelectAll()
	}
	n := 0
	for _, row := range v.sheet.Selected() {
		n += len(row)
	}
	fyne.CurrentApp().Clipboard().SetContent(v.sheet.Copied())
	v.sheet.Refocus()
	v.say(fmt.Sprintf("复制了 %d 格，可以粘贴到 Excel 或 WPS。", n), nil)
}

// begin puts the focus into the first cell if none has had it.
func (v *table) begin() bool {
	if v.sheet.Selected() != nil {
		return false
	}
	v.sheet.Begin()
	return true
}

// fields reads the cells of a clipboard as Excel, WPS and LibreOffice write them:
// tabs between cells, a line a row, quotes around a cell that has line breaks of
// its own. It is nil if there is nothing in them.
func fields(text string) (rows [][]string) {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	row := []string{}
	for {
		field, rest, end := firstField(text)
		row = append(row, strings.TrimSpace(strings.ReplaceAll(field, "\u00a0", " ")))
		if end != '\t' {
			rows, row = append(rows, row), []string{}
		}
		if end == 0 {
			break
		}
		text = rest
	}
	if !slices.ContainsFunc(rows, filled) {
		return nil
	}
	return rows
}

func filled(row []string) bool {
	return slices.ContainsFunc(row, func(s string) bool { return s != "" })
}

// rectangle gives all rows the same length; what is empty at the right and at the
// end is dropped.
func rectangle(rows [][]string) (out [][]string) {
	width := 0
	for _, row := range rows {
		for i, field := range row {
			if field != "" {
				width = max(width, i+1)
			}
		}
	}
	for !filled(rows[len(rows)-1]) {
		rows = rows[:len(rows)-1]
	}
	for _, row := range rows {
		for len(row) < width {
			row = append(row, "")
		}
		out = append(out, row[:width])
	}
	return out
}

// firstField cuts the first cell off; end is the tab or line end behind it, 0 at
// the end of the text. A quote that is never closed is an ordinary character.
func firstField(text string) (field, rest string, end byte) {
	if strings.HasPrefix(text, `"`) {
		for i := 1; i < len(text); i++ {
			if text[i] != '"' {
				continue
			}
			if i+1 < len(text) && text[i+1] == '"' {
				i++
				continue
			}
			if i+1 == len(text) || text[i+1] == '\t' || text[i+1] == '\n' {
				field = strings.ReplaceAll(text[1:i], `""`, `"`)
				if i+1 == len(text) {
					return field, "", 0
				}
				return field, text[i+2:], text[i+1]
			}
			break
		}
	}
	if i := strings.IndexAny(text, "\t\n"); i >= 0 {
		return text[:i], text[i+1:], text[i]
	}
	return text, "", 0
}
