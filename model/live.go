package model

import (
	"strings"
	"unicode/utf8"
)

// Live numbers as a field shows them. A stored text holds {table/row/column}; a
// clerk sees ｛4｜本年新收·总计｝: the value that is printed, and the cell's name.
//
// What stands between other brackets is prose. Prose that would read as a live
// number is shown with a shield behind its bracket, so that it stays prose.
const (
	liveOpen, liveBar, liveClose = "｛", "｜", "｝"
	shield                       = "·"
	shownUnfilled                = "未填" // the value of a cell whose content is no number
)

// A piece is a stretch of a text: as it is printed, as a field shows it, and the
// cell if it is a live number.
type piece struct {
	printed, shown string
	ref            Ref
}

// pieces cuts a stored text up.
func (r *Report) pieces(text string) []piece {
	var out []piece
	var prose strings.Builder
	flush := func() {
		if prose.Len() > 0 {
			out = r.Edition.shieldProse(out, prose.String())
			prose.Reset()
		}
	}
	r.Edition.readText(text, func(s string) { prose.WriteString(s) }, func(ref Ref) {
		flush()
		out = append(out, piece{r.live(ref), r.ShownCell(ref), ref})
	})
	flush()
	return out
}

// shieldProse adds prose in pieces; a shield is shown but not printed.
func (e *Edition) shieldProse(out []piece, prose string) []piece {
	from := 0
	for i := 0; i < len(prose); {
		n := e.opens(prose[i:])
		if n == 0 {
			i++
			continue
		}
		shields := i + n
		for strings.HasPrefix(prose[shields:], shield) {
			shields += len(shield)
		}
		if _, _, ok := e.shownToken(prose[i:i+n] + prose[shields:]); ok {
			out = append(out, piece{prose[from : i+n], prose[from : i+n], ""}, piece{"", shield, ""})
			from = i + n
		}
		i = shields
	}
	if from < len(prose) {
		out = append(out, piece{prose[from:], prose[from:], ""})
	}
	return out
}

// opens is the length of the bracket with which a text begins, 0 for none.
func (e *Edition) opens(text string) int {
	switch {
	case strings.HasPrefix(text, "{"):
		return 1
	case strings.HasPrefix(text, liveOpen):
		return len(liveOpen)
	}
	return 0
}

// shownToken reads a live number at the start of a shown text, by its name or by
// its address, and its length there.
func (e *Edition) shownToken(text string) (ref Ref, length int, ok bool) {
	if ref, ok := token(text); ok {
		return ref, len(ref) + 2, e.byRef[ref] != nil
	}
	rest, ok := strings.CutPrefix(text, liveOpen)
	if !ok {
		return "", 0, false
	}
	end := strings.Index(rest, liveClose)
	if end < 0 {
		return "", 0, false
	}
	value, name, ok := strings.Cut(rest[:end], liveBar)
	ref, known := e.byName[name]
	if !ok || !known || strings.HasPrefix(value, shield) || strings.ContainsAny(value, "{}\n"+liveOpen) {
		return "", 0, false
	}
	return ref, len(liveOpen) + end + len(liveClose), true
}

// Shown is a stored text as a field shows it.
func (r *Report) Shown(text string) string {
	if !strings.ContainsAny(text, "{}"+liveOpen) {
		return text
	}
	var b strings.Builder
	for _, p := range r.pieces(text) {
		b.WriteString(p.shown)
	}
	return b.String()
}

// ShownCell is a live number as a field shows it.
func (r *Report) ShownCell(ref Ref) string {
	value := shownUnfilled
	if n := r.Value(ref); n.Readable() {
		value = n.String()
	}
	return liveOpen + value + liveBar + r.Edition.Cell(ref).Short() + liveClose
}

// Typed is the stored form of a shown text: a live number is found by its name,
// whatever value stands in it, or by its address; other braces are doubled.
func (r *Report) Typed(shown string) string {
	if !strings.ContainsAny(shown, "{}"+liveOpen) {
		return shown
	}
	var b strings.Builder
	e := r.Edition
	for len(shown) > 0 {
		i := strings.IndexAny(shown, "{}"+liveOpen)
		if i < 0 {
			b.WriteString(shown)
			break
		}
		b.WriteString(shown[:i])
		shown = shown[i:]
		if ref, n, ok := e.shownToken(shown); ok {
			b.WriteString("{" + string(ref) + "}")
			shown = shown[n:]
			continue
		}
		n := e.opens(shown)
		if n == 0 {
			n = 1 // a closing brace
		}
		b.WriteString(Escape(shown[:n]))
		bracket := shown[:n]
		shown = shown[n:]
		bare := shown
		for strings.HasPrefix(bare, shield) {
			bare = bare[len(shield):]
		}
		if _, _, ok := e.shownToken(bracket + bare); ok && len(bare) < len(shown) {
			b.WriteString(shown[len(shield) : len(shown)-len(bare)])
			shown = bare
		}
	}
	return b.String()
}

// Token is a live number in a shown text, in characters from…to.
type Token struct {
	From, To int
	Ref      Ref
}

// Tokens lists the live numbers of a shown text.
func (e *Edition) Tokens(shown string) []Token {
	var out []Token
	at := 0 // in characters
	for len(shown) > 0 {
		i := strings.Index(shown, liveOpen)
		if i < 0 {
			break
		}
		at += utf8.RuneCountInString(shown[:i])
		shown = shown[i:]
		n := len(liveOpen)
		if ref, length, ok := e.shownToken(shown); ok {
			n = length
			out = append(out, Token{at, at + utf8.RuneCountInString(shown[:n]), ref})
		}
		at += utf8.RuneCountInString(shown[:n])
		shown = shown[n:]
	}
	return out
}

// Find gives the place of printed words in the text as a field shows it, in
// characters from…to. A live number is taken whole.
func (r *Report) Find(text, words string) (from, to int, ok bool) {
	pieces := r.pieces(text)
	var printed strings.Builder
	for _, p := range pieces {
		printed.WriteString(p.printed)
	}
	begin := strings.Index(printed.String(), words)
	if begin < 0 || words == "" {
		return 0, 0, false
	}
	end := begin + len(words)
	from, at, shown := -1, 0, 0
	for _, p := range pieces {
		next := at + len(p.printed)
		if from < 0 && begin < next {
			from = shown
			if p.ref == "" {
				from += utf8.RuneCountInString(p.printed[:begin-at])
			}
		}
		if from >= 0 && end <= next {
			if p.ref == "" {
				return from, shown + utf8.RuneCountInString(p.printed[:end-at]), true
			}
			return from, shown + utf8.RuneCountInString(p.shown), true
		}
		at, shown = next, shown+utf8.RuneCountInString(p.shown)
	}
	return 0, 0, false
}
