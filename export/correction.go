package export

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/model"
)

// A correction is a row of a slip: one finding, or those of neighbouring cells that are
// all empty.
type correction struct {
	from, to    int // findings, from 1
	place, text string
	empty       *emptyCells
}

func (c correction) number() string {
	if c.from == c.to {
		return fmt.Sprint(c.from)
	}
	return fmt.Sprintf("%d—%d", c.from, c.to)
}

// emptyCells are cells without a number, the same columns of rows that follow each other.
type emptyCells struct {
	block       *model.Block
	table       string
	first, last int // rows of the block
	columns     []string
}

// corrections lists what a slip tells, in the order of the findings.
func (s *Slip) corrections() []correction {
	var out []correction
	var places Names
	if s.Report != nil {
		places = Places(s.Report)
	}
	for i, f := range s.Findings {
		c := correction{from: i + 1, to: i + 1, place: s.place(f, places), text: s.demand(f), empty: s.emptyCell(f)}
		if n := len(out) - 1; n >= 0 && c.empty != nil && out[n].empty.takesColumn(c.empty) {
			out[n].to = c.to
			continue
		}
		out = append(out, c)
	}
	var joined []correction
	for _, c := range out {
		if n := len(joined) - 1; n >= 0 && c.empty != nil && joined[n].empty.takesRow(c.empty) {
			joined[n].to = c.to
			continue
		}
		joined = append(joined, c)
	}
	for i := range joined {
		if c := &joined[i]; c.to > c.from {
			c.place, c.text = c.empty.name(), fmt.Sprintf("有%d格没有填；没有发生的请填0。", c.to-c.from+1)
		}
	}
	return joined
}

// emptyCell is the cell of a finding that says it is empty, else nil.
func (s *Slip) emptyCell(f model.Finding) *emptyCells {
	if s.Report == nil || len(f.At) != 1 {
		return nil
	}
	cell, rule := s.Report.Edition.Cell(f.At[0]), s.Report.Edition.Rule(f.Rule)
	if cell == nil || rule == nil || rule.Kind != "blank" {
		return nil
	}
	row := slices.IndexFunc(cell.Block.Rows, func(l model.Line) bool { return l.ID == cell.Row.ID })
	return &emptyCells{cell.Block, cell.Table.Name, row, row, []string{cell.ColumnName()}}
}

// takesColumn joins a cell of the same row.
func (e *emptyCells) takesColumn(c *emptyCells) bool {
	if e == nil || e.block != c.block || e.last != c.first {
		return false
	}
	e.columns = append(e.columns, c.columns...)
	return true
}

// takesRow joins the same columns of the row below.
func (e *emptyCells) takesRow(c *emptyCells) bool {
	if e == nil || e.block != c.block || e.last+1 != c.first || !slices.Equal(e.columns, c.columns) {
		return false
	}
	e.last = c.last
	return true
}

// name tells the cells, each of them.
func (e *emptyCells) name() string {
	row := func(i int) string {
		return "“" + (&model.Cell{Block: e.block, Row: &e.block.Rows[i]}).RowName() + "”"
	}
	name := e.table + row(e.first)
	if e.last > e.first {
		name += "至" + row(e.last) + "各行"
	}
	if len(e.columns) == len(e.block.Columns) {
		return name + "的各栏"
	}
	return name + "：" + strings.Join(e.columns, "、")
}

// mostTold is how many cells a place tells one by one, where none of them is known to be
// the wrong one; of more it tells the first.
const mostTold = 5

// place names where a finding is, with the numbers as they stand and, where there is one,
// the number that is right.
func (s *Slip) place(f model.Finding, places Names) string {
	if len(f.At) == 0 || s.Report == nil {
		return ""
	}
	r, at := s.Report, f.At[0]
	cell := r.Edition.Cell(at)
	if cell == nil {
		name := places.Of(at)
		if f.Words != "" && !strings.Contains(f.Text, f.Words) {
			name += "：“" + f.Words + "”"
		}
		return name
	}
	if !r.Value(at).Blank() {
		name := places.Of(at) + "：现为" + standing(r.Value(at))
		for _, fix := range f.Fix {
			if fix.At == at {
				name += "，应为" + fix.New
			}
		}
		if f.Fix == nil && len(f.At) <= mostTold {
			name += s.others(cell, f.At[1:])
		}
		return name
	}
	return places.Of(at)
}

// others tells the cells that a finding is about besides the first.
func (s *Slip) others(first *model.Cell, refs []model.Ref) string {
	var b strings.Builder
	for _, ref := range refs {
		cell := s.Report.Edition.Cell(ref)
		if cell == nil {
			continue
		}
		name := cell.Name()
		switch {
		case cell.Table == first.Table && cell.Row == first.Row:
			name = cell.ColumnName()
		case cell.Table == first.Table && cell.Column == first.Column:
			name = cell.RowName()
			if cell.Row.Name != "" && cell.Row.Sum == nil {
				name = cell.Row.Name // the labels are long
			}
		}
		b.WriteString("；" + name + "：" + shown(s.Report.Value(ref)))
	}
	return b.String()
}

// standing is a number as it stands; what is none is told in quotation marks.
func standing(n model.Number) string {
	if n.Readable() {
		return n.String()
	}
	return "“" + n.String() + "”"
}

// demand is what a finding asks for; the cell that it begins with stands beside it.
func (s *Slip) demand(f model.Finding) string {
	text := f.Text
	if s.Report != nil && len(f.At) > 0 {
		if cell := s.Report.Edition.Cell(f.At[0]); cell != nil {
			text = strings.TrimPrefix(text, "“"+cell.Name()+"”")
		}
	}
	if f.Level == model.Error {
		return text
	}
	return text + "请核实，属实的说明理由。"
}
