package docx

import (
	"strconv"
	"unicode/utf8"

	"nianbao/export"
	"nianbao/model"
)

// typeWidth is the width of the type area, cellGap the room at each side of a
// cell's text; all lengths are in twentieths of a point.
const (
	typeWidth = 8845
	cellGap   = 40
)

// look is how the texts of a table are set.
type look struct {
	label, number string // styles
	size          int    // of a label's characters
	height        int    // of a row, at least
	left          bool   // row labels are sentences: they begin at the left
	tall          bool   // the table fills a page
}

// lookOf chooses by the table's shape: what is long must fit a page, what has
// many columns must fit its width.
func lookOf(t *export.Table) look {
	switch g := t.Grid; {
	case t.Dense:
		return look{label: "TableDense", number: "TableDense", size: 180, height: 300, left: true, tall: true}
	case t.Words:
		return look{label: "TableWords", number: "TableWords", size: 210, height: 380, left: true, tall: true}
	case g.Rows > 20:
		return look{label: "TableSmall", number: "TableNumber", size: 180, height: 380, left: true, tall: true}
	case g.Cols > 8:
		return look{label: "TableNarrow", number: "TableNumber", size: 200, height: 480}
	}
	return look{label: "TableText", number: "TableText", size: 240, height: 500}
}

// table writes a table. All rows but the last are kept with the next by their
// style, so that a table that fits a page is not broken over two.
func (b *body) table(block *export.Block) {
	t, g := block.Table, block.Table.Grid
	l, widths, at := lookOf(t), columns(g), places(g)
	b.WriteString(b.mark(block.Ref))
	b.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="` + strconv.Itoa(typeWidth) + `" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for _, width := range widths {
		b.WriteString(`<w:gridCol w:w="` + strconv.Itoa(width) + `"/>`)
	}
	b.WriteString(`</w:tblGrid>`)
	for row := range g.Rows {
		b.WriteString(`<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="` + strconv.Itoa(l.height) + `" w:hRule="atLeast"/>`)
		if row < g.Head {
			b.WriteString(`<w:tblHeader/>`)
		}
		b.WriteString(`</w:trPr>`)
		for col := 0; col < g.Cols; {
			i := at[row*g.Cols+col]
			b.cell(l, cell{Slot: &g.Slots[i], text: t.Texts[i], width: span(widths, &g.Slots[i]), row: row, last: row == g.Rows-1})
			col += g.Slots[i].Cols
		}
		b.WriteString(`</w:tr>`)
	}
	b.WriteString(`</w:tbl>`)
}

// cell is what a slot shows in one row: below its first row it is only the
// continuation of a merged cell.
type cell struct {
	*model.Slot
	text  string
	width int
	row   int
	last  bool // of the rows
}

func (b *body) cell(l look, s cell) {
	b.WriteString(`<w:tc><w:tcPr><w:tcW w:w="` + strconv.Itoa(s.width) + `" w:type="dxa"/>`)
	if s.Cols > 1 {
		b.WriteString(`<w:gridSpan w:val="` + strconv.Itoa(s.Cols) + `"/>`)
	}
	first := s.row == s.Row
	switch {
	case !first:
		b.WriteString(`<w:vMerge/>`)
	case s.Rows > 1:
		b.WriteString(`<w:vMerge w:val="restart"/>`)
	}
	if gap := headGap(l, s); gap > 0 {
		side := ` w:w="` + strconv.Itoa(gap) + `" w:type="dxa"/>`
		b.WriteString(`<w:tcMar><w:left` + side + `<w:right` + side + `</w:tcMar>`)
	}
	style := l.label
	if s.Kind == model.SlotValue {
		style = l.number
	}
	b.WriteString(`<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="` + style + `"/>`)
	if s.last {
		b.WriteString(`<w:keepNext w:val="0"/>`)
	}
	if l.left && s.Kind == model.SlotLabel || s.Kind == model.SlotText {
		b.WriteString(`<w:jc w:val="left"/>`)
	}
	b.WriteString(`</w:pPr>`)
	if first {
		b.run(plain, s.text)
	}
	b.WriteString(`</w:p></w:tc>`)
}

// headGap is the room at each side of a narrow head that breaks after every
// second character (商业｜企业), 0 for the usual one.
func headGap(l look, s cell) int {
	length := utf8.RuneCountInString(s.text) * l.size
	if s.Kind != model.SlotHead || s.Cols > 1 || length <= s.width-2*cellGap || s.width > 5*l.size {
		return 0
	}
	return (s.width-2*l.size)/2 - 10 // a little less, lest rounding break after each one
}

func span(widths []int, s *model.Slot) int {
	sum := 0
	for _, w := range widths[s.Col : s.Col+s.Cols] {
		sum += w
	}
	return sum
}

// columns are the widths of a table's columns; together they fill the type area.
func columns(g *model.Grid) []int {
	sum := 0.0
	for _, w := range g.Widths {
		sum += w
	}
	out := make([]int, g.Cols)
	left, done := 0.0, 0
	for i, w := range g.Widths {
		left += w
		edge := int(left/sum*typeWidth + 0.5)
		out[i], done = edge-done, edge
	}
	return out
}

// places gives for each place of the grid, by row, the slot that covers it.
func places(g *model.Grid) []int {
	at := make([]int, g.Rows*g.Cols)
	for i, s := range g.Slots {
		for r := s.Row; r < s.Row+s.Rows; r++ {
			for c := s.Col; c < s.Col+s.Cols; c++ {
				at[r*g.Cols+c] = i
			}
		}
	}
	return at
}
