// Package docx writes a report as a Word document: WordprocessingML with real
// styles on the line grid of GB/T 9704, 22 lines of 28 characters a page.
//
// What every report has in common (styles, settings, fonts, page numbers)
// stands ready in the folder parts. The body is written from the composed
// blocks; each of them carries a bookmark that says its address, so that the
// document can be read back exactly. The same report gives the same bytes.
package docx

import (
	"archive/zip"
	"bytes"
	"embed"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"nianbao/export"
)

//go:embed parts
var parts embed.FS

// fixed are the parts that are the same in every document.
var fixed = []struct{ name, file string }{
	{"[Content_Types].xml", "content-types.xml"},
	{"_rels/.rels", "package-rels.xml"},
	{"word/_rels/document.xml.rels", "document-rels.xml"},
	{"word/styles.xml", "styles.xml"},
	{"word/settings.xml", "settings.xml"},
	{"word/fontTable.xml", "fontTable.xml"},
	{"word/footer-odd.xml", "footer-odd.xml"},
	{"word/footer-even.xml", "footer-even.xml"},
	{"docProps/app.xml", "app.xml"},
}

// A draft has headers besides, and what makes them known.
var (
	headers = []struct{ name, file string }{
		{"word/header-odd.xml", "header.xml"},
		{"word/header-even.xml", "header.xml"},
	}
	headed = strings.NewReplacer(
		"</Types>", `<Override PartName="/word/header-odd.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>
<Override PartName="/word/header-even.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>
</Types>`,
		"</Relationships>", `<Relationship Id="rId6" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header-odd.xml"/>
<Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header-even.xml"/>
</Relationships>`)
)

// epoch stands in the archive for the time of every part: the first that it can hold.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// Write writes the document to w. Only writing to w can fail.
func Write(w io.Writer, d *export.Document) error {
	z := zip.NewWriter(w)
	constant := fixed
	if d.Draft {
		constant = slices.Concat(fixed, headers)
	}
	charts := chartsOf(d)
	for _, part := range constant {
		text, err := parts.ReadFile("parts/" + part.file)
		if err != nil {
			return fmt.Errorf("docx: %w", err)
		}
		if part.file == "content-types.xml" || part.file == "document-rels.xml" {
			if d.Draft {
				text = []byte(headed.Replace(string(text)))
			}
			if charts != nil {
				text = []byte(illustrated(len(charts)).Replace(string(text)))
			}
		}
		if err := add(z, part.name, text); err != nil {
			return err
		}
	}
	var b bytes.Buffer
	for _, part := range []struct {
		name  string
		write func(*bytes.Buffer, *export.Document)
	}{
		{"docProps/core.xml", writeCore},
		{"docProps/custom.xml", writeCustom},
		{"word/document.xml", writeBody},
	} {
		b.Reset()
		part.write(&b, d)
		if err := add(z, part.name, b.Bytes()); err != nil {
			return err
		}
	}
	if err := pictures(z, charts); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	return nil
}

func add(z *zip.Writer, name string, text []byte) error {
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: epoch})
	if err == nil {
		_, err = w.Write(text)
	}
	if err != nil {
		return fmt.Errorf("docx: %s: %w", name, err)
	}
	return nil
}
