package reading

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// Percent is a percentage that two numbers of its sentence should give.
type Percent struct {
	Number   Number
	From, To int       // the words, in runes
	Gives    []float64 // what the numbers give, each way they can be meant; the likeliest first
}

// Right says that the percentage is one of those that its numbers give, rounded or cut off.
func (p Percent) Right() bool {
	n, err := strconv.ParseFloat(p.Number.Digits, 64)
	if err != nil {
		return true
	}
	_, fraction, _ := strings.Cut(p.Number.Digits, ".")
	unit := math.Pow10(-len(fraction))
	return slices.ContainsFunc(p.Gives, func(x float64) bool {
		const slip = 1e-9
		return math.Abs(x-n) <= unit/2+slip || x >= n-slip && x < n+unit-slip
	})
}

// Percents are the percentages whose numbers stand in the sentence, or in the one before
// that it goes on from: 3件，占60%; 6件，较上年的4件增长50%; 收到5件，办结4件，办结率80%.
func (t *Text) Percents() []Percent {
	var out []Percent
	var before []token
	for _, s := range t.sentences {
		for i, n := range s {
			if n.kind != number || n.number.Rough || n.number.Unit != "%" && n.number.Unit != "％" || roughly(s, i) {
				continue
			}
			c := comparison{plain: t.plain, ts: s, before: before, own: t.own, percent: i}
			if at := c.meant(); at >= 0 {
				if gives := c.gives(at); gives != nil {
					out = append(out, Percent{Number: n.number, From: min(s[at].from, n.from), To: n.to, Gives: gives})
				}
			}
		}
		before = s
	}
	return out
}

// comparison is a percentage in its sentence.
type comparison struct {
	plain      []rune
	ts, before []token
	own        int
	percent    int // the token
}

// meant is the word that says what the percentage is one of: share, rate, growth or
// decline; -1 if none does.
func (c *comparison) meant() int {
	each := false // 公示率均为100%
	for j := c.percent - 1; j >= 0; j-- {
		t := c.ts[j]
		switch {
		case t.kind == word && slices.Contains([]tag{"share", "growth", "decline"}, t.tag):
			return j
		case t.kind == word && t.tag == "all":
			each = true
		case t.kind == number && c.between(j), t.kind == mark && (t.mark == '(' || t.mark == ')') && c.between(j):
		case t.kind == mark, t.kind == number, t.kind == year:
			return -1
		case c.rated(j) != "" && !each:
			return j
		}
	}
	return -1
}

// between says that a number stands between 占 and the percentage: 占总数34件的58.8%.
func (c *comparison) between(i int) bool {
	for j := i; j >= 0; j-- {
		if t := c.ts[j]; t.kind == word && t.tag == "share" {
			return true
		} else if t.kind == mark && t.mark != '(' && t.mark != ')' {
			return false
		}
	}
	return false
}

// gives works out what the percentage can be, nil if its numbers do not stand there.
func (c *comparison) gives(at int) []float64 {
	switch t := c.ts[at]; {
	case t.kind == word && t.tag == "share":
		return c.shares(at)
	case t.kind == word && (t.tag == "growth" || t.tag == "decline"):
		return c.changes(at)
	}
	return c.rates(at)
}

// changes are what this year's number is more or less than the one that it is compared
// with, or than it was by the difference that is told.
func (c *comparison) changes(at int) []float64 {
	var here, base, by []float64
	unit := ""
	how := c.ts[at].tag
	clause, rises := 0, false
	end := at
	if c.percent+1 < len(c.ts) && c.ts[c.percent+1].kind == mark && c.ts[c.percent+1].mark == '(' { // 增长60%（上年20件）
		for end = c.percent + 2; end < len(c.ts) && c.ts[end].depth > c.ts[c.percent].depth; end++ {
		}
	}
	falls, against := false, false
	for _, f := range c.figures(c.ts[:at]) { // of the numbers the nearest says what is counted
		unit = f.unit
	}
	for i, t := range c.ts[:end] {
		if t.kind == mark {
			clause = i + 1
		}
		if t.kind == word && t.tag == "rise" {
			rises, falls = true, strings.ContainsAny(string(c.plain[t.from:t.to]), "减降")
		}
		if t.kind != number || t.number.Rough || !countable(t.number) && !strings.HasSuffix(t.number.Unit, "元") || !alike(t.number, Number{Unit: unit}) {
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
		case rises && len(here)+len(base) > 0: // 由8200人增至9635人
			here, base, rises = []float64{n}, append(here, base...), false
			if was := base[len(base)-1]; n != was && falls == (n > was) { // 由6400人减少到9216人
				return []float64{100 * (was - n) / was}
			}
		case i > 0 && c.ts[i-1].kind == word && slices.Contains([]tag{"growth", "decline", "difference"}, c.ts[i-1].tag):
			by = append(by, n)
			against = against || c.ts[i-1].tag != "difference" && c.ts[i-1].tag != how
		case has(clause, "late", "past", "year"):
			base = append(base, n)
		default:
			here = append(here, n)
		}
	}
	if against && len(here) > 0 && len(base) > 0 { // 减少18件，增幅18.75%
		return []float64{-100 * (here[len(here)-1] - base[len(base)-1]) / base[len(base)-1]}
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
