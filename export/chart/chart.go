// Package chart draws numbers as bars and lines. A Chart is what is to be shown, a Drawing
// is how: paths and texts at exact places, the same for every format. Pages, the picture on
// the screen and pictures in documents all draw it.
//
// The plotting library works out axes, ticks and places; it draws onto a canvas of our own
// that keeps what is drawn, and its text is measured and set in the faces of package font.
// All numbers of a chart can be told apart without colour: by grey steps, hatches, dashes
// and marks.
package chart

import (
	"math"
	"strconv"
	"strings"

	"nianbao/model"
)

// A Chart is some series of numbers over the same labels.
type Chart struct {
	Title  string // what it shows
	Unit   string // of the numbers: 件
	Across string // what the labels are: 年度, 单位
	Kind   Kind
	Labels []string // from left to right
	Series []Series
}

// Kind says how the numbers are drawn.
type Kind uint8

// The kinds of chart.
const (
	Bars    Kind = iota // side by side
	Stacked             // one upon the other
	Lines
)

// A Series has a number for each label. A blank number, or one that cannot be read, is a
// gap: it is not drawn as 0.
type Series struct {
	Name    string
	Numbers []model.Number
}

// At is the series' number for the i-th label, blank if it has none.
func (s *Series) At(i int) model.Number {
	if i < len(s.Numbers) {
		return s.Numbers[i]
	}
	return model.Number{}
}

// Said tells the numbers in words, for those who cannot see the drawing.
func (c *Chart) Said() string {
	var b strings.Builder
	for s := range c.Series {
		if s > 0 {
			b.WriteString("；")
		}
		b.WriteString(c.Series[s].Name + "：")
		for i, label := range c.Labels {
			if i > 0 {
				b.WriteString("，")
			}
			if n := c.Series[s].At(i); n.Readable() {
				b.WriteString(label + n.Digits() + c.Unit)
			} else {
				b.WriteString(label + "没有数")
			}
		}
	}
	return b.String()
}

// value is a number as the axis sees it; false for a gap.
func value(n model.Number) (float64, bool) {
	if !n.Readable() {
		return 0, false
	}
	v, err := strconv.ParseFloat(n.Digits(), 64)
	return v, err == nil && !math.IsInf(v, 0)
}

// values gives the numbers of each series, NaN for a gap.
func (c *Chart) values() [][]float64 {
	out := make([][]float64, len(c.Series))
	for s := range c.Series {
		out[s] = make([]float64, len(c.Labels))
		for i := range c.Labels {
			v, ok := value(c.Series[s].At(i))
			if !ok {
				v = math.NaN()
			}
			out[s][i] = v
		}
	}
	return out
}

// whole says that no number has a fraction, so that the axis has none either.
func (c *Chart) whole() bool {
	for s := range c.Series {
		for i := range c.Labels {
			if n := c.Series[s].At(i); n.Readable() && !n.Whole() {
				return false
			}
		}
	}
	return true
}
