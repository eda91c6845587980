package source

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// How a number looks on its sheet matters where it is a date or a time. Excel's formats
// are a language of their own, which a library knows. It never gets to see the workbook:
// only one sheet, written here, of the numbers and formats in question.

// readFormats reads the number format of each style.
func (b *book) readFormats(name string) error {
	data, err := b.parts.read(name)
	if err != nil {
		return err
	}
	codes := map[string]string{}
	styles := false
	return walk(data, func(e token, _ *tokens) error {
		switch e.name {
		case "numFmt":
			codes[e.attr("numFmtId")] = e.attr("formatCode")
		case "cellXfs":
			styles = true
		case "cellStyleXfs", "cellStyles", "dxfs":
			styles = false
		case "xf":
			if !styles {
				return nil
			}
			id := e.attr("numFmtId")
			format, own := codes[id]
			if !own {
				format = id
				if n, err := strconv.Atoi(id); err != nil || plainFormat[n] || n < 0 || n > 163 {
					format = ""
				}
			} else {
				format = "=" + format
			}
			if len(format) > longestFormat || own && !strings.ContainsAny(format[1:], "yYmMdDhHsSeEgGbB年月日时:/-") {
				format = "" // no date in it
			}
			b.formats = append(b.formats, format)
		}
		return nil
	})
}

// longestFormat is more than Excel allows.
const longestFormat = 300

// plainFormat are the built-in formats that show nothing but a number.
var plainFormat = map[int]bool{0: true, 1: true, 2: true, 3: true, 4: true, 9: true, 10: true, 11: true, 37: true, 38: true, 39: true, 40: true, 48: true, 49: true}

// key is what the look of a cell goes by.
func (c *sheetCell) key() sheetCell { return sheetCell{kind: c.kind, value: c.value, format: c.format} }

// shown is how the numbers with a format look on their sheets.
func (b *book) shown(sheets []*sheet) (map[sheetCell]string, error) {
	looks := map[sheetCell]string{}
	var keys []sheetCell
	styles := map[string]int{}
	var cells, codes, xfs strings.Builder
	for _, s := range sheets {
		for i := range s.cells {
			k := s.cells[i].key()
			if k.format == "" || len(k.value) > longestNumber {
				continue
			}
			if _, known := looks[k]; known {
				continue
			}
			looks[k] = k.value
			if _, known := styles[k.format]; !known {
				n := len(styles) + 1
				styles[k.format] = n
				if code, own := strings.CutPrefix(k.format, "="); own {
					fmt.Fprintf(&codes, `<numFmt numFmtId="%d" formatCode="%s"/>`, 163+n, escape(code))
					fmt.Fprintf(&xfs, `<xf numFmtId="%d" applyNumberFormat="1"/>`, 163+n)
				} else {
					fmt.Fprintf(&xfs, `<xf numFmtId="%s" applyNumberFormat="1"/>`, k.format)
				}
			}
			if keys = append(keys, k); len(keys) > dateLimit {
				return nil, refuse(tooMuch, nil)
			}
			fmt.Fprintf(&cells, `<row r="%d"><c r="A%d" s="%d" t="%s"><v>%s</v></c></row>`, len(keys), len(keys), styles[k.format], escape(k.kind), escape(k.value))
		}
	}
	if keys == nil {
		return looks, nil
	}
	x := excelize.NewFile()
	defer x.Close()
	x.Styles = nil
	x.Pkg.Store("xl/styles.xml", []byte(`<styleSheet xmlns="`+sheetSpace+`"><numFmts>`+codes.String()+`</numFmts><cellXfs><xf numFmtId="0"/>`+xfs.String()+`</cellXfs></styleSheet>`))
	x.Sheet.Delete("xl/worksheets/sheet1.xml")
	x.Pkg.Store("xl/worksheets/sheet1.xml", []byte(`<worksheet xmlns="`+sheetSpace+`"><sheetData>`+cells.String()+`</sheetData></worksheet>`))
	if err := x.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &b.since}); err != nil {
		return nil, err
	}
	rows, err := x.Rows("Sheet1")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for _, k := range keys {
		if !rows.Next() {
			break
		}
		columns, err := rows.Columns()
		if err != nil {
			return nil, err
		}
		if len(columns) > 0 {
			looks[k] = columns[0]
		}
	}
	return looks, rows.Error()
}

const (
	sheetSpace    = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	longestNumber = 40 // what is longer is no date
)

func escape(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // into memory
	return b.String()
}

// shown is the text of a cell.
func (c *sheetCell) shown(looks map[sheetCell]string) string {
	text := c.value
	if c.format != "" {
		if look, ok := looks[c.key()]; ok && look != text {
			text = value(text, look)
		}
	}
	if !c.text() && len(text) <= longestNumber && noisy(text) {
		text = exactNumber(text)
	}
	return text
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
