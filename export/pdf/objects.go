package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// An object of a PDF file is what stands between "obj" and "endobj"; the first of a list
// is number 1. The last but one tells about the file and the last is its catalog.
type object []byte

var errParts = errors.New("the library wrote another file than was expected")

// Where the library puts the resources that all pages share, and what it says there.
const (
	resources = 2
	noFonts   = "/Font <<\n>>"
	catalog   = "/Type /Catalog\n"
	content   = "<</Length " // begins the content of a page, which is the one kind of stream
)

// apart gives the objects of a file that the library wrote, by its table of places.
func apart(file []byte) ([]object, error) {
	table := bytes.LastIndex(file, []byte("\nxref\n0 ")) + 1
	if table == 0 || !bytes.Contains(file[table:], []byte("startxref\n")) {
		return nil, errParts
	}
	count, rest, _ := bytes.Cut(file[table+len("xref\n0 "):], []byte("\n"))
	n, err := strconv.Atoi(string(count))
	if err != nil || len(rest) < 20*n {
		return nil, errParts
	}
	var all []object
	for i := 1; i < n; i++ {
		at, err := strconv.Atoi(string(rest[20*i : 20*i+10]))
		head := fmt.Sprintf("%d 0 obj\n", i)
		if err != nil || at > table || !bytes.HasPrefix(file[at:], []byte(head)) {
			return nil, errParts
		}
		at += len(head)
		end := bytes.Index(file[at:table], []byte("\nendobj\n"))
		if length, ok := bytes.CutPrefix(file[at:], []byte(content)); ok {
			// The library's streams are those of the pages, and say how long they are.
			number, data, _ := bytes.Cut(length, []byte(">>\nstream\n"))
			size, err := strconv.Atoi(string(number))
			if err != nil || size > len(data) {
				return nil, errParts
			}
			all = append(all, stream("", data[:size]))
			continue
		}
		if end < 0 {
			return nil, errParts
		}
		all = append(all, object(file[at:at+end]))
	}
	return all, nil
}

// with puts more behind a word of an object.
func (o object) with(word, more string) (object, error) {
	before, after, ok := bytes.Cut(o, []byte(word))
	if !ok {
		return nil, errParts
	}
	return object(bytes.Join([][]byte{before, []byte(more), after}, nil)), nil
}

// together writes a file of objects.
func together(all []object) []byte {
	size := 1000
	for _, o := range all {
		size += len(o) + 50
	}
	out := append(make([]byte, 0, size), "%PDF-1.5\n%\xE5\xB9\xB4\xE6\x8A\xA5\n"...)
	places := make([]int, len(all))
	for i, o := range all {
		places[i] = len(out)
		out = fmt.Appendf(out, "%d 0 obj\n", i+1)
		out = append(append(out, o...), "\nendobj\n"...)
	}
	table := len(out)
	out = fmt.Appendf(out, "xref\n0 %d\n0000000000 65535 f \n", len(all)+1)
	for _, at := range places {
		out = fmt.Appendf(out, "%010d 00000 n \n", at)
	}
	return fmt.Appendf(out, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(all)+1, len(all), len(all)-1, table)
}

// packers are kept: to make one costs as much as to pack a page.
var packers = sync.Pool{New: func() any {
	p, err := zlib.NewWriterLevel(nil, packing)
	if err != nil {
		panic(err) // the level is a constant
	}
	return p
}}

// packing is how hard is tried. Outlines of characters hardly get smaller: the best takes
// five times as long for a twentieth less.
const packing = 2

// stream is an object that holds packed bytes; more stands in its dictionary.
func stream(more string, data []byte) object {
	var packed bytes.Buffer
	packed.Grow(len(data)*3/4 + 100)
	p := packers.Get().(*zlib.Writer)
	p.Reset(&packed)
	_, _ = p.Write(data) // into memory
	_ = p.Close()
	packers.Put(p)
	out := make([]byte, 0, packed.Len()+len(more)+80)
	out = fmt.Appendf(out, "<</Filter /FlateDecode /Length %d%s>>\nstream\n", packed.Len(), more)
	return append(append(out, packed.Bytes()...), "\nendstream"...)
}
