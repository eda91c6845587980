package source

import (
	"encoding/binary"
	"slices"
	"sort"
)

// The properties in a .doc lie in 512-byte pages of the main stream; an index
// in the table stream lists the pages. Each property is an operation code
// (sprm) with an operand.

const pageSize = 512

// readStretches reads all pages of one index; damaged ones are left out, for
// the text can be read without them.
func (w *word97) readStretches(index int, read func(page []byte) []stretch) []stretch {
	plc := w.at(index)
	n := (len(plc) - 4) / 8
	var all []stretch
	for i := range max(n, 0) {
		number := int(binary.LittleEndian.Uint32(plc[4*(n+1)+4*i:]) & 0x3fffff)
		if (number+1)*pageSize > len(w.main) || len(all) > 8*pieceLimit {
			break
		}
		all = append(all, read(w.main[number*pageSize:(number+1)*pageSize])...)
	}
	slices.SortStableFunc(all, func(a, b stretch) int { return a.from - b.from })
	return all
}

// bounds are the byte ranges of a page's entries and where the entries begin.
func bounds(page []byte) (from, to []int, at int) {
	n := int(page[pageSize-1])
	if 4*(n+1) > pageSize-1 {
		return nil, nil, 0
	}
	for i := range n {
		from = append(from, int(binary.LittleEndian.Uint32(page[4*i:])))
		to = append(to, int(binary.LittleEndian.Uint32(page[4*i+4:])))
	}
	return from, to, 4 * (n + 1)
}

// paragraphsOf reads a page of paragraph properties.
func (w *word97) paragraphsOf(page []byte) []stretch {
	var all []stretch
	from, to, at := bounds(page)
	for i := range from {
		entry := at + 13*i
		if entry >= pageSize-1 {
			break
		}
		s := stretch{from: from[i], to: to[i]}
		if p := 2 * int(page[entry]); p > 0 && p+1 < pageSize {
			size := 2*int(page[p]) - 1
			p++
			if size < 0 { // a zero first, then the size in words
				size = 2 * int(page[p])
				p++
			}
			if size >= 2 && p+size <= pageSize {
				s.style = int(binary.LittleEndian.Uint16(page[p:]))
				s.props = page[p+2 : p+size]
			}
		}
		all = append(all, s)
	}
	return all
}

// marksOf reads a page of character properties and keeps those runs that are
// struck out by a tracked change or stand for a symbol.
func (w *word97) marksOf(page []byte) []stretch {
	var all []stretch
	from, to, at := bounds(page)
	for i := range from {
		if at+i >= pageSize-1 {
			break
		}
		p := 2 * int(page[at+i])
		if p == 0 || p+1+int(page[p]) > pageSize {
			continue
		}
		props := page[p+1 : p+1+int(page[p])]
		matters := false
		sprms(props, func(op uint16, arg []byte) {
			matters = matters || op == sprmDeleted && arg[0]&1 != 0 || op == sprmSymbol
		})
		if matters {
			all = append(all, stretch{from: from[i], to: to[i], props: props})
		}
	}
	return all
}

// covering is the stretch that holds the byte offset, nil if none does.
func covering(all []stretch, offset int) *stretch {
	i := sort.Search(len(all), func(i int) bool { return all[i].from > offset }) - 1
	if i < 0 || offset >= all[i].to {
		return nil
	}
	return &all[i]
}

const (
	sprmDeleted    = 0x0800
	sprmSymbol     = 0x6a09
	sprmInTable    = 0x2416
	sprmRowEnd     = 0x2417
	sprmInnerCell  = 0x244b
	sprmInnerRow   = 0x244c
	sprmDepth      = 0x6649
	sprmOutline    = 0x2640
	sprmListLevel  = 0x260a
	sprmList       = 0x460b
	sprmTableDef   = 0xd608
	sprmMergeRight = 0x5624
	sprmMergeDown  = 0xd62b
	sprmChangeTabs = 0xc615
)

// sprms calls f for each property; the operand has at least one byte.
func sprms(props []byte, f func(op uint16, arg []byte)) {
	for len(props) > 2 {
		op := binary.LittleEndian.Uint16(props)
		props = props[2:]
		size, skip := 0, 0
		switch op >> 13 {
		case 0, 1:
			size = 1
		case 2, 4, 5:
			size = 2
		case 3:
			size = 4
		case 7:
			size = 3
		case 6:
			size, skip = int(props[0]), 1
			switch {
			case op == sprmTableDef && len(props) >= 2:
				size, skip = int(binary.LittleEndian.Uint16(props))-1, 2
			case op == sprmChangeTabs && size == 255:
				size = longTabs(props[1:])
			}
		}
		if size < 0 || skip+size > len(props) {
			return
		}
		if size > 0 {
			f(op, props[skip:skip+size])
		}
		props = props[skip+size:]
	}
}

// longTabs is the size of a tab change too long for its size byte.
func longTabs(arg []byte) int {
	if len(arg) < 1 {
		return -1
	}
	deleted := int(arg[0])
	if len(arg) < 2+4*deleted {
		return -1
	}
	return 2 + 4*deleted + 3*int(arg[1+4*deleted])
}

// style97 is a paragraph style.
type style97 struct {
	base  int
	props []byte
}

// readStyles reads the style sheet; what is damaged is left out.
func (w *word97) readStyles() {
	sheet := w.at(fcStshf)
	if len(sheet) < 6 {
		return
	}
	head := int(binary.LittleEndian.Uint16(sheet))
	base := int(binary.LittleEndian.Uint16(sheet[4:]))
	if 2+head > len(sheet) {
		return
	}
	for rest := sheet[2+head:]; len(rest) >= 2 && len(w.styles) < 4096; {
		size := int(binary.LittleEndian.Uint16(rest))
		rest = rest[2:]
		if size > len(rest) {
			return
		}
		w.styles = append(w.styles, readStyle97(rest[:size], base))
		rest = rest[min(size+size%2, len(rest)):]
	}
}

const noStyle = 0xfff

// readStyle97 reads one style definition; base is the size of its fixed part.
func readStyle97(def []byte, base int) style97 {
	none := style97{base: noStyle}
	if len(def) < base+2 || base < 10 || def[2]&15 != 1 { // 1 is a paragraph style
		return none
	}
	s := style97{base: int(binary.LittleEndian.Uint16(def[2:]) >> 4)}
	at := base + 2 + 2*int(binary.LittleEndian.Uint16(def[base:])) + 2 // its name
	if at+4 > len(def) {
		return s
	}
	size := int(binary.LittleEndian.Uint16(def[at:]))
	if size < 2 || at+2+size > len(def) {
		return s
	}
	s.props = def[at+4 : at+2+size]
	return s
}
