package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// foldWords prepares words for findWords.
func foldWords(words []string) [][]rune {
	var out [][]rune
	for _, w := range words {
		folded := []rune(w)
		for i, r := range folded {
			folded[i] = fold(r)
		}
		if len(folded) > 0 {
			out = append(out, folded)
		}
	}
	return out
}

// findWords finds words whatever the shape of their brackets and letters, with
// spaces inside them passed over. It gives the first place of each word, as it
// stands in the text. A word of letters does not count within a longer one: XX is
// a gap to fill in, xxgk a web address.
func findWords(text string, words [][]rune) (found []string) {
	var first [utf8.RuneSelf]bool // of the words that begin with a letter or sign
	signs := false
	for _, word := range words {
		if word[0] < utf8.RuneSelf {
			first[word[0]], signs = true, true
		} else if at := findChinese(text, word); at != "" {
			found = append(found, at)
		}
	}
	if !signs {
		return found
	}
	var seen [32]bool // rules name a handful of words
	for i, r := range text {
		f := fold(r)
		if f >= utf8.RuneSelf || !first[f] {
			continue
		}
		for k, word := range words[:min(len(words), len(seen))] {
			if word[0] != f || seen[k] {
				continue
			}
			if end, ok := matches(text[i:], word); ok && !within(text, i, i+end, word[0]) {
				seen[k] = true
				found = append(found, text[i:i+end])
			}
		}
	}
	return found
}

// findChinese finds a word whose first character has one shape only.
func findChinese(text string, word []rune) string {
	first := string(word[0])
	for at := strings.Index(text, first); at >= 0; {
		text = text[at:]
		if end, ok := matches(text, word); ok {
			return text[:end]
		}
		text = text[len(first):]
		at = strings.Index(text, first)
	}
	return ""
}

// matches says that a text begins with a word, and where the word ends.
func matches(text string, word []rune) (end int, ok bool) {
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
func within(text string, from, to int, letter rune) bool {
	if letter < 'a' || letter > 'z' {
		return false
	}
	other := func(r rune) bool {
		return fold(r) != letter && r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r))
	}
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	rest := strings.TrimLeftFunc(text[to:], func(r rune) bool { return fold(r) == letter })
	after, _ := utf8.DecodeRuneInString(rest)
	return other(before) || other(after)
}
