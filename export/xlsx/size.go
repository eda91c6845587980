package xlsx

import (
	"nianbao/export"
	"nianbao/model"
)

// size is how large a table's cells are, in points.
type size struct {
	landscape bool
	label     float64   // type of heads and labels
	number    float64   // type of numbers
	widths    []float64 // of the columns
	heights   []float64 // of the grid's rows
}

const (
	// A sheet of paper less the margins; a little is left for programs that make
	// columns wider than they are told.
	portrait, landscape = 500.0, 745.0
	// charWidth is the unit of column widths: a digit of the workbook's own type.
	charWidth = 6.0
	// wide tables lie on their side.
	wide = 12
)

// fit chooses sizes that keep the table on a page and every label whole.
func fit(t *export.Table) size {
	g := t.Grid
	s := size{label: 11, number: 12, widths: make([]float64, g.Cols), heights: make([]float64, g.Rows)}
	width, low := portrait, 28.0
	if g.Rows > 20 {
		s.label, s.number, low = 9.5, 11, 20
	}
	if g.Cols > wide {
		s.landscape, s.label, width, low = true, 10.5, landscape, 32
	}
	total := 0.0
	for _, w := range g.Widths {
		total += w
	}
	for i, w := range g.Widths {
		s.widths[i] = w / total * width
	}
	for row := range s.heights {
		s.heights[row] = low
	}
	for span := 1; span <= g.Rows; span++ { // single rows first: they grow for themselves
		for i, slot := range g.Slots {
			if slot.Rows == span {
				s.grow(slot, t.Texts[i])
			}
		}
	}
	return s
}

// grow makes a slot's rows high enough for its text.
func (s *size) grow(slot model.Slot, text string) {
	width, height := 0.0, 0.0
	for col := slot.Col; col < slot.Col+slot.Cols; col++ {
		width += s.widths[col]
	}
	for row := slot.Row; row < slot.Row+slot.Rows; row++ {
		height += s.heights[row]
	}
	missing := tall(lines(text, s.label, width)*s.label, 1.45, 3) - height
	for row := slot.Row; row < slot.Row+slot.Rows && missing > 0; row++ {
		s.heights[row] += missing / float64(slot.Rows)
	}
}

// tall is how high lines of a size stand with their leading, and a gap. The product is
// rounded before the gap is added: a processor that does both in one step, as for arm64,
// would write other bytes.
func tall(size, leading, gap float64) float64 { return float64(size*leading) + gap }

// lines estimates how many lines a text takes in a column. A tenth of the width
// is held back: programs differ in their margins and substitute types.
func lines(text string, size, width float64) float64 {
	room := max(float64(width*0.9)-4, size)
	n, at := 1.0, 0.0
	for _, r := range text {
		if r == '\n' {
			n, at = n+1, 0
			continue
		}
		w := size
		if r < 0x80 {
			w = size * 0.55
		}
		if at += w; at > room {
			n, at = n+1, w
		}
	}
	return n
}
