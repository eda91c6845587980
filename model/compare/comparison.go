package compare

import "nianbao/model"

// Kind says what became of a number, a paragraph or some words.
type Kind string

// The kinds. A number that is new was blank last year or had no cell; one that is gone
// is still blank this year, or has no cell any more.
const (
	Same    Kind = "same"
	Changed Kind = "changed"
	New     Kind = "new"
	Gone    Kind = "gone"
)

// Comparison is what a report says otherwise than last year's, and what it says again.
type Comparison struct {
	This, Last int       // the years of the two reports
	Share      Share     // of all prose
	Passages   []Passage // in the order in which this report prints them; last those that have no place in it
	Tables     []Table   // in the order of this report's form; last those that it has not
}

// Share is how much of this year's words stood in last year's report, in characters
// without white space.
type Share struct{ Same, All int }

// Percent is the share in whole per cent: 100 only if every character is last year's, 0
// also where nothing is written.
func (s Share) Percent() int {
	if s.All == 0 {
		return 0
	}
	return 100 * s.Same / s.All
}

func (s Share) plus(t Share) Share { return Share{s.Same + t.Same, s.All + t.All} }

// Reports compares a report with last year's. Neither is changed. Whether last's year is
// the one before is the caller's affair.
func Reports(this, last *model.Report) *Comparison {
	c := &Comparison{This: this.Year, Last: last.Year, Passages: passages(this, last), Tables: tables(this, last)}
	for _, p := range c.Passages {
		c.Share = c.Share.plus(p.Share)
	}
	return c
}

// Count is how many numbers are of a kind.
func (c *Comparison) Count(k Kind) (n int) {
	for _, t := range c.Tables {
		for _, cell := range t.Cells {
			if cell.Kind == k {
				n++
			}
		}
	}
	return n
}
