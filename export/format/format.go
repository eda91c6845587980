// Package format lists the formats in which a report leaves the program.
package format

import (
	"fmt"
	"io"

	"nianbao/export"
	"nianbao/export/docx"
	"nianbao/export/html"
	"nianbao/export/layout"
	"nianbao/export/ofd"
	"nianbao/export/pdf"
	"nianbao/export/text"
	"nianbao/export/xlsx"
)

// Format is one way to write a document.
type Format struct {
	ID     string // as on the command line
	Ending string // of the file, without its dot
	Name   string // in Chinese
	Write  func(io.Writer, *export.Document) error
	Fixed  bool // its pages are laid out for good: it is never read again as a report
}

// Lacks says in one sentence what the format cannot show of a document, "" if it
// shows all.
func (f Format) Lacks(d *export.Document) string {
	if !f.Fixed {
		return ""
	}
	if missing := layout.Missing(d); len(missing) > 0 {
		return fmt.Sprintf("没有字体能印出这些字：%s；纸面上以“〓”代替，请换用别的字。", string(missing))
	}
	return ""
}

// All lists the formats in the order in which they are offered.
var All = []Format{
	{"docx", "docx", "Word 文档", docx.Write, false},
	{"xlsx", "xlsx", "Excel 表格", xlsx.Write, false},
	{"pdf", "pdf", "PDF 公文", pdf.Write, true},
	{"ofd", "ofd", "OFD 公文", ofd.Write, true},
	{"html", "html", "网页", html.Write, false},
	{"txt", "txt", "纯文本", text.Write, false},
}

// Record tells in which of the chosen formats a record of the check is written: a
// workbook is none for words, and where nothing else is chosen a record is a PDF.
func Record(chosen []Format) (out []Format) {
	for _, f := range chosen {
		if f.ID != "xlsx" {
			out = append(out, f)
		}
	}
	if out == nil {
		f, _ := ByID("pdf")
		out = append(out, f)
	}
	return out
}

// ByID finds a format.
func ByID(id string) (Format, bool) {
	for _, f := range All {
		if f.ID == id {
			return f, true
		}
	}
	return Format{}, false
}

// IDs lists the names of the formats on the command line.
func IDs() []string {
	var ids []string
	for _, f := range All {
		ids = append(ids, f.ID)
	}
	return ids
}
