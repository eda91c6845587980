package source

import (
	"errors"
	"io"
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// bookmarkPrefix begins the bookmarks that carry an address of the form.
const bookmarkPrefix = "nb_"

var laterParagraph = regexp.MustCompile(`_p[0-9]+$`)

// readDocx reads WordprocessingML: the body, then foot- and endnotes.
func (d *Document) readDocx(p *parts) error {
	main, err := p.main("word/document.xml")
	if err != nil {
		return err
	}
	if p.files[main] == nil {
		return errors.New("no main document")
	}
	if err := d.properties(p); err != nil {
		return err
	}
	var w word
	for _, part := range []struct {
		name string
		read func([]byte) error
	}{
		{"numbering.xml", w.readNumbering},
		{"styles.xml", w.readStyles},
		{path.Base(main), w.readBody},
		{"footnotes.xml", w.readBody},
		{"endnotes.xml", w.readBody},
	} {
		data, err := p.read(path.Join(path.Dir(main), part.name))
		if err != nil {
			return err
		}
		if err := part.read(data); err != nil {
			return err
		}
	}
	for _, b := range w.blocks {
		if err := d.add(b); err != nil {
			return err
		}
	}
	return nil
}

// word reads the parts of a Word document.
type word struct {
	*tokens
	numbers numbering
	styles  map[string]*style
	blocks  []Block
}

// readBody adds the blocks of a document, footnotes or endnotes part.
func (w *word) readBody(data []byte) error {
	w.tokens = newTokens(data)
	blocks, err := w.flow()
	w.blocks = append(w.blocks, blocks...)
	return err
}

// flow reads blocks until the element begun last ends, or to the end of the part.
func (w *word) flow() ([]Block, error) {
	var blocks []Block
	var id string // of a bookmark between blocks: it belongs to the next one
	floor := w.depth
	for {
		start, err := w.next()
		if err == io.EOF && floor == 0 {
			return blocks, nil
		}
		if err != nil {
			return nil, err
		}
		if start.kind != starts {
			if w.depth < floor {
				return blocks, nil
			}
			continue
		}
		var found []Block
		switch start.name {
		case "p":
			found, err = w.paragraph()
		case "tbl":
			found, err = w.table()
		case "bookmarkStart":
			id = address(start.attr("name"))
		case "AlternateContent":
			found, err = alternate(w, w.flow)
		case "footnote", "endnote":
			// Separators are notes too, of a type.
			if start.attr("type") != "" {
				err = w.skip()
			}
		case "sectPr", "sdtPr", "sdtEndPr", "tblPr", "moveFrom", "del":
			err = w.skip()
		}
		if err != nil {
			return nil, err
		}
		if len(found) > 0 && id != "" {
			if found[0].ID == "" {
				found[0].ID = id
			}
			id = ""
		}
		blocks = append(blocks, found...)
		if len(blocks) > pieceLimit {
			return nil, refuse(tooMuch, nil)
		}
	}
}

// alternate reads the first choice of an AlternateContent and skips the
// rest: the fallback says the same again.
func alternate[T any](w *word, read func() (T, error)) (T, error) {
	var content T
	done := false
	for floor := w.depth; w.depth >= floor; {
		start, err := w.next()
		if err != nil {
			return content, err
		}
		if start.kind == starts {
			if done || start.name != "Choice" && start.name != "Fallback" {
				err = w.skip()
			} else {
				done = true
				content, err = read()
			}
			if err != nil {
				return content, err
			}
		}
	}
	return content, nil
}

// paragraph is a paragraph in the making.
type paragraph struct {
	Block
	text  strings.Builder
	shape shape
	boxes []Block // text boxes anchored in it
}

// paragraph reads a w:p: the paragraph, then the text boxes anchored in it.
func (w *word) paragraph() ([]Block, error) {
	p := &paragraph{shape: unshaped}
	if _, err := w.runs(p); err != nil {
		return nil, err
	}
	s := w.resolve(p.shape)
	p.Text = w.numbers.label(s.list, s.rank) + p.text.String()
	if 0 <= s.outline && s.outline < 9 && p.text.Len() > 0 {
		p.Level = s.outline + 1
	}
	return append([]Block{p.Block}, p.boxes...), nil
}

// runs reads what a paragraph or an element within it holds.
func (w *word) runs(p *paragraph) (struct{}, error) {
	var none struct{}
	for floor := w.depth; w.depth >= floor; {
		start, err := w.next()
		if err != nil {
			return none, err
		}
		if start.kind != starts {
			continue
		}
		switch start.name {
		case "pPr":
			err = w.paragraphShape(&p.shape)
		case "t":
			var text string
			text, err = w.tokens.text()
			p.text.WriteString(text)
		case "tab", "ptab":
			p.text.WriteByte('\t')
		case "br", "cr":
			p.text.WriteByte('\n')
		case "noBreakHyphen":
			p.text.WriteByte('-')
		case "sym":
			p.text.WriteString(symbol(start.attr("char")))
		case "bookmarkStart":
			if id := address(start.attr("name")); id != "" && p.ID == "" {
				p.ID = id
			}
		case "AlternateContent":
			_, err = alternate(w, func() (struct{}, error) { return w.runs(p) })
		case "txbxContent":
			var boxes []Block
			boxes, err = w.flow()
			p.boxes = append(p.boxes, boxes...)
		case "rPr", "sdtPr", "del", "moveFrom", "rt", "instrText":
			err = w.skip()
		}
		if err != nil {
			return none, err
		}
	}
	return none, nil
}

// address is the address of the form that a bookmark stands for, or "".
// Bookmark names allow letters, digits and "_" only: "/" is written "__" and
// "-" is written "_h"; "_p2" marks an address's second paragraph.
func address(bookmark string) string {
	name, ours := strings.CutPrefix(bookmark, bookmarkPrefix)
	if !ours {
		return ""
	}
	name = laterParagraph.ReplaceAllString(name, "")
	return strings.NewReplacer("__", "/", "_h", "-").Replace(name)
}

// symbols are the characters of symbol fonts that stand in reports.
var symbols = map[rune]string{
	0xf0fe: "☑", 0xf052: "☑", 0xf0fc: "✓", 0xf0a8: "□", 0xf06f: "□", 0xf0a3: "□",
	0xf0fd: "☒", 0xf054: "☒", 0xf0b7: "•", 0xf06c: "●", 0xf06e: "■", 0xf0d8: "➢",
}

// symbol is the text of a w:sym with the hexadecimal code.
func symbol(code string) string {
	n, err := strconv.ParseUint(code, 16, 16)
	r := rune(n)
	if err != nil || r < ' ' || !utf8.ValidRune(r) {
		return ""
	}
	if s, ok := symbols[r]; ok {
		return s
	}
	return string(r)
}
