package source

import (
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// lineEnds maps every way of ending a line, page and column breaks included.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n",
	"\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// Lines reads the lines of a text of any encoding that is a list and no document: it may be
// longer than one. Errors are *Error.
func Lines(path string) ([]string, error) {
	data, err := load(path)
	if err != nil {
		return nil, err
	}
	text := ""
	if len(data) > textLimit {
		err = refuse(tooBig, nil)
	} else if text, err = decode(data, ""); err != nil || !legible(text) {
		err = refuse("不是能识别的文本，请另存为文本文件或者表格（.xlsx）。", err)
	}
	if err != nil {
		return nil, named(filepath.Base(path), err)
	}
	return strings.Split(lineEnds.Replace(text), "\n"), nil
}

// readText reads plain text: a line is a paragraph, and stretches of lines
// with tabs are tables where they look like one (tabs.go).
func (d *Document) readText(data []byte) error {
	text, err := decode(data, "")
	if err != nil || !legible(text) {
		return refuse("不是能识别的报告格式，请提供 Word 文档（.docx）、表格（.xlsx）、网页或文本。", err)
	}
	text = lineEnds.Replace(text)
	if strings.Count(text, "\n") > pieceLimit {
		return refuse(tooMuch, nil)
	}
	lines := strings.Split(text, "\n")
	for len(lines) > 0 {
		blocks, used := []Block{{Text: lines[0]}}, 1
		if strings.Contains(lines[0], "\t") || quoted(lines) {
			blocks, used = tabbed(lines)
		}
		for _, b := range blocks {
			if b.Table != nil && len(b.Table.Rows) > rowLimit {
				return refuse(bigGrid, nil)
			}
			if err := d.add(b); err != nil {
				return err
			}
		}
		lines = lines[used:]
	}
	return nil
}

// paragraphs turns lines into paragraphs.
func paragraphs(lines []string) []Block {
	blocks := make([]Block, len(lines))
	for i, line := range lines {
		blocks[i].Text = line
	}
	return blocks
}

// long reports whether s has more than n characters.
func long(s string, n int) bool { return len(s) > n && utf8.RuneCountInString(s) > n }
