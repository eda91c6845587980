package layout

import (
	"slices"
	"strings"

	"nianbao/export"
	"nianbao/export/font"
	"nianbao/model"
)

// look is how a table is set.
type look struct {
	label, number float64 // sizes
	row           float64 // height of a row, if its texts need no more
	pad           float64 // room above and below a cell's text
	left          bool    // row labels are sentences: they begin at the left
}

const (
	ruleWidth  = 0.5
	sidePad    = 1.5 // room at each side of a cell's text
	headPad    = 2.5 // room above and below it, mostly
	leading    = 1.2 // from line to line, in sizes
	leastDigit = 6.0 // size below which a column is widened instead
	belowTable = 8.0 // room between a table and the text that follows
)

// lookOf chooses by the table's shape: what is long must fit a page, what has many
// columns must fit its width.
func lookOf(table *export.Table) look {
	switch g := table.Grid; {
	case table.Dense:
		return look{label: 9, number: 9, row: 17, pad: 1, left: true}
	case table.Words:
		return look{label: 10.5, number: 10.5, row: 20, pad: headPad, left: true}
	case g.Rows > 20:
		return look{label: 9, number: 10.5, row: 20, pad: headPad, left: true}
	case g.Cols > 8:
		return look{label: 10, number: 10.5, row: 25, pad: headPad}
	}
	return look{label: 12, number: 12, row: 26, pad: headPad}
}

// A cell is the text of a slot, broken into lines.
type cell struct {
	lines [][]glyph
	size  float64
	pad   float64
}

// height that the text needs.
func (c cell) height() float64 {
	if len(c.lines) == 0 {
		return 2 * c.pad
	}
	return c.size*(1+float64(len(c.lines)-1)*leading) + 2*c.pad
}

// A grid is a table with its columns and the texts of its cells laid out.
type grid struct {
	*model.Grid
	look
	ref   model.Ref
	edges []float64 // of the columns, from the left of the page
	cells []cell    // of the slots
}

// grid lays out the cells of a table, once.
func (f *flow) grid(b *export.Block) *grid {
	if t, ok := f.grids[b.Table]; ok {
		return t
	}
	t := &grid{Grid: b.Table.Grid, look: lookOf(b.Table), ref: b.Ref}
	texts := make([][]glyph, len(t.Slots))
	for i := range texts {
		texts[i] = f.glyphs(nil, font.Song, b.Table.Texts[i])
	}
	t.columns(texts)
	t.cells = make([]cell, len(t.Slots))
	for i, s := range t.Slots {
		t.cells[i] = t.cell(texts[i], s.Kind, t.edges[s.Col+s.Cols]-t.edges[s.Col]-2*sidePad)
	}
	if f.grids == nil {
		f.grids = make(map[*export.Table]*grid)
	}
	f.grids[b.Table] = t
	return t
}

// columns gives the columns their share of the measure, and those whose numbers would
// become too small as much of the others' as they need.
func (t *grid) columns(texts [][]glyph) {
	share := 0.0
	for _, w := range t.Widths {
		share += w
	}
	widths, least := make([]float64, t.Cols), make([]float64, t.Cols)
	for i, w := range t.Widths {
		widths[i] = w / share * width
	}
	for i, s := range t.Slots {
		if s.Kind == model.SlotValue && s.Cols == 1 && number(texts[i]) {
			least[s.Col] = max(least[s.Col], natural(texts[i], leastDigit)+2*sidePad)
		}
	}
	lack, spare := 0.0, 0.0
	for i := range widths {
		lack += max(0, least[i]-widths[i])
		spare += max(0, widths[i]-max(least[i], t.narrowest()))
	}
	if lack > 0 && spare > 0 {
		take := min(1, lack/spare) // of what each can spare
		give := min(1, spare/lack)
		for i := range widths {
			if need := least[i] - widths[i]; need > 0 {
				widths[i] += need * give
			} else {
				widths[i] -= max(0, widths[i]-max(least[i], t.narrowest())) * take
			}
		}
	}
	t.edges = []float64{left}
	for _, w := range widths {
		t.edges = append(t.edges, t.edges[len(t.edges)-1]+w)
	}
}

// narrowest is the width of a column for three characters: （三）.
func (t *grid) narrowest() float64 { return 3*t.label + 2*sidePad }

// number reports whether a value is a number, which is not broken over lines.
func number(gs []glyph) bool {
	return !slices.ContainsFunc(gs, func(g glyph) bool { return !font.Digit(g.said) && !strings.ContainsRune("+-.万元", g.said) })
}

// cell breaks a slot's text into lines.
func (t *grid) cell(gs []glyph, kind model.SlotKind, wide float64) cell {
	size := t.label
	if kind == model.SlotValue {
		size = t.number
	}
	if len(gs) == 0 {
		return cell{size: size, pad: t.pad}
	}
	if kind == model.SlotLabel && t.left || kind == model.SlotText {
		wide -= sidePad
	}
	if n := natural(gs, size); n <= wide+1e-6 {
		return cell{[][]glyph{gs}, size, t.pad}
	} else if kind == model.SlotValue && number(gs) {
		return cell{[][]glyph{gs}, size * wide / n, t.pad}
	}
	if kind == model.SlotValue {
		size = t.label - 1
	}
	c := cell{wrap(gs, size, wide, wide), size, t.pad}
	for c.height() > height/2 && c.size > 0.5 { // so much was typed that a page would not hold it
		c = cell{wrap(gs, c.size*0.9, wide, wide), c.size * 0.9, t.pad}
	}
	switch {
	case kind == model.SlotLabel && t.left || kind == model.SlotText || kind == model.SlotValue:
	case wide < 4*size:
		c.lines = wrap(gs, size, 2*size, wide) // two characters a line, as words mostly are
	default:
		c.lines = balanced(gs, c, wide)
	}
	return c
}

// balanced breaks the text into no more lines than c has, but of more even widths.
func balanced(gs []glyph, c cell, wide float64) [][]glyph {
	best := c.lines
	for w := wide - c.size/2; w > 0; w -= c.size / 2 {
		lines := wrap(gs, c.size, w, w)
		if len(lines) > len(c.lines) {
			break
		}
		best = lines
	}
	return best
}

// part lists the rows from a to b, with the head before them.
func (t *grid) part(a, b int) []int {
	var out []int
	for r := range min(t.Head, a) {
		out = append(out, r)
	}
	for r := a; r < min(b, t.Rows); r++ {
		out = append(out, r)
	}
	return out
}

func (t *grid) all() []int { return t.part(0, t.Rows) }

// clip gives the first of the rows, by its place among them, that a slot covers, and
// how many it covers.
func clip(s model.Slot, rows []int) (first, n int) {
	for i, r := range rows {
		if r >= s.Row && r < s.Row+s.Rows {
			if n == 0 {
				first = i
			}
			n++
		}
	}
	return first, n
}

// least gives the heights that the texts of the rows need.
func (t *grid) least(rows []int) []float64 {
	hs := make([]float64, len(rows))
	for i, s := range t.Slots {
		if first, n := clip(s, rows); n == 1 {
			hs[first] = max(hs[first], t.cells[i].height())
		}
	}
	for i, s := range t.Slots { // what several rows lack is shared by all of them
		first, n := clip(s, rows)
		for r := first; n > 1 && r < first+n; r++ {
			lack := t.cells[i].height() - sum(hs[first:first+n])
			hs[r] += max(0, lack) / float64(first+n-r)
		}
	}
	return hs
}

// wish gives the heights that the rows have where there is room.
func (t *grid) wish(rows []int) []float64 {
	hs := t.least(rows)
	for i := range hs {
		hs[i] = max(hs[i]+t.pad, t.row)
	}
	return hs
}

// fit gives the rows heights that fill no more than room, nil if there are none.
func (t *grid) fit(rows []int, room float64) []float64 {
	wish := t.wish(rows)
	most := sum(wish)
	if most <= room+1e-6 {
		return wish
	}
	hs := t.least(rows)
	least := sum(hs)
	if least > room {
		return nil
	}
	for i := range hs {
		hs[i] += (wish[i] - hs[i]) * (room - least) / (most - least)
	}
	return hs
}

func sum(hs []float64) float64 {
	s := 0.0
	for _, h := range hs {
		s += h
	}
	return s
}
