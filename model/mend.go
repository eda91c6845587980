package model

import (
	"strings"
	"unicode/utf8"
)

// mend puts other words in place of characters from…to of a printed text.
type mend struct {
	from, to int
	by       string
}

// mended is a stored text with other words in it; all else stays as it is stored. ok
// is false if a place lies in a live number, which follows its cell. The places are in
// order and do not overlap.
func (r *Report) mended(text string, places []mend) (stored string, ok bool) {
	var b strings.Builder
	at := 0 // printed characters
	for len(text) > 0 {
		length, printed, ref := r.Edition.nextPiece(text)
		if ref != "" {
			end := at + utf8.RuneCountInString(r.live(ref))
			if len(places) > 0 && places[0].from < end {
				return "", false
			}
			at = end
			b.WriteString(text[:length])
			text = text[length:]
			continue
		}
		for i, c := range printed {
			if len(places) > 0 && at == places[0].from {
				b.WriteString(Escape(places[0].by))
			}
			switch {
			case len(places) > 0 && at >= places[0].from:
			case length == len(printed):
				b.WriteString(printed[i : i+utf8.RuneLen(c)])
			default:
				b.WriteString(text[:length])
			}
			if at++; len(places) > 0 && at == places[0].to {
				places = places[1:]
			}
		}
		text = text[length:]
	}
	return b.String(), len(places) == 0
}
