package layout

import (
	"nianbao/export"
	"nianbao/model"
)

// table sets a table: on this page if it fits here, else on a fresh one if it fits
// there, else broken between rows, with its head repeated.
func (f *flow) table(b *export.Block) {
	t := f.grid(b)
	if t.Rows == 0 {
		return
	}
	rest := func() float64 { return float64(rows-f.row) * pitch }
	all := t.all()
	hs := t.fit(all, rest()-f.tail(b))
	if hs == nil {
		hs = t.fit(all, rest())
	}
	if hs == nil && !b.Table.Words {
		if hs = t.fit(all, height); hs != nil {
			f.open()
		}
	}
	if hs != nil {
		f.part(t, all, hs, 0)
		return
	}
	if f.row > 0 && sum(t.wish(t.part(0, t.Head+2))) > rest() {
		f.open()
	}
	for a := 0; a < t.Rows; {
		b := max(a+1, t.Head+1)
		for b < t.Rows && t.fit(t.part(a, b+1), rest()) != nil {
			b++
		}
		part := t.part(a, min(b, t.Rows))
		hs := t.fit(part, rest())
		if hs == nil { // a row that is higher than a page
			hs = t.least(part)
		}
		f.part(t, part, hs, a)
		if a = b; a < t.Rows {
			f.open()
		}
	}
}

// part sets some rows of a table, of which those before from have been set before.
func (f *flow) part(t *grid, part []int, hs []float64, from int) {
	ys := []float64{top + float64(f.row)*pitch}
	for _, h := range hs {
		ys = append(ys, ys[len(ys)-1]+h)
	}
	page := f.page()
	owner := make([]int, len(part)*t.Cols)
	for i, s := range t.Slots {
		first, n := clip(s, part)
		if n == 0 {
			continue
		}
		for r := first; r < first+n; r++ {
			for c := s.Col; c < s.Col+s.Cols; c++ {
				owner[r*t.Cols+c] = i
			}
		}
		page.cell(t, i, ys[first], ys[first+n], s.Row < from)
	}
	page.rules(t, owner, ys)
	f.row = min(rows, f.row+linesOf(sum(hs)+belowTable))
}

// cell sets a slot's text in the middle between the heights.
func (p *Page) cell(t *grid, i int, y0, y1 float64, again bool) {
	s, c := t.Slots[i], t.cells[i]
	ref := s.Ref
	if s.Kind != model.SlotValue {
		ref = t.ref
	}
	p.Areas = append(p.Areas, Area{t.edges[s.Col], y0, t.edges[s.Col+s.Cols], y1, ref})
	if len(c.lines) == 0 {
		return
	}
	x0, x1 := t.edges[s.Col]+sidePad, t.edges[s.Col+s.Cols]-sidePad
	// The em box of the first line's face gives the place of the baseline.
	y := (y0+y1-c.height())/2 + c.pad + c.lines[0][0].face.Ascent()*c.size
	for _, l := range c.lines {
		x := x0 + sidePad
		if (s.Kind != model.SlotLabel || !t.left) && s.Kind != model.SlotText {
			x = (x0 + x1 - natural(l, c.size)) / 2
		}
		p.put(l, x, y, setting{size: c.size, ref: ref, again: again})
		y += c.size * leading
	}
}

// rules draws the lines between places of different slots, and around all.
func (p *Page) rules(t *grid, owner []int, ys []float64) {
	n := len(ys) - 1
	at := func(r, c int) int {
		if r < 0 || r >= n || c < 0 || c >= t.Cols {
			return -1
		}
		return owner[r*t.Cols+c]
	}
	draw := func(lines, cells int, parted func(l, c int) bool, rule func(l, from, to int) Rule) {
		for l := range lines {
			for from, c := 0, 0; c <= cells; c++ {
				if c == cells || !parted(l, c) {
					if c > from {
						p.Rules = append(p.Rules, rule(l, from, c))
					}
					from = c + 1
				}
			}
		}
	}
	draw(n+1, t.Cols, func(r, c int) bool { return at(r-1, c) != at(r, c) }, func(r, from, to int) Rule {
		return Rule{t.edges[from], ys[r], t.edges[to], ys[r], ruleWidth}
	})
	draw(t.Cols+1, n, func(c, r int) bool { return at(r, c-1) != at(r, c) }, func(c, from, to int) Rule {
		return Rule{t.edges[c], ys[from], t.edges[c], ys[to], ruleWidth}
	})
}
