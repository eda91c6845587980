package source

import (
	"encoding/binary"
	"strconv"
	"strings"
)

// formats97 names the number formats of a .doc as OOXML does.
var formats97 = map[byte]string{
	0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
	0x0a: "ideographDigital", 0x0b: "japaneseCounting", 0x0e: "decimalFullWidth",
	0x10: "japaneseLegal", 0x11: "japaneseDigitalTenThousand", 0x12: "decimalEnclosedCircle",
	0x13: "decimalFullWidth2", 0x16: "decimalZero", 0x17: "bullet",
	0x1a: "decimalEnclosedFullstop", 0x1b: "decimalEnclosedParen",
	0x1c: "decimalEnclosedCircleChinese", 0x1d: "ideographEnclosedCircle",
	0x1e: "ideographTraditional", 0x1f: "ideographZodiac", 0x21: "taiwaneseCounting",
	0x22: "ideographLegalTraditional", 0x23: "taiwaneseCountingThousand",
	0x24: "taiwaneseDigital", 0x25: "chineseCounting", 0x26: "chineseLegalSimplified",
	0x27: "chineseCountingThousand", 0xff: "none",
}

// readLists reads the list definitions and their instances; where they are
// damaged the lists read so far stand.
func (w *word97) readLists() {
	w.numbers = numbering{lists: map[string]*list{}, designs: map[string]*design{}}
	w.readDesigns()
	plf := w.at(fcPlfLfo)
	if len(plf) < 4 {
		return
	}
	n := int(binary.LittleEndian.Uint32(plf))
	if n < 0 || 4+16*n > len(plf) {
		return
	}
	overrides := plf[4+16*n:]
	for i := range n {
		lfo := plf[4+16*i:]
		l := &list{design: strconv.Itoa(int(int32(binary.LittleEndian.Uint32(lfo))))}
		w.numbers.lists[strconv.Itoa(i+1)] = l
		if len(overrides) < 4 {
			continue
		}
		overrides = overrides[4:]
		for range lfo[12] {
			if len(overrides) < 8 {
				break
			}
			flags := overrides[4]
			at := min(int(flags&15), 8)
			if flags&0x10 != 0 {
				l.start[at], l.anew[at] = int(binary.LittleEndian.Uint32(overrides)&0xffff), true
			}
			overrides = overrides[8:]
			if flags&0x20 != 0 {
				l.own[at] = &rank{}
				overrides = readRank97(l.own[at], overrides)
			}
		}
	}
}

// readDesigns reads the definitions; their levels follow behind the index.
func (w *word97) readDesigns() {
	index := w.at(fcPlfLst)
	if len(index) < 2 {
		return
	}
	n := int(binary.LittleEndian.Uint16(index))
	if 2+28*n > len(index) {
		return
	}
	levels := w.table[binary.LittleEndian.Uint32(w.main[fcPlfLst:])+binary.LittleEndian.Uint32(w.main[fcPlfLst+4:]):]
	for i := range n {
		def := index[2+28*i:]
		d := &design{}
		w.numbers.designs[strconv.Itoa(int(int32(binary.LittleEndian.Uint32(def))))] = d
		ranks := 9
		if def[26]&1 != 0 {
			ranks = 1
		}
		for j := range ranks {
			levels = readRank97(&d.ranks[j], levels)
		}
	}
}

// readRank97 reads a level and gives back what follows it, nil at the end.
func readRank97(r *rank, data []byte) []byte {
	if len(data) < 28 {
		return nil
	}
	r.first = int(binary.LittleEndian.Uint32(data) & 0xffff)
	r.format = formats97[data[4]]
	r.legal = data[5]&4 != 0
	r.restart = -1
	if data[5]&8 != 0 {
		r.restart = int(data[26])
	}
	r.suffix = [3]string{"tab", "space", "nothing"}[min(data[15], 2)]
	at := 28 + int(data[24]) + int(data[25])
	if at+2 > len(data) {
		return nil
	}
	n := int(binary.LittleEndian.Uint16(data[at:]))
	at += 2
	if at+2*n > len(data) {
		return nil
	}
	var text strings.Builder
	for i := range n {
		// A unit below nine stands for that level's number.
		if c := rune(binary.LittleEndian.Uint16(data[at+2*i:])); c < 9 {
			text.WriteString("%" + strconv.Itoa(int(c)+1))
		} else {
			text.WriteRune(c)
		}
	}
	r.text = text.String()
	return data[at+2*n:]
}
