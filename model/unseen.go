package model

import (
	"strings"
	"unicode"
)

// Unseen says that a character takes no place on the page: it parts words that look whole,
// so that nothing finds them, or turns the order of what stands beside it around. Selectors
// of a character's shape are none of them: they go with names.
func Unseen(r rune) bool {
	switch {
	case r >= ' ' && r < 0x7f, r == '\n', r == '\t', r >= 0x3000 && r < 0xd800 && r != 0x3164:
		return false
	case r == 0x34f, r == 0x115f, r == 0x1160, r == 0x3164, r == 0xffa0: // fillers
		return true
	}
	return unicode.IsControl(r) || turning(r) || unicode.Is(unicode.Noncharacter_Code_Point, r) ||
		unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// turning says that a character changes the direction of the text.
func turning(r rune) bool { return unicode.Is(unicode.Bidi_Control, r) }

// Seen is a text without the characters that nobody sees.
func Seen(text string) string {
	return strings.Map(func(r rune) rune {
		if Unseen(r) {
			return -1
		}
		return r
	}, text)
}

// unseen tells of characters that nobody sees, and of those that could not be read.
func (w *writing) unseen() {
	var turned, hidden []int
	for i, r := range w.text {
		switch {
		case r == unicode.ReplacementChar:
			w.add(i, i+1, "", false, "有读不出来的字符“%c”，请对照原文改正。", r)
		case r < 0x7f && r >= ' ' || !Unseen(r):
		case turning(r):
			turned = append(turned, i)
		default:
			hidden = append(hidden, i)
		}
	}
	for _, i := range turned {
		w.add(i, i+1, "", true, "有 %d 处看不见的方向控制符，它使显示的次序和实际的不一样，应当删去，再看看数和字对不对。", len(turned))
	}
	for _, i := range hidden {
		w.add(i, i+1, "", true, "有 %d 处看不见的字符（零宽字符、控制字符等），它使查找和核对漏掉这里的字，应当删去。", len(hidden))
	}
}
