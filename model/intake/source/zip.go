package source

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
	"unicode/utf8"
)

// parts are the files of an office document, unzipped on demand and within limits. Their
// names are keys and nothing more: nothing is written, and what a relationship names is
// looked up here or is not there. Names are compared as OPC does, without regard to case.
type parts struct {
	files map[string]*zip.File
	spent int // bytes unzipped so far
	marks int // tags and attributes in them
	limits
}

var errTwice = errors.New("two parts or cells of one name")

func openParts(data []byte) (*parts, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	if len(archive.File) > entryLimit {
		return nil, refuse(bomb, nil)
	}
	p := &parts{limits: ofReport, files: make(map[string]*zip.File, len(archive.File))}
	for _, f := range archive.File {
		if f.Flags&1 != 0 {
			return nil, refuse(locked, nil)
		}
		if f.Mode().IsDir() {
			continue
		}
		name := partName(f.Name)
		if p.files[name] != nil {
			return nil, errTwice // which of them is meant nobody can say
		}
		p.files[name] = f
	}
	return p, nil
}

func partName(name string) string { return strings.ToLower(slashed(name)) }

func slashed(name string) string {
	return strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/")
}

// read unzips a part of XML and makes it UTF-8; a part that is not there is nil without
// an error. Sizes are measured, not taken from the archive's word.
func (p *parts) read(name string) ([]byte, error) {
	f := p.files[partName(name)]
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	limit := min(p.partSize, p.unzipped-p.spent)
	if f.UncompressedSize64 > uint64(limit) {
		return nil, refuse(bomb, nil)
	}
	data, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	p.spent += len(data)
	switch {
	case len(data) > limit, len(data) > 1<<20 && uint64(len(data)) > ratioLimit*f.CompressedSize64:
		return nil, refuse(bomb, nil)
	case err != nil:
		return nil, err
	}
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		text, err := decode(data, "")
		if err != nil {
			return nil, err
		}
		data = []byte(text)
	}
	data = trimBOM(data)
	// Document type definitions are how entity bombs and file inclusions are written.
	if bytes.Contains(data, []byte("<!DOCTYPE")) || bytes.Contains(data, []byte("<!ENTITY")) {
		return nil, refuse(deep, errors.New("document type definition"))
	}
	if p.marks += marks(data); p.marks > p.allMarks {
		return nil, refuse(tooMuch, nil)
	}
	return data, nil
}

// marks is how many tags and attributes the data can have at most: what reading it costs
// goes by them rather than by bytes.
func marks(data []byte) int {
	return bytes.Count(data, []byte("<")) + bytes.Count(data, []byte("="))
}

// main is the part that the package names as its office document.
func (p *parts) main(standard string) (string, error) {
	data, err := p.read("_rels/.rels")
	if err != nil || data == nil {
		return standard, err
	}
	r := newTokens(data)
	for {
		tok, err := r.next()
		if err != nil {
			return standard, endOf(err)
		}
		start, ok := tok.(xml.StartElement)
		if ok && start.Name.Local == "Relationship" && strings.HasSuffix(attr(start, "Type"), "/officeDocument") {
			if name := partName(path.Clean("/" + attr(start, "Target"))); p.files[name] != nil {
				return name, nil
			}
		}
	}
}

// properties reads the title and this program's own custom properties, as
// every OOXML package keeps them.
func (d *Document) properties(p *parts) error {
	data, err := p.read("docProps/core.xml")
	if err != nil {
		return err
	}
	err = walk(data, func(start xml.StartElement, r *tokens) error {
		if start.Name.Local != "title" {
			return nil
		}
		d.Title, err = r.text()
		return err
	})
	if err != nil {
		return err
	}
	if data, err = p.read("docProps/custom.xml"); err != nil {
		return err
	}
	return walk(data, func(start xml.StartElement, r *tokens) error {
		if start.Name.Local != "property" {
			return nil
		}
		value, err := r.text()
		d.prop(attr(start, "name"), value)
		return err
	})
}

// tokens reads the XML of a part, which is within limits, to a limited depth.
type tokens struct {
	*xml.Decoder
	depth int
}

func newTokens(data []byte) *tokens {
	d := xml.NewDecoder(bytes.NewReader(data))
	// Only UTF-8 reaches the decoder, whatever the declaration says.
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return &tokens{Decoder: d}
}

func (r *tokens) next() (xml.Token, error) {
	tok, err := r.Token()
	if err != nil {
		return nil, err
	}
	switch tok.(type) {
	case xml.StartElement:
		if r.depth++; r.depth > depthLimit {
			return nil, refuse(deep, nil)
		}
	case xml.EndElement:
		r.depth--
	}
	return tok, nil
}

// skip passes over the rest of the element begun last.
func (r *tokens) skip() error {
	for depth := r.depth; r.depth >= depth; {
		if _, err := r.next(); err != nil {
			return err
		}
	}
	return nil
}

// text is all character data of the element begun last.
func (r *tokens) text() (string, error) {
	var text []byte
	for depth := r.depth; r.depth >= depth; {
		tok, err := r.next()
		if err != nil {
			return "", err
		}
		if chars, ok := tok.(xml.CharData); ok {
			text = append(text, chars...)
		}
	}
	if !utf8.Valid(text) {
		text = bytes.ToValidUTF8(text, []byte("\uFFFD"))
	}
	return string(text), nil
}

// walk calls f at each element's start; f may read on in the element.
func walk(data []byte, f func(xml.StartElement, *tokens) error) error {
	r := newTokens(data)
	for {
		tok, err := r.next()
		if err != nil {
			return endOf(err)
		}
		if start, ok := tok.(xml.StartElement); ok {
			if err := f(start, r); err != nil {
				return err
			}
		}
	}
}

// endOf is nil at the end of the data, else the error.
func endOf(err error) error {
	if err == io.EOF {
		return nil
	}
	return err
}

// attr is the value of the attribute with the local name, or "".
func attr(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
