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
func (r *Report) Expand(text string) string {
	if !strings.ContainsAny(text, "{}") {
		return text
	}
	var b strings.Builder
	for len(text) > 0 {
		i := strings.IndexAny(text, "{}")
		if i < 0 {
			b.WriteString(text)
			break
		}
		b.WriteString(text[:i])
		text = text[i:]
		if len(text) > 1 && text[0] == text[1] {
			b.WriteByte(text[0])
			text = text[2:]
			continue
		}
		if ref, ok := token(text); ok && r.Edition.Cell(ref) != nil {
			b.WriteString(r.live(ref))
			text = text[len(ref)+2:]
			continue
		}
		b.WriteByte(text[0])
		text = text[1:]
	}
	return b.String()
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

func (r *Report) live(ref Ref) string {
	if n := r.Value(ref); n.Readable() {
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
		if c := text[i]; c < utf8.RuneSelf {
			if c != ' ' && (c < '\t' || c > '\r') {
				n++
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsSpace(r) {
			n++
		}
		i += size
	}
	return n
}
