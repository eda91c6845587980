package font

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"sort"
	"unicode/utf16"
)

var errCut = errors.New("font cannot be cut")

// Cut gives a TrueType font that has some of the face's characters only, in order at the
// code points of Run.Text: a few hundredths of the face's own file. Its ascender and
// descender are those of the em box, so that who measures a line by them finds it as high
// as its characters.
func (f *Face) Cut(runes []rune) (file []byte, err error) {
	defer func() {
		if r := recover(); r != nil { // an offset outside the file
			file, err = nil, fmt.Errorf("%s: %v: %w", f.id, r, errCut)
		}
	}()
	src, err := tables(raw(f.file))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.id, err)
	}
	c := cutter{trueType: &trueType{
		cmap: src["cmap"], hmtx: src["hmtx"], loca: src["loca"], glyf: src["glyf"],
		em: src["head"].u16(18), metrics: src["hhea"].u16(34), long: src["head"].u16(50) == 1,
	}}
	head, hhea, maxp := []byte(src["head"]), []byte(src["hhea"]), []byte(src["maxp"])
	em := float64(c.em)
	c.keep = []int{0}
	segments := c.unicode()
	if segments == "" {
		return nil, fmt.Errorf("%s: no character map: %w", f.id, errCut)
	}
	for _, r := range runes {
		glyph := lookup(segments, int(r))
		if glyph == 0 {
			return nil, fmt.Errorf("%s: no glyph for %U: %w", f.id, r, errCut)
		}
		c.keep = append(c.keep, glyph)
	}
	glyf, loca, hmtx := c.cut()
	put16(head, 50, 1)
	binary.BigEndian.PutUint32(head[8:], 0)
	put16(hhea, 4, int(math.Round(f.Ascent()*em)))
	put16(hhea, 6, -int(math.Round(f.Descent()*em)))
	put16(hhea, 34, len(c.keep))
	put16(maxp, 4, len(c.keep))
	post := append([]byte{0, 3, 0, 0}, src["post"][4:16]...)
	parts := []tagged{
		{"OS/2", []byte(src["OS/2"])},
		{"cmap", charMap(runes)},
		{"cvt ", []byte(src["cvt "])},
		{"fpgm", []byte(src["fpgm"])},
		{"glyf", glyf},
		{"head", head},
		{"hhea", hhea},
		{"hmtx", hmtx},
		{"loca", loca},
		{"maxp", maxp},
		{"name", names(f.family, f.id)},
		{"post", append(post, make([]byte, 16)...)},
		{"prep", []byte(src["prep"])},
	}
	return assemble(parts), nil
}

// lookup finds a character's glyph in a map of format 4, 0 if it has none.
func lookup(b raw, r int) int {
	twice := b.u16(6)
	i := sort.Search(twice/2, func(i int) bool { return b.u16(14+2*i) >= r })
	if i == twice/2 {
		return 0
	}
	first, delta, offset := b.u16(16+twice+2*i), b.u16(16+2*twice+2*i), b.u16(16+3*twice+2*i)
	if r < first {
		return 0
	}
	if offset == 0 {
		return (r + delta) & 0xFFFF
	}
	if g := b.u16(16 + 3*twice + 2*i + offset + 2*(r-first)); g != 0 {
		return (g + delta) & 0xFFFF
	}
	return 0
}

// A cutter copies glyphs; keep lists those to keep, by their old numbers.
type cutter struct {
	*trueType
	keep []int
}

// cut gives the tables of the glyphs to keep. The parts of composed glyphs are appended
// to the list.
func (c *cutter) cut() (glyf, loca, hmtx []byte) {
	parts := make(map[int]int) // new numbers of glyphs that are there as parts
	size := 0
	for _, g := range c.keep {
		from, to := c.place(g)
		size += (to - from + 3) &^ 3
	}
	glyf, loca, hmtx = make([]byte, 0, size+size/16), make([]byte, 0, 4*len(c.keep)+4), make([]byte, 0, 4*len(c.keep))
	for i := 0; i < len(c.keep); i++ {
		g := c.keep[i]
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		from, to := c.place(g)
		start := len(glyf)
		glyf = append(glyf, c.glyf[from:to]...)
		c.renumber(glyf[start:], parts)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		wide, bearing := 4*min(g, c.metrics-1), 4*g+2
		if g >= c.metrics {
			bearing = 4*c.metrics + 2*(g-c.metrics)
		}
		hmtx = append(hmtx, c.hmtx[wide], c.hmtx[wide+1], c.hmtx[bearing], c.hmtx[bearing+1])
	}
	return glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf))), hmtx
}

// renumber gives the parts of a composed glyph their new numbers.
func (c *cutter) renumber(glyph []byte, parts map[int]int) {
	if len(glyph) < 10 || be16(glyph, 0) < 0x8000 {
		return
	}
	const words, scale, more, scales, matrix = 1, 8, 0x20, 0x40, 0x80
	for at, flags := 10, more; flags&more != 0; {
		flags = be16(glyph, at)
		old := be16(glyph, at+2)
		if _, ok := parts[old]; !ok {
			parts[old] = len(c.keep)
			c.keep = append(c.keep, old)
		}
		put16(glyph, at+2, parts[old])
		at += 6
		if flags&words != 0 {
			at += 2
		}
		switch {
		case flags&scale != 0:
			at += 2
		case flags&scales != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
	}
}

// charMap maps the runes, in order, to the glyphs 1, 2, 3 …
func charMap(runes []rune) []byte {
	type span struct{ first, last, glyph int }
	var spans []span
	for i, r := range runes {
		if n := len(spans); n > 0 && spans[n-1].last+1 == int(r) {
			spans[n-1].last++
			continue
		}
		spans = append(spans, span{int(r), int(r), i + 1})
	}
	if n := len(spans); n == 0 || spans[n-1].last < 0xFFFF {
		spans = append(spans, span{0xFFFF, 0xFFFF, 0})
	}
	n, power, log := len(spans), 1, 0
	for power*2 <= n {
		power, log = power*2, log+1
	}
	out := words(0, 1, 3, 1, 0, 12, 4, 16+8*n, 0, 2*n, 2*power, log, 2*(n-power))
	for _, s := range spans {
		out = append(out, words(s.last)...)
	}
	out = append(out, 0, 0)
	for _, s := range spans {
		out = append(out, words(s.first)...)
	}
	for _, s := range spans {
		out = append(out, words(s.glyph-s.first)...)
	}
	return append(out, make([]byte, 2*n)...)
}

// names makes the table of the font's names.
func names(family, id string) []byte {
	var records, text []byte
	list := []struct {
		id   int
		text string
	}{{1, family}, {2, "Regular"}, {4, family}, {6, id}}
	for _, name := range list {
		from := len(text)
		for _, u := range utf16.Encode([]rune(name.text)) {
			text = append(text, byte(u>>8), byte(u))
		}
		records = append(records, words(3, 1, 0x409, name.id, len(text)-from, from)...)
	}
	return slices.Concat(words(0, len(list), 6+len(records)), records, text)
}

// tagged is a table with its name.
type tagged struct {
	tag  string
	data []byte
}

// assemble joins the tables, sorted by tag; one without data is left out.
func assemble(tables []tagged) []byte {
	tables = slices.DeleteFunc(tables, func(t tagged) bool { return len(t.data) == 0 })
	n, power, log := len(tables), 1, 0
	for power*2 <= n {
		power, log = power*2, log+1
	}
	at, head := 12+16*n, 0
	size := at
	for _, t := range tables {
		size += len(t.data) + 3
	}
	out := append(make([]byte, 0, size), 0, 1, 0, 0)
	out = append(out, words(n, 16*power, log, 16*(n-power))...)
	for _, t := range tables {
		if t.tag == "head" {
			head = at
		}
		out = append(out, t.tag...)
		out = binary.BigEndian.AppendUint32(out, checksum(t.data))
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t.data)))
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	binary.BigEndian.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	return out
}

func checksum(b []byte) uint32 {
	sum := uint32(0)
	for ; len(b) >= 4; b = b[4:] {
		sum += binary.BigEndian.Uint32(b)
	}
	var rest [4]byte
	copy(rest[:], b)
	return sum + binary.BigEndian.Uint32(rest[:])
}

func be16(b []byte, at int) int     { return int(binary.BigEndian.Uint16(b[at:])) }
func put16(b []byte, at, value int) { binary.BigEndian.PutUint16(b[at:], uint16(value)) }

func words(values ...int) []byte {
	out := make([]byte, 2*len(values))
	for i, v := range values {
		put16(out, 2*i, v)
	}
	return out
}
