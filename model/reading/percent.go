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
	Gives    []float64 // what the numbers give, each way they can be meant
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

// Percents are the percentages whose numbers stand in the sentence: 3件，占60%;
// 6件，较上年的4件增长50%; 收到5件，办结4件，办结率80%.
func (t *Text) Percents() []Percent {
	var out []Percent
	for _, s := range t.sentences {
		for i, n := range s {
			if n.kind != number || n.number.Rough || n.number.Unit != "%" && n.number.Unit != "％" {
				continue
			}
			at, how := meant(s, i)
			if at < 0 {
				continue
			}
			p := Percent{Number: n.number, From: s[at].from, To: n.to}
			if p.Gives = gives(s, at, how, t.own); p.Gives != nil {
				out = append(out, p)
			}
		}
	}
	return out
}

// meant is the word that says what a percentage is one of: share, rate, growth or decline.
func meant(ts []token, i int) (at int, how tag) {
	for j := i - 1; j >= 0; j-- {
		t := ts[j]
		switch {
		case t.kind == word && slices.Contains([]tag{"share", "rate", "growth", "decline"}, t.tag):
			return j, t.tag
		case t.kind == mark || t.kind == number || t.kind == year:
			return -1, ""
		}
	}
	return -1, ""
}

// gives works out what a percentage can be, nil if its numbers do not stand there.
func gives(ts []token, at int, how tag, own int) []float64 {
	var here, base, by []float64 // of this year, of the comparison, and what is between them
	unit := ""
	clause, rises := 0, false
	for i, t := range ts[:at] {
		if t.kind == mark {
			clause = i + 1
		}
		rises = rises || t.kind == word && t.tag == "rise"
		if t.kind != number || t.number.Rough || !countable(t.number) {
			continue
		}
		n, err := strconv.ParseFloat(t.number.Digits, 64)
		if err != nil || unit != "" && t.number.Unit != unit {
			return nil
		}
		unit = t.number.Unit
		has := func(from int, tags ...tag) bool {
			return slices.ContainsFunc(ts[from:i], func(t token) bool {
				return t.kind == word && slices.Contains(tags, t.tag) || t.kind == year && slices.Contains(tags, "year") && t.year != own
			})
		}
		switch {
		case rises && len(here) > 0: // 由8200人增至9635人
			here, base, rises = []float64{n}, here, false
		case i > 0 && ts[i-1].kind == word && slices.Contains([]tag{"growth", "decline", "difference"}, ts[i-1].tag):
			by = append(by, n)
		case has(clause, "late", "past", "year"):
			base = append(base, n)
		default:
			here = append(here, n)
		}
	}
	var out []float64
	give := func(a, b float64) {
		if b > 0 {
			out = append(out, 100*a/b)
		}
	}
	switch how {
	case "share":
		if len(here) > 1 {
			for _, whole := range here[:len(here)-1] {
				give(here[len(here)-1], whole)
			}
		}
	case "rate":
		for i, whole := range here {
			for _, part := range here[i+1:] {
				give(part, whole)
			}
		}
	default:
		for _, a := range here {
			for _, b := range base {
				if how == "growth" {
					give(a-b, b)
				} else {
					give(b-a, b)
				}
			}
			for _, d := range by {
				switch {
				case len(base) > 0: // the base itself is told
				case how == "growth":
					give(d, a-d)
				default:
					give(d, a+d)
				}
			}
		}
	}
	return out
}
