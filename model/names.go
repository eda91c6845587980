package model

import (
	"fmt"
	"strings"
	"unicode"
)

// Short is the cell's name in prose, short and unique in its edition:
// 本年新收·总计.
func (c *Cell) Short() string { return c.short }

// brackets that a name cannot have: they enclose live numbers.
const brackets = "{}\n" + liveOpen + liveBar + liveClose

// indexNames gives each cell its short name. Where two would have the same, the
// table's name goes before it.
func (e *Edition) indexNames() {
	e.byName = map[string]Ref{}
	count := map[string]int{}
	for _, c := range e.cells {
		c.short = c.shortName()
		count[c.short]++
	}
	for _, c := range e.cells {
		if count[c.short] > 1 {
			c.short = c.Table.Name + "·" + c.short
		}
		e.byName[c.short] = c.Ref
	}
}

func (c *Cell) shortName() string {
	row, column := c.Row.short(), c.Column.short()
	switch {
	case row == "":
		return column
	case column == "" || len(c.Block.Columns) == 1:
		return row
	}
	return row + "·" + column
}

// short is what prose calls a line: its label without number and notes.
func (l *Line) short() string {
	if l.Name != "" {
		return l.Name
	}
	name := BareTitle(l.Label())
	for _, open := range []string{"（", "("} {
		if head, _, ok := strings.Cut(name, open); ok && head != "" {
			name = head
		}
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune(brackets, r) {
			return -1
		}
		return r
	}, name)
}

func (e *Edition) lintNames() error {
	for _, c := range e.cells {
		switch {
		case c.short == "" || strings.ContainsAny(c.short, brackets):
			return fmt.Errorf("%s: %q is no name for prose", c.Ref, c.short)
		case e.byName[c.short] != c.Ref:
			return fmt.Errorf("%s and %s have the same name %s", c.Ref, e.byName[c.short], c.short)
		}
	}
	return nil
}

// BareTitle is a title without the number that it may begin with: 一、 （一） 1.
func BareTitle(title string) string {
	title = trimSpace(title)
	rest := strings.TrimLeft(title, "（(")
	number := strings.TrimLeft(rest, "〇一二三四五六七八九十百0123456789０１２３４５６７８９")
	if number == rest || number == "" {
		return title
	}
	bare := strings.TrimLeft(number, "）)、.．")
	if bare == number || bare == "" {
		return title
	}
	return trimSpace(bare)
}
