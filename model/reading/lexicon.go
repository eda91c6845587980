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
	words map[rune][]entry
	plain [1 << 16]rune // of Traditional characters the Simplified ones, of others 0
}

var lexiconOf = sync.OnceValue(func() *lexicon {
	l := &lexicon{words: map[rune][]entry{}}
	for line := range strings.Lines(assets.Simplified) {
		pair := []rune(line)
		l.plain[uint16(pair[0])] = pair[1]
	}
	for line := range strings.Lines(wordList) {
		name, list, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, word := range strings.Fields(list) {
			w := []rune(word)
			l.words[w[0]] = append(l.words[w[0]], entry{w, name})
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
			if r < 1<<16 && l.plain[r] != 0 {
				r = l.plain[r]
			}
		}
		out[i] = r
	}
	return out
}

// at is the word that stands at a place of a folded text. Spaces do not belong to words.
func (l *lexicon) at(text []rune, i int) (tag, int) {
	for _, e := range l.words[text[i]] {
		if len(e.word) <= len(text)-i && slices.Equal(text[i:i+len(e.word)], e.word) {
			return e.tag, i + len(e.word)
		}
	}
	return "", i
}
