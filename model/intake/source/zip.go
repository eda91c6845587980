package source

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"
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

// roomLimit is how much memory a part gets on the archive's word.
const roomLimit = 1 << 20

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
	var room bytes.Buffer
	room.Grow(int(min(f.UncompressedSize64, roomLimit)) + bytes.MinRead)
	_, err = room.ReadFrom(io.LimitReader(r, int64(limit)+1))
	data := room.Bytes()
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
		start, err := r.next()
		if err != nil {
			return standard, endOf(err)
		}
		if start.kind == starts && start.name == "Relationship" && strings.HasSuffix(start.attr("Type"), "/officeDocument") {
			if name := partName(path.Clean("/" + start.attr("Target"))); p.files[name] != nil {
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
	err = walk(data, func(start token, r *tokens) error {
		if start.name != "title" {
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
	return walk(data, func(start token, r *tokens) error {
		if start.name != "property" {
			return nil
		}
		value, err := r.text()
		d.prop(start.attr("name"), value)
		return err
	})
}
