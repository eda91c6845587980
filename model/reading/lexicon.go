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
	Word
	tag tag
}

// lexicon finds words by their first two characters, the longest first.
type lexicon struct {
	first       Set // the characters that words begin with
	words       Pairs[entry]
	single      Pairs[tag] // words of one character, behind which stands none
	traditional Set
	within      map[string][]string // what is looked for inside of gaps
	plain       map[rune]rune       // Traditional → Simplified
}

var lexiconOf = sync.OnceValue(func() *lexicon {
	l := &lexicon{within: map[string][]string{}, plain: map[rune]rune{}}
	for line := range strings.Lines(assets.Simplified) {
		pair := []rune(line)
		l.plain[pair[0]] = pair[1]
		l.traditional.Add(pair[0])
	}
	for line := range strings.Lines(wordList) {
		name, list, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if name, ok := strings.CutPrefix(name, "within/"); ok {
			l.within[name] = strings.Fields(list)
			continue
		}
		for _, word := range strings.Fields(list) {
			w := []rune(word)
			l.first.Add(w[0])
			if len(w) == 1 {
				l.single.Add(w[0], 0, name)
				continue
			}
			l.words.Add(w[0], w[1], entry{NewWord(w), name})
		}
	}
	for entries := range l.words.Lists {
		slices.SortStableFunc(entries, func(a, b entry) int { return len(b.Runes) - len(a.Runes) })
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
			if l.traditional.Has(r) {
				r = l.plain[r]
			}
		}
		out[i] = r
	}
	return out
}

// at is the word that stands at a place of a folded text. Spaces do not belong to words.
func (l *lexicon) at(text []rune, i int) (tag, int) {
	if !l.first.Has(text[i]) {
		return "", i
	}
	if i+1 < len(text) && l.words.Has(text[i], text[i+1]) {
		found, four := l.words.At(text[i], text[i+1]), Four(text, i)
		for k := range found {
			if e := &found[k]; e.At(text, i, four) {
				return e.tag, i + len(e.Runes)
			}
		}
	}
	if names := l.single.At(text[i], 0); names != nil {
		return names[0], i + 1
	}
	return "", i
}

// silent says that a character is Chinese and begins no word: most do not.
func (l *lexicon) silent(text []rune, i int) bool {
	r := text[i]
	return r >= 0x4E00 && r <= 0x9FFF && r != '一' && !l.first.Has(r)
}
