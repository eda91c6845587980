package reading

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"nianbao/assets"
)

//go:embed words.txt
var wordList string

// A tag says what a word does in a sentence; words.txt lists them.
type tag = string

type entry struct {
	word []rune
	tag  tag
}

// lexicon finds words by their first character, the longest first.
type lexicon struct {
	first       set // the characters that words begin with
	words       map[rune][]entry
	traditional set
	plain       map[rune]rune // Traditional → Simplified
}

var lexiconOf = sync.OnceValue(func() *lexicon {
	l := &lexicon{words: map[rune][]entry{}, plain: map[rune]rune{}}
	for line := range strings.Lines(assets.Simplified) {
		pair := []rune(line)
		l.plain[pair[0]] = pair[1]
		l.traditional.add(pair[0])
	}
	for line := range strings.Lines(wordList) {
		name, list, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, word := range strings.Fields(list) {
			w := []rune(word)
			l.words[w[0]] = append(l.words[w[0]], entry{w, name})
			l.first.add(w[0])
		}
	}
	for _, entries := range l.words {
		slices.SortStableFunc(entries, func(a, b entry) int { return len(b.word) - len(a.word) })
	}
	return l
})

// fold writes a text with Simplified characters and half-width signs; it keeps its length.
func (l *lexicon) fold(text []rune) []rune {
	out := make([]rune, len(text))
	for i, r := range text {
		switch {
		case r >= '！' && r <= '～':
			r = r - '！' + '!'
		case r == '　':
			r = ' '
		default:
			if l.traditional.has(r) {
				r = l.plain[r]
			}
		}
		out[i] = r
	}
	return out
}

// at is the word that stands at a place of a folded text. Spaces do not belong to words.
func (l *lexicon) at(text []rune, i int) (tag, int) {
	if !l.first.has(text[i]) {
		return "", i
	}
	for _, e := range l.words[text[i]] {
		if len(e.word) <= len(text)-i && slices.Equal(text[i:i+len(e.word)], e.word) {
			return e.tag, i + len(e.word)
		}
	}
	return "", i
}
