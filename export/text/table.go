package text

import (
	"strings"

	"nianbao/export"
	"nianbao/model"
)

// bar is the width of a frame character: full, as Chinese types draw it.
const bar = 2

// frame is a table whose columns have got their widths.
type frame struct {
	*model.Grid
	texts  []string
	widths []int    // of the columns in half characters, always even
	slots  [][]int  // of each row from left to right
	walls  [][]bool // of each row: a separator stands before the column
	heads  []bool   // the row holds no value
	titles []bool   // the row opens a block
}

func (p printer) table(t *export.Table) {
	f := layout(t)
	p.rule(f, -1)
	for row := range f.Rows {
		if row > 0 && (f.heads[row] != f.heads[row-1] || f.titles[row]) {
			p.rule(f, row-1)
		}
		p.row(f, row)
	}
	p.rule(f, f.Rows-1)
}

func layout(t *export.Table) *frame {
	g := t.Grid
	f := &frame{
		Grid: g, texts: make([]string, len(g.Slots)), widths: make([]int, g.Cols),
		slots: make([][]int, g.Rows), walls: make([][]bool, g.Rows),
		heads: make([]bool, g.Rows), titles: make([]bool, g.Rows),
	}
	for row := range g.Rows {
		f.heads[row], f.walls[row] = true, make([]bool, g.Cols)
	}
	for i, s := range g.Slots {
		// The separator itself cannot stand in a cell: its wide sister can.
		f.texts[i] = strings.ReplaceAll(clean(t.Texts[i]), "│", "｜")
		for row := s.Row; row < s.Row+s.Rows; row++ {
			f.walls[row][s.Col] = true
			f.heads[row] = f.heads[row] && s.Kind != model.SlotValue && s.Kind != model.SlotLabel && s.Kind != model.SlotText
		}
		f.titles[s.Row] = f.titles[s.Row] || s.Kind == model.SlotTitle
	}
	for row := range g.Rows {
		for col := range g.Cols {
			if f.walls[row][col] {
				f.slots[row] = append(f.slots[row], f.slotAt(row, col))
			}
		}
	}
	for span := 1; span <= g.Cols; span++ {
		for i, s := range g.Slots {
			if s.Cols == span {
				f.widen(s, width(f.texts[i]))
			}
		}
	}
	return f
}

func (f *frame) slotAt(row, col int) int {
	for i, s := range f.Slots {
		if s.Col == col && s.Row <= row && row < s.Row+s.Rows {
			return i
		}
	}
	return -1 // the grid covers every place: cannot be
}

// room is the width of a slot with the separators that it covers.
func (f *frame) room(s model.Slot) int {
	n := bar * (s.Cols - 1)
	for col := s.Col; col < s.Col+s.Cols; col++ {
		n += f.widths[col]
	}
	return n
}

// widen makes a slot's columns wide enough together, each by about the same.
func (f *frame) widen(s model.Slot, need int) {
	for col, missing := s.Col, need-f.room(s); missing > 0; missing -= 2 {
		f.widths[col] += 2
		if col++; col == s.Col+s.Cols {
			col = s.Col
		}
	}
}

func (p printer) row(f *frame, row int) {
	for _, i := range f.slots[row] {
		s := f.Slots[i]
		text := ""
		if s.Row == row {
			text = f.texts[i]
		}
		pad := f.room(s) - width(text)
		left := pad / 2 // heads are centred,
		switch s.Kind {
		case model.SlotValue: // numbers stand at the right
			left = pad
		case model.SlotLabel, model.SlotGroup, model.SlotText: // and labels at the left
			left = 0
		}
		p.WriteString("│")
		p.repeat(" ", left)
		p.WriteString(text)
		p.repeat(" ", pad-left)
	}
	p.WriteString("│" + end)
}

// rule draws the line below a row; row -1 is the table's upper edge.
func (p printer) rule(f *frame, row int) {
	above := func(col int) bool { return row >= 0 && f.walls[row][col] }
	below := func(col int) bool { return row+1 < f.Rows && f.walls[row+1][col] }
	joint := func(up, down bool, both, upper, lower string) string {
		switch {
		case up && down:
			return both
		case up:
			return upper
		case down:
			return lower
		}
		return "─"
	}
	for col, w := range f.widths {
		if col == 0 {
			p.WriteString(joint(row >= 0, row+1 < f.Rows, "├", "└", "┌"))
		} else {
			p.WriteString(joint(above(col), below(col), "┼", "┴", "┬"))
		}
		p.repeat("─", w/bar)
	}
	p.WriteString(joint(row >= 0, row+1 < f.Rows, "┤", "┘", "┐") + end)
}

func (p printer) repeat(s string, n int) {
	for range n {
		p.WriteString(s)
	}
}

// width is a text's width in half characters: ASCII and half-width forms take
// one, everything else two, quotation marks and dashes included, as in 宋体;
// what has no width of its own takes none.
func width(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r < 0x80, r >= 0xff61 && r <= 0xffdc, r >= 0xffe8 && r <= 0xffee:
			n++
		case r >= 0x300 && r <= 0x36f, r >= 0x200b && r <= 0x200f, r == 0x2060, r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0100 && r <= 0xe01ef:
		default:
			n += 2
		}
	}
	return n
}
