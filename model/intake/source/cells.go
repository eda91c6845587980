package source

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"unicode/utf16"
)

// What Excel itself allows.
const (
	lastRow    = 1048576
	lastColumn = 16384
)

// usualCells is how many cells of a sheet have room from the beginning.
const usualCells = 2000

var errPlace = errors.New("no such place in a sheet")

// read reads the cells of a sheet that have a value, and its merges.
func (b *book) read(s *sheet) error {
	data, err := b.parts.read(s.part)
	if err != nil {
		return err
	}
	s.cells = make([]sheetCell, 0, min(bytes.Count(data, []byte("<c ")), usualCells))
	row, col := 0, 0 // of the next cell that does not say where it stands
	return walk(data, func(e token, r *tokens) error {
		switch e.name {
		case "row":
			row, col = row+1, 1
			if at := e.attr("r"); at != "" {
				n, err := strconv.Atoi(at)
				if err != nil || n < 1 || n > lastRow {
					return errPlace
				}
				row = n
			}
		case "c":
			if at := e.attr("r"); at != "" {
				var ok bool
				if col, row, ok = placeOf(at); !ok {
					return errPlace
				}
			}
			c := sheetCell{row: row - 1, col: col - 1, kind: e.attr("t")}
			col++
			if err := b.value(&c, e.attr("s"), r); err != nil || c.value == "" {
				return err
			}
			if c.row < 0 || c.row >= b.rows || c.col >= columnLimit {
				return refuse(bigGrid, nil)
			}
			if b.cells++; b.cells > b.allPieces {
				return refuse(tooMuch, nil)
			}
			s.cells = append(s.cells, c)
		case "mergeCell":
			return s.merge(e.attr("ref"))
		}
		return nil
	})
}

// value reads what stands in a cell.
func (b *book) value(c *sheetCell, style string, r *tokens) error {
	for floor := r.depth; r.depth >= floor; {
		e, err := r.next()
		if err != nil {
			return err
		}
		if e.kind != starts {
			continue
		}
		switch e.name {
		case "v":
			c.value, err = r.text()
		case "is":
			c.value, err = r.runs()
		default: // formulas among them
			err = r.skip()
		}
		if err != nil {
			return err
		}
	}
	switch c.kind {
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(c.value))
		c.value = ""
		if err == nil && 0 <= n && n < len(b.strings) {
			c.value = b.strings[n]
		}
	case "b":
		if c.value != "" {
			c.value = map[bool]string{true: "TRUE", false: "FALSE"}[c.value == "1" || c.value == "true"]
		}
	case "inlineStr", "str", "e":
	default:
		if n, err := strconv.Atoi(style); err == nil && 0 <= n && n < len(b.formats) {
			c.format = b.formats[n]
		}
	}
	return nil
}

// placeOf is the column and row of a cell's name, from 1.
func placeOf(name string) (col, row int, ok bool) {
	name = strings.ReplaceAll(name, "$", "")
	i := 0
	for i < len(name) && i < 4 && 'A' <= name[i]&^0x20 && name[i]&^0x20 <= 'Z' {
		col = 26*col + int(name[i]&^0x20-'A') + 1
		i++
	}
	row, err := strconv.Atoi(name[i:])
	return col, row, err == nil && 1 <= col && col <= lastColumn && 1 <= row && row <= lastRow
}

// merge notes a merge, written as A1:B2.
func (s *sheet) merge(ref string) error {
	from, to, _ := strings.Cut(ref, ":")
	left, top, ok := placeOf(from)
	right, bottom, ok2 := placeOf(to)
	if !ok || !ok2 {
		return nil // merges nothing
	}
	if len(s.merges) >= mergeLimit {
		return refuse(tooMuch, nil)
	}
	s.merges = append(s.merges, [4]int{min(left, right) - 1, min(top, bottom) - 1, max(left, right) - 1, max(top, bottom) - 1})
	return nil
}

// spans maps each cell of a merge to its span; covered cells have none. Merges are
// clipped to the used range; of those that overlap the first holds, and one that would
// cover a text does not.
func (s *sheet) spans(rows [][]string, width int) (map[[2]int]Cell, error) {
	spans := map[[2]int]Cell{}
	area := 0
	for _, m := range s.merges {
		left, top, right, bottom := m[0], m[1], min(m[2], width-1), min(m[3], len(rows)-1)
		if left > right || top > bottom {
			continue
		}
		if area += (bottom - top + 1) * (right - left + 1); area > 4*pieceLimit {
			return nil, refuse(tooMuch, nil)
		}
		free := true
		within := func(f func(at [2]int)) {
			for i := top; i <= bottom; i++ {
				for j := left; j <= right; j++ {
					f([2]int{i, j})
				}
			}
		}
		within(func(at [2]int) {
			_, taken := spans[at]
			text := at != [2]int{top, left} && at[1] < len(rows[at[0]]) && rows[at[0]][at[1]] != ""
			free = free && !taken && !text
		})
		if free {
			within(func(at [2]int) { spans[at] = Cell{} })
			spans[[2]int{top, left}] = Cell{Col: left, ColSpan: right - left + 1, RowSpan: bottom - top + 1}
		}
	}
	return spans, nil
}

// unescape reads _x000D_ and the like, as sheets spell characters that XML forbids.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var out strings.Builder
	for {
		at := strings.Index(s, "_x")
		if at < 0 || len(s) < at+7 {
			return out.String() + s
		}
		n, err := strconv.ParseUint(s[at+2:at+6], 16, 16)
		if err != nil || s[at+6] != '_' {
			out.WriteString(s[:at+2])
			s = s[at+2:]
			continue
		}
		out.WriteString(s[:at])
		if r := rune(n); !utf16.IsSurrogate(r) {
			out.WriteRune(r)
		}
		s = s[at+7:]
	}
}
