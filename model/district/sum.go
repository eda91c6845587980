package district

import (
	"fmt"

	"nianbao/model"
)

// Sum is what the returns that count come to.
type Sum struct {
	Report *model.Report // the tables, added up; without prose
	Parts  []*Entry      // what counts, in order of the files
	Gaps   []Gap         // numbers that should be in it and are not
}

// Gap is a cell of a return that counts from which nothing could be added.
type Gap struct {
	Entry *Entry
	Cell  *model.Cell
	Why   string // a clause: 没有填
}

// Sum adds up the numbers of what counts, exactly, cell by cell. Totals follow from their
// parts. Amounts in different units are brought to one; one without a unit cannot be.
func (t *Tally) Sum() *Sum {
	s := &Sum{Report: model.NewReport(t.Edition, t.Name, model.KindOf(t.Name), t.Year)}
	if s.Report.Kind == "" || s.Report.Kind == model.Department {
		s.Report.Kind = model.County
	}
	cells := t.Edition.Cells()
	sums := make([]heap, len(cells))
	for _, e := range t.Entries {
		if !e.Counted {
			continue
		}
		s.Parts = append(s.Parts, e)
		i := 0
		for c, n := range e.Numbers {
			if !c.Total() {
				if why := sums[i].add(c, n); why != "" {
					s.Gaps = append(s.Gaps, Gap{e, c, why})
				}
			}
			i++
		}
	}
	for i, c := range cells {
		if n := sums[i].number(c); !c.Total() && !n.Blank() {
			s.Report.Numbers[c.Ref] = n
		}
	}
	return s
}

// heap is the sum of one cell in the making.
type heap struct {
	sum   model.Number
	unit  string // of the amounts so far
	mixed bool   // they had different ones
	any   bool
}

// add adds a number, or says why it cannot.
func (h *heap) add(c *model.Cell, n model.Number) (why string) {
	switch {
	case n.Blank() && c.Optional():
		return ""
	case n.Blank():
		return "没有填"
	case !c.Takes(n):
		return fmt.Sprintf("写的是“%s”，不是能相加的数", n.Raw())
	}
	unit := c.Unit()
	if c.As() == "amount" && n.Sign() == 0 {
		n = model.Int(0) // nothing is nothing in any unit
	} else if c.As() == "amount" {
		if n.Unit() == "" && unit != "" {
			n = n.With(unit)
		}
		amount, ok := n.Yuan()
		if !ok {
			return fmt.Sprintf("写的是“%s”，没有写明是元还是万元", n.Raw())
		}
		h.mixed = h.mixed || h.unit != "" && h.unit != n.Unit()
		h.unit, n = n.Unit(), amount
	}
	if !h.any {
		h.sum, h.any = model.Int(0), true
	}
	sum := h.sum.Add(n)
	if !sum.Readable() {
		return fmt.Sprintf("写的是“%s”，加上去位数太多", n.Raw())
	}
	h.sum = sum
	return ""
}

// number is the sum as the cell has it.
func (h *heap) number(c *model.Cell) model.Number {
	if !h.any {
		return model.Number{}
	}
	if c.As() != "amount" {
		return h.sum
	}
	amount, unit := h.sum.With("元"), c.Unit()
	switch {
	case unit != "":
	case h.mixed:
		return amount
	case h.unit == "":
		return h.sum // nothing but noughts
	default:
		unit = h.unit
	}
	if n, ok := amount.In(unit); ok {
		amount = n
	}
	if c.Unit() != "" {
		return amount.With("")
	}
	return amount
}

// Check holds the identities against the sum, and last year's sum against it, if that is
// there. What it says of prose is left out: a sum has none.
func (s *Sum) Check(last *model.Report) []model.Finding {
	return Numeric(s.Report, model.Check(s.Report, last))
}

// Numeric are the findings that are about numbers alone.
func Numeric(r *model.Report, found []model.Finding) (out []model.Finding) {
	for _, f := range found {
		about := len(f.At) > 0 && f.Level != model.Hint
		for _, ref := range f.At {
			about = about && r.Edition.Cell(ref) != nil
		}
		if about {
			out = append(out, f)
		}
	}
	return out
}

// Part is what one return adds to a cell.
type Part struct {
	Entry  *Entry
	Number model.Number // as it counts
	Stated model.Number // a total that the report states otherwise; blank if it does not
}

// PartsOf opens a cell of the sum: what each return adds to it, in order of the files.
func (s *Sum) PartsOf(ref model.Ref) []Part {
	c := s.Report.Edition.Cell(ref)
	if c == nil {
		return nil
	}
	out := make([]Part, 0, len(s.Parts))
	for _, e := range s.Parts {
		p := Part{Entry: e, Number: e.Number(ref)}
		if c.Total() {
			r := e.Report()
			p.Number, _ = r.Computed(c)
			if stated, differs := r.Stated(c); differs {
				p.Stated = stated
			}
		}
		out = append(out, p)
	}
	return out
}

// Report is the return's cover and numbers as a report without prose.
func (r *Return) Report() *model.Report {
	out := model.NewReport(r.Edition, r.Office, r.Kind, r.Year)
	for c, n := range r.Numbers {
		if !n.Blank() {
			out.Numbers[c.Ref] = n
		}
	}
	out.Settle()
	return out
}
