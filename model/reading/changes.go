package reading

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// What a number has grown by or fallen.

// changes are what this year's number is more or less than the one that it is compared
// with, or than it was by the difference that is told. Numbers of other things than the last
// one before the percentage are passed over.
func (c *comparison) changes(at int) []float64 {
	var here, base, by []float64
	unit := c.counted(at)
	how := c.ts[at].tag
	clause, rise := 0, -1
	way := 0 // of the difference
	for i, t := range c.ts[:c.end()] {
		if t.kind == mark || t.kind == number && i-rise > 4 {
			rise = -1
		}
		if t.kind == mark && t.mark != '(' && t.mark != ')' { // 较2025年（48件）增长25%
			clause = i + 1
		}
		if t.kind == word && t.tag == "rise" {
			rise = i
		}
		if t.kind != number || t.number.Rough || !countable(t.number) && !strings.HasSuffix(t.number.Unit, "元") ||
			!alike(t.number.Unit, unit) {
			continue
		}
		n, err := strconv.ParseFloat(t.number.Digits, 64)
		if err != nil {
			return nil
		}
		has := func(from int, tags ...tag) bool {
			return slices.ContainsFunc(c.ts[from:i], func(t token) bool {
				return t.kind == word && slices.Contains(tags, t.tag) || t.kind == year && slices.Contains(tags, "year") && t.year != c.own
			})
		}
		switch {
		case rise >= 0 && len(here)+len(base) > 0: // 由8200人增至9635人
			was := c.last(here, base)
			here, base = []float64{n}, []float64{was}
			c.turned(rise, n, was)
		case i > 0 && c.ts[i-1].kind == word && slices.Contains([]tag{"growth", "decline", "difference"}, c.ts[i-1].tag):
			by, way = append(by, n), i-1
		case has(clause, "late", "past", "year"):
			base = append(base, n)
		default:
			here = append(here, n)
		}
	}
	if len(by) == 1 && len(base) == 1 && len(here) > 0 && c.ts[way].tag != "difference" { // 18件，比上年的12件增加6件
		if d := here[len(here)-1] - base[0]; math.Abs(d) == by[0] && (d > 0) != (c.ts[way].tag == "growth") {
			c.against, c.turn = true, way
		}
	}
	var out []float64
	for _, a := range slices.Backward(here) {
		for _, b := range slices.Backward(base) {
			if how == "growth" {
				out = quotient(out, a-b, b)
			} else {
				out = quotient(out, b-a, b)
			}
		}
		for _, d := range by {
			switch {
			case len(base) > 0: // the base itself is told
			case how == "growth":
				out = quotient(out, d, a-d)
			default:
				out = quotient(out, d, a+d)
			}
		}
	}
	return out
}

// end is where the numbers of a change end: at the percentage, or behind the bracket that
// follows it: 增长60%（上年20件）.
func (c *comparison) end() int {
	end := c.percent
	if end+1 < len(c.ts) && c.ts[end+1].kind == mark && c.ts[end+1].mark == '(' {
		for end += 2; end < len(c.ts) && c.ts[end].depth > c.ts[c.percent].depth; end++ {
		}
	}
	return end
}

// counted is the counting word of the last number before a place.
func (c *comparison) counted(at int) string {
	for i := at - 1; i >= 0; i-- {
		if n := c.ts[i].number; c.ts[i].kind == number && (countable(n) || strings.HasSuffix(n.Unit, "元")) {
			return n.Unit
		}
	}
	return ""
}

// last is the number that a rise begins with: the last one before it.
func (c *comparison) last(here, base []float64) float64 {
	if len(base) > 0 {
		return base[len(base)-1]
	}
	return here[len(here)-1]
}

// turned notes that a number is told to fall to one that is more, or to rise to one less.
func (c *comparison) turned(at int, n, was float64) {
	word := string(c.plain[c.ts[at].from:c.ts[at].to])
	falls := strings.ContainsAny(word, "降减少")
	if n != was && falls == (n > was) {
		c.against, c.turn = true, at
	}
}
