package chart

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Room in a legend.
const (
	thumbWidth  = 22.0
	thumbHeight = 7.0
	thumbGap    = 4.0  // before the name
	entryGap    = 14.0 // between two entries
	rowHeight   = labelSize * 1.45
)

// An entry of the legend.
type entry struct {
	look  *look
	lines []string // of the name
	wide  float64
}

// head sets the unit and the legend at the frame's upper edge and takes their room: side by
// side if they fit, else one above the other.
func (s *sketch) head() {
	width := (s.area.Max.X - s.area.Min.X).Points()
	used := 0.0
	if s.Unit != "" {
		unit := s.set.cut("单位："+s.Unit, labelSize, width)
		s.line(unit, s.area.Min.X.Points(), s.area.Max.Y.Points())
		used = s.set.width(unit, labelSize)
	}
	entries, all := s.legend(width)
	if entries == nil {
		if used > 0 {
			s.area.Max.Y -= rowHeight
		}
		return
	}
	if used > 0 && used+entryGap+all > width {
		s.area.Max.Y -= rowHeight
		used = 0
	}
	room := width
	for w := width; used == 0 && w > 0; w -= labelSize { // as many rows as needed, of even widths
		if rows(entries, w) > rows(entries, width) {
			break
		}
		room = w
	}
	for len(entries) > 0 {
		n, row, lines := fill(entries, room)
		x := s.area.Min.X.Points() + (width-row)/2
		if used > 0 {
			x = s.area.Max.X.Points() - row
		}
		for _, e := range entries[:n] {
			s.entry(e, x)
			x += e.wide + entryGap
		}
		s.area.Max.Y -= vg.Length(rowHeight * float64(lines))
		entries = entries[n:]
	}
}

// fill gives how many entries the next row takes, its width and the lines of its names.
func fill(entries []entry, width float64) (n int, row float64, lines int) {
	row = -entryGap
	for n < len(entries) && (n == 0 || row+entryGap+entries[n].wide <= width+1e-6) {
		row += entryGap + entries[n].wide
		lines = max(lines, len(entries[n].lines), 1)
		n++
	}
	return n, row, lines
}

func rows(entries []entry, width float64) (count int) {
	for ; len(entries) > 0; count++ {
		n, _, _ := fill(entries, width)
		entries = entries[n:]
	}
	return count
}

// legend gives the entries and the width of all side by side. One series needs none.
func (s *sketch) legend(width float64) (entries []entry, all float64) {
	if len(s.Series) < 2 {
		return nil, 0
	}
	all = -entryGap
	for n := range s.Series {
		e := entry{look: lookOf(n), lines: s.set.wrap(s.Series[n].Name, labelSize, width-thumbWidth-thumbGap)}
		for _, line := range e.lines {
			e.wide = max(e.wide, s.set.width(line, labelSize))
		}
		e.wide += thumbWidth + thumbGap
		all += entryGap + e.wide
		entries = append(entries, e)
	}
	return entries, all
}

// entry draws an entry whose left end is at x.
func (s *sketch) entry(e entry, x float64) {
	top := s.area.Max.Y.Points()
	middle := top - rowHeight/2
	if s.Kind == Lines {
		c := &s.area
		c.StrokeLine2(e.look.line(), vg.Length(x), vg.Length(middle), vg.Length(x+thumbWidth), vg.Length(middle))
		c.DrawGlyphNoClip(e.look.glyph(), vg.Point{X: vg.Length(x + thumbWidth/2), Y: vg.Length(middle)})
	} else {
		e.look.bar(&draw.Canvas{Canvas: s.area.Canvas}, vg.Rectangle{
			Min: vg.Point{X: vg.Length(x + edgePen), Y: vg.Length(middle - thumbHeight/2)},
			Max: vg.Point{X: vg.Length(x + thumbWidth), Y: vg.Length(middle + thumbHeight/2)},
		})
	}
	for i, line := range e.lines {
		s.line(line, x+thumbWidth+thumbGap, top-float64(i)*rowHeight)
	}
}

// line sets a line in the middle of a row of the head.
func (s *sketch) line(text string, x, top float64) {
	face := s.set.fonts.Face(role)
	y := top - rowHeight/2 - labelSize*(face.Ascent()-face.Descent())/2
	s.set.put(text, labelSize, vg.Point{X: vg.Length(x), Y: vg.Length(y)}, false)
}
