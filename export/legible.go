package export

import (
	"strings"
	"unicode"
)

// Legible is text that every format can hold: each kind of line end becomes \n, bytes
// that are no UTF-8 become U+FFFD, and control characters, noncharacters and stray byte
// order marks, which nobody sees and XML or HTML forbids, go. A tab stays.
func Legible(text string) string {
	return strings.Map(legible, strings.ReplaceAll(text, "\r\n", "\n"))
}

// Line is Legible text with a space for each line end.
func Line(text string) string {
	return strings.ReplaceAll(Legible(text), "\n", " ")
}

func legible(r rune) rune {
	switch {
	case r == '\t':
		return r
	case r == '\n', r == '\v', r == '\f', r == '\r', r == 0x85, r == 0x2028, r == 0x2029:
		return '\n'
	case unicode.IsControl(r), unicode.Is(unicode.Noncharacter_Code_Point, r), r == 0xFEFF:
		return -1
	}
	return r
}
