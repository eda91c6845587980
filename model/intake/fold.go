package intake

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"nianbao/assets"
)

// simplified maps Traditional characters to Simplified ones.
var simplified = sync.OnceValue(func() map[rune]rune {
	m := make(map[rune]rune, 3000)
	for line := range strings.Lines(assets.Simplified) {
		pair := []rune(line)
		m[pair[0]] = pair[1]
	}
	return m
})

// plain writes a text with Simplified characters and half-width signs, so that
// patterns need one spelling only. It has as many runes as the text.
func plain(s string) string {
	table := simplified()
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '\u3000' || r == '\u00a0':
			return ' '
		case r == '〔' || r == '【' || r == '［':
			return '['
		case r == '〕' || r == '】' || r == '］':
			return ']'
		}
		if to, ok := table[r]; ok {
			return to
		}
		return r
	}, s)
}

// fold is what two spellings of one label have in common: letters, digits and
// Chinese characters in their plain form.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '一' && r <= '龥': // by far the most of any text
			return r
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return -1
	}, plain(s))
}

// likeness is how much two folded texts share, 0 to 1: twice the pairs of
// neighbouring characters in common over all pairs.
func likeness(a, b string) float64 {
	x, y := []rune(a), []rune(b)
	if len(x) < 2 || len(y) < 2 {
		if a == b && a != "" {
			return 1
		}
		return 0
	}
	pairs := make([][2]rune, 0, 64) // so few that looking through them is the quickest
	for i := 1; i < len(x); i++ {
		pairs = append(pairs, [2]rune{x[i-1], x[i]})
	}
	shared := 0
	for i := 1; i < len(y); i++ {
		if k := slices.Index(pairs, [2]rune{y[i-1], y[i]}); k >= 0 {
			pairs[k] = pairs[len(pairs)-1]
			pairs = pairs[:len(pairs)-1]
			shared++
		}
	}
	return 2 * float64(shared) / float64(len(x)+len(y)-2)
}

// trim removes space of every kind from both ends.
func trim(s string) string {
	return strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", r)
	})
}
