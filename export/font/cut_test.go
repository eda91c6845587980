package font

import (
	"bytes"
	"errors"
	"maps"
	"slices"
	"testing"

	"github.com/jung-kurt/gofpdf"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"nianbao/model/sample"
)

// cutting is a face with the characters to cut out of it.
type cutting struct {
	face  *Face
	runes []rune
}

// printed sorts what a report prints by face, as each role would print it.
func printed() []cutting {
	r := sample.Rare()
	all := map[*Face]map[rune]bool{}
	for role := range roles {
		for _, text := range r.Texts {
			for _, run := range Embedded().Runs(role, r.Title+text) {
				if all[run.Face] == nil {
					all[run.Face] = map[rune]bool{}
				}
				for _, c := range run.Text {
					all[run.Face][c] = true
				}
			}
		}
	}
	var out []cutting
	for face, runes := range all {
		out = append(out, cutting{face, slices.Sorted(maps.Keys(runes))})
	}
	return out
}

// TestCut compares every glyph of the cut fonts with the face's own.
func TestCut(t *testing.T) {
	cuttings := printed()
	if len(cuttings) < 6 {
		t.Errorf("only %d faces print the report", len(cuttings))
	}
	for _, f := range cuttings {
		file, err := f.face.Cut(f.runes)
		if err != nil {
			t.Fatal(err)
		}
		if len(file) > len(f.face.File())/8 {
			t.Errorf("%s: %d characters take %d bytes", f.face.ID(), len(f.runes), len(file))
		}
		same(t, f, f.face.Bytes(), file)
	}
}

// TestCutComposed cuts a font whose é is composed of its e and its ´ turned round, and
// that again with the PDF library, which is what stands in a PDF.
func TestCutComposed(t *testing.T) {
	f := cutting{Embedded().Face(Song), []rune("ae´é")}
	plain, err := f.face.Cut(f.runes)
	if err != nil {
		t.Fatal(err)
	}
	composed := words(0xFFFF, 0, 0, 1000, 1000, // no outline of its own, the box around it
		0x20|1|2, 2, 0, 0, // more follows; words, as distances: glyph 2, at 0, 0
		8|2, 3, 0x1040, 0xC000) // bytes, as distances; scaled: glyph 3, at 16, 64, by -1
	have, err := tables(raw(plain))
	if err != nil {
		t.Fatal(err)
	}
	loca := []byte(have["loca"])
	glyf := []byte(have["glyf"][:have["loca"].u32(4*4)])
	glyf = append(glyf, composed...)
	loca = append(loca[:4*5], byte(len(glyf)>>24), byte(len(glyf)>>16), byte(len(glyf)>>8), byte(len(glyf)))
	var parts []tagged
	for _, tag := range []string{"OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"} {
		data := []byte(have[tag])
		switch tag {
		case "glyf":
			data = glyf
		case "loca":
			data = loca
		case "head":
			copy(data[8:12], make([]byte, 4))
		}
		parts = append(parts, tagged{tag, data})
	}
	src := assemble(parts)
	f.runes = []rune("é")
	cut, err := (&Face{id: "composed", file: string(src), ascent: f.face.ascent, descent: f.face.descent}).Cut(f.runes)
	if err != nil {
		t.Fatal(err)
	}
	if is, err := tables(raw(cut)); err != nil || is["maxp"].u16(4) != 4 {
		t.Errorf("not the empty glyph, é and its two parts: %d, %v", is["maxp"].u16(4), err)
	}
	same(t, f, src, cut)
	same(t, f, src, gofpdf.UTF8CutFont(slices.Clone(cut), "é"))
}

// same compares the glyphs of the font in two files, the face's and the cut one.
func same(t *testing.T, f cutting, src, file []byte) {
	t.Helper()
	was, err := sfnt.Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	is, err := sfnt.Parse(file)
	if err != nil {
		t.Fatalf("%s: %v", f.face.ID(), err)
	}
	var b sfnt.Buffer
	for _, r := range f.runes {
		old, _ := was.GlyphIndex(&b, r)
		now, err := is.GlyphIndex(&b, r)
		if err != nil || now == 0 {
			t.Errorf("%s: %q is not in the cut font: %v", f.face.ID(), r, err)
			continue
		}
		em := fixed.I(1000)
		w0, _ := was.GlyphAdvance(&b, old, em, font.HintingNone)
		w1, err := is.GlyphAdvance(&b, now, em, font.HintingNone)
		if w0 != w1 || err != nil {
			t.Errorf("%s: %q is %v wide, was %v: %v", f.face.ID(), r, w1, w0, err)
		}
		s0, err := was.LoadGlyph(&b, old, em, nil)
		if err != nil {
			t.Fatal(err)
		}
		if s0 = slices.Clone(s0); len(s0) == 0 && r != ' ' {
			t.Errorf("%s: %q is empty", f.face.ID(), r)
		}
		if s1, err := is.LoadGlyph(&b, now, em, nil); !slices.Equal(s0, s1) {
			t.Errorf("%s: the outline of %q differs: %v", f.face.ID(), r, err)
		}
	}
	metrics, err := is.Metrics(&b, fixed.I(1000), font.HintingNone)
	if err != nil || metrics.Ascent.Round() != int(1000*f.face.Ascent()+0.5) || metrics.Descent.Round() != int(1000*f.face.Descent()+0.5) {
		t.Errorf("%s: ascent %v, descent %v: %v", f.face.ID(), metrics.Ascent, metrics.Descent, err)
	}
}

// TestCutTwice checks that a font is cut to the same bytes each time.
func TestCutTwice(t *testing.T) {
	f := cutting{Embedded().Face(Kai), []rune("公开政府")}
	slices.Sort(f.runes)
	a, err1 := f.face.Cut(f.runes)
	b, err2 := f.face.Cut(f.runes)
	if err := errors.Join(err1, err2); err != nil || !bytes.Equal(a, b) {
		t.Errorf("%d and %d bytes: %v", len(a), len(b), err)
	}
}
