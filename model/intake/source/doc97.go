package source

import (
	"encoding/binary"
	"strconv"
	"unicode/utf16"
)

// readDoc reads a Word 97–2003 document: the text, then foot- and endnotes,
// then text boxes. Headers, footers and comments are left out.
func (d *Document) readDoc(data []byte) error {
	w, title, err := openWord97(data)
	if err != nil {
		return err
	}
	d.Title = title
	from := 0
	for i, n := range w.counts {
		switch i {
		case 0, 1, 5, 6:
			blocks, err := w.story(from, from+n)
			if err != nil {
				return err
			}
			for _, b := range blocks {
				if err := d.add(b); err != nil {
					return err
				}
			}
		}
		from += n
	}
	return nil
}

// story reads the characters from one position to another.
func (w *word97) story(from, to int) ([]Block, error) {
	s := &story{word97: w}
	err := w.each(from, to, s.unit)
	if err != nil {
		return nil, err
	}
	if len(s.text) > 0 { // without its paragraph mark
		if err := s.end(paragraph97{}, '\r'); err != nil {
			return nil, err
		}
	}
	return s.loom.finish()
}

// story is a text in the making.
type story struct {
	*word97
	loom   loom
	text   []uint16
	fields []bool // for each open field: still in its instruction
	last   uint16 // the character before
}

// Characters with a meaning of their own in a .doc.
const (
	cellEnd    = 0x07
	lineBreak  = 0x0b
	pageBreak  = 0x0c
	columnEnd  = 0x0e
	fieldBegin = 0x13
	fieldSplit = 0x14
	fieldEnd   = 0x15
	hardHyphen = 0x1e
)

// unit takes the next UTF-16 unit.
func (s *story) unit(u uint16, offset int) error {
	defer func() { s.last = u }()
	switch u {
	case pageBreak: // a section's end, or a page break within a paragraph
		if p := covering(s.paragraphs, offset); p != nil && p.to > offset+2 {
			s.text = append(s.text, '\n')
			return nil
		}
		fallthrough
	case '\r', cellEnd:
		for i := range s.fields { // an instruction ends with its paragraph at the latest
			s.fields[i] = false
		}
		return s.end(s.paragraphAt(offset), u)
	case fieldBegin:
		if len(s.fields) > depthLimit {
			return refuse(deep, nil)
		}
		s.fields = append(s.fields, true)
		return nil
	case fieldSplit:
		if n := len(s.fields); n > 0 {
			s.fields[n-1] = false
		}
		return nil
	case fieldEnd:
		if n := len(s.fields); n > 0 {
			s.fields = s.fields[:n-1]
		}
		return nil
	}
	for _, instruction := range s.fields {
		if instruction {
			return nil
		}
	}
	if m := covering(s.marks, offset); m != nil {
		deleted := false
		sprms(m.props, func(op uint16, arg []byte) {
			switch {
			case op == sprmDeleted:
				deleted = arg[0]&1 != 0
			case op == sprmSymbol && u == '(' && len(arg) == 4:
				u = binary.LittleEndian.Uint16(arg[2:])
			}
		})
		if deleted {
			return nil
		}
	}
	switch {
	case u == lineBreak, u == columnEnd:
		u = '\n'
	case u == hardHyphen:
		u = '-'
	case u < ' ' && u != '\t':
		return nil // pictures, note marks, optional hyphens
	}
	if text, ok := symbols[rune(u)]; ok {
		s.text = append(s.text, utf16.Encode([]rune(text))...)
	} else {
		s.text = append(s.text, u)
	}
	return nil
}

// end finishes a paragraph, cell or row.
func (s *story) end(p paragraph97, mark uint16) error {
	text := string(utf16.Decode(s.text))
	s.text = s.text[:0]
	if mark == cellEnd && len(s.paragraphs) == 0 {
		// Without properties a row's end is known by its second mark only.
		p.depth, p.rowEnd = 1, s.last == cellEnd && text == ""
	}
	if mark == cellEnd && p.depth == 0 {
		p.depth = 1
	}
	switch {
	case p.rowEnd:
		return s.loom.endRow(p.depth, p.form)
	case mark == pageBreak && p.depth > 0:
		p.depth = 0 // a section's end is never within a table
	}
	b := Block{Text: text, Level: p.level}
	if text != "" || p.depth > 0 {
		b.Text = s.numbers.label(p.list, p.rank) + text
	} else {
		s.numbers.label(p.list, p.rank) // an empty paragraph counts too
	}
	if err := s.loom.add(p.depth, b); err != nil {
		return err
	}
	if mark == cellEnd || p.cellEnd {
		return s.loom.endCell(p.depth)
	}
	return nil
}

// paragraph97 is what the properties say about a paragraph.
type paragraph97 struct {
	level           int // heading level
	list            string
	rank            int
	depth           int // in tables
	rowEnd, cellEnd bool
	form            strip // of the row that ends here
}

// paragraphAt is the paragraph whose mark lies at the byte offset.
func (w *word97) paragraphAt(offset int) paragraph97 {
	var p paragraph97
	s := covering(w.paragraphs, offset)
	if s == nil {
		return p
	}
	var chain [][]byte
	for id := s.style; id < len(w.styles) && len(chain) < 20; id = w.styles[id].base {
		chain = append(chain, w.styles[id].props)
	}
	if 1 <= s.style && s.style <= 9 { // the built-in headings
		p.level = s.style
	}
	for i := len(chain) - 1; i >= 0; i-- {
		w.apply(&p, chain[i], 0)
	}
	w.apply(&p, s.props, 0)
	return p
}

// apply changes p by properties; some of them only point into the Data stream.
func (w *word97) apply(p *paragraph97, props []byte, depth int) {
	sprms(props, func(op uint16, arg []byte) {
		on := arg[0] != 0
		switch op {
		case sprmInTable:
			if on {
				p.depth = max(p.depth, 1)
			}
		case sprmDepth:
			if len(arg) == 4 {
				p.depth = min(max(int(int32(binary.LittleEndian.Uint32(arg))), 0), depthLimit+1)
			}
		case sprmRowEnd, sprmInnerRow:
			p.rowEnd = on
		case sprmInnerCell:
			p.cellEnd = on
		case sprmOutline:
			p.level = 0
			if arg[0] < 9 {
				p.level = int(arg[0]) + 1
			}
		case sprmListLevel:
			p.rank = min(int(arg[0]), 8)
		case sprmList:
			if len(arg) == 2 {
				p.list = strconv.Itoa(int(int16(binary.LittleEndian.Uint16(arg))))
			}
		case sprmTableDef:
			p.form = tableForm(arg)
		case sprmMergeRight:
			for i := int(arg[0]); i < min(int(arg[1]), len(p.form.cells)); i++ {
				p.form.cells[i].across = more
				if i == int(arg[0]) {
					p.form.cells[i].across = first
				}
			}
		case sprmMergeDown:
			if len(arg) >= 2 && int(arg[0]) < len(p.form.cells) {
				p.form.cells[arg[0]].down = [4]join{alone, more, more, first}[arg[1]&3]
			}
		case 0x6645, 0x6646, 0x646b:
			if len(arg) != 4 || depth > 3 {
				return
			}
			at := uint64(binary.LittleEndian.Uint32(arg))
			if at+2 > uint64(len(w.extra)) {
				return
			}
			rest := w.extra[at+2:]
			w.apply(p, rest[:min(len(rest), int(binary.LittleEndian.Uint16(w.extra[at:])))], depth+1)
		}
	})
}

// tableForm reads the operand of a table definition: the number of cells,
// their edges, then for each (or fewer) 20 bytes that begin with merge flags.
func tableForm(arg []byte) strip {
	var s strip
	n := int(arg[0])
	if len(arg) < 1+2*(n+1) {
		return s
	}
	edge := func(i int) int { return int(int16(binary.LittleEndian.Uint16(arg[1+2*i:]))) }
	s.left = edge(0)
	flags := arg[1+2*(n+1):]
	run := uint16(0)
	for i := range n {
		c := edged{right: edge(i + 1)}
		if len(flags) >= 2 {
			f := binary.LittleEndian.Uint16(flags)
			// Books differ on which of the values begins a merge: the one met first does.
			switch now := f & 3; {
			case now == 0:
				run = 0
			case run == 0 || now == run:
				run, c.across = now, first
			default:
				c.across = more
			}
			c.down = [4]join{alone, more, alone, first}[f>>5&3]
			flags = flags[min(20, len(flags)):]
		}
		s.cells = append(s.cells, c)
	}
	return s
}
