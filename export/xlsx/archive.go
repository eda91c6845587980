package xlsx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/xml"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/xuri/excelize/v2"

	"nianbao/export"
	"nianbao/model"
)

// archive keeps the parts of a workbook, packed, until all are there and writes them in
// one order: the library hands them over in the order of a map.
type archive struct {
	zip   *zip.Writer
	parts []*part
}

func newArchive(w io.Writer) excelize.ZipWriter { return &archive{zip: zip.NewWriter(w)} }

// part is packed while it is written: a sheet of a whole nation takes hundreds of
// megabytes as it is.
type part struct {
	name   string
	head   []byte // what is not packed yet: its first tag stands in it
	body   bytes.Buffer
	to     *flate.Writer // nil until the first tag is whole
	sum    uint32        // of what was packed
	length uint64
}

// headRoom is in what the first tag of a part stands, with all its namespaces.
const headRoom = 16 << 10

// deflaters are used again and again: a new one takes longer to make than a part
// takes to compress.
var deflaters = sync.Pool{New: func() any {
	d, err := flate.NewWriter(io.Discard, flate.BestSpeed)
	if err != nil {
		panic(err) // the level is a constant: cannot fail
	}
	return d
}}

// Write implements io.Writer.
func (p *part) Write(b []byte) (int, error) {
	if p.to == nil {
		if p.head = append(p.head, b...); len(p.head) < headRoom {
			return len(b), nil
		}
		return len(b), p.begin()
	}
	return len(b), p.pack(b)
}

// begin packs what has come so far.
func (p *part) begin() error {
	p.to = deflaters.Get().(*flate.Writer)
	p.to.Reset(&p.body)
	head := bare(p.head)
	if p.name == contentTypes {
		head = ordered(head)
	}
	p.head = nil
	return p.pack(head)
}

func (p *part) pack(b []byte) error {
	p.sum = crc32.Update(p.sum, crc32.IEEETable, b)
	p.length += uint64(len(b))
	_, err := p.to.Write(b)
	return err
}

// end packs the rest.
func (p *part) end() error {
	if p.to == nil {
		if err := p.begin(); err != nil {
			return err
		}
	}
	err := p.to.Close()
	deflaters.Put(p.to)
	return err
}

// Create implements excelize.ZipWriter.
func (a *archive) Create(name string) (io.Writer, error) {
	p := &part{name: name}
	a.parts = append(a.parts, p)
	return p, nil
}

// AddFS implements excelize.ZipWriter.
func (a *archive) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close implements excelize.ZipWriter. [Content_Types].xml sorts first: by it
// other programs know the file for a workbook.
func (a *archive) Close() error {
	slices.SortFunc(a.parts, func(p, q *part) int { return strings.Compare(p.name, q.name) })
	for _, p := range a.parts {
		if err := p.end(); err != nil {
			return err
		}
		w, err := a.zip.CreateRaw(&zip.FileHeader{
			Name: p.name, Method: zip.Deflate,
			CRC32: p.sum, CompressedSize64: uint64(p.body.Len()), UncompressedSize64: p.length,
		})
		if err != nil {
			return err
		}
		if _, err := p.body.WriteTo(w); err != nil {
			return err
		}
	}
	return a.zip.Close()
}

const contentTypes = "[Content_Types].xml"

// types are the entries of the list of content types.
var types = regexp.MustCompile(`<(Default|Override) [^>]*></(Default|Override)>`)

// ordered is that list in one order: some of it comes out of a map, too.
func ordered(body []byte) []byte {
	all := types.FindAll(body, -1)
	slices.SortFunc(all, bytes.Compare)
	first, last := types.FindIndex(body), bytes.LastIndex(body, []byte("</Types>"))
	if first == nil || last < first[0] || len(bytes.Join(all, nil)) != last-first[0] {
		return body // it is written in another way: better in any order than not whole
	}
	return slices.Concat(body[:first[0]], bytes.Join(all, nil), body[last:])
}

// roots are the first tags of the parts that the library opens with some forty
// namespaces of extensions and an id, of which nothing here makes use and which
// the schema does not know.
var roots = [][]byte{[]byte("<worksheet "), []byte("<workbook "), []byte("<styleSheet ")}

// bare is the beginning of a part with the namespaces that it needs.
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
