package model

import "strings"

// Ref is the only address of a value: "table/row/column" for a number, a text's
// own id ("overview/active", "preface") for prose, and "@field" for what stands
// on the cover (see the Ref constants).
type Ref string

// Addresses of the values that are neither numbers nor prose.
const (
	RefOffice   Ref = "@office"
	RefKind     Ref = "@kind"
	RefYear     Ref = "@year"
	RefTitle    Ref = "@title"
	RefOutline  Ref = "@outline"
	RefUnplaced Ref = "@unplaced"
)

// CellRef joins the address of a table's cell.
func CellRef(table, row, column string) Ref {
	return Ref(table + "/" + row + "/" + column)
}

// Cell splits the address of a number; ok is false for any other address.
func (r Ref) Cell() (table, row, column string, ok bool) {
	table, rest, ok1 := strings.Cut(string(r), "/")
	row, column, ok2 := strings.Cut(rest, "/")
	if !ok1 || !ok2 || strings.Contains(column, "/") {
		return "", "", "", false
	}
	return table, row, column, true
}

// Section is the id of the section that the address lies in.
func (r Ref) Section() string {
	section, _, _ := strings.Cut(string(r), "/")
	return section
}
