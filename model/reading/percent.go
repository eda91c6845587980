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
	Against  bool      // it is told to rise where the numbers fall, or the other way round
}

// Right says that the percentage is one of those that its numbers give, rounded or cut off.
func (p Percent) Right() bool {
	n, err := strconv.ParseFloat(p.Number.Digits, 64)
	if err != nil || p.Against {
		return err != nil
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
	for k, s := range t.sentences {
		for i, n := range s {
			if n.kind != number || n.number.Rough || n.number.Unit != "%" && n.number.Unit != "％" || roughly(s, i) {
				continue
			}
			c := comparison{plain: t.plain, ts: s, before: before, own: t.own, percent: i}
			if at := c.meant(); at >= 0 {
				if gives := c.gives(at); gives != nil {
					p := Percent{Number: *n.number, From: min(s[at].from, n.from), To: n.to, Gives: gives}
					if p.Against = c.against; p.Against {
						p.From = s[c.turn].from
					}
					if !p.Right() && !p.Against && p.ofOthers(s[at].tag, t.sentences[max(0, k-2):k+1], n.from) {
						continue // of which numbers it is one cannot be told
					}
					out = append(out, p)
				}
			}
		}
		before = s
	}
	return out
}

// ofOthers says that the percentage is right of other numbers before it than those that it
// seems to be told of: the share of the last one, or the last two, in any, or the change
// between two.
func (p Percent) ofOthers(what tag, sentences [][]token, upTo int) bool {
	if what == "growth" || what == "decline" {
		sentences = sentences[len(sentences)-1:]
	}
	var values []float64
	for _, s := range sentences {
		for _, t := range s {
			if t.kind == number && t.from < upTo && t.number.Unit != "%" && t.number.Unit != "％" {
				if x, err := strconv.ParseFloat(t.number.Digits, 64); err == nil && x > 0 {
					values = append(values, x)
				}
			}
		}
	}
	if n := len(values); n > 1 && what != "growth" && what != "decline" {
		values = append(values, values[n-2]+values[n-1]) // 满意288份、基本满意12份，合计占100%
		p.Gives = []float64{100}
		if p.Right() && slices.Contains(values[:n], values[n]) {
			return true
		}
	}
	for i, more := range values {
		for k, less := range values {
			switch {
			case less >= more:
				continue
			case what == "growth":
				p.Gives = []float64{100 * (more - less) / less}
			case what == "decline":
				p.Gives = []float64{100 * (more - less) / more}
			case k >= len(values)-2 && i < k:
				p.Gives = []float64{100 * less / more}
			default:
				continue
			}
			if p.Right() {
				return true
			}
		}
	}
	return false
}

// comparison is a percentage in its sentence.
type comparison struct {
	plain      []rune
	ts, before []token
	own        int
	percent    int  // the token
	against    bool // the word at turn says that the number rose where it fell
	turn       int
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
		case c.rated(j) != nil && !each:
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
