package chart

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"nianbao/export/font"
)

// Sizes of type, and the room that a chart needs at least.
const (
	labelSize   = 9.0
	leastLabel  = 6.0
	mostTicks   = 7
	leastData   = 48.0
	LeastWidth  = 160
	LeastHeight = 120
)

// Height is what a chart of a width looks well at: with many labels, which are turned, it
// is higher by what these take.
func (c *Chart) Height(width float64) float64 {
	high := max(LeastHeight, min(0.46*width, 230))
	longest := 0
	for _, label := range c.Labels {
		longest = max(longest, utf8.RuneCountInString(label))
	}
	if narrow := 5.0 * labelSize; longest > 4 && width < narrow*float64(len(c.Labels)) {
		high += labelSize * float64(min(longest, longestTurned)-4)
	}
	return high
}

// longestTurned is how many characters of a turned label are set at most.
const longestTurned = 14

// A sketch is a drawing in the making.
type sketch struct {
	*Chart
	set    *setter
	values [][]float64
	area   draw.Canvas // what is left of the frame
	plot   *plot.Plot
}

// Draw draws a chart in a size, with the faces of a set. Where legend and labels leave too
// little of it for the numbers, the drawing is higher.
func (c *Chart) Draw(fonts *font.Set, width, height float64) *Drawing {
	width, height = max(width, LeastWidth), max(height, LeastHeight)
	s := c.sketch(fonts, width, height)
	for lack := leastData - s.room(); lack > 0; lack = leastData - s.room() {
		height += max(lack, 1)
		s = c.sketch(fonts, width, height)
	}
	s.scale()
	s.plot.Add(&plotter.Grid{Horizontal: draw.LineStyle{Color: gridInk, Width: gridPen}})
	if s.Kind == Lines {
		s.lines()
	} else {
		s.plot.Add((*bars)(s))
	}
	s.plot.Add((*zero)(s), (*figures)(s))
	s.plot.Draw(s.area)
	return s.set.sheet.Drawing
}

// sketch puts everything around the numbers at its place.
func (c *Chart) sketch(fonts *font.Set, width, height float64) *sketch {
	page := newSheet(width, height)
	s := &sketch{Chart: c, set: &setter{fonts, page}, values: c.values(), area: draw.New(page)}
	s.area.Max.X -= axisPen
	s.area.Min.Y++
	s.head()
	s.axes()
	s.scale()
	s.labels()
	return s
}

// room is the height that is left for the numbers.
func (s *sketch) room() float64 {
	if all := (s.area.Max.Y - s.area.Min.Y).Points(); all < leastData {
		return all - leastData // the library's places need some area
	}
	data := s.plot.DataCanvas(s.area)
	return (data.Max.Y - data.Min.Y).Points()
}

// scale gives the axis of the numbers its range and as many ticks as it has room for.
func (s *sketch) scale() {
	least, most := s.extent(s.values)
	ticks := scale(least, most, s.whole(), min(mostTicks, int(s.room()/(1.8*labelSize))))
	y := &s.plot.Y
	y.Min, y.Max = ticks[0].Value, ticks[len(ticks)-1].Value
	y.Tick.Marker = plot.ConstantTicks(ticks)
}

// axes gives the plot its ranges; every label has a place of the same width.
func (s *sketch) axes() {
	p := plot.New()
	p.BackgroundColor = nil
	p.X.Min, p.X.Max = -0.5, float64(max(len(s.Labels), 1))-0.5
	small := s.set.style(labelSize)
	for _, a := range []*plot.Axis{&p.X, &p.Y} {
		a.LineStyle = draw.LineStyle{Color: axisInk}
		a.Padding = 0
		a.Label.TextStyle = small
		a.Tick.LineStyle = draw.LineStyle{Color: axisInk}
		a.Tick.Length = 0
	}
	p.X.Tick.Marker, p.Y.Tick.Marker = plot.ConstantTicks{}, plot.ConstantTicks{}
	p.Y.Tick.Label = small
	p.Y.Tick.Label.XAlign, p.Y.Tick.Label.YAlign = text.XRight, text.YCenter
	p.Y.LineStyle.Width = axisPen
	// The figures above the highest bar or point have their room.
	s.area.Max.Y -= 1.4 * labelSize
	p.TextHandler = s.set
	s.plot = p
}

// labels puts the labels below their places: in lines if these are few, else turned.
func (s *sketch) labels() {
	data := s.plot.DataCanvas(s.area)
	pitch := (data.Max.X - data.Min.X).Points() / float64(max(len(s.Labels), 1))
	texts, style := s.upright(pitch - 3)
	if texts == nil {
		texts, style = s.turned(pitch)
	}
	ticks := make(plot.ConstantTicks, 0, len(texts))
	for i, t := range texts {
		if t != "" {
			ticks = append(ticks, plot.Tick{Value: float64(i), Label: t})
		}
	}
	if len(ticks) == 0 {
		s.area.Min.Y += labelSize / 2 // half of the lowest figure of the axis
	}
	x := &s.plot.X
	x.Tick.Label, x.Tick.Marker = style, ticks
	x.Tick.Length, x.Tick.LineStyle = 4, draw.LineStyle{Color: axisInk, Width: gridPen}
	if style.Rotation != 0 { // a turned label begins within a tick: it has room instead
		x.Tick.Length, x.Tick.Color = 5.5, paper
	}
}

// upright breaks the labels into at most three lines of a width; nil if they are not to be
// read that way.
func (s *sketch) upright(width float64) ([]string, text.Style) {
	const most = 3
	for _, size := range []float64{labelSize, labelSize - 1} {
		var out []string
		for _, label := range s.Labels {
			lines := s.set.wrap(label, size, width)
			if len(lines) > most || len(lines) > 1 && width < 2*size || s.broken(lines, size, width) {
				break
			}
			out = append(out, strings.Join(lines, "\n"))
		}
		if len(out) == len(s.Labels) {
			return out, s.set.style(size)
		}
	}
	return nil, text.Style{}
}

// broken says that a word was broken, or a line is still too wide.
func (s *sketch) broken(lines []string, size, width float64) bool {
	for i, line := range lines {
		if s.set.width(line, size) > width+1e-6 {
			return true
		}
		if i > 0 {
			last, first := []rune(lines[i-1]), []rune(line)
			if !font.Parts(last[len(last)-1], first[0]) {
				return true
			}
		}
	}
	return false
}

// turned sets the labels upwards; where they do not fit side by side even so, every second
// one, or third, is left out.
func (s *sketch) turned(pitch float64) ([]string, text.Style) {
	const lead = 1.2
	size := min(labelSize, max(leastLabel, pitch/lead))
	room := min(0.45*(s.area.Max.Y-s.area.Min.Y).Points(), longestTurned*size)
	every := max(1, int(math.Ceil(size*lead/pitch-1e-9)))
	most := max(1, int(pitch/(size*lead)))
	out := make([]string, len(s.Labels))
	for i := 0; i < len(out); i += every {
		lines := s.set.wrap(s.Labels[i], size, room)
		if len(lines) > most {
			rest := strings.Join(lines[most-1:], "")
			lines = append(lines[:most-1], s.set.cut(rest, size, room))
		}
		out[i] = strings.Join(lines, "\n")
	}
	style := s.set.style(size)
	style.Rotation = math.Pi / 2
	style.XAlign = text.XRight
	e := style.FontExtents()
	style.YAlign = text.YAlignment(-0.5 + float64(e.Descent/e.Height)) // the middle of one line
	return out, style
}

// lines adds a line for each run of numbers without a gap, and their marks.
func (s *sketch) lines() {
	for n, values := range s.values {
		l := lookOf(n)
		for i := 0; i < len(values); i++ {
			var run plotter.XYs
			for ; i < len(values) && !math.IsNaN(values[i]); i++ {
				run = append(run, plotter.XY{X: float64(i), Y: values[i]})
			}
			if len(run) > 1 {
				s.plot.Add(&plotter.Line{XYs: run, LineStyle: l.line()})
			}
			if len(run) > 0 {
				s.plot.Add(&plotter.Scatter{XYs: run, GlyphStyle: l.glyph()})
			}
		}
	}
}

// bars draws the numbers as bars.
type bars sketch

// Plot is part of plot.Plotter.
func (b *bars) Plot(c draw.Canvas, p *plot.Plot) {
	s := (*sketch)(b)
	for n := range s.values {
		for i := range s.Labels {
			if r, ok := s.bar(&c, p, n, i); ok && r.Min.Y != r.Max.Y {
				lookOf(n).bar(&c, r)
			}
		}
	}
}

// bar is the place of a number's bar; Max.Y is its end. It is false for a gap.
func (s *sketch) bar(c *draw.Canvas, p *plot.Plot, n, i int) (r vg.Rectangle, ok bool) {
	v := s.values[n][i]
	if math.IsNaN(v) {
		return r, false
	}
	toX, toY := p.Transforms(c)
	pitch := toX(1) - toX(0)
	base, side, wide := 0.0, toX(float64(i)), min(0.6*pitch, 44)
	if s.Kind == Stacked {
		for _, below := range s.values[:n] {
			if w := below[i]; !math.IsNaN(w) && (w < 0) == (v < 0) {
				base += w
			}
		}
		side -= wide / 2
	} else {
		count := vg.Length(len(s.values))
		wide = min(0.76*pitch, 34*count)
		side += wide * (vg.Length(n)/count - 0.5)
		wide /= count
	}
	return vg.Rectangle{Min: vg.Point{X: side, Y: toY(base)}, Max: vg.Point{X: side + wide, Y: toY(base + v)}}, true
}

// zero draws the line from which bars start, and says so if there is nothing to draw.
type zero sketch

// Plot is part of plot.Plotter.
func (z *zero) Plot(c draw.Canvas, p *plot.Plot) {
	_, toY := p.Transforms(&c)
	y := toY(0)
	c.StrokeLine2(draw.LineStyle{Color: axisInk, Width: axisPen}, c.Min.X, y, c.Max.X, y)
	some := slices.ContainsFunc(z.values, func(values []float64) bool {
		return slices.ContainsFunc(values, func(v float64) bool { return !math.IsNaN(v) })
	})
	if !some {
		style := z.set.style(labelSize)
		style.YAlign = text.YCenter
		c.FillText(style, c.Center(), "没有可以画出的数")
	}
}
