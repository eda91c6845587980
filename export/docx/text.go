package docx

import (
	"bytes"
	"encoding/xml"
	"strings"
	"unicode"
)

// declaration opens every part.
const declaration = xml.Header

// escape writes text as character data or an attribute's value. What XML 1.0
// forbids is left out, so that no report can make a broken file.
func escape(b *bytes.Buffer, text string) {
	_ = xml.EscapeText(b, []byte(strings.Map(legal, text))) // a Buffer never fails
}

// legal gives the character to write for r: a space for a line's end, -1 for a
// control character or a noncharacter.
func legal(r rune) rune {
	switch {
	case r == '\n', r == '\r', r == 0x85, r == 0x2028, r == 0x2029:
		return ' '
	case r == '\t':
		return r
	case unicode.IsControl(r), r&0xFFFE == 0xFFFE:
		return -1
	}
	return r
}
