package flat

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

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

// fieldLimit is how many bytes a line may have: a quotation mark that is not closed takes in
// all that follows.
const fieldLimit = 1 << 20

var errLong = errors.New("a line has no end")

// paced gives what it reads, but no more than so much without a pause.
type paced struct {
	from io.Reader
	left int
}

func (p *paced) Read(b []byte) (int, error) {
	if p.left <= 0 {
		return 0, errLong
	}
	n, err := p.from.Read(b)
	p.left -= n
	return n, err
}

// text is what a spreadsheet program has saved as CSV, in UTF-8: on Chinese systems it writes
// GBK.
func text(from io.Reader) io.Reader {
	const enough = 1 << 16
	in := bufio.NewReaderSize(from, enough)
	begin, _ := in.Peek(enough)
	if mark := []byte("\ufeff"); bytes.HasPrefix(begin, mark) {
		_, _ = in.Discard(len(mark))
		return in
	}
	if at := bytes.LastIndexByte(begin, '\n'); at >= 0 {
		begin = begin[:at] // the last character may be cut
	}
	wide, bad := 0, 0 // GBK hardly ever forms characters of three bytes
	for len(begin) > 0 {
		r, n := utf8.DecodeRune(begin)
		switch begin = begin[n:]; {
		case n > 2:
			wide++
		case r == utf8.RuneError:
			bad++
		}
	}
	if bad > wide {
		return simplifiedchinese.GB18030.NewDecoder().Reader(in)
	}
	return in
}

// ReadCSV reads what NewCSV wrote, perhaps by another program since: columns in any order,
// and others among them. file is what the returns are told from.
func ReadCSV(from io.Reader, file string, editions model.Editions, got func(*district.Return)) error {
	in := &paced{text(from), fieldLimit}
	lines := csv.NewReader(in)
	lines.ReuseRecord = true
	head, err := lines.Read()
	if err != nil {
		return &Misread{0, "不是逗号分隔的数据，第一行应当是各列的名称。"}
	}
	at, err := find(head)
	if err != nil {
		return err
	}
	g := &gather{editions: editions, file: file, got: got}
	var cells [9]string
	for {
		in.left = fieldLimit
		line, err := lines.Read()
		var wrong *csv.ParseError
		switch {
		case err == io.EOF:
			return g.end()
		case errors.As(err, &wrong):
			return &Misread{g.rows + 1, "的列数或者引号不对。"}
		case errors.Is(err, errLong):
			return &Misread{g.rows + 1, "长得不正常，多半是少了一个引号。"}
		case err != nil:
			return err
		}
		for i := range cells {
			if cells[i] = ""; at[i] >= 0 {
				cells[i] = line[at[i]]
			}
		}
		if err := g.cells(&cells); err != nil {
			return err
		}
	}
}
