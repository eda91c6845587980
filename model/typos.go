package model

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/model/reading"
)

// typo is a miswriting, and what was meant. Right are words in which it is none.
type typo struct {
	wrong reading.Word
	told  int // how many of its characters are wrong
	meant string
	right []inside
}

// inside is a word that has another in it, so many characters from its start.
type inside struct {
	word []rune
	at   int
}

// typos is a list of miswritings by how they begin.
type typos struct {
	by reading.Pairs[typo]
}

// newTypos reads the lines of a list: what is wrong, what was meant, and words that
// have the one in them but are right.
func newTypos(lines [][]string) (*typos, error) {
	list := &typos{}
	for _, words := range lines {
		if len(words) < 2 {
			return nil, fmt.Errorf("%s has nothing to be written for it", words[0])
		}
		// The digits behind 截止 only tell that a day follows.
		told := strings.TrimRight(words[0], "0123456789")
		t := typo{wrong: reading.NewWord([]rune(words[0])), told: len([]rune(told)), meant: strings.TrimSuffix(words[1], words[0][len(told):])}
		if len(t.wrong.Runes) < 2 {
			return nil, fmt.Errorf("%s is too short to be known as wrong", words[0])
		}
		for _, word := range words[2:] {
			at := strings.Index(word, words[0])
			if at < 0 || word == words[0] {
				return nil, fmt.Errorf("%s is no word with %s in it", word, words[0])
			}
			t.right = append(t.right, inside{[]rune(word), len([]rune(word[:at]))})
		}
		list.by.Add(t.wrong.Runes[0], t.wrong.Runes[1], t)
	}
	return list, list.lint(lines)
}

// lint proves that each entry finds itself and nothing else, and that what is meant is
// right.
func (list *typos) lint(lines [][]string) error {
	for _, words := range lines {
		if t := list.in(words[1]); t != nil {
			return fmt.Errorf("%s, which is meant by %s, has %s in it", words[1], words[0], string(t.wrong.Runes))
		}
		wrong := []rune(words[0])
		for i := range wrong {
			for _, t := range list.by.At(wrong[i], next(wrong, i)) {
				if begins(wrong, i, t.wrong.Runes) && (i > 0 || len(t.wrong.Runes) < len(wrong)) {
					return fmt.Errorf("%s is found as %s already", words[0], string(t.wrong.Runes))
				}
			}
		}
		if n := len(slices.DeleteFunc(slices.Clone(list.by.At(wrong[0], wrong[1])), func(t typo) bool { return !slices.Equal(t.wrong.Runes, wrong) })); n > 1 {
			return fmt.Errorf("%s has %d lines", words[0], n)
		}
	}
	return nil
}

// in is the first miswriting in words, nil if there is none.
func (list *typos) in(words string) *typo {
	text := []rune(words)
	for i := range text {
		if t := list.at(text, i); t != nil {
			return t
		}
	}
	return nil
}

func next(text []rune, i int) rune {
	if i+1 < len(text) {
		return text[i+1]
	}
	return 0
}

// at is the miswriting that stands at a place of a text, nil if there is none.
func (list *typos) at(text []rune, i int) *typo {
	if i+1 >= len(text) || !list.by.Has(text[i], text[i+1]) {
		return nil
	}
	found := list.by.At(text[i], text[i+1])
	four := reading.Four(text, i)
	for k := range found {
		t := &found[k]
		if t.wrong.At(text, i, four) && !slices.ContainsFunc(t.right, func(in inside) bool { return begins(text, i-in.at, in.word) }) {
			return t
		}
	}
	return nil
}

// begins says that a word stands at a place of a text.
func begins(text []rune, i int, word []rune) bool {
	return i >= 0 && i+len(word) <= len(text) && slices.Equal(text[i:i+len(word)], word)
}
