// Package flat is the form in which a district's numbers go into a database: a row a
// number, with the body, its kind, the year, the edition, the address and the name beside
// it. It is written and read as CSV and as Parquet, row for row the same.
package flat

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/district"
)

// Row is one number of one report.
type Row struct {
	Office, Kind string
	Year         int
	Edition      string
	Address      string // table/row/column
	Name         string // of the cell, in Chinese
	Value        string // plain decimal digits, "" if blank or unreadable
	Unit         string // of an amount: 元, 万元
	Typed        string // what stands there, if it is no number
}

// columns are the names of the columns, in order.
var columns = []string{"office", "kind", "year", "edition", "address", "name", "value", "unit", "typed"}

const (
	columnYear  = 2
	columnValue = 6
)

// find finds our columns by their names, in whatever order they stand: -1 for one that is not
// there and need not be.
func find(names []string) (at []int, err error) {
	at = make([]int, len(columns))
	for i, name := range columns {
		at[i] = slices.Index(names, name)
		switch {
		case at[i] < 0 && name != "unit" && name != "typed" && name != "name" && name != "kind":
			return nil, &Misread{0, fmt.Sprintf("里没有“%s”这一列；要的是年报程序写出来的数据。", name)}
		case at[i] >= 0 && slices.Contains(names[at[i]+1:], name):
			return nil, &Misread{0, fmt.Sprintf("里有两列都叫“%s”，不知道用哪一列。请删去一列。", name)}
		}
	}
	return at, nil
}

// Rows gives a return's numbers, totals included, in printed order. A cell that the form
// prints only where a report has it, and this one has not, gives none.
func Rows(r *district.Return) func(yield func(Row) bool) {
	return func(yield func(Row) bool) {
		row := Row{Office: r.Office, Kind: string(r.Kind), Year: r.Year}
		if r.Edition != nil {
			row.Edition = r.Edition.ID
		}
		for c, n := range r.Numbers {
			if c.Optional() && n.Blank() {
				continue
			}
			row.Address, row.Name = string(c.Ref), c.Name()
			row.Value, row.Unit, row.Typed = "", "", ""
			if value, unit, ok := alike(c, n); ok {
				row.Value, row.Unit = value, unit
			} else {
				row.Typed = n.Raw()
			}
			if !yield(row) {
				return
			}
		}
	}
}

// alike is a number in the unit in which all numbers of its cell stand: that of the form,
// and for an amount for which the form has none 元. It is not ok if there is no such number.
func alike(c *model.Cell, n model.Number) (value, unit string, ok bool) {
	if !c.Takes(n) {
		return "", "", false
	}
	if unit = c.Unit(); c.As() == "amount" {
		if unit == "" {
			unit = "元"
		}
		if n.Sign() == 0 {
			return "0", unit, true
		}
		if n.Unit() == "" {
			n = n.With(c.Unit())
		}
		if n, ok = n.In(unit); !ok {
			return "", "", false
		}
	}
	return strings.TrimPrefix(n.Digits(), "+"), unit, true
}

// Writer writes rows.
type Writer interface {
	Write(r *district.Return) error
	Close() error // writes what is left; the file under it stays open
}

// Misread is a row that cannot be read.
type Misread struct {
	Row int // from 1, without the head; 0 for the file
	Why string
}

func (m *Misread) Error() string {
	if m.Row == 0 {
		return m.Why
	}
	return fmt.Sprintf("第 %d 行数据%s", m.Row, m.Why)
}

// bodyLimit is how many reports a table may have; a nation has a fifth of them.
const bodyLimit = 200_000

// gather makes returns from rows that come one by one: those of one body and year in one
// edition stand together.
type gather struct {
	editions model.Editions
	file     string
	got      func(*district.Return)
	open     *model.Report
	rows     int
	had      map[body]bool
}

// body is whose report of what year in what form a row belongs to.
type body struct {
	office, edition string
	year            int
}

// cells takes in a row by the texts of its columns.
func (g *gather) cells(text *[9]string) error {
	year, err := strconv.Atoi(text[columnYear])
	if err != nil || year < 1000 || year > 9999 {
		return &Misread{g.rows + 1, fmt.Sprintf("的年度“%s”不是年份。", text[columnYear])}
	}
	for i, cell := range text {
		if !utf8.ValidString(cell) || strings.ContainsRune(cell, utf8.RuneError) {
			return &Misread{g.rows + 1, fmt.Sprintf("的“%s”一列有认不出的文字。请把文件另存为 UTF-8 编码。", columns[i])}
		}
	}
	return g.row(&Row{text[0], text[1], year, text[3], text[4], text[5], text[6], text[7], text[8]})
}

func (g *gather) row(row *Row) error {
	g.rows++
	bad := func(why string, args ...any) error { return &Misread{g.rows, fmt.Sprintf(why, args...)} }
	e := g.editions.ByID(row.Edition)
	if e == nil {
		return bad("用的是本程序不认识的格式版本“%s”，请升级本程序。", row.Edition)
	}
	if g.open == nil || g.open.Office != row.Office || g.open.Year != row.Year || g.open.Edition != e {
		g.close()
		key := body{row.Office, e.ID, row.Year}
		switch {
		case g.had[key]:
			return bad("：“%s”%d年度的数没有排在一起。请按单位和年度排好顺序。", row.Office, row.Year)
		case len(g.had) == bodyLimit:
			return bad("以后没有读：一个文件里的报告多于 %d 份。请分成几个文件。", bodyLimit)
		case row.Kind != "" && model.Kind(row.Kind).Name() == "":
			return bad("的单位类别“%s”不认识。", row.Kind)
		}
		if g.had == nil {
			g.had = map[body]bool{}
		}
		g.had[key] = true
		g.open = model.NewReport(e, row.Office, model.Kind(row.Kind), row.Year)
	}
	ref := model.Ref(row.Address)
	c := e.Cell(ref)
	if c == nil {
		return bad("的地址“%s”在%s版格式里没有。", row.Address, e.ID)
	}
	if _, twice := g.open.Numbers[ref]; twice {
		return bad("：“%s”的“%s”有两个数。", row.Office, c.Name())
	}
	n := model.ParseNumber(row.Typed)
	if row.Value != "" {
		if row.Typed != "" {
			return bad("的“%s”既是数“%s”，又是文字“%s”。请只留一个。", c.Name(), row.Value, row.Typed)
		}
		n = model.ParseNumber(row.Value)
		if !n.Readable() {
			return bad("的值“%s”不是数。", row.Value)
		}
		if row.Unit != c.Unit() {
			if n = model.ParseNumber(row.Value + row.Unit); !n.Readable() {
				return bad("的计量单位“%s”不认识。", row.Unit)
			}
		}
	}
	g.open.Numbers[ref] = n
	return nil
}

// close hands over the report whose rows have all come.
func (g *gather) close() {
	if g.open == nil {
		return
	}
	r := g.open
	g.open = nil
	file := g.file + "#" + r.Office + strconv.Itoa(r.Year)
	if n := lacking(r); n > 0 {
		g.got(district.Refuse(file, fmt.Sprintf("“%s”%d年度的数据少了 %d 行，不完整。没有填的数也要有一行。", r.Office, r.Year, n)))
		return
	}
	for ref, n := range r.Numbers {
		if n.Blank() && !r.Edition.Cell(ref).Optional() {
			delete(r.Numbers, ref)
		}
	}
	r.Settle()
	g.got(district.Receive(file, r, district.Numeric(r, model.Check(r, nil)), nil))
}

// lacking is how many of the rows that every report has did not come.
func lacking(r *model.Report) (n int) {
	for _, c := range r.Edition.Cells() {
		if _, came := r.Numbers[c.Ref]; !came && !c.Optional() {
			n++
		}
	}
	return n
}

// errNone is a file without rows.
var errNone = &Misread{0, "里一行数据也没有。"}

func (g *gather) end() error {
	if g.close(); g.rows == 0 {
		return errNone
	}
	return nil
}
