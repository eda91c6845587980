package intake

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"nianbao/assets"
)

// simplified has at each character how plain writes it.
var simplified = sync.OnceValue(func() []rune {
	var table []rune
	put := func(from, to rune) {
		for len(table) <= int(from) {
			table = append(table, rune(len(table)))
		}
		table[from] = to
	}
	for line := range strings.Lines(assets.Simplified) {
		pair := []rune(line)
		put(pair[0], pair[1])
	}
	for r := '！'; r <= '～'; r++ {
		put(r, r-'！'+'!')
	}
	put('\u3000', ' ')
	put('\u00a0', ' ')
	for _, r := range "〔【［" {
		put(r, '[')
	}
	for _, r := range "〕】］" {
		put(r, ']')
	}
	return table
})

// plain writes a text with Simplified characters and half-width signs, so that
// patterns need one spelling only. It has as many runes as the text.
func plain(s string) string {
	table := simplified()
	return strings.Map(func(r rune) rune {
		if int(r) < len(table) {
			return table[r]
		}
		return r
	}, s)
}

// fold is what two spellings of one label have in common: letters, digits and
// Chinese characters in their plain form.
func fold(s string) string {
	table := simplified()
	return strings.Map(func(r rune) rune {
		if int(r) < len(table) {
			r = table[r]
		}
		switch {
		case r >= '一' && r <= '龥': // by far the most of any text
			return r
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return -1
	}, s)
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

// mostLike is what the likeness of two texts cannot exceed, by their lengths.
func mostLike(a, b string) float64 {
	m, n := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	if m+n <= 2 {
		return 1
	}
	return 2 * float64(max(0, min(m, n)-1)) / float64(m+n-2)
}

// trim removes space of every kind from both ends.
func trim(s string) string {
	return strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", r)
	})
}
