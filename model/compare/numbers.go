package compare

import (
	"cmp"
	"math"
	"math/big"
	"slices"

	"nianbao/model"
)

// Table is a table of the form, with its numbers of both years.
type Table struct {
	ID    string
	Name  string // 表三
	Title string // of its section, with the number with which this report prints it
	Cells []Cell // in printed order; last those that this year's form has not
}

// Cell is a number of both years, totals included. As everywhere, a blank is not zero.
type Cell struct {
	Ref         model.Ref
	Name        string // 一、本年新收政府信息公开申请数量·自然人
	Short       string // 本年新收·自然人
	Kind        Kind
	Last, This  model.Number
	Added       bool         // last year's form had no such cell
	Dropped     bool         // this year's form has none
	Total       bool         // it is computed
	Partial     bool         // a total that still lacks some of its parts: no number to compare yet
	Difference  model.Number // this less last, of an amount in 万元; blank where it cannot be told
	Growth      string       // in per cent, "+12.5%"; "" where it cannot be told, as from 0
	conspicuous float64      // see Most
}

// tables compares all numbers that either report prints.
func tables(this, last *model.Report) []Table {
	var out []Table
	for _, p := range this.Parts() {
		if p.Table == nil {
			continue
		}
		t := Table{ID: p.Table.ID, Name: p.Table.Name, Title: p.Mark + p.Title, Cells: make([]Cell, 0, len(this.Edition.Cells()))}
		for _, cell := range this.Edition.Cells() {
			if cell.Table == p.Table {
				t.add(this, last, cell, last.Edition.Cell(cell.Ref))
			}
		}
		for _, was := range last.Edition.Cells() {
			if was.Table.ID == t.ID && this.Edition.Cell(was.Ref) == nil {
				t.add(this, last, nil, was)
			}
		}
		out = append(out, t)
	}
	for _, p := range last.Parts() {
		if p.Table == nil || slices.ContainsFunc(out, func(t Table) bool { return t.ID == p.Table.ID }) {
			continue
		}
		t := Table{ID: p.Table.ID, Name: p.Table.Name, Title: p.Title}
		for _, was := range last.Edition.Cells() {
			if was.Table == p.Table {
				t.add(this, last, nil, was)
			}
		}
		out = append(out, t)
	}
	return out
}

// add adds a cell that one of the forms may not have.
func (t *Table) add(this, last *model.Report, cell, was *model.Cell) {
	of := cmp.Or(cell, was)
	c := Cell{Ref: of.Ref, Name: of.Name(), Short: of.Short(), Total: of.Total(), Added: was == nil, Dropped: cell == nil}
	if !c.Added {
		c.Last = last.Value(c.Ref)
	}
	if !c.Dropped {
		c.This = this.Value(c.Ref)
	}
	if of.Optional() && c.Last.Blank() && c.This.Blank() {
		return // not printed
	}
	if _, stated := this.Numbers[c.Ref]; c.Total && !stated && !c.This.Blank() {
		_, whole := this.Computed(cell)
		c.Partial = !whole
	}
	c.tell(cell, was)
	t.Cells = append(t.Cells, c)
}

// tell says what became of the number.
func (c *Cell) tell(cell, was *model.Cell) {
	has, had := !c.This.Blank() && !c.Partial, !c.Last.Blank()
	switch {
	case !has && !had:
		c.Kind = Same
		return
	case !had:
		c.Kind = New
		return
	case !has:
		c.Kind = Gone
		return
	}
	c.Kind = Changed
	now, ok1 := cell.Measure(c.This)
	then, ok2 := was.Measure(c.Last)
	if !ok1 || !ok2 {
		if c.This.Equal(c.Last) {
			c.Kind = Same
		}
		return
	}
	unit := cmp.Or(now.Unit(), then.Unit())
	now, then = now.With(""), then.With("")
	c.Difference = now.Sub(then)
	if !c.Difference.Readable() {
		c.Difference = model.Number{}
		return
	}
	switch {
	case c.Difference.Sign() == 0:
		c.Kind = Same
	case cell.As() != "signed":
		c.Growth = growth(c.Difference, then)
	}
	c.conspicuous = conspicuous(now, then)
	c.Difference = c.Difference.With(unit)
}

// growth is a difference in per cent of what it started from, "" if that is nothing.
func growth(difference, from model.Number) string {
	if from.Sign() <= 0 {
		return ""
	}
	share := new(big.Rat).Quo(exact(difference), exact(from))
	text := share.Mul(share, big.NewRat(100, 1)).FloatString(1)
	if difference.Sign() > 0 {
		text = "+" + text
	}
	return text + "%"
}

// conspicuous is how much a change catches the eye: the more, the larger it is beside
// the root of what is counted. From 0 to 20 is more of a change than from 1000 to 1100,
// and one case more or less of a few is none to speak of.
func conspicuous(now, then model.Number) float64 {
	const few = 10
	a, _ := exact(now).Float64()
	b, _ := exact(then).Float64()
	return math.Abs(a-b) / math.Sqrt(math.Abs(a)+math.Abs(b)+few)
}

func exact(n model.Number) *big.Rat {
	r, _ := new(big.Rat).SetString(n.Digits()) // readable: always one
	return r
}

// Most lists the numbers that changed most, at most n: not those of more cases, but
// those whose change catches the eye. Totals are left out, for they follow from others.
func (c *Comparison) Most(n int) []Cell {
	var out []Cell
	for _, t := range c.Tables {
		for _, cell := range t.Cells {
			if cell.Kind == Changed && !cell.Total {
				out = append(out, cell)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Cell) int { return cmp.Compare(b.conspicuous, a.conspicuous) })
	return out[:min(n, len(out))]
}
