package chart

import (
	"math"
	"strconv"

	"gonum.org/v1/plot"
)

// extent gives the range that the numbers take, 0 always within.
func (c *Chart) extent(values [][]float64) (least, most float64) {
	for i := range c.Labels {
		up, down := 0.0, 0.0
		for s := range values {
			v := values[s][i]
			switch {
			case math.IsNaN(v):
				continue
			case c.Kind != Stacked:
				up, down = max(up, v), min(down, v)
			case v > 0:
				up += v
			default:
				down += v
			}
		}
		least, most = min(least, down), max(most, up)
	}
	return least, most
}

// scale gives the ticks of the axis for a range, from the first not above it to the last
// not below it: as many as there may be, where their step is a round number.
func scale(least, most float64, whole bool, count int) []plot.Tick {
	if least == most {
		most = least + 1
	}
	step, first, last := 0.0, 0.0, 0.0
	count = max(count, 2)
	power := math.Floor(math.Log10((most-least)/float64(count))) - 1
	for n := 0; step == 0 || last-first >= float64(count) && last-first > span(least); n++ {
		step = []float64{1, 2, 5}[n%3] * math.Pow10(int(power)+n/3)
		if whole {
			step = max(1, step)
		}
		first, last = math.Floor(least/step+1e-9), math.Ceil(most/step-1e-9)
	}
	worth, name := 1.0, ""
	for _, u := range units {
		if max(-first, last)*step >= u.from {
			worth, name = u.worth, u.name
		}
	}
	var ticks []plot.Tick
	for k := first; k <= last; k++ {
		label := "0"
		if k != 0 {
			label = plain(k*step/worth) + name
		}
		ticks = append(ticks, plot.Tick{Value: k * step, Label: label})
	}
	return ticks
}

// span is how many steps there are at least: one, and one more below 0.
func span(least float64) float64 {
	if least < 0 {
		return 2
	}
	return 1
}

// units in which an axis counts large numbers.
var units = []struct {
	from, worth float64
	name        string
}{{1e5, 1e4, "万"}, {1e8, 1e8, "亿"}, {1e12, 1e12, "万亿"}}

// plain is a number without an exponent and without what binary fractions add to it.
func plain(v float64) string {
	v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', 10, 64), 64)
	return strconv.FormatFloat(v, 'f', -1, 64)
}
