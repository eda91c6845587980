package html

import (
	"slices"
	"strconv"

	"nianbao/export"
	"nianbao/model"
)

const (
	boxStyle   = "margin:12px 0 20px;overflow-x:auto"
	tableStyle = "width:100%;border-collapse:collapse;table-layout:fixed;line-height:1.5;font-size:"
	cellStyle  = "border:1px solid #595959;padding:6px 4px;overflow-wrap:anywhere;font-weight:normal;text-align:"
)

// table writes a table in a box of its own, in which it scrolls where the page
// is too narrow for it; the box takes the focus so that keys can scroll it.
func (b *page) table(block *export.Block) {
	t, g := block.Table, block.Table.Grid
	size := "15px"
	if g.Cols > 8 {
		size = "14px"
	}
	b.add(`<div role="region" tabindex="0" aria-label="`)
	b.text(t.Title)
	b.add(`" style="`, boxStyle, `">`, "\n", `<table data-ref="`)
	b.text(string(block.Ref))
	b.add(`" style="`, tableStyle, size, ";min-width:", strconv.Itoa(leastWidth(g)), `px">`, "\n<colgroup>")
	for _, w := range g.Widths {
		b.add(`<col style="width:`, strconv.FormatFloat(w/sum(g.Widths)*100, 'f', 2, 64), `%">`)
	}
	b.add("</colgroup>\n")
	group, next := "", 0
	for row := range g.Rows {
		at := next
		for next < len(g.Slots) && g.Slots[next].Row == row {
			next++
		}
		here := "tbody"
		if row < g.Head {
			here = "thead" // it repeats on paper
		}
		// The title of a block of rows opens a group of their own.
		if here != group || at < next && g.Slots[at].Kind == model.SlotTitle {
			if group != "" {
				b.add("</", group, ">\n")
			}
			b.add("<", here, ">\n")
			group = here
		}
		b.add("<tr>")
		for i := at; i < next; i++ {
			b.cell(&g.Slots[i], t.Texts[i], g.Rows > 20 || t.Words)
		}
		b.add("</tr>\n")
	}
	b.add("</", group, ">\n</table>\n</div>\n")
}

// tags of the slots; a title stands over the group of rows that it opens.
var tags = map[model.SlotKind]struct{ tag, scope string }{
	model.SlotValue:  {"td", ""},
	model.SlotTitle:  {"th", "rowgroup"},
	model.SlotHead:   {"th", "col"},
	model.SlotCorner: {"th", "col"},
	model.SlotLabel:  {"th", "row"},
	model.SlotText:   {"td", ""},
	model.SlotGroup:  {"th", "row"},
}

// cell writes a slot; in a long table the labels are sentences, which begin at
// the left.
func (b *page) cell(s *model.Slot, text string, long bool) {
	kind := tags[s.Kind]
	b.add("<", kind.tag)
	if kind.scope != "" {
		b.add(` scope="`, kind.scope, `"`)
	}
	if s.Rows > 1 {
		b.add(` rowspan="`, strconv.Itoa(s.Rows), `"`)
	}
	if s.Cols > 1 {
		b.add(` colspan="`, strconv.Itoa(s.Cols), `"`)
	}
	if s.Kind == model.SlotValue && s.Ref != "" {
		b.add(` data-ref="`)
		b.text(string(s.Ref))
		b.add(`"`)
	}
	align := "center;text-wrap:balance" // 结果｜维持, not 结果维｜持
	switch {
	case s.Kind == model.SlotValue:
		align = "center"
	case long && s.Kind == model.SlotLabel, s.Kind == model.SlotText:
		align = "left"
	}
	b.add(` style="`, cellStyle, align, `">`)
	b.text(text)
	b.add("</", kind.tag, ">")
}

// leastWidth is the width in pixels below which a table scrolls: two of a
// phone's characters must fit its narrowest column. No wider, so that a phone
// shows the first numbers beside the labels of table three.
func leastWidth(g *model.Grid) int {
	return int(32 * sum(g.Widths) / slices.Min(g.Widths))
}

func sum(widths []float64) float64 {
	s := 0.0
	for _, w := range widths {
		s += w
	}
	return s
}
