package xlsx

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"nianbao/export"
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

// column is a number of the form in all reports.
type column struct {
	cell     *model.Cell
	unit     string       // in which amounts are shown
	decimals int          // the most that a number has
	exact    bool         // formulas see every number that counts
	all      model.Number // the sum of what formulas see, counted or not
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
		if e.Fault != "" || e.Edition != b.tally.Edition || e.Year != b.tally.Year || e.State == district.Repeated {
			continue
		}
		only, several = e, only != nil
	}
	if several {
		return nil
	}
	return only
}

// shown is what a cell holds for a number: a number only if the sum takes it as that one.
func (c *column) shown(n model.Number) (value any, format string) {
	switch {
	case n.Blank():
		return nil, ""
	case c.passed(n):
		return export.Legible(n.String()), ""
	}
	return written(c.plain(n))
}

// passed says that the sum passes a number over: it is none for the cell, or nobody says in
// what it is.
func (c *column) passed(n model.Number) bool {
	return !c.cell.Takes(n) || c.cell.As() == "amount" && n.Unit() == "" && c.cell.Unit() == "" && n.Sign() != 0
}

// add takes a number into the column's sums.
func (c *column) add(n model.Number, counts bool) {
	value, _ := c.shown(n)
	if _, text := value.(string); text {
		c.exact = c.exact && (!counts || c.passed(n))
		return
	}
	if value == nil {
		return
	}
	n = c.plain(n)
	if _, fraction, ok := strings.Cut(n.Digits(), "."); ok {
		c.decimals = max(c.decimals, len(fraction))
	}
	if c.all.Blank() {
		c.all = model.Int(0)
	}
	c.all = c.all.Add(n)
}

// plain is a number that the cell takes, in the column's unit and without it.
func (c *column) plain(n model.Number) model.Number {
	if amount, ok := n.In(c.unit); ok && c.cell.As() == "amount" {
		n = amount
	}
	return n.With("")
}

// place notes where the sums stand, for the official sheets.
func (s *bodies) place() {
	for i := range s.columns {
		if c := &s.columns[i]; !c.cell.Total() && s.summed(c) {
			s.sums[c.cell.Ref] = quoted(bodiesSheet) + "!" + place{firstNumber + i, sumRow}.String()
		}
	}
}

func (s *bodies) fill() error {
	l := &register{book: s.book, name: bodiesSheet, titles: make([]string, addressRow-1), most: sheetRows}
	l.widths = []float64{150, 96, 78, 54}
	for range s.columns {
		l.widths = append(l.widths, 58)
	}
	var err error
	if l.now, err = s.open(bodiesSheet); err != nil {
		return err
	}
	if err := s.paper(l.now, true, 0); err != nil {
		return err
	}
	if err := s.again(l.now, fmt.Sprintf("$A:$A,%s!$%d:$%d", quoted(l.now), groupRow, addressRow)); err != nil {
		return err
	}
	first := place{2, addressRow + 1}.String()
	if err := s.SetPanes(l.now, &excelize.Panes{
		Freeze: true, XSplit: 1, YSplit: addressRow, TopLeftCell: first, ActivePane: "bottomRight",
		Selection: []excelize.Selection{{Pane: "bottomRight", ActiveCell: first, SQRef: first}},
	}); err != nil {
		return err
	}
	if err := l.stream(); err != nil {
		return err
	}
	for _, part := range []func(*register) error{s.head, s.totals, s.addresses, s.rows} {
		if err := part(l); err != nil {
			return err
		}
	}
	return l.end()
}

// head writes the title and the names of the numbers.
func (s *bodies) head(l *register) error {
	title, err := s.cell(listTitle, s.heading("各单位的数"+s.extent()))
	if err != nil {
		return err
	}
	if err := l.write([]any{title}, 28); err != nil {
		return err
	}
	groups, err := s.texts(listHead, "表和行", "", "", "")
	if err != nil {
		return err
	}
	columns, err := s.texts(listHead, "栏", "", "", "")
	if err != nil {
		return err
	}
	from := 0
	for i := range s.columns {
		c := s.columns[i].cell
		name := c.ColumnName()
		if c.As() == "amount" && c.Unit() == "" && s.columns[i].unit != "" {
			name += "（" + s.columns[i].unit + "）"
		}
		pair, err := s.texts(listHead, c.Table.Name+" "+c.RowName(), name)
		if err != nil {
			return err
		}
		groups, columns = append(groups, pair[0]), append(columns, pair[1])
		if i+1 < len(s.columns) && s.columns[i+1].cell.Row == c.Row {
			continue
		}
		if i > from {
			if err := l.to.MergeCell(place{firstNumber + from, groupRow}.String(), place{firstNumber + i, groupRow}.String()); err != nil {
				return err
			}
		}
		from = i + 1
	}
	if err := l.write(groups, 56); err != nil {
		return err
	}
	return l.write(columns, 44)
}

// texts are cells of one look.
func (s *bodies) texts(l look, texts ...string) ([]any, error) {
	out := make([]any, len(texts))
	for i, text := range texts {
		cell, err := s.cell(l, text)
		if err != nil {
			return nil, err
		}
		out[i] = cell
	}
	return out, nil
}

// addresses writes the row at which the sheet is filtered.
func (s *bodies) addresses(l *register) error {
	cells, err := s.texts(listHead, "单位名称", "单位类别", "状态", "计入汇总")
	if err != nil {
		return err
	}
	for i := range s.columns {
		address, err := s.texts(refLook, string(s.columns[i].cell.Ref))
		if err != nil {
			return err
		}
		cells = append(cells, address...)
	}
	return l.write(cells, 46)
}

// rows writes the bodies.
func (s *bodies) rows(l *register) error {
	for _, line := range s.lines {
		counts := line.entry != nil && line.entry.Counted
		cells, err := s.texts(bodyLook, line.Name, line.Kind.Name(), line.State.Name(), yes(counts))
		if err != nil {
			return err
		}
		if line.entry != nil {
			i := 0
			for _, n := range line.entry.Numbers {
				look := cellLook
				var value any
				value, look.format = s.columns[i].shown(n)
				if text, ok := value.(string); ok {
					look = look.holding(text)
				}
				style, err := s.style(look)
				if err != nil {
					return err
				}
				cells = append(cells, excelize.Cell{StyleID: style, Value: value})
				i++
			}
		} else {
			none, err := s.texts(cellLook, make([]string, len(s.columns))...)
			if err != nil {
				return err
			}
			cells = append(cells, none...)
		}
		if err := l.write(cells, 16); err != nil {
			return err
		}
	}
	return nil
}
