package source

import (
	"bytes"
	"errors"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// sheetLevel is the heading level that marks a sheet's name.
const sheetLevel = 9

// readXlsx reads a workbook: for each sheet its name, then its used range as
// a table. Numbers come with every digit they have, not as rounded on screen.
func (d *Document) readXlsx(data []byte) error {
	p, err := openParts(data)
	if err != nil {
		return err
	}
	if err := d.properties(p); err != nil {
		return err
	}
	// excelize unpacks large sheets to disk; nothing that large gets there.
	for name := range p.files {
		if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") {
			if _, err := p.read(name); err != nil {
				return err
			}
		}
	}
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: unzipLimit, UnzipXMLSizeLimit: partLimit,
	})
	if err != nil {
		return err
	}
	defer book.Close()
	names := book.GetSheetList()
	for _, name := range names {
		table, err := sheet(book, name)
		if err != nil {
			return err
		}
		if table == nil {
			continue
		}
		if err := d.add(Block{Text: name, Level: sheetLevel}); err != nil {
			return err
		}
		if err := d.add(Block{Table: table}); err != nil {
			return err
		}
	}
	return nil
}

// sheet is a worksheet's table, nil if it has no text or is no worksheet.
func sheet(book *excelize.File, name string) (*Table, error) {
	rows, err := values(book, name)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	width := 0
	for _, row := range rows {
		width = max(width, len(row))
	}
	spans, err := merged(book, name, len(rows), width)
	if err != nil {
		return nil, err
	}
	t := &Table{Rows: make([][]Cell, len(rows))}
	for i, row := range rows {
		for j := range width {
			span, ok := spans[[2]int{i, j}]
			if ok && span.ColSpan == 0 {
				continue
			}
			c := Cell{Col: j, ColSpan: 1, RowSpan: 1}
			if ok {
				c = span
			}
			if j < len(row) {
				c.Text = row[j]
			}
			t.Rows[i] = append(t.Rows[i], c)
		}
	}
	return t, nil
}

// values are the texts of a sheet up to its last row and column with any.
func values(book *excelize.File, name string) ([][]string, error) {
	raw, err := book.Rows(name)
	if err != nil {
		var none excelize.ErrSheetNotExist
		if errors.As(err, &none) || strings.Contains(err.Error(), "not a worksheet") {
			return nil, nil // a chart sheet
		}
		return nil, err
	}
	defer raw.Close()
	shown, err := book.Rows(name)
	if err != nil {
		return nil, err
	}
	defer shown.Close()
	var rows [][]string
	used := 0
	for at := 1; raw.Next() && shown.Next(); at++ {
		exact, err := raw.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, err
		}
		seen, err := shown.Columns()
		if err != nil {
			return nil, err
		}
		row := exact
		for i := range row {
			if i < len(seen) && seen[i] != row[i] {
				row[i] = value(row[i], seen[i])
			}
			if noisy(row[i]) && !isText(book, name, i+1, at) {
				row[i] = exactNumber(row[i])
			}
		}
		for len(row) > 0 && row[len(row)-1] == "" {
			row = row[:len(row)-1]
		}
		if len(row) > columnLimit || len(row) > 0 && at > rowLimit {
			return nil, refuse(bigGrid, nil)
		}
		if at <= rowLimit {
			rows = append(rows, row)
		}
		if len(row) > 0 {
			used = at
		}
	}
	if err := errors.Join(raw.Error(), shown.Error()); err != nil {
		return nil, err
	}
	return rows[:used], nil
}

// value chooses between the stored and the shown text of a cell: numbers as
// stored, but dates, times and truth values as shown, for their numbers say
// nothing.
func value(raw, shown string) string {
	if _, err := strconv.ParseFloat(raw, 64); err != nil {
		return shown
	}
	if strings.ContainsAny(shown, "年月日时:") || shown == "TRUE" || shown == "FALSE" ||
		strings.ContainsAny(strings.Trim(shown, "-/ "), "-/") && !strings.ContainsAny(shown, "%Ee ") {
		return shown
	}
	return raw
}

// noisy says that a value can be a number with the noise of binary fractions:
// stored with more than 15 digits behind a point, or with an exponent.
func noisy(s string) bool {
	return (len(s) > 15 || strings.ContainsAny(s, "Ee")) && strings.ContainsAny(s, ".eE") && strings.Trim(s, "0123456789.eE+-") == ""
}

// isText says that a cell holds text, whose digits are all meant.
func isText(book *excelize.File, sheet string, column, row int) bool {
	at, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return false
	}
	kind, err := book.GetCellType(sheet, at)
	return err == nil && (kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString)
}

// exactNumber writes a noisy number with the 15 digits that count.
func exactNumber(s string) string {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return s
	}
	f, err = strconv.ParseFloat(strconv.FormatFloat(f, 'g', 15, 64), 64)
	if err != nil {
		return s
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// merged maps each cell of a merge to its span; covered cells have none.
// Merges are clipped to the used range.
func merged(book *excelize.File, name string, height, width int) (map[[2]int]Cell, error) {
	merges, err := book.GetMergeCells(name, true)
	if err != nil {
		return nil, err
	}
	spans := map[[2]int]Cell{}
	for _, m := range merges {
		left, top, err1 := excelize.CellNameToCoordinates(m.GetStartAxis())
		right, bottom, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err := errors.Join(err1, err2); err != nil {
			return nil, err
		}
		right, bottom = min(right, width), min(bottom, height)
		if left > right || top > bottom {
			continue
		}
		if _, taken := spans[[2]int{top - 1, left - 1}]; taken {
			continue
		}
		for i := top - 1; i < bottom; i++ {
			for j := left - 1; j < right; j++ {
				spans[[2]int{i, j}] = Cell{}
			}
		}
		if len(spans) > rowLimit*10 {
			return nil, refuse(bigGrid, nil)
		}
		spans[[2]int{top - 1, left - 1}] = Cell{Col: left - 1, ColSpan: right - left + 1, RowSpan: bottom - top + 1}
	}
	return spans, nil
}
