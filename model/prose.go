package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Unfilled stands in prose for a live number whose cell is empty.
const Unfilled = "〔未填〕"

// Prose is a text as it is printed: live numbers ({table/row/column}) are
// replaced by their values, doubled braces by single ones.
func (r *Report) Prose(id Ref) string { return r.Expand(r.Texts[id]) }

// Expand prints a text that may hold live numbers.
func (r *Report) Expand(text string) string { return r.Edition.expand(text, r.live) }

func (e *Edition) expand(text string, live func(Ref) string) string {
	if strings.IndexByte(text, '{') < 0 && strings.IndexByte(text, '}') < 0 {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	e.readText(text, func(prose string) { b.WriteString(prose) }, func(ref Ref) { b.WriteString(live(ref)) })
	return b.String()
}

// readText goes through a stored text: stretches of prose, with the braces that are
// printed, and live numbers.
func (e *Edition) readText(text string, prose func(string), live func(Ref)) {
	for len(text) > 0 {
		length, printed, ref := e.nextPiece(text)
		if ref != "" {
			live(ref)
		} else {
			prose(printed)
		}
		text = text[length:]
	}
}

// nextPiece is how a stored text begins: a live number, or prose as it is printed,
// of which a doubled brace is a piece of its own.
func (e *Edition) nextPiece(text string) (length int, printed string, ref Ref) {
	i := strings.IndexAny(text, "{}")
	if i < 0 {
		return len(text), text, ""
	}
	if i > 0 {
		return i, text[:i], ""
	}
	if ref, ok := token(text); ok && e.Cell(ref) != nil {
		return len(ref) + 2, "", ref
	}
	if len(text) > 1 && text[0] == text[1] {
		return 2, text[:1], ""
	}
	return 1, text[:1], ""
}

// token reads {address} at the start of a text.
func token(text string) (Ref, bool) {
	if !strings.HasPrefix(text, "{") {
		return "", false
	}
	end := strings.IndexAny(text[1:], "{}\n")
	if end < 0 || text[1+end] != '}' {
		return "", false
	}
	ref := Ref(text[1 : 1+end])
	_, _, _, ok := ref.Cell()
	return ref, ok
}

func (r *Report) live(ref Ref) string { return liveText(r.Value(ref)) }

func liveText(n Number) string {
	if n.Readable() {
		return n.String()
	}
	return Unfilled
}

// Escape makes text that is to stand in prose as it is: braces are doubled.
func Escape(text string) string {
	return strings.NewReplacer("{", "{{", "}", "}}").Replace(text)
}

// Paragraphs splits a printed text; paragraphs are separated by one newline,
// and blank ones are not printed.
func Paragraphs(text string) []string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		if p := trimSpace(line); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// Length counts the characters of a printed text without white space.
func Length(text string) int {
	n := 0
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c >= 0xE4 && c <= 0xE9: // a Chinese character
			n, i = n+1, i+len("字")
		case c < utf8.RuneSelf:
			if c != ' ' && (c < '\t' || c > '\r') {
				n++
			}
			i++
		default:
			r, size := utf8.DecodeRuneInString(text[i:])
			if !unicode.IsSpace(r) {
				n++
			}
			i += size
		}
	}
	return n
}
