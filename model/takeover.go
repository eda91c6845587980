package model

import (
	"slices"
	"strings"
)

// Takeover begins the report of a year from an earlier one: the body, its
// subheadings, and the numbers that follow by rule. Prose is not copied; it is
// taken over text by text, with Renew.
func Takeover(last *Report, year int, e *Edition) *Report {
	kind := last.Kind
	if kind == "" {
		kind = KindOf(last.Office)
	}
	r := NewReport(e, last.Office, kind, year)
	r.Outline = e.after(last)
	r.Apply(r.Following(last)...)
	return r
}

// after is an outline like that of an earlier report: the form's sections, each
// with the subheadings that the report had; nil if that is the form's own outline.
func (e *Edition) after(last *Report) []Heading {
	if e.Free != last.Edition.Free {
		return nil
	}
	subs, own := map[string][]Heading{}, []string(nil)
	var titles []Heading
	section := ""
	for _, h := range last.Headings() {
		h.Mark = "" // it is counted anew
		if strings.Contains(h.ID, "/") {
			if OwnText(Ref(h.ID)) || e.Text(Ref(h.ID)) != nil {
				subs[section] = append(subs[section], h)
			}
			continue
		}
		section = h.ID
		subs[section] = []Heading{}
		if e.Section(h.ID) == nil {
			own = append(own, h.ID)
		}
		titles = append(titles, h)
	}
	if e.Free && last.Edition == e {
		var out []Heading
		for _, h := range titles {
			out = append(append(out, h), subs[h.ID]...)
		}
		return out
	}
	var out []Heading
	for _, h := range e.Outline() {
		if had, ok := subs[Ref(h.ID).Section()]; !ok {
			out = append(out, h) // the form's own, with its subheadings
		} else if !strings.Contains(h.ID, "/") {
			out = append(append(out, h), had...)
		}
	}
	for _, h := range titles {
		if slices.Contains(own, h.ID) {
			out = append(append(out, h), subs[h.ID]...)
		}
	}
	if slices.Equal(out, e.Outline()) {
		return nil
	}
	return out
}

// Following lists the numbers that follow by rule from last year's report and are
// not filled in yet: what is carried in, and stocks of which all changes are known.
func (r *Report) Following(last *Report) []Change {
	if last == nil || last.Year != r.Year-1 {
		return nil
	}
	c := &checking{Report: r, figures: newFigures(r), last: newFigures(last)}
	var out []Change
	for i := range r.Edition.Rules {
		c.rule = &r.Edition.Rules[i]
		for _, cell := range r.Edition.Cells() {
			if cell.Table.ID != c.rule.Table || cell.Total() || cell.Optional() || !c.typed(cell).Blank() {
				continue
			}
			n, ok := Number{}, false
			switch {
			case c.rule.Kind == "carry" && cell.Row.ID == c.rule.Row:
				n, ok = c.last.firm(c.last.edition.Cell(CellRef(cell.Table.ID, c.rule.From, cell.Column.ID)))
			case c.rule.Kind == "roll" && cell.Column.ID == c.rule.Column:
				var was, plus, minus Number
				was, plus, minus, ok = c.rolled(cell)
				n = was.Add(plus).Sub(minus)
			}
			if ok && cell.Takes(n) {
				out = append(out, Change{At: cell.Ref, New: n.String()})
			}
		}
	}
	return out
}
