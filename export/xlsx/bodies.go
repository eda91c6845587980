package xlsx

import (
	"nianbao/model"
	"nianbao/model/district"
)

// bodies is the sheet with a row a body and a column a number. Its head is frozen: the
// rows and columns of the form, the sum of what counts, the sum of what a filter leaves,
// and the addresses, at which it is filtered.
type bodies struct {
	*office
	columns []column // of the edition's cells, in order
	index   map[model.Ref]int
	lines   []line
}

// line is a body with the report whose numbers are shown.
type line struct {
	*district.Standing
	entry *district.Entry // nil if there is none, or which of several is not decided
}

// Rows of the head, and the first column of numbers.
const (
	groupRow    = 2
	columnRow   = 3
	sumRow      = 4
	filteredRow = 5
	addressRow  = 6
	firstNumber = 5
)

var (
	bodyLook = look{face: song, size: 10, align: "left", framed: true, shrink: true}
	cellLook = look{face: song, size: 10, align: "right", framed: true, shrink: true}
	sumLook  = look{face: hei, size: 10, align: "right", framed: true, shrink: true}
	refLook  = look{face: song, size: 8, align: "center", framed: true, grey: true}
)

func newBodies(b *office) *bodies {
	s := &bodies{office: b, index: map[model.Ref]int{}}
	for i, c := range b.tally.Edition.Cells() {
		s.index[c.Ref] = i
		unit := c.Unit()
		if unit == "" {
			unit = b.sum.Report.Value(c.Ref).Unit()
		}
		s.columns = append(s.columns, column{cell: c, unit: unit, exact: true})
	}
	for _, body := range b.tally.Bodies {
		if body.State == district.Past {
			continue
		}
		l := line{Standing: body, entry: b.numbersOf(body)}
		s.lines = append(s.lines, l)
		if l.entry == nil {
			continue
		}
		i := 0
		for _, n := range l.entry.Numbers {
			s.columns[i].add(n, l.entry.Counted)
			i++
		}
	}
	return s
}

// numbersOf is the report whose numbers stand for a body: the one that counts, else the
// only one in the form of the year.
func (b *office) numbersOf(s *district.Standing) *district.Entry {
	var only *district.Entry
	several := false
	for _, e := range s.Entries {
		if e.Counted {
			return e
		}
		if e.Fault != "" || e.Edition.ID != b.tally.Edition.ID || e.Year != b.tally.Year || e.State == district.Repeated {
			continue
		}
		only, several = e, only != nil
	}
	if several {
		return nil
	}
	return only
}

// place notes where the sums stand, for the official sheets.
func (s *bodies) place() {
	for i := range s.columns {
		if c := &s.columns[i]; !c.cell.Total() && s.summed(c) {
			s.sums[c.cell.Ref] = quoted(bodiesSheet) + "!" + place{firstNumber + i, sumRow}.String()
		}
	}
}
