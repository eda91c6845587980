package model

import (
	"fmt"
	"slices"

	"nianbao/model/reading"
)

// bodyWords are the words by which a text shows whose name a body's is.
type bodyWords struct {
	tells  wordList // behind a name: what a body does,
	owns   wordList // what it has for itself,
	deeds  wordList // what it decided or has to do,
	places wordList // and what makes it the name of a place there
	behind wordList // words behind which a name begins,
	beside wordList // and behind which others are named
	asks   wordList // before the body that the public is to ask
	others wordList // in a sentence that tells of others
	common wordList // words that no name of a place ends with
}

// newBodyWords reads the lines of a list: what the words are, and the words.
func newBodyWords(lines [][]string) (*bodyWords, error) {
	w := new(bodyWords)
	lists := map[string]*wordList{
		"tells": &w.tells, "owns": &w.owns, "deeds": &w.deeds, "places": &w.places,
		"behind": &w.behind, "beside": &w.beside, "asks": &w.asks, "others": &w.others, "common": &w.common,
	}
	for _, line := range lines {
		list := lists[line[0]]
		if list == nil {
			return nil, fmt.Errorf("%s is no kind of words", line[0])
		}
		for _, word := range line[1:] {
			list.add([]rune(word))
		}
	}
	for name, list := range lists {
		if list.heads == nil {
			return nil, fmt.Errorf("there are no words of the kind %s", name)
		}
	}
	return w, nil
}

// wordList finds words by how they begin and end.
type wordList struct {
	heads, tails map[rune][][]rune
	first        reading.Set
}

func (l *wordList) add(word []rune) {
	if l.heads == nil {
		l.heads, l.tails = map[rune][][]rune{}, map[rune][][]rune{}
	}
	last := word[len(word)-1]
	l.heads[word[0]], l.tails[last] = append(l.heads[word[0]], word), append(l.tails[last], word)
	l.first.Add(word[0])
}

// begins says that a text begins with one of the words.
func (l *wordList) begins(text []rune) bool {
	return len(text) > 0 && l.first.Has(text[0]) &&
		slices.ContainsFunc(l.heads[text[0]], func(word []rune) bool { return hasPrefix(text, word) })
}

// ends says that a text ends with one of the words of so many characters or more.
func (l *wordList) ends(text []rune, least int) bool {
	return len(text) > 0 && slices.ContainsFunc(l.tails[text[len(text)-1]], func(word []rune) bool {
		return len(word) >= least && hasSuffix(text, word)
	})
}

// in says that one of the words stands in a text.
func (l *wordList) in(text []rune) bool {
	for i := range text {
		if l.begins(text[i:]) {
			return true
		}
	}
	return false
}
