package model

import (
	"unicode"
	"unicode/utf8"
)

// wording are words that a rule looks for.
type wording struct {
	words [][]rune   // folded
	first [16]uint64 // bits of the characters that they begin with
}

func newWording(words []string) *wording {
	w := new(wording)
	for _, word := range words {
		folded := []rune(word)
		for i, r := range folded {
			folded[i] = fold(r)
		}
		if len(folded) > 0 {
			w.words = append(w.words, folded)
			w.first[folded[0]/64%16] |= 1 << (folded[0] % 64)
		}
	}
	return w
}

// in finds the words in a text whatever the shape of their brackets and letters, with
// spaces inside them passed over. It gives the first place of each word, as it
// stands in the text. A word of letters does not count within a longer one: XX is
// a gap to fill in, xxgk a web address.
func (w *wording) in(text []rune) (found []string) {
	if len(w.words) == 0 {
		return nil
	}
	var seen []bool
	for i, r := range text {
		f := fold(r)
		if w.first[f/64%16]&(1<<(f%64)) == 0 {
			continue
		}
		for k, word := range w.words {
			if word[0] != f || seen != nil && seen[k] {
				continue
			}
			if end, ok := matches(text[i:], word); ok && !within(text, i, i+end, f) {
				if seen == nil {
					seen = make([]bool, len(w.words))
				}
				seen[k] = true
				found = append(found, string(text[i:i+end]))
			}
		}
	}
	return found
}

// matches says that a text begins with a word, and where the word ends.
func matches(text, word []rune) (end int, ok bool) {
	k := 0
	for i, r := range text {
		if k == len(word) {
			return i, true
		}
		switch {
		case fold(r) == word[k]:
			k++
		case unicode.IsSpace(r) && k > 0:
		default:
			return 0, false
		}
	}
	return len(text), k == len(word)
}

// fold is a letter or bracket in its plain form. Chinese characters, by far the
// most of any text, are dealt with first.
func fold(r rune) rune {
	switch {
	case r >= '一' && r <= '龥':
		return r
	case r >= '！' && r <= '～': // the full-width copy of ASCII
		r = r - '！' + '!'
	case r == '〔' || r == '【':
		return '['
	case r == '〕' || r == '】':
		return ']'
	case r == '×':
		return 'x'
	}
	if r >= 'A' && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}

// within says that a word of letters is part of a longer one. More of the same
// letter (XXX) is the same gap.
func within(text []rune, from, to int, letter rune) bool {
	if letter < 'a' || letter > 'z' {
		return false
	}
	other := func(r rune) bool {
		return fold(r) != letter && r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r))
	}
	for to < len(text) && fold(text[to]) == letter {
		to++
	}
	return from > 0 && other(text[from-1]) || to < len(text) && other(text[to])
}
