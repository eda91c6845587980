package flat

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"

	"nianbao/model"
	"nianbao/model/district"
)

// csvWriter writes CSV as RFC 4180 has it, in UTF-8.
type csvWriter struct {
	to    *csv.Writer
	line  []string
	begun bool
}

// NewCSV writes the head and then rows to w.
func NewCSV(w io.Writer) Writer {
	return &csvWriter{to: csv.NewWriter(w), line: make([]string, len(columns))}
}

func (c *csvWriter) head() error {
	if c.begun {
		return nil
	}
	c.begun = true
	return c.to.Write(columns)
}

func (c *csvWriter) Write(r *district.Return) error {
	if err := c.head(); err != nil {
		return err
	}
	for row := range Rows(r) {
		copy(c.line, []string{row.Office, row.Kind, strconv.Itoa(row.Year), row.Edition, row.Address, row.Name, row.Value, row.Unit, row.Typed})
		if err := c.to.Write(c.line); err != nil {
			return err
		}
	}
	return nil
}

func (c *csvWriter) Close() error {
	if err := c.head(); err != nil {
		return err
	}
	c.to.Flush()
	return c.to.Error()
}

var byteOrderMark = []byte("\ufeff")

// ReadCSV reads what NewCSV wrote, perhaps by another program since: columns in any order,
// and others among them. file is what the returns are told from.
func ReadCSV(from io.Reader, file string, editions model.Editions, got func(*district.Return)) error {
	in := bufio.NewReader(from)
	if mark, err := in.Peek(len(byteOrderMark)); err == nil && bytes.Equal(mark, byteOrderMark) {
		_, _ = in.Discard(len(mark))
	}
	lines := csv.NewReader(in)
	lines.ReuseRecord = true
	head, err := lines.Read()
	if err != nil {
		return &Misread{0, "不是逗号分隔的数据，第一行应当是各列的名称。"}
	}
	at := make([]int, len(columns))
	for i, name := range columns {
		if at[i] = slices.Index(head, name); at[i] < 0 && name != "unit" && name != "typed" && name != "name" && name != "kind" {
			return &Misread{0, fmt.Sprintf("里没有“%s”这一列；要的是年报程序写出来的数据。", name)}
		}
	}
	g := &gather{editions: editions, file: file, got: got}
	for {
		line, err := lines.Read()
		if err == io.EOF {
			return g.end(nil)
		}
		if err != nil {
			return &Misread{g.rows + 1, "的列数或者引号不对。"}
		}
		cell := func(i int) string {
			if at[i] < 0 {
				return ""
			}
			return line[at[i]]
		}
		year, err := strconv.Atoi(cell(2))
		if err != nil {
			return &Misread{g.rows + 1, fmt.Sprintf("的年度“%s”不是年份。", cell(2))}
		}
		row := Row{cell(0), cell(1), year, cell(3), cell(4), cell(5), cell(6), cell(7), cell(8)}
		if err := g.row(&row); err != nil {
			return err
		}
	}
}
