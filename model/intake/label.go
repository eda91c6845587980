package intake

import (
	"strings"
	"sync"
	"unicode/utf8"

	"nianbao/model"
)

// form is an edition's tables as labels to recognise.
type form struct {
	edition *model.Edition
	titles  [][]string // of each section and its aliases, folded
	blocks  []*block
}

// block is a block of a table with its labels folded.
type block struct {
	table   *model.Table
	block   *model.Block
	title   string          // folded
	corner  string          // folded
	groups  map[string]bool // titles over several rows
	rows    map[string]*model.Line
	bare    map[string]*model.Line   // row labels without their number
	aliases map[*model.Line][]string // folded
	columns *node                    // the tree of column titles
	heads   map[string]bool          // every title in it
	width   int                      // how many values a row has
	marked  []string                 // words that only this block\'s optional rows have
}

// node is a title in the tree of column titles. A leaf knows the lines that
// meet in it: its column and, where rows run across, its row.
type node struct {
	title       string
	kids        []*node
	row, column *model.Line
}

// forms are those that have been asked for, by their editions: nothing changes one.
var forms sync.Map

func formOf(e *model.Edition) *form {
	if f, ok := forms.Load(e); ok {
		return f.(*form)
	}
	f, _ := forms.LoadOrStore(e, newForm(e))
	return f.(*form)
}

func newForm(e *model.Edition) *form {
	f := &form{edition: e}
	for i := range e.Sections {
		var titles []string
		for _, name := range append([]string{e.Sections[i].Title}, e.Sections[i].Alias...) {
			titles = append(titles, fold(name))
		}
		f.titles = append(f.titles, titles)
		t := e.Sections[i].Table
		if t == nil {
			continue
		}
		for k := range t.Blocks {
			f.blocks = append(f.blocks, newBlock(t, &t.Blocks[k]))
		}
	}
	return f
}

func newBlock(t *model.Table, b *model.Block) *block {
	out := &block{
		table: t, block: b, title: fold(b.Title), corner: fold(b.Corner),
		groups: map[string]bool{}, rows: map[string]*model.Line{}, bare: map[string]*model.Line{}, aliases: map[*model.Line][]string{},
		columns: &node{}, heads: map[string]bool{}, width: len(b.Columns),
	}
	for i := range b.Rows {
		row := &b.Rows[i]
		if b.Across {
			for k := range b.Columns {
				out.head(append(append([]string{}, row.Path...), b.Columns[k].Path...), row, &b.Columns[k])
			}
			continue
		}
		for k, title := range row.Path {
			if k < len(row.Path)-1 {
				out.groups[fold(title)] = true
				continue
			}
			for _, name := range append([]string{strings.ReplaceAll(title, "{year}", "")}, row.Alias...) {
				out.rows[fold(name)] = row
				if row.Optional {
					out.marked = append(out.marked, fold(name))
				}
				_, _, rest := splitMark(name)
				out.bare[fold(rest)] = row
			}
			for _, alias := range row.Alias {
				out.aliases[row] = append(out.aliases[row], fold(alias))
			}
		}
	}
	if b.Across {
		out.width *= len(b.Rows)
		return out
	}
	for k := range b.Columns {
		if path := b.Columns[k].Path; len(path) > 0 {
			out.head(path, nil, &b.Columns[k])
		}
	}
	return out
}

// head adds a column's path to the tree.
func (b *block) head(path []string, row, column *model.Line) {
	at := b.columns
	for i, title := range path {
		key := fold(title)
		b.heads[key] = true
		leaf := i == len(path)-1
		var next *node
		for _, kid := range at.kids {
			if kid.title == key && !leaf {
				next = kid
			}
		}
		if next == nil {
			next = &node{title: key}
			at.kids = append(at.kids, next)
		}
		at = next
	}
	at.row, at.column = row, column
}

// How alike a label must be to be taken for one of the form's, and how alike to be
// taken for it without a word to the clerk.
const (
	near  = 0.6
	clear = 0.9
)

// isHead finds the column title that a cell means, "" if none, and how alike they
// are. A title that was cut short or lengthened still counts, a single character
// does not; nor does one that could be either of two.
func (b *block) isHead(key string) (title string, like float64) {
	if b.heads[key] {
		return key, 1
	}
	like = near
	for name := range b.heads {
		switch n := resembles(key, name, 3); {
		case n > like:
			title, like = name, n
		case n == like:
			title = ""
		}
	}
	return title, like
}

// meansHead says that a cell means a column title.
func (b *block) meansHead(key string) bool {
	title, _ := b.isHead(key)
	return title != ""
}

// isRow finds the row that a label means, nil if none or if it could be either of
// two, and how alike they are. exact says that its number agrees too.
func (b *block) isRow(label string) (row *model.Line, exact bool, like float64) {
	if row := b.rows[fold(label)]; row != nil {
		return row, true, 1
	}
	_, _, rest := splitMark(label)
	key := fold(rest)
	if row := b.bare[key]; row != nil {
		return row, false, 1
	}
	like = near
	for name, candidate := range b.bare {
		n := resembles(key, name, 4)
		for _, alias := range b.aliases[candidate] {
			if strings.Contains(key, alias) {
				n = max(n, 0.95)
			}
		}
		switch {
		case n > like:
			row, like = candidate, n
		case n == like && row != candidate:
			row = nil
		}
	}
	return row, false, like
}

// resembles is likeness, or nearly 1 where one text begins with the other and
// both have at least so many characters. It is 0 where it cannot be near.
func resembles(a, b string, least int) float64 {
	if (strings.HasPrefix(a, b) || strings.HasPrefix(b, a)) && min(utf8.RuneCountInString(a), utf8.RuneCountInString(b)) >= least {
		return max(likeness(a, b), clear)
	}
	if mostLike(a, b) < near {
		return 0
	}
	return likeness(a, b)
}

// mentions says that a text holds the label of an optional row, which is printed
// with the year and sometimes its value in one cell.
func (b *block) mentions(key string) bool {
	for _, word := range b.marked {
		if strings.Contains(key, word) {
			return true
		}
	}
	return false
}

// begins says that a cell is the first part of a column title that was broken
// over two lines.
func (b *block) begins(key string) bool {
	if len([]rune(key)) < 2 || b.heads[key] {
		return false
	}
	for title := range b.heads {
		if strings.HasPrefix(title, key) {
			return true
		}
	}
	return false
}

// known says that a cell is one of the block's labels as it is printed.
func (b *block) known(key string) bool {
	return key != "" && (key == b.title || key == b.corner || b.groups[key] || b.heads[key] || b.rows[key] != nil)
}

// order resolves the titles of a head, in reading order, into the order of the
// value columns: each group takes the titles of its own columns from what follows.
func (b *block) order(titles []string) []*node {
	rest := titles
	// take removes the first run of titles that are children of one node.
	take := func(parent *node) (taken []*node) {
		for i, title := range rest {
			if childOf(parent, title, nil) == nil {
				continue
			}
			n := i
			for n < len(rest) {
				kid := childOf(parent, rest[n], taken)
				if kid == nil {
					break
				}
				taken = append(taken, kid)
				n++
			}
			rest = append(append([]string{}, rest[:i]...), rest[n:]...)
			return taken
		}
		return nil
	}
	level := []*node{b.columns}
	for {
		var next []*node
		deeper := false
		for _, n := range level {
			if n.column != nil {
				next = append(next, n)
				continue
			}
			kids := take(n)
			if len(kids) != len(n.kids) {
				return nil // a title is missing or strange
			}
			next, deeper = append(next, kids...), true
		}
		level = next
		if !deeper {
			return level
		}
	}
}

// leaves lists the value columns in the form's order.
func (n *node) leaves() (out []*node) {
	if n.column != nil {
		return []*node{n}
	}
	for _, kid := range n.kids {
		out = append(out, kid.leaves()...)
	}
	return out
}

func childOf(parent *node, title string, taken []*node) *node {
	for _, kid := range parent.kids {
		if kid.title != title {
			continue
		}
		used := false
		for _, t := range taken {
			used = used || t == kid
		}
		if !used {
			return kid
		}
	}
	return nil
}
