// Package source reads report files of any office format into plain blocks.
//
// It knows nothing of the official form: a reader gives back every paragraph
// and every table cell of a file, in reading order, and leaves it to the
// caller to say what they mean. The format is found by content first and by
// extension second, because a .docx is often an old .doc renamed. A file that
// cannot be read gives an *Error, one sentence that a clerk can act on.
// Nothing is ever written, and time and memory are bounded by the limits below.
package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"unicode"
)

// Limits. A yearly report has some hundred paragraphs and four tables; these
// leave room for photographs and long annexes, not for bombs. They hold the cost of any
// file under two seconds and 200 MB.
const (
	textLimit   = 20 << 20 // bytes of a text or HTML file
	fileLimit   = 50 << 20 // bytes of any other file
	entryLimit  = 10000    // files in an archive
	partLimit   = 12 << 20 // bytes of one unzipped part
	unzipLimit  = 24 << 20 // bytes unzipped in all; pictures stay packed
	ratioLimit  = 200      // unzipped to zipped, for parts over 1 MB
	markLimit   = 800000   // tags and attributes, of all parts or of a page
	depthLimit  = 200      // elements or groups within each other
	columnLimit = 100      // grid columns of a table
	rowLimit    = 20000    // rows of a table
	sheetLimit  = 500      // sheets of a workbook
	mergeLimit  = 20000    // merges of a sheet
	dateLimit   = 15000    // numbers of a workbook that are shown in a format of their own
	pieceLimit  = 50000    // lines and cells of a document
	cellLimit   = 64 << 10 // bytes of a cell that grows downwards
	listLimit   = 10000    // designs of lists
	saidLimit   = 4 << 20  // bytes of text of a document
)

// Document is what a file says, in reading order.
type Document struct {
	Name   string            // base name of the file
	Format string            // "txt", "docx", "doc", "xlsx", "html", "rtf"
	Title  string            // title from the file's own properties, if any
	Props  map[string]string // properties written by this program, without the prefix "nianbao:"
	Blocks []Block

	pieces, said int // lines and cells so far, and bytes of their text
	limits
}

// limits are those of a file in which a list may stand, which is longer than a report.
type limits struct{ partSize, unzipped, allMarks, rows, allPieces, allSaid int }

var (
	ofReport = limits{partLimit, unzipLimit, markLimit, rowLimit, pieceLimit, saidLimit}
	ofList   = limits{32 << 20, 40 << 20, 4_000_000, 80_000, 500_000, 16 << 20}
)

// Block is a paragraph or a table; Table is nil for a paragraph.
type Block struct {
	Text  string // a paragraph's text, one line (soft line breaks are "\n")
	Level int    // heading level 1.. as the file says, 0 = body or unknown; 9 = a sheet's name
	ID    string // address the block carries if the program itself wrote it, else ""
	Table *Table
}

// Table is a table as the file has it.
type Table struct{ Rows [][]Cell }

// Cell is one cell. A cell covered by a merge above or at left is absent;
// Col is the grid column, from 0, where the cell starts. Spans are at least 1.
type Cell struct {
	Text                  string
	Col, ColSpan, RowSpan int
}

// propPrefix marks the properties that this program writes into its exports.
const propPrefix = "nianbao:"

// Known reports whether the path has an extension that Read has a reader for.
func Known(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".txt", ".docx", ".doc", ".wps", ".xlsx", ".html", ".htm", ".rtf":
		return true
	}
	return false
}

// Open reads the file at path. It refuses folders, devices and files over the
// size limit before reading a byte. Errors are *Error.
func Open(path string) (*Document, error) {
	data, err := load(path)
	if err != nil {
		return nil, err
	}
	return Read(filepath.Base(path), data)
}

// OpenList is Open for a workbook that is a list and no report: it may be longer than one.
func OpenList(path string) (*Document, error) {
	data, err := load(path)
	if err != nil {
		return nil, err
	}
	return within(filepath.Base(path), data, ofList)
}

// load reads a file into memory, if it is one and not too large.
func load(path string) ([]byte, error) {
	fail := func(text string, err error) ([]byte, error) {
		return nil, &Error{Name: filepath.Base(path), Text: text, Err: err}
	}
	info, err := os.Stat(path)
	if err != nil {
		return fail(whyNot(err), err)
	}
	switch {
	case info.IsDir():
		return fail("是一个文件夹，请选择里面的报告文件。", nil)
	case !info.Mode().IsRegular():
		return fail("不是普通文件，请选择一份报告文件。", nil)
	case info.Size() > fileLimit:
		return fail(tooBig, nil)
	}
	file, err := os.Open(path)
	if err != nil {
		return fail(whyNot(err), err)
	}
	defer file.Close()
	var data bytes.Buffer
	data.Grow(int(info.Size()) + bytes.MinRead)
	// One byte more than allowed, in case the file grows meanwhile: Read refuses it.
	if _, err := data.ReadFrom(io.LimitReader(file, fileLimit+1)); err != nil {
		return fail(whyNot(err), err)
	}
	return data.Bytes(), nil
}

// whyNot puts the system's refusal into words.
func whyNot(err error) string {
	// Windows refuses a file that Word holds open with ERROR_SHARING_VIOLATION.
	var number syscall.Errno
	locked := runtime.GOOS == "windows" && errors.As(err, &number) && number == 32
	switch {
	case locked:
		return "正被别的程序占用，请先在 Word 或 WPS 中关闭它再试。"
	case errors.Is(err, fs.ErrNotExist):
		return "不存在，可能已被移走或改名，请重新选择。"
	case errors.Is(err, fs.ErrPermission):
		return "没有读取权限，请把它复制到自己的文件夹后再试。"
	}
	return "读不出来，请检查磁盘或优盘后再试。"
}

// Read reads the bytes of a file; name is only used for its base name and
// extension. On an error the document is nil and the error is an *Error.
func Read(name string, data []byte) (*Document, error) { return within(name, data, ofReport) }

func within(name string, data []byte, most limits) (doc *Document, err error) {
	name = filepath.Base(strings.ReplaceAll(name, `\`, "/"))
	doc = &Document{Name: name, limits: most}
	defer func() {
		// The last guard: a damaged file must never take the program down.
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
		if err != nil {
			doc, err = nil, named(name, err)
		}
	}()
	if len(data) > fileLimit {
		return nil, refuse(tooBig, nil)
	}
	format, p, err := sniff(name, data)
	if err != nil {
		return nil, err
	}
	doc.Format = format
	if p != nil {
		p.limits = most
	}
	switch format {
	case "docx":
		err = doc.readDocx(p)
	case "xlsx":
		err = doc.readXlsx(p)
	case "doc":
		err = doc.readDoc(data)
	case "rtf":
		err = doc.readRTF(data)
	case "html":
		err = doc.readHTML(data)
	default:
		err = doc.readText(data)
	}
	if err == nil && len(doc.Blocks) == 0 {
		err = refuse("里面没有文字；如果是扫描件或图片，请先转成文字再导入。", nil)
	}
	return doc, err
}

// add appends a block unless it is a paragraph without text.
func (d *Document) add(b Block) error {
	b.Text = strings.Map(textual, b.Text)
	if b.Table == nil && blank(b.Text) || b.Table != nil && len(b.Table.Rows) == 0 {
		return nil
	}
	if b.Table == nil {
		if err := d.take(b.Text); err != nil {
			return err
		}
	} else {
		for _, row := range b.Table.Rows {
			for i := range row {
				row[i].Text = strings.Map(textual, row[i].Text)
				if err := d.take(row[i].Text); err != nil {
					return err
				}
			}
		}
	}
	d.Blocks = append(d.Blocks, b)
	return nil
}

// textual drops control characters: what they do to a screen or a file is no content.
func textual(r rune) rune {
	if unicode.IsControl(r) && r != '\n' && r != '\t' {
		return -1
	}
	return r
}

// take counts a paragraph or a cell against what a document may hold.
func (d *Document) take(text string) error {
	d.pieces += 1 + strings.Count(text, "\n")
	d.said += len(text)
	if d.pieces > d.allPieces || d.said > d.allSaid {
		return refuse(tooMuch, nil)
	}
	return nil
}

// prop keeps a property if it carries this program's prefix.
func (d *Document) prop(key, value string) {
	key, ours := strings.CutPrefix(key, propPrefix)
	if !ours {
		return
	}
	if d.Props == nil {
		d.Props = map[string]string{}
	}
	d.Props[key] = value
}

// blank reports whether s shows nothing; no-break and ideographic spaces count as space.
func blank(s string) bool { return strings.TrimSpace(s) == "" }
