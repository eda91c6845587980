package model

import (
	"cmp"
	"strings"
)

// Edition is one generation of the official form, read from data: its sections,
// tables and rules, with the titles exactly as they are printed.
type Edition struct {
	ID       string    `json:"id"`
	From     int       `json:"from,omitempty"` // first report year, 0 for no bound
	To       int       `json:"to,omitempty"`   // last report year, 0 for no bound
	Basis    string    `json:"basis"`          // the notice that prescribes the form
	Cites    []string  `json:"cites,omitempty"`
	Title    string    `json:"title"`          // of a new report; {office} and {year} are filled in
	Free     bool      `json:"free,omitempty"` // sections carry the report's own titles
	Preface  *Text     `json:"preface"`
	Sections []Section `json:"sections"`
	Claims   []Claim   `json:"claims,omitempty"` // what the prose may say of the tables
	Trends   []Trend   `json:"trends,omitempty"` // what is shown over the years
	Rules    []Rule    `json:"rules"`

	cells  []*Cell
	totals int
	byRef  map[Ref]*Cell
	rules  map[string]*Rule
	byName map[string]Ref // of cells, by their short names
	texts  map[Ref]*Text
}

// Section is one of the numbered parts (一、二、…) of the form.
type Section struct {
	ID          string   `json:"id"`
	Title       string   `json:"title"`
	Alias       []string `json:"alias,omitempty"`       // titles under which real reports print it
	Traditional []string `json:"traditional,omitempty"` // the title in Traditional characters, as it may be spelt in them
	Texts       []Text   `json:"texts"`
	Table       *Table   `json:"table,omitempty"`

	Asks     []string `json:"asks,omitempty"`     // how the section is filled in, a line each
	Returned []string `json:"returned,omitempty"` // what reviewers return reports for, a line each
	Offers   []string `json:"offers,omitempty"`   // subheadings that a report may well add
}

// Text is one field of prose.
type Text struct {
	ID    Ref      `json:"id"`
	Name  string   `json:"name"`            // what the field is called in the program
	Title string   `json:"title,omitempty"` // subheading in a new report, "" for none
	Alias []string `json:"alias,omitempty"` // words that mark its subheading in real reports
	Opens []string `json:"opens,omitempty"` // words that open it where a report has no subheadings
	Asks  []string `json:"asks,omitempty"`  // what the form asks for here, a line each
	// Sentences to begin with: {table/row/column}, {year} and {office} are filled in, XX is
	// left to the clerk.
	Patterns []string `json:"patterns,omitempty"`
	Facts    *Facts   `json:"facts,omitempty"` // numbers that a sentence of it tells
	About    string   `json:"about,omitempty"` // what its sentences count where they do not say
}

// Table is one printed table: blocks of equal width, one below the other.
type Table struct {
	ID     string    `json:"id"`
	Name   string    `json:"name"`   // 表二 …
	Widths []float64 `json:"widths"` // of the printed columns, relative
	Blocks []Block   `json:"blocks"`
}

// Block is a head and the rows under it. With Across the rows are laid side by
// side in one printed line, each as a group of columns.
type Block struct {
	Title   string `json:"title,omitempty"`  // a row of its own above the head
	Corner  string `json:"corner,omitempty"` // where the head and the row labels meet
	Across  bool   `json:"across,omitempty"`
	Labels  int    `json:"labels,omitempty"` // printed columns of the row labels, if more than the labels need
	Columns []Line `json:"columns"`
	Rows    []Line `json:"rows"`
}

// Line is a row or a column. Its path holds the titles from the outermost group
// to its own; lines with a common start share the merged cells of the head.
type Line struct {
	ID       string   `json:"id"`
	Path     []string `json:"path,omitempty"`
	Name     string   `json:"name,omitempty"`     // what prose calls it, if not by its label
	Sum      []string `json:"sum,omitempty"`      // the lines that it totals
	As       string   `json:"as,omitempty"`       // kind of its numbers: "" count, "signed", "amount"
	Unit     string   `json:"unit,omitempty"`     // of an amount, if the head prints it
	Optional bool     `json:"optional,omitempty"` // printed only where a report has it
	Alias    []string `json:"alias,omitempty"`    // other printed labels
}

// Label is the line's own title.
func (l *Line) Label() string {
	if len(l.Path) == 0 {
		return ""
	}
	return l.Path[len(l.Path)-1]
}

// Cell is a number's place in a table.
type Cell struct {
	Ref    Ref
	Table  *Table
	Block  *Block
	Row    *Line
	Column *Line
	RowSum []Ref // the cells beside it that it totals
	ColSum []Ref // the cells above it that it totals
	as     string
	whole  bool    // takes no fraction
	signed bool    // takes a negative number
	index  int     // in the edition's cells
	total  int     // in the edition's totals
	parts  []*Cell // the cells that its total is computed from: RowSum, else ColSum
	short  string  // see Short
}

// Total says that the program computes the cell.
func (c *Cell) Total() bool { return c.RowSum != nil || c.ColSum != nil }

// As is the kind of number that the cell takes: "count", "signed" or "amount".
func (c *Cell) As() string { return c.as }

// Unit is the unit that the form prints for the cell, or "".
func (c *Cell) Unit() string {
	if c.Row.Unit != "" {
		return c.Row.Unit
	}
	return c.Column.Unit
}

// Name says in Chinese which cell it is: the row's own label and the column's.
func (c *Cell) Name() string {
	row, column := c.RowName(), c.ColumnName()
	if row == "" || column == "" {
		return row + column
	}
	return row + "·" + column
}

// RowName is the row's titles below the group that spans the whole table; a row
// whose title changes with the year goes by its name.
func (c *Cell) RowName() string {
	if c.Row.Name != "" && strings.Contains(c.Row.Label(), "{") {
		return c.Row.Name
	}
	return pathName(c.Row.Path, c.Block.Across)
}

// ColumnName is the column's own title.
func (c *Cell) ColumnName() string { return c.Column.Label() }

func pathName(path []string, whole bool) string {
	if !whole && len(path) > 1 {
		path = path[len(path)-1:]
	}
	return strings.Join(path, "·")
}

// Cells lists every number of the form in printed order.
func (e *Edition) Cells() []*Cell { return e.cells }

// Cell finds the cell at an address, nil if the form has none there.
func (e *Edition) Cell(ref Ref) *Cell { return e.byRef[ref] }

// Rule finds a rule by its id, nil if there is none.
func (e *Edition) Rule(id string) *Rule { return e.rules[id] }

// Text finds a text of the form, nil if it has none of that id.
func (e *Edition) Text(id Ref) *Text { return e.texts[id] }

// Section finds a section by its id, nil if there is none.
func (e *Edition) Section(id string) *Section {
	for i := range e.Sections {
		if e.Sections[i].ID == id {
			return &e.Sections[i]
		}
	}
	return nil
}

// Table finds a table by its id, nil if there is none.
func (e *Edition) Table(id string) *Table {
	for i := range e.Sections {
		if t := e.Sections[i].Table; t != nil && t.ID == id {
			return t
		}
	}
	return nil
}

// Covers says that the edition is the form of a report year.
func (e *Edition) Covers(year int) bool {
	return (e.From == 0 || year >= e.From) && (e.To == 0 || year <= e.To)
}

// index fills the look-ups once the data has been read.
func (e *Edition) index() {
	e.cells, e.totals, e.byRef, e.texts = nil, 0, map[Ref]*Cell{}, map[Ref]*Text{}
	if e.Preface != nil {
		e.texts[e.Preface.ID] = e.Preface
	}
	for i := range e.Sections {
		s := &e.Sections[i]
		for j := range s.Texts {
			e.texts[s.Texts[j].ID] = &s.Texts[j]
		}
		if s.Table == nil {
			continue
		}
		for b := range s.Table.Blocks {
			e.indexBlock(s.Table, &s.Table.Blocks[b])
		}
	}
	for _, c := range e.cells {
		refs := c.RowSum
		if refs == nil {
			refs = c.ColSum
		}
		for _, ref := range refs {
			if part := e.byRef[ref]; part != nil { // lint reports what is not there
				c.parts = append(c.parts, part)
			}
		}
	}
	e.indexNames()
	e.rules = map[string]*Rule{}
	for i := range e.Rules {
		e.rules[e.Rules[i].ID] = &e.Rules[i]
		e.Rules[i].words = newWording(e.Rules[i].Words)
	}
}

func (e *Edition) indexBlock(t *Table, b *Block) {
	for r := range b.Rows {
		for c := range b.Columns {
			row, column := &b.Rows[r], &b.Columns[c]
			cell := &Cell{Ref: CellRef(t.ID, row.ID, column.ID), Table: t, Block: b, Row: row, Column: column}
			cell.index = len(e.cells)
			cell.as = cmp.Or(row.As, column.As, "count")
			cell.whole, cell.signed = cell.as != "amount", cell.as == "signed"
			for _, part := range column.Sum {
				cell.RowSum = append(cell.RowSum, CellRef(t.ID, row.ID, part))
			}
			for _, part := range row.Sum {
				cell.ColSum = append(cell.ColSum, CellRef(t.ID, part, column.ID))
			}
			if cell.Total() {
				cell.total, e.totals = e.totals, e.totals+1
			}
			e.cells = append(e.cells, cell)
			e.byRef[cell.Ref] = cell
		}
	}
}

// Optional says that the cell is printed only where a report has it.
func (c *Cell) Optional() bool { return c.Row.Optional || c.Column.Optional }
