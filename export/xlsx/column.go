package xlsx

import (
	"fmt"
	"strings"

	"nianbao/export"
	"nianbao/model"
)

// column is a number of the form in all reports.
type column struct {
	cell     *model.Cell
	unit     string       // in which amounts are shown
	decimals int          // the most that a number has
	exact    bool         // formulas see every number that counts
	all      model.Number // the sum of what formulas see, counted or not
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

// rounded is a formula of as many decimals as its numbers have: tenths are no tenths in a
// workbook's arithmetic.
func (c *column) rounded(formula string) string {
	if c.decimals == 0 {
		return formula
	}
	return fmt.Sprintf("ROUND(%s,%d)", formula, c.decimals)
}
