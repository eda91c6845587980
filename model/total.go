package model

// Value is the number printed in a cell: what stands there, else what a total's
// parts come to.
func (r *Report) Value(ref Ref) Number {
	if n, ok := r.Numbers[ref]; ok {
		return n
	}
	if c := r.Edition.Cell(ref); c != nil && c.Total() {
		n, _ := r.Computed(c)
		return n
	}
	return Number{}
}

// Values are the numbers printed in the cells of the edition, in order; each total is worked
// out once.
func (r *Report) Values() []Number {
	f := newFigures(r)
	out := make([]Number, len(f.cells))
	for i, c := range r.Edition.cells {
		if n, ok := r.Numbers[c.Ref]; ok || !c.Total() {
			out[i] = n
		} else {
			out[i], _ = f.computed(c)
		}
	}
	return out
}

// Computed is what a total's parts come to. It is blank if all parts are,
// unknown if one cannot be read; whole says that every part is a number.
// Stated totals have no part in it: only what was counted is added up.
func (r *Report) Computed(c *Cell) (sum Number, whole bool) { return addUp(c.parts, r.leaf) }

// Sum is what cells come to, as Computed: a subtotal that the form does not print.
func (r *Report) Sum(refs ...Ref) (sum Number, whole bool) {
	cells := make([]*Cell, 0, len(refs))
	for _, ref := range refs {
		if c := r.Edition.Cell(ref); c != nil {
			cells = append(cells, c)
		}
	}
	return addUp(cells, r.leaf)
}

// addUp totals cells.
func addUp(parts []*Cell, value func(*Cell) (Number, bool)) (sum Number, whole bool) {
	whole = true
	for _, cell := range parts {
		part, complete := value(cell)
		whole = whole && complete
		switch {
		case part.Blank(), sum.state == unreadable:
		case !part.Readable():
			sum = Unknown()
		case sum.Blank():
			sum = part.With("")
		default:
			sum = sum.Add(part)
		}
	}
	return sum, whole && sum.Readable()
}

// leaf is a typed number, or a total from its own parts.
func (r *Report) leaf(c *Cell) (n Number, complete bool) {
	if c.Total() {
		return r.Computed(c)
	}
	return c.counted(r.Numbers[c.Ref])
}

// counted is a number as its total sees it: one of the wrong kind, such as half a
// case, is as good as unreadable.
func (c *Cell) counted(n Number) (Number, bool) {
	if n.Readable() && !c.Takes(n) {
		n = Unknown()
	}
	return n, n.Readable()
}

// Stated is a total that an outside report states, where it differs from what
// its parts come to.
func (r *Report) Stated(c *Cell) (stated Number, differs bool) {
	stated, ok := r.Numbers[c.Ref]
	if !ok || !c.Total() {
		return Number{}, false
	}
	sum, _ := r.Computed(c)
	return stated, !stated.Equal(sum)
}

// Settle drops the totals that the report states and that are what their parts
// come to: from here on they follow their parts.
func (r *Report) Settle() {
	f := newFigures(r)
	for _, c := range r.Edition.Cells() {
		if !c.Total() {
			continue
		}
		if stated, ok := r.Numbers[c.Ref]; ok {
			if sum, _ := f.computed(c); stated.Equal(sum) {
				delete(r.Numbers, c.Ref)
			}
		}
	}
}
