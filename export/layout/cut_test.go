package layout

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"github.com/jung-kurt/gofpdf"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"nianbao/export"
	faces "nianbao/export/font"
	"nianbao/model/sample"
)

// TestCut compares every glyph of the cut fonts with the face's own.
func TestCut(t *testing.T) {
	for _, f := range Layout(export.Compose(sample.Rare()), faces.Embedded()).Fonts() {
		file, err := f.File()
		if err != nil {
			t.Fatal(err)
		}
		if len(file) > len(f.Face.Bytes())/8 {
			t.Errorf("%s: %d characters take %d bytes", f.Face.ID(), len(f.Runes), len(file))
		}
		same(t, f, f.Face.Bytes(), file)
	}
}

// TestCutComposed cuts a font whose é is composed of its e and its ´ turned round, and
// that again with the PDF library, which is what stands in a PDF.
func TestCutComposed(t *testing.T) {
	f := Font{Face: faces.Embedded().Face(faces.Song), Runes: []rune("ae´é")}
	plain, err := f.File()
	if err != nil {
		t.Fatal(err)
	}
	composed := words(0xFFFF, 0, 0, 1000, 1000, // no outline of its own, the box around it
		0x20|1|2, 2, 0, 0, // more follows; words, as distances: glyph 2, at 0, 0
		8|2, 3, 0x1040, 0xC000) // bytes, as distances; scaled: glyph 3, at 16, 64, by -1
	loca := []byte(fontFile(plain).table("loca"))
	glyf := []byte(fontFile(plain).table("glyf")[:u32(loca, 4*4)])
	glyf = append(glyf, composed...)
	loca = append(loca[:4*5], byte(len(glyf)>>24), byte(len(glyf)>>16), byte(len(glyf)>>8), byte(len(glyf)))
	var tables []table
	for _, tag := range []string{"OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"} {
		data := []byte(fontFile(plain).table(tag))
		switch tag {
		case "glyf":
			data = glyf
		case "loca":
			data = loca
		case "head":
			copy(data[8:12], make([]byte, 4))
		}
		tables = append(tables, table{tag, data})
	}
	src := assemble(tables)
	f.Runes = []rune("é")
	cut, err := f.cut(fontFile(src))
	if err != nil {
		t.Fatal(err)
	}
	if n := u16(fontFile(cut).table("maxp"), 4); n != 4 {
		t.Errorf("%d glyphs, not the empty one, é and its two parts", n)
	}
	same(t, f, src, cut)
	same(t, f, src, gofpdf.UTF8CutFont(slices.Clone(cut), "é"))
}

// same compares the glyphs of the font in two files, the face's and the cut one.
func same(t *testing.T, f Font, src, file []byte) {
	t.Helper()
	was, err := sfnt.Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	is, err := sfnt.Parse(file)
	if err != nil {
		t.Fatalf("%s: %v", f.Face.ID(), err)
	}
	var b sfnt.Buffer
	for _, r := range f.Runes {
		old, _ := was.GlyphIndex(&b, r)
		now, err := is.GlyphIndex(&b, r)
		if err != nil || now == 0 {
			t.Errorf("%s: %q is not in the cut font: %v", f.Face.ID(), r, err)
			continue
		}
		em := fixed.I(1000)
		w0, _ := was.GlyphAdvance(&b, old, em, font.HintingNone)
		w1, err := is.GlyphAdvance(&b, now, em, font.HintingNone)
		if w0 != w1 || err != nil {
			t.Errorf("%s: %q is %v wide, was %v: %v", f.Face.ID(), r, w1, w0, err)
		}
		s0, err := was.LoadGlyph(&b, old, em, nil)
		if err != nil {
			t.Fatal(err)
		}
		if s0 = slices.Clone(s0); len(s0) == 0 && r != ' ' {
			t.Errorf("%s: %q is empty", f.Face.ID(), r)
		}
		if s1, err := is.LoadGlyph(&b, now, em, nil); !slices.Equal(s0, s1) {
			t.Errorf("%s: the outline of %q differs: %v", f.Face.ID(), r, err)
		}
	}
	metrics, err := is.Metrics(&b, fixed.I(1000), font.HintingNone)
	if err != nil || metrics.Ascent.Round() != int(1000*f.Face.Ascent()+0.5) || metrics.Descent.Round() != int(1000*f.Face.Descent()+0.5) {
		t.Errorf("%s: ascent %v, descent %v: %v", f.Face.ID(), metrics.Ascent, metrics.Descent, err)
	}
}

// TestCutTwice checks that a font is cut to the same bytes each time.
func TestCutTwice(t *testing.T) {
	f := Font{Face: faces.Embedded().Face(faces.Kai), Runes: []rune("公开政府")}
	slices.Sort(f.Runes)
	a, err1 := f.File()
	b, err2 := f.File()
	if err := errors.Join(err1, err2); err != nil || !bytes.Equal(a, b) {
		t.Errorf("%d and %d bytes: %v", len(a), len(b), err)
	}
}
