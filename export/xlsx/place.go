package xlsx

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// place is a cell of a sheet; column and row count from 1.
type place struct{ col, row int }

// String is the place as formulas write it: D5.
func (p place) String() string { return letters(p.col) + strconv.Itoa(p.row) }

// fixed is the place as an absolute reference: $D$5.
func (p place) fixed() string { return "$" + letters(p.col) + "$" + strconv.Itoa(p.row) }

func letters(col int) string {
	name, err := excelize.ColumnNumberToName(col)
	if err != nil {
		panic(err) // tables have some ten columns
	}
	return name
}

// area is a rectangle of cells.
type area struct{ from, to place }

// areas joins cells to as few rectangles as come about by joining neighbours in
// a row, then equal stretches of rows below one another.
func areas(places []place) []area {
	places = slices.Clone(places)
	slices.SortFunc(places, func(a, b place) int {
		if a.row != b.row {
			return a.row - b.row
		}
		return a.col - b.col
	})
	var rows []area
	for _, p := range places {
		if n := len(rows) - 1; n >= 0 && rows[n].to.row == p.row && rows[n].to.col+1 == p.col {
			rows[n].to = p
			continue
		}
		rows = append(rows, area{p, p})
	}
	var out []area
	for _, r := range rows {
		i := slices.IndexFunc(out, func(a area) bool {
			return a.from.col == r.from.col && a.to.col == r.to.col && a.to.row+1 == r.from.row
		})
		if i < 0 {
			out = append(out, r)
			continue
		}
		out[i].to = r.to
	}
	return out
}

// list writes areas one after the other: D5:I27,D30. name writes a place.
func list(as []area, separator string, name func(place) string) string {
	out := make([]string, len(as))
	for i, a := range as {
		out[i] = name(a.from)
		if a.from != a.to {
			out[i] += ":" + name(a.to)
		}
	}
	return strings.Join(out, separator)
}
