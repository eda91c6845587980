// Package text writes a document as plain text: for pasting into a mail or a
// word processor, and for reading in again.
//
// A heading starts at the margin and a paragraph is indented by two ideographic
// spaces. A line that starts with “│” is a row of a table and ends with “│”;
// cells are parted by “│”. One row is one line. A cell merged over columns is as
// wide as they are together, so its line has fewer separators; one merged over
// rows has its text in its first line and spaces in the others. Lines that start
// with “┌”, “├” or “└” only draw. Nothing else starts with these characters.
package text

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"nianbao/export"
)

const (
	// mark is the byte order mark. Notepad before Windows 10 takes short Chinese
	// text without it for GBK, and Word asks which encoding it is.
	mark = "\ufeff"
	// end of a line: Notepad before Windows 10 knows no other.
	end    = "\r\n"
	indent = "\u3000\u3000"
	// signatureEnd is where a signature ends, in half characters.
	signatureEnd = 60
)

// Write writes the document as UTF-8 with a byte order mark and the line ends of
// Windows, where its readers are. The table columns line up in a type whose
// Chinese characters and frame lines are as wide as two digits, as in 宋体.
func Write(w io.Writer, d *export.Document) error {
	p := printer{bufio.NewWriter(w)}
	p.WriteString(mark)
	if d.Draft {
		p.line("【" + export.DraftMark + "】")
		p.line("")
	}
	if title := clean(d.Name); title != "" {
		p.line(title)
		p.line("")
	}
	after := export.Paragraph // the kind of the block before
	for i, b := range d.Blocks {
		if i > 0 && (b.Kind == export.Heading || framed(b.Kind) || framed(after)) {
			p.line("")
		}
		switch b.Kind {
		case export.Grid:
			p.table(b.Table)
		case export.Chart:
			p.line(clean(b.Text))
			if !b.Told {
				p.table(b.Values())
			}
		case export.Paragraph:
			p.WriteString(indent)
			p.WriteString(clean(b.Text))
			p.WriteString(end)
		case export.Signature:
			if after != export.Signature {
				p.line("")
			}
			text := clean(b.Text)
			p.repeat(" ", max(0, signatureEnd-width(text)))
			p.line(text)
		default:
			p.line(clean(b.Text))
		}
		after = b.Kind
	}
	if err := p.Flush(); err != nil { // keeps the first error of all writes
		return fmt.Errorf("text: %w", err)
	}
	return nil
}

// framed says that a block is a table of its own, or a chart, which is given as one.
func framed(kind export.Kind) bool { return kind == export.Grid || kind == export.Chart }

type printer struct{ *bufio.Writer }

// line writes a line at the margin; one that would pass for a table's is indented.
func (p printer) line(s string) {
	for _, frame := range []string{"│", "├", "┌", "└"} {
		if strings.HasPrefix(s, frame) {
			p.WriteString(indent)
		}
	}
	p.WriteString(s)
	p.WriteString(end)
}

// clean makes a text one legible line; a tab, which would start a new column for the
// reader, becomes a space.
func clean(s string) string { return strings.ReplaceAll(export.Line(s), "\t", " ") }
