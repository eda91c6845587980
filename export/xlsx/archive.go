package xlsx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"slices"
	"sync"

	"github.com/xuri/excelize/v2"

	"nianbao/export"
	"nianbao/model"
)

// archive keeps the parts of a workbook until all are there and writes them in
// one order: the library hands them over in the order of a map.
type archive struct {
	zip   *zip.Writer
	parts []part
}

type part struct {
	name string
	body *bytes.Buffer
}

func newArchive(w io.Writer) excelize.ZipWriter {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) {
		d := deflaters.Get().(*flate.Writer)
		d.Reset(out)
		return deflater{d}, nil
	})
	return &archive{zip: z}
}

// deflaters are used again and again: a new one takes longer to make than a part
// takes to compress.
var deflaters = sync.Pool{New: func() any {
	d, err := flate.NewWriter(io.Discard, flate.BestSpeed)
	if err != nil {
		panic(err) // the level is a constant: cannot fail
	}
	return d
}}

// deflater goes back to the others when it is done.
type deflater struct{ *flate.Writer }

// Close implements io.Closer.
func (d deflater) Close() error {
	err := d.Writer.Close()
	deflaters.Put(d.Writer)
	return err
}

// Create implements excelize.ZipWriter.
func (a *archive) Create(name string) (io.Writer, error) {
	p := part{name, new(bytes.Buffer)}
	a.parts = append(a.parts, p)
	return p.body, nil
}

// AddFS implements excelize.ZipWriter.
func (a *archive) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close implements excelize.ZipWriter. [Content_Types].xml sorts first: by it
// other programs know the file for a workbook.
func (a *archive) Close() error {
	slices.SortFunc(a.parts, func(p, q part) int { return bytes.Compare([]byte(p.name), []byte(q.name)) })
	for _, p := range a.parts {
		w, err := a.zip.Create(p.name)
		if err != nil {
			return err
		}
		if _, err := w.Write(bare(p.body.Bytes())); err != nil {
			return err
		}
	}
	return a.zip.Close()
}

// roots are the first tags of the parts that the library opens with some forty
// namespaces of extensions and an id, of which nothing here makes use and which
// the schema does not know.
var roots = [][]byte{[]byte("<worksheet "), []byte("<workbook "), []byte("<styleSheet ")}

// bare is a part with the namespaces that it needs.
func bare(body []byte) []byte {
	for _, root := range roots {
		i := bytes.Index(body[:min(len(body), 100)], root)
		if i < 0 {
			continue
		}
		end := i + bytes.IndexByte(body[i:], '>')
		return slices.Concat(body[:i], root,
			[]byte(`xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" `),
			[]byte(`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`), body[end:])
	}
	return body
}

// core is the part with the document's properties. The library's own always has
// a date, which would be a made up one.
func core(r *model.Report) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header + `<cp:coreProperties` +
		` xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>`)
	_ = xml.EscapeText(&b, []byte(export.Line(r.Title))) // a buffer takes everything
	b.WriteString(`</dc:title><dc:creator>`)
	_ = xml.EscapeText(&b, []byte(export.Line(r.Office)))
	b.WriteString(`</dc:creator></cp:coreProperties>`)
	return b.Bytes()
}
