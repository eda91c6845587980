package model

// figures are a report's numbers during one check: each is looked up once, and
// each total is worked out once.
type figures struct {
	edition *Edition
	cells   []Number // typed or stated, in the order of the edition's cells
	totals  []total  // in the order of the edition's totals
}

// total is what a total's parts come to.
type total struct {
	sum         Number
	whole, done bool
}

func newFigures(r *Report) *figures {
	e := r.Edition
	f := &figures{edition: e, cells: make([]Number, len(e.cells)), totals: make([]total, e.totals)}
	for i, c := range e.cells {
		f.cells[i] = r.Numbers[c.Ref]
	}
	return f
}

// typed is what stands in a cell.
func (f *figures) typed(c *Cell) Number { return f.cells[c.index] }

// value is what is printed in a cell, as Report.Value.
func (f *figures) value(c *Cell) Number {
	if n := f.typed(c); !n.Blank() || !c.Total() {
		return n
	}
	n, _ := f.computed(c)
	return n
}

// computed is what a total's parts come to, as Report.Computed.
func (f *figures) computed(c *Cell) (sum Number, whole bool) {
	t := &f.totals[c.total]
	if !t.done {
		t.sum, t.whole = addUp(c.parts, func(part *Cell) (Number, bool) {
			if part.Total() {
				return f.computed(part)
			}
			return part.counted(f.cells[part.index])
		})
		t.done = true
	}
	return t.sum, t.whole
}

// firm is a number that arithmetic can rest on: typed and of the right kind, or
// a total of such numbers. Where parts are missing the stated total has to do.
func (f *figures) firm(c *Cell) (Number, bool) {
	if c == nil {
		return Number{}, false
	}
	if c.Total() {
		if sum, whole := f.computed(c); whole {
			return sum, true
		}
	}
	n := f.typed(c)
	return n.With(""), c.Takes(n)
}

// stated is a number as it is printed: a total that the report states, right or
// wrong, else as firm.
func (f *figures) stated(c *Cell) (Number, bool) {
	if c != nil && c.Total() {
		if n := f.typed(c); c.Takes(n) {
			return n.With(""), true
		}
	}
	return f.firm(c)
}

// sum adds numbers up; ok is false if one of them is missing.
func (f *figures) sum(refs ...Ref) (total Number, ok bool) { return f.add(f.firm, refs) }

// printed adds numbers up as they are printed.
func (f *figures) printed(refs ...Ref) (total Number, ok bool) { return f.add(f.stated, refs) }

func (f *figures) add(number func(*Cell) (Number, bool), refs []Ref) (total Number, ok bool) {
	total = Int(0)
	for _, ref := range refs {
		n, firm := number(f.edition.Cell(ref))
		if !firm {
			return Number{}, false
		}
		total = total.Add(n)
	}
	return total, total.Readable()
}
