package font

import (
	"strings"
	"unicode"
)

// gone marks what has no shape of its own and only steers shaping or direction.
const gone rune = -1

// Clean makes text fit to print: bytes that are no UTF-8 become U+FFFD, a tab becomes a
// space, every kind of line end becomes \n, and control characters, direction marks,
// zero-width characters and variation selectors are left out.
func Clean(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	for _, r := range text {
		if r == unicode.ReplacementChar || clean(r) != r {
			return strings.Map(clean, text)
		}
	}
	return text
}

// clean gives the character to print for r, or gone.
func clean(r rune) rune {
	switch {
	case r >= ' ' && r < 0x7F, r >= 0x3000 && r < 0xD800:
		return r
	case r == '\n', r == '\r', r == '\v', r == '\f', r == 0x85, r == 0x2028, r == 0x2029:
		return '\n'
	case r == '\t':
		return ' '
	case unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r),
		unicode.Is(unicode.Cc, r), unicode.Is(unicode.Variation_Selector, r), r == 0x34F:
		return gone
	}
	return r
}
