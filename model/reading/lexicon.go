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

// lexicon finds words by their first two characters, the longest first.
type lexicon struct {
	first       set // the characters that words begin with
	begins      set // what words of more than one begin with, two characters as one
	words       map[uint32][]entry
	single      map[rune]tag
	within      map[string][]string // what is looked for inside of gaps
	traditional set
	plain       map[rune]rune // Traditional → Simplified
}

var lexiconOf = sync.OnceValue(func() *lexicon {
	l := &lexicon{words: map[uint32][]entry{}, single: map[rune]tag{}, within: map[string][]string{}, plain: map[rune]rune{}}
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
		if name, ok := strings.CutPrefix(name, "within/"); ok {
			l.within[name] = strings.Fields(list)
			continue
		}
		for _, word := range strings.Fields(list) {
			w := []rune(word)
			l.first.add(w[0])
			if len(w) == 1 {
				if _, there := l.single[w[0]]; !there {
					l.single[w[0]] = name
				}
				continue
			}
			l.begins.add(Blend(w[0], w[1]))
			l.words[Pair(w[0], w[1])] = append(l.words[Pair(w[0], w[1])], entry{w, name})
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
	if i+1 < len(text) && l.begins.has(Blend(text[i], text[i+1])) {
		for _, e := range l.words[Pair(text[i], text[i+1])] {
			if len(e.word) <= len(text)-i && slices.Equal(text[i+1:i+len(e.word)], e.word[1:]) {
				return e.tag, i + len(e.word)
			}
		}
	}
	if name, ok := l.single[text[i]]; ok {
		return name, i + 1
	}
	return "", i
}

// silent says that a character is Chinese and begins no word: most do not.
func (l *lexicon) silent(text []rune, i int) bool {
	r := text[i]
	return r >= 0x4E00 && r <= 0x9FFF && r != '一' && !l.first.has(r)
}

// Pair is a key of two characters; others beyond the first plane have the same.
func Pair(a, b rune) uint32 { return uint32(uint16(a))<<16 | uint32(uint16(b)) }

// Blend makes one character of two; others may make the same.
func Blend(a, b rune) rune { return (a*31 ^ b) & 0xFFFF }
