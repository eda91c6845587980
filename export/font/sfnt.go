package font

import (
	"errors"
	"fmt"
	"math"
	"unicode"
	"unicode/utf16"
)

// errFont is wrapped by every reason not to take a font file.
var errFont = errors.New("font cannot be used")

func refuse(why string) error { return fmt.Errorf("%s: %w", why, errFont) }

// fromFile makes a face of a TrueType font file, with the coverage and advances of its
// own tables. It refuses whatever the PDF writer could not take: outlines in CFF form,
// collections, fonts that may not be embedded, and files that are damaged.
func fromFile(id, file string) (*Face, error) {
	t, err := open(file)
	if err != nil {
		return nil, err
	}
	f := &Face{id: id, file: file, family: t.family()}
	f.ascent = t.thousandths(int(int16(t.os2.u16(68))))
	f.descent = t.thousandths(-int(int16(t.os2.u16(70))))
	for r, glyph := range t.glyphs() {
		if t.prints(r, glyph) {
			f.glyphs.set(r, t.advance(glyph))
		}
	}
	if f.glyphs.at(geta) == 0 && f.glyphs.at('一') == 0 {
		return nil, refuse("no Chinese characters")
	}
	return f, nil
}

// raw is the bytes of one table. What lies beyond their end reads as 0.
type raw string

func (b raw) u16(at int) int {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return int(b[at])<<8 | int(b[at+1])
}

func (b raw) u32(at int) int { return b.u16(at)<<16 | b.u16(at+2) }

// A trueType font is its tables, known to be long enough for the number of glyphs.
type trueType struct {
	os2, name, cmap, hmtx, loca, glyf raw
	em, count, metrics                int // units an em; glyphs; glyphs with an own advance
	long                              bool
}

// tables finds the tables of a font file.
func tables(b raw) (map[string]raw, error) {
	if v := b.u32(0); v != 0x00010000 && v != 0x74727565 {
		return nil, refuse("not a single font with TrueType outlines")
	}
	found := make(map[string]raw)
	for i := range b.u16(4) {
		entry := 12 + 16*i
		from, size := b.u32(entry+8), b.u32(entry+12)
		if from+size > len(b) {
			return nil, refuse("cut short")
		}
		found[string(b[entry:entry+4])] = b[from : from+size]
	}
	return found, nil
}

// open finds the tables and checks that they fit each other.
func open(file string) (*trueType, error) {
	tables, err := tables(raw(file))
	if err != nil {
		return nil, err
	}
	for tag, least := range map[string]int{
		"head": 54, "hhea": 36, "maxp": 6, "OS/2": 78, "post": 32, "name": 6, "cmap": 4, "hmtx": 4, "loca": 4, "glyf": 10,
	} {
		if len(tables[tag]) < least {
			return nil, refuse("table " + tag + " is missing or short")
		}
	}
	head, hhea, os2 := tables["head"], tables["hhea"], tables["OS/2"]
	t := &trueType{
		os2: os2, name: tables["name"], cmap: tables["cmap"],
		hmtx: tables["hmtx"], loca: tables["loca"], glyf: tables["glyf"],
		em: head.u16(18), count: tables["maxp"].u16(4), metrics: hhea.u16(34), long: head.u16(50) == 1,
	}
	switch rights := os2.u16(8); {
	case head.u32(12) != 0x5F0F3CF5, t.em < 16, t.em > 16384, head.u16(50) > 1, head.u16(52) != 0, hhea.u16(32) != 0:
		return nil, refuse("head is damaged")
	case t.count == 0, t.metrics == 0, t.metrics > t.count, len(t.hmtx) < 2*t.metrics+2*t.count:
		return nil, refuse("hmtx is short")
	case rights&0xF == 2, rights&0x300 != 0:
		return nil, refuse("may not be embedded")
	case t.name.u16(0) != 0:
		return nil, refuse("name is of a newer form")
	}
	return t, t.outlines()
}

// outlines checks that every glyph lies in the file, and every part of a composed glyph
// among the glyphs before too many others: the PDF writer follows them without a check.
func (t *trueType) outlines() error {
	size := 2
	if t.long {
		size = 4
	}
	if len(t.loca) < size*(t.count+1) {
		return refuse("loca is short")
	}
	for glyph := range t.count {
		from, to := t.place(glyph)
		if from > to || to > len(t.glyf) || to > from && to < from+10 {
			return refuse("glyf is damaged")
		}
		if !t.composed(glyph, 8) {
			return refuse("a glyph is composed of unknown ones")
		}
	}
	return nil
}

// place gives where the glyph's outline begins and ends; an empty glyph ends at once.
func (t *trueType) place(glyph int) (from, to int) {
	if t.long {
		return t.loca.u32(4 * glyph), t.loca.u32(4*glyph + 4)
	}
	return 2 * t.loca.u16(2*glyph), 2 * t.loca.u16(2*glyph+2)
}

// composed checks the parts of a composed glyph down to the depth; a simple one has none.
func (t *trueType) composed(glyph, depth int) bool {
	if glyph >= t.count || depth == 0 {
		return false
	}
	from, to := t.place(glyph)
	if from >= to || to > len(t.glyf) || t.glyf.u16(from) < 0x8000 {
		return from <= to
	}
	const words, scale, more, scales, matrix = 1, 8, 0x20, 0x40, 0x80
	for at := from + 10; at+4 <= to; {
		flags := t.glyf.u16(at)
		if !t.composed(t.glyf.u16(at+2), depth-1) {
			return false
		}
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
		if flags&more == 0 {
			return at <= to
		}
	}
	return false
}

// glyphs yields the characters of the map that the PDF writer takes: the first Unicode
// one of format 4.
func (t *trueType) glyphs() func(yield func(r rune, glyph int) bool) {
	return segments(t.unicode())
}

// unicode is the first Unicode map of format 4, "" if there is none.
func (t *trueType) unicode() raw {
	for i := range t.cmap.u16(2) {
		platform, encoding, at := t.cmap.u16(4+8*i), t.cmap.u16(6+8*i), t.cmap.u32(8+8*i)
		if (platform == 0 || platform == 3 && encoding == 1) && t.cmap.u16(at) == 4 {
			return t.cmap[at:]
		}
	}
	return ""
}

// segments yields what a map of format 4 holds.
func segments(b raw) func(yield func(r rune, glyph int) bool) {
	return func(yield func(r rune, glyph int) bool) {
		twice := b.u16(6)
		for seg := 0; seg < twice; seg += 2 {
			last, first := b.u16(14+seg), b.u16(16+twice+seg)
			delta, offset := b.u16(16+2*twice+seg), b.u16(16+3*twice+seg)
			for r := first; r <= last && r < 0xFFFF; r++ {
				glyph := r
				if offset != 0 {
					if glyph = b.u16(16 + 3*twice + seg + offset + 2*(r-first)); glyph == 0 {
						continue
					}
				}
				if !yield(rune(r), (glyph+delta)&0xFFFF) {
					return
				}
			}
		}
	}
}

// prints reports whether the glyph may stand for r. Some fonts map characters that they
// lack to an empty glyph; only a space may be empty.
func (t *trueType) prints(r rune, glyph int) bool {
	if glyph == 0 || glyph >= t.count || private(r) || clean(r) != r || r == '\n' {
		return false
	}
	from, to := t.place(glyph)
	return from < to || unicode.Is(unicode.Zs, r)
}

// advance of the glyph in thousandths of an em.
func (t *trueType) advance(glyph int) uint16 {
	return uint16(min(t.thousandths(t.hmtx.u16(4*min(glyph, t.metrics-1))), 0xFFFE))
}

func (t *trueType) thousandths(units int) int {
	return int(math.Round(float64(units) * 1000 / float64(t.em)))
}

// family is the first Unicode family name, English before others.
func (t *trueType) family() string {
	name := ""
	for i := range t.name.u16(2) {
		entry := 6 + 12*i
		if t.name.u16(entry) != 3 || t.name.u16(entry+6) != 1 {
			continue
		}
		from := t.name.u16(4) + t.name.u16(entry+10)
		units := make([]uint16, t.name.u16(entry+8)/2)
		for j := range units {
			units[j] = uint16(t.name.u16(from + 2*j))
		}
		if english := t.name.u16(entry+4) == 0x409; english || name == "" {
			if name = string(utf16.Decode(units)); english {
				break
			}
		}
	}
	return name
}
