package reading

import (
	"math/bits"
	"slices"
)

// Word is a word that is looked for at every place of a text. Its first four characters
// are compared at once, which settles nearly all places.
type Word struct {
	Runes      []rune
	four, mask uint64
}

// NewWord makes a word to look for.
func NewWord(runes []rune) Word {
	w := Word{Runes: runes, four: Four(runes, 0), mask: ^uint64(0)}
	if n := len(runes); n < 4 {
		w.mask = 1<<(16*n) - 1
	}
	return w
}

// At says that the word stands at a place of a text, of which four are the characters.
func (w *Word) At(text []rune, i int, four uint64) bool {
	n := len(w.Runes)
	return (four^w.four)&w.mask == 0 && (n <= 4 || n <= len(text)-i && slices.Equal(text[i+4:i+n], w.Runes[4:]))
}

// Near says that the word's first four characters differ in one place at most from
// those given.
func (w *Word) Near(four uint64) bool {
	x := (four ^ w.four) & w.mask
	return x == 0 || x&^(0xFFFF<<(bits.TrailingZeros64(x)&^15)) == 0
}

// Four are the four characters at a place of a text as one number, for comparison. What
// lies beyond the text, or beyond the first plane, is no character.
func Four(text []rune, i int) (four uint64) {
	if i < 0 {
		return 0
	}
	if i+4 <= len(text) {
		t := text[i : i+4]
		return unit(t[0]) | unit(t[1])<<16 | unit(t[2])<<32 | unit(t[3])<<48
	}
	for k, r := range text[i:min(i+4, len(text))] {
		four |= unit(r) << (16 * k)
	}
	return four
}

func unit(r rune) uint64 { return uint64(uint16(min(r, 0xFFFF))) }
