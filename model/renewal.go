package model

import (
	"strings"

	"nianbao/model/reading"
)

// Place is words at a place of a text.
type Place struct {
	At    int // runes before it
	Words string
	Was   string // what stood there before, if the words are new
}

// End is where the words end.
func (p Place) End() int { return p.At + len([]rune(p.Words)) }

// Renewal is a text of an earlier report as it can begin in a later one: its
// years moved on, and what has to be read again before it is true.
type Renewal struct {
	Text    string
	Moved   []Place // years that were moved on
	Kept    []Place // years that were left alone: of laws, document numbers, plans, single days
	Figures []Place // with their counting words; they are the earlier year's
}

// Renew moves the years of a text from one report's year to another's. The
// report's own year moves, and the years before and after it; the year of a
// document number, a law, a plan, a title in 《》 or a single day stays. Live
// numbers stay as they are.
func Renew(text string, from, to int) Renewal {
	runes := []rune(text)
	var out Renewal
	for _, s := range reading.Scan(runes, from) {
		p := Place{At: s.From, Words: string(runes[s.From:s.To])}
		switch s.Sense {
		case reading.Figure:
			out.Figures = append(out.Figures, p)
		case reading.KeptYear:
			out.Kept = append(out.Kept, p)
		case reading.MovedYear:
			reading.WriteYear(runes[s.From:s.From+4], s.Year+to-from)
			p.Was, p.Words = p.Words, string(runes[s.From:s.To])
			out.Moved = append(out.Moved, p)
		}
	}
	out.Text = string(runes)
	return out
}

// Renew is a text of last year's report as it can begin in this one. A live number
// that this year's form no longer has is written out.
func (r *Report) Renew(last *Report, id Ref) Renewal {
	var b strings.Builder
	last.Edition.readText(last.Texts[id], func(prose string) { b.WriteString(Escape(prose)) }, func(ref Ref) {
		if r.Edition.Cell(ref) == nil {
			b.WriteString(last.live(ref))
		} else {
			b.WriteString("{" + string(ref) + "}")
		}
	})
	return Renew(b.String(), last.Year, r.Year)
}

// Follow finds places again in a text that has been changed in one stretch. Places
// that the change touches are gone.
func Follow(places []Place, old, text string) []Place {
	if old == text || len(places) == 0 {
		return places
	}
	a, b := []rune(old), []rune(text)
	head, tail := 0, 0
	for head < min(len(a), len(b)) && a[head] == b[head] {
		head++
	}
	for tail < min(len(a), len(b))-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var out []Place
	for _, p := range places {
		switch {
		case p.End() <= head:
			out = append(out, p)
		case p.At >= len(a)-tail:
			p.At += len(b) - len(a)
			out = append(out, p)
		}
	}
	return out
}
