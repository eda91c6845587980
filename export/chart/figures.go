package chart

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// figures sets the numbers themselves where there is room: at a bar's end, inside a part of
// a stack, above or below a point.
type figures sketch

// figure is a number's place.
type figure struct {
	vg.Rectangle
	text  string
	style text.Style
	at    vg.Point
	paper bool // it stands on paper of its own
}

// Plot is part of plot.Plotter.
func (f *figures) Plot(c draw.Canvas, p *plot.Plot) {
	s := (*sketch)(f)
	var set []figure
	switch s.Kind {
	case Bars:
		set = s.atBars(&c, p)
	case Stacked:
		set = s.inStacks(&c, p)
	case Lines:
		set = s.atPoints(&c, p)
	}
	for _, v := range set {
		if v.paper {
			c.FillPolygon(paper, []vg.Point{v.Min, {X: v.Max.X, Y: v.Min.Y}, v.Max, {X: v.Min.X, Y: v.Max.Y}})
		}
		c.FillText(v.style, v.at, v.text)
	}
}

// figure places a number; beside is −1 below the point, 0 around it, 1 above.
func (s *sketch) figure(n, i int, size float64, at vg.Point, beside int, up bool) figure {
	return s.textAt(s.Series[n].At(i).Digits(), size, at, beside, up)
}

func (s *sketch) textAt(words string, size float64, at vg.Point, beside int, up bool) figure {
	v := figure{text: words, style: s.set.style(size), at: at}
	e := v.style.FontExtents()
	switch {
	case up:
		v.style.Rotation = math.Pi / 2
		v.style.YAlign = text.YAlignment(-0.5 + float64(e.Descent/e.Height))
		if v.style.XAlign = text.XLeft; beside < 0 {
			v.style.XAlign = text.XRight
		}
	case beside > 0:
		v.style.YAlign = text.YBottom
	case beside == 0:
		v.style.YAlign = text.YCenter
	}
	if !up {
		v.at.Y += e.Descent // as Style.Rectangle has it
	}
	v.Rectangle = v.style.Rectangle(v.text).Add(v.at)
	return v
}

// frame is where figures may stand: the data's area and what axes left free above it.
func (s *sketch) frame(c *draw.Canvas) vg.Rectangle {
	r := c.Rectangle
	r.Max.Y += 1.4 * labelSize
	r.Max.X = s.area.Max.X
	return r
}

// atBars sets a number at the end of each bar, in the largest way in which nearly all of
// them have room; some only would look like a choice.
func (s *sketch) atBars(c *draw.Canvas, p *plot.Plot) []figure {
	var bars []vg.Rectangle
	for n := range s.values {
		for i := range s.Labels {
			if r, ok := s.bar(c, p, n, i); ok {
				bars = append(bars, upwards(r))
			}
		}
	}
	for _, way := range []struct {
		size float64
		up   bool
	}{{8, false}, {7, false}, {7, true}, {6, true}} {
		var set []figure
		for n := range s.values {
			for i := range s.Labels {
				r, ok := s.bar(c, p, n, i)
				if !ok {
					continue
				}
				beside, gap := 1, vg.Length(1)
				if s.values[n][i] < 0 {
					beside, gap = -1, -1
				}
				v := s.figure(n, i, way.size, vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: r.Max.Y + gap}, beside, way.up)
				if within(v.Rectangle, s.frame(c)) && !hits(v.Rectangle, bars) && free(v.Rectangle, set) {
					set = append(set, v)
				}
			}
		}
		if 10*len(set) >= 9*len(bars) {
			return set
		}
	}
	return nil
}

// inStacks sets a number into each part of a stack that can hold it.
func (s *sketch) inStacks(c *draw.Canvas, p *plot.Plot) []figure {
	const size = 7.5
	var set []figure
	for n := range s.values {
		for i := range s.Labels {
			r, ok := s.bar(c, p, n, i)
			if !ok {
				continue
			}
			r = upwards(r)
			v := s.figure(n, i, size, vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: (r.Min.Y + r.Max.Y) / 2}, 0, false)
			v.Min.X, v.Max.X = v.Min.X-1.5, v.Max.X+1.5
			if v.paper = true; within(v.Rectangle, r) {
				set = append(set, v)
			}
		}
	}
	return append(set, s.partial(c, p)...)
}

// partial says above a stack that lacks one of its parts that it does: it is not as high as
// all of them.
func (s *sketch) partial(c *draw.Canvas, p *plot.Plot) (set []figure) {
	toX, toY := p.Transforms(c)
	for i := range s.Labels {
		sum, gaps := 0.0, 0
		for _, values := range s.values {
			if math.IsNaN(values[i]) {
				gaps++
			} else {
				sum += max(0, values[i])
			}
		}
		if gaps == 0 || gaps == len(s.values) {
			continue
		}
		const text = "不全"
		size, pitch := leastLabel, (toX(1) - toX(0)).Points()
		if pitch > s.set.width(text, 7.5) {
			size = 7.5
		}
		up := s.set.width(text, size) > pitch
		v := s.textAt(text, size, vg.Point{X: toX(float64(i)), Y: toY(sum) + 1}, 1, up)
		if within(v.Rectangle, s.frame(c)) && free(v.Rectangle, set) {
			set = append(set, v)
		}
	}
	return set
}

// atPoints sets a number above or below each point where neither a line, a mark nor another
// number stands.
func (s *sketch) atPoints(c *draw.Canvas, p *plot.Plot) []figure {
	const size = 7.5
	toX, toY := p.Transforms(c)
	at := func(n, i int) (vg.Point, bool) {
		return vg.Point{X: toX(float64(i)), Y: toY(s.values[n][i])}, !math.IsNaN(s.values[n][i])
	}
	var marks []vg.Rectangle
	var lines [][2]vg.Point
	for n := range s.values {
		for i := range s.Labels {
			q, ok := at(n, i)
			if !ok {
				continue
			}
			marks = append(marks, lookOf(n).glyph().Rectangle().Add(q))
			if i > 0 {
				if before, ok := at(n, i-1); ok {
					lines = append(lines, [2]vg.Point{before, q})
				}
			}
		}
	}
	var set []figure
	for n := range s.values {
		for i := range s.Labels {
			q, ok := at(n, i)
			if !ok {
				continue
			}
			for _, beside := range []int{1, -1} {
				far := vg.Length(float64(beside) * (markSize + 1))
				v := s.figure(n, i, size, vg.Point{X: q.X, Y: q.Y + far}, beside, false)
				if within(v.Rectangle, s.frame(c)) && !hits(v.Rectangle, marks) && free(v.Rectangle, set) && !struck(v.Rectangle, lines) {
					set = append(set, v)
					break
				}
			}
		}
	}
	return set
}

func upwards(r vg.Rectangle) vg.Rectangle {
	if r.Min.Y > r.Max.Y {
		r.Min.Y, r.Max.Y = r.Max.Y, r.Min.Y
	}
	return r
}

func within(r, room vg.Rectangle) bool {
	return r.Min.X >= room.Min.X && r.Max.X <= room.Max.X && r.Min.Y >= room.Min.Y && r.Max.Y <= room.Max.Y
}

func meet(a, b vg.Rectangle) bool {
	return a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y
}

func hits(r vg.Rectangle, others []vg.Rectangle) bool {
	for _, o := range others {
		if meet(r, o) {
			return true
		}
	}
	return false
}

func free(r vg.Rectangle, set []figure) bool {
	for _, v := range set {
		if meet(r, v.Rectangle) {
			return false
		}
	}
	return true
}

// struck says that a line goes through a rectangle.
func struck(r vg.Rectangle, lines [][2]vg.Point) bool {
	for _, l := range lines {
		a, b := l[0], l[1]
		from, to := max(r.Min.X, min(a.X, b.X)), min(r.Max.X, max(a.X, b.X))
		if from > to {
			continue
		}
		y := func(x vg.Length) vg.Length {
			if a.X == b.X {
				return a.Y
			}
			return a.Y + (b.Y-a.Y)*(x-a.X)/(b.X-a.X)
		}
		if low, high := min(y(from), y(to)), max(y(from), y(to)); low < r.Max.Y && high > r.Min.Y {
			return true
		}
	}
	return false
}
