package model

import (
	"maps"
	"slices"
)

// Report is the content of one year's report: values only, at addresses of its
// edition. Numbers hold what was typed or, for a total, what an outside report
// states; Value tells what is printed.
type Report struct {
	Edition  *Edition
	Office   string
	Kind     Kind
	Year     int
	Title    string
	Numbers  map[Ref]Number
	Texts    map[Ref]string
	Outline  []Heading         // empty: the edition's own sections and subheadings
	Before   map[Ref]int       // how many paragraphs of a note stand before its table
	Accepted map[string]string // warnings accepted: Finding.Key → the written reason
	Unplaced []string          // lines of an imported report that found no place
}

// Heading is a section's title (its id has no slash) or a subheading (the id of
// the text under it), in the order of the report.
type Heading struct {
	ID    string `json:"id"`
	Title string `json:"title,omitempty"` // without its number
	Mark  string `json:"mark,omitempty"`  // the printed number, if it is not the one that follows from the order
}

// NewReport is an empty report of a body and year.
func NewReport(e *Edition, office string, kind Kind, year int) *Report {
	r := &Report{
		Edition: e, Office: office, Kind: kind, Year: year,
		Numbers: map[Ref]Number{}, Texts: map[Ref]string{}, Before: map[Ref]int{}, Accepted: map[string]string{},
	}
	r.Title = r.Printed(e.Title)
	return r
}

// Clone is a deep copy; the edition is shared.
func (r *Report) Clone() *Report {
	c := *r
	c.Numbers, c.Texts = maps.Clone(r.Numbers), maps.Clone(r.Texts)
	c.Before, c.Accepted = maps.Clone(r.Before), maps.Clone(r.Accepted)
	c.Outline, c.Unplaced = slices.Clone(r.Outline), slices.Clone(r.Unplaced)
	return &c
}

// Grid lays a table of the report out, with the optional rows that it has.
func (r *Report) Grid(t *Table) *Grid {
	return t.Grid(func(row *Line) bool {
		for _, b := range t.Blocks {
			for _, c := range b.Columns {
				if _, ok := r.Numbers[CellRef(t.ID, row.ID, c.ID)]; ok {
					return true
				}
			}
		}
		return false
	})
}
