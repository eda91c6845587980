package pdf

import (
	"fmt"
	"math"
	"strings"
	"sync"
	"unicode/utf16"

	"nianbao/export/font"
	"nianbao/export/layout"
)

// A face is a font of the book, cut to what the book prints. On the page a character is the
// number of its glyph: 1 for the first of the font's characters.
type face struct {
	layout.Font
	name  string // among the resources
	codes map[rune]uint16
	file  object
	size  int // of the font, unpacked
	err   error
}

// faces cuts the fonts of a book and packs them, all at once: that is most of the work of
// the whole file.
func faces(b *layout.Book) ([]*face, *sync.WaitGroup) {
	var all []*face
	wait := new(sync.WaitGroup)
	for i, f := range b.Fonts() {
		c := &face{Font: f, name: fmt.Sprintf("/F%d", i+1), codes: make(map[rune]uint16, len(f.Runes))}
		for i, r := range f.Runes {
			c.codes[r] = uint16(i + 1)
		}
		all = append(all, c)
		wait.Go(func() {
			file, err := f.File()
			if c.err = err; err == nil {
				c.file, c.size = stream(fmt.Sprintf(" /Length1 %d", len(file)), file), len(file)
			}
		})
	}
	return all, wait
}

// objects are the font as five objects, the first of which is the one to name; from is its
// number.
func (c *face) objects(from int) []object {
	// The tag of six capitals tells a reader that the font is cut.
	name := "/NIANBA+" + c.Face.ID()
	made := func(format string, values ...any) object { return fmt.Appendf(nil, format, values...) }
	ascent, descent := math.Round(1000*c.Face.Ascent()), -math.Round(1000*c.Face.Descent())
	return []object{
		made("<</Type /Font /Subtype /Type0 /BaseFont %s /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>", name, from+1, from+4),
		made("<</Type /Font /Subtype /CIDFontType2 /BaseFont %s /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"+
			" /FontDescriptor %d 0 R /CIDToGIDMap /Identity /DW 1000 /W [1 [%s]]>>", name, from+2, c.widths()),
		made("<</Type /FontDescriptor /FontName %s /Flags 4 /FontBBox [0 %[2]g 1000 %[3]g] /ItalicAngle 0 /Ascent %[3]g /Descent %[2]g"+
			" /CapHeight %[3]g /StemV 80 /FontFile2 %[4]d 0 R>>", name, descent, ascent, from+3),
		c.file,
		stream("", []byte(c.says())),
	}
}

func (c *face) widths() string {
	var out strings.Builder
	for _, r := range c.Runes {
		fmt.Fprintf(&out, "%.0f ", 1000*c.Face.Advance(r))
	}
	return strings.TrimSuffix(out.String(), " ")
}

// says is the map from codes to the characters that they stand for, also to those beyond
// the Basic Multilingual Plane. PDF has at most 100 in a section.
func (c *face) says() string {
	var out strings.Builder
	out.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const most = 100
	for at := 0; at < len(c.Runes); at += most {
		part := c.Runes[at:min(at+most, len(c.Runes))]
		fmt.Fprintf(&out, "%d beginbfchar\n", len(part))
		for i, r := range part {
			fmt.Fprintf(&out, "<%04X> <", at+i+1)
			for _, u := range utf16.Encode([]rune{c.Face.Real(r)}) {
				fmt.Fprintf(&out, "%04X", u)
			}
			out.WriteString(">\n")
		}
		out.WriteString("endbfchar\n")
	}
	out.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return out.String()
}

// facesBy finds the font of a run.
func facesBy(all []*face) map[*font.Face]*face {
	by := make(map[*font.Face]*face, len(all))
	for _, c := range all {
		by[c.Face] = c
	}
	return by
}
