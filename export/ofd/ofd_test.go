package ofd_test

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"nianbao/assets"
	"nianbao/export"
	"nianbao/export/font"
	"nianbao/export/layout"
	"nianbao/export/ofd"
	"nianbao/model"
	"nianbao/model/intake"
	"nianbao/model/sample"
)

const mm = 25.4 / 72

func near(a, b float64) bool { return math.Abs(a-b) < 0.01 }

// Each page says what is laid out on it, in its order, every character at its place.
func TestText(t *testing.T) {
	for name, b := range books(t) {
		t.Run(name, func(t *testing.T) { speaks(t, b) })
	}
}

// TestSeeds writes real reports.
func TestSeeds(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/seeds/*.txt")
	if files == nil {
		t.Skip("the folder shared/seeds is not here")
	}
	editions, err := model.ReadEditions(assets.Editions())
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			draft, err := intake.Open(file, editions)
			if err != nil {
				t.Fatal(err)
			}
			speaks(t, layout.Layout(export.Compose(draft.Report), font.Embedded()))
		})
	}
}

func speaks(t *testing.T, b *layout.Book) {
	t.Helper()
	r := read(t, b)
	if len(r.pages) != len(b.Pages) {
		t.Fatalf("%d pages, want %d", len(r.pages), len(b.Pages))
	}
	for i, p := range r.pages {
		if len(p.Texts) != len(b.Pages[i].Texts) {
			t.Fatalf("page %d has %d texts, want %d", i+1, len(p.Texts), len(b.Pages[i].Texts))
		}
		for j, got := range p.Texts {
			want := b.Pages[i].Texts[j]
			says := strings.ReplaceAll(want.Run.Says(), "\n", " ")
			if got.Code.Text != says || !near(got.Size, want.Size*mm) {
				t.Errorf("page %d: %q in %.2f, want %q in %.2f", i+1, got.Code.Text, got.Size, says, want.Size*mm)
			}
			box := numbers(t, got.Boundary)
			ctm := [6]float64{1, 0, 0, 1, 0, 0}
			if got.CTM != "" {
				copy(ctm[:], numbers(t, got.CTM))
			}
			x, y := want.X*mm, want.Y*mm
			steps := append(numbers(t, got.Code.DeltaX), 0)
			shown := []rune(want.Run.Text)
			if len(steps) != len(shown) {
				t.Fatalf("page %d: %q has %d steps", i+1, says, len(steps)-1)
			}
			at := got.Code.X
			for k, c := range shown {
				gotX, gotY := box[0]+ctm[0]*at+ctm[2]*got.Code.Y+ctm[4], box[1]+ctm[1]*at+ctm[3]*got.Code.Y+ctm[5]
				if !near(gotX, x) || !near(gotY, y) {
					t.Fatalf("page %d: %q, character %d stands at %.3f, %.3f, want %.3f, %.3f", i+1, says, k, gotX, gotY, x, y)
				}
				at += steps[k]
				if step := (want.Run.Face.Advance(c)*want.Size + want.Space) * mm; want.Up {
					y -= step
				} else {
					x += step
				}
			}
		}
	}
}

// Every character is shown by the glyph of the face that was laid out, which is in the
// file, and lies in the boundary of its text, beyond which nothing is shown.
func TestGlyphs(t *testing.T) {
	faces := map[*font.Face]*sfnt.Font{}
	moved := 0
	for name, b := range books(t) {
		r := read(t, b)
		used := map[int]map[sfnt.GlyphIndex]bool{}
		for i, p := range r.pages {
			for j, got := range p.Texts {
				want := b.Pages[i].Texts[j]
				face := want.Run.Face
				if faces[face] == nil {
					f, err := sfnt.ParseReaderAt(strings.NewReader(face.File()))
					if err != nil {
						t.Fatal(err)
					}
					faces[face] = f
				}
				f := r.fonts[got.Font]
				if f == nil {
					t.Fatalf("%s: %q has the font %d, which is not there", name, got.Code.Text, got.Font)
				}
				if got.Glyphs != nil {
					moved++
				}
				if used[got.Font] == nil {
					used[got.Font] = map[sfnt.GlyphIndex]bool{0: true}
				}
				glyphs, box, at := got.glyphs(t, f), numbers(t, got.Boundary), want.Size/4
				if want.Up {
					box[2], box[3] = box[3], box[2]
				}
				for k, c := range []rune(want.Run.Text) {
					if glyphs[k] == 0 {
						t.Fatalf("%s: %q in %q has no glyph", name, c, got.Code.Text)
					}
					used[got.Font][glyphs[k]] = true
					shape := outline(t, f, glyphs[k])
					if !slices.Equal(shape, outline(t, faces[face], glyph(t, faces[face], c))) {
						t.Errorf("%s: %q in %q has another glyph", name, c, got.Code.Text)
					}
					em := func(v fixed.Int26_6) float64 { return float64(v) / 64000 * want.Size }
					ink, base := shape.Bounds(), want.Size*(face.Ascent()+0.25)
					if at+em(ink.Min.X) < 0 || (at+em(ink.Max.X))*mm > box[2] || base+em(ink.Min.Y) < 0 || (base+em(ink.Max.Y))*mm > box[3] {
						t.Errorf("%s: %q reaches out of the boundary of %q", name, c, got.Code.Text)
					}
					at += face.Advance(c)*want.Size + want.Space
				}
			}
		}
		for id, f := range r.fonts {
			if len(used[id]) != f.NumGlyphs() {
				t.Errorf("%s: of %d glyphs of font %d only %d are used", name, f.NumGlyphs(), id, len(used[id]))
			}
		}
	}
	if moved < 10 {
		t.Errorf("only %d texts have glyphs of other characters", moved)
	}
}

// glyphs are those that show a text: by its transform, else by the font's own map.
func (s *said) glyphs(t *testing.T, f *sfnt.Font) (out []sfnt.GlyphIndex) {
	t.Helper()
	g := s.Glyphs
	if g == nil {
		for _, c := range s.Code.Text {
			out = append(out, glyph(t, f, c))
		}
		return out
	}
	for _, n := range numbers(t, g.List) {
		out = append(out, sfnt.GlyphIndex(n))
	}
	if g.Position != 0 || g.Codes != len(utf16.Encode([]rune(s.Code.Text))) || g.Count != len(out) {
		t.Errorf("%q has the transform %+v", s.Code.Text, *g)
	}
	return out
}

func glyph(t *testing.T, f *sfnt.Font, c rune) sfnt.GlyphIndex {
	t.Helper()
	index, err := f.GlyphIndex(nil, c)
	if err != nil {
		t.Fatal(err)
	}
	return index
}

func outline(t *testing.T, f *sfnt.Font, index sfnt.GlyphIndex) sfnt.Segments {
	t.Helper()
	out, err := f.LoadGlyph(new(sfnt.Buffer), index, fixed.I(1000), nil)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A name of which a character lies beyond the plane is text, and has its glyph.
func TestRare(t *testing.T) {
	r := read(t, layout.Layout(export.Compose(sample.Rare()), font.Embedded()))
	found := 0
	for _, p := range r.pages {
		for _, text := range p.Texts {
			if g := text.Glyphs; text.Code.Text == "𬭊" {
				found++
				if g == nil || g.Codes != 2 || g.Count != 1 || g.List != "1" {
					t.Errorf("the transform is %+v", g)
				}
			}
		}
	}
	if found == 0 {
		t.Error("𬭊 is not there")
	}
	if !strings.HasPrefix(r.Info.Title, "龑䶮𬭊镕") {
		t.Errorf("the title is %s", r.Info.Title)
	}
}

func TestOutline(t *testing.T) {
	for name, b := range books(t) {
		r := read(t, b)
		var got []string
		var list func(entries []entry, level int)
		list = func(entries []entry, level int) {
			for _, e := range entries {
				at := slices.IndexFunc(r.doc.Pages, func(p link) bool { return p.ID == e.Dest.Page })
				got = append(got, fmt.Sprintf("%d %s %d %.2f", level, e.Title, at+1, e.Dest.Top))
				list(e.Below, level+1)
			}
		}
		list(r.doc.Outline, 0)
		var want []string
		for _, e := range b.Outline {
			want = append(want, fmt.Sprintf("%d %s %d %.2f", e.Level, e.Text, e.Page, e.Y*mm))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q\nwant %q", name, got, want)
		}
	}
}

// A stroke is a step of a path, with how it looks.
type stroke struct {
	look string
	op   byte
	at   []float64
}

// What is drawn lies where it is laid out, looks as there, and lies in its boundary.
func TestPaths(t *testing.T) {
	for name, b := range books(t) {
		for i, p := range read(t, b).pages {
			got, want := p.strokes(t), strokes(&b.Pages[i])
			if len(got) != len(want) {
				t.Fatalf("%s, page %d: %d steps, want %d", name, i+1, len(got), len(want))
			}
			fills := 0 // fills that lie on each other would part if they were one
			for _, path := range p.Paths {
				if path.Fill {
					fills++
				}
			}
			for _, shape := range b.Pages[i].Shapes {
				if shape.Pen == 0 {
					fills--
				}
			}
			if fills != 0 {
				t.Errorf("%s, page %d: %d fills more than shapes", name, i+1, fills)
			}
			for k := range got {
				if got[k].look != want[k].look || got[k].op != want[k].op || !slices.EqualFunc(got[k].at, want[k].at, near) {
					t.Fatalf("%s, page %d: %+v, want %+v", name, i+1, got[k], want[k])
				}
			}
		}
	}
}

func (p *page) strokes(t *testing.T) (out []stroke) {
	t.Helper()
	for _, path := range p.Paths {
		box := numbers(t, path.Boundary)
		look := path.Filled.Value
		if path.Stroke {
			look = fmt.Sprintf("%s %.3f %.2f", path.Drawn.Value, path.Pen, numbers(t, path.Dash))
		}
		if path.Stroke == path.Fill {
			t.Error("a path is neither stroked nor filled, or both")
		}
		for fields := strings.Fields(path.Data); len(fields) > 0; {
			op := fields[0][0]
			n := map[byte]int{'M': 2, 'L': 2, 'B': 6, 'C': 0}[op]
			at := numbers(t, strings.Join(fields[1:1+n], " "))
			for k := range at {
				if at[k] < path.Pen/2 || at[k] > box[2+k%2]-path.Pen/2 {
					t.Errorf("a path reaches out of its boundary: %v in %s", at, path.Boundary)
				}
				at[k] += box[k%2]
			}
			out = append(out, stroke{look, op, at})
			fields = fields[1+n:]
		}
	}
	return out
}

func strokes(p *layout.Page) (out []stroke) {
	for _, l := range p.Rules {
		look := fmt.Sprintf("0 0 0 %.3f []", l.Width*mm)
		out = append(out, stroke{look, 'M', []float64{l.X0 * mm, l.Y0 * mm}}, stroke{look, 'L', []float64{l.X1 * mm, l.Y1 * mm}})
	}
	for _, s := range p.Shapes {
		look := fmt.Sprintf("%d %d %d", s.Color.R, s.Color.G, s.Color.B)
		if s.Pen > 0 {
			dash := slices.Clone(s.Dash)
			for k := range dash {
				dash[k] *= mm
			}
			look += fmt.Sprintf(" %.3f %.2f", s.Pen*mm, dash)
		}
		for k := range s.Path {
			step := &s.Path[k]
			var at []float64
			for _, p := range step.Points() {
				at = append(at, p.X*mm, p.Y*mm)
			}
			out = append(out, stroke{look, "MLBC"[step.Op], at})
		}
	}
	return out
}

func TestCover(t *testing.T) {
	ids := map[string]string{}
	for name, b := range books(t) {
		r := read(t, b)
		date := fmt.Sprintf("%04d-01-01", b.Year+1)
		if i := r.Info; i.Title != b.Title || i.Author != b.Author || i.CreationDate != date || i.ModDate != date || len(i.DocID) != 32 {
			t.Errorf("%s: %+v", name, i)
		}
		if r.doc.Box != "0 0 210 297" {
			t.Errorf("%s: the page is %s", name, r.doc.Box)
		}
		if r.names[0] != "OFD.xml" {
			t.Errorf("%s: it begins with %s", name, r.names[0])
		}
		if other := ids[r.Info.DocID]; other != "" {
			t.Errorf("%s has the number of %s", name, other)
		}
		ids[r.Info.DocID] = name
	}
}

// Objects have numbers of their own, none beyond the one that is said to be the last.
func TestNumbers(t *testing.T) {
	for name, b := range books(t) {
		r, seen := read(t, b), map[string]bool{}
		for _, part := range slices.Sorted(maps.Keys(r.parts)) {
			for _, rest := range strings.Split(string(r.parts[part]), ` ID="`)[1:] {
				id, _, _ := strings.Cut(rest, `"`)
				if seen[id] {
					t.Errorf("%s: two objects are %s", name, id)
				}
				seen[id] = true
			}
		}
		if !seen[fmt.Sprint(r.doc.Last)] || len(seen) != r.doc.Last {
			t.Errorf("%s: of %d objects the last is said to be %d", name, len(seen), r.doc.Last)
		}
	}
}

// Each page of a draft says so, before all else.
func TestDraft(t *testing.T) {
	d := export.Compose(sample.Full())
	d.Draft = true
	for i, p := range read(t, layout.Layout(d, font.Embedded())).pages {
		if p.Texts[0].Code.Text != export.DraftMark {
			t.Errorf("page %d begins with %s", i+1, p.Texts[0].Code.Text)
		}
	}
}

func TestSameBytes(t *testing.T) {
	var first, second bytes.Buffer
	for _, w := range []*bytes.Buffer{&first, &second} {
		if err := ofd.Write(w, export.Compose(sample.Full())); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two files of one document differ")
	}
}

type full struct{}

var errFull = errors.New("full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriterFails(t *testing.T) {
	if err := ofd.Write(full{}, export.Compose(sample.Old())); !errors.Is(err, errFull) {
		t.Errorf("error %v", err)
	}
}
