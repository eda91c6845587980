package picture_test

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"nianbao/export"
	"nianbao/export/font"
	"nianbao/export/layout"
	"nianbao/export/pdf"
	"nianbao/export/picture"
	"nianbao/model"
	"nianbao/model/sample"
)

func book(r *model.Report) *layout.Book {
	return layout.Layout(export.Compose(r), font.Embedded())
}

// drawn is a whole page.
func drawn(p *picture.Press, page *layout.Page, width int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, max(width, 1), picture.Height(width)))
	p.Draw(img, page, image.Point{}, width)
	return img
}

// darkness of each square of half a character of body type, from 0 to 1.
func darkness(img *image.RGBA) [][]float64 {
	const side = 16
	out := make([][]float64, img.Rect.Dy()/side)
	for row := range out {
		out[row] = make([]float64, img.Rect.Dx()/side)
		for col := range out[row] {
			sum := 0
			for y := range side {
				for x := range side {
					sum += 0xFF - int(img.RGBAAt(col*side+x, row*side+y).G)
				}
			}
			out[row][col] = float64(sum) / (0xFF * side * side)
		}
	}
	return out
}

// TestThePictureIsThePDF holds each page against what poppler makes of the PDF.
func TestThePictureIsThePDF(t *testing.T) {
	for name, report := range map[string]func() *model.Report{"full": sample.Full, "old": sample.Old, "rare": sample.Rare} {
		t.Run(name, func(t *testing.T) {
			isThePDF(t, book(report()))
		})
	}
}

// isThePDF holds the pages of a book against what poppler makes of their PDF.
func isThePDF(t *testing.T, b *layout.Book) {
	t.Helper()
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Skip("pdftoppm is not installed (Debian: poppler-utils)")
	}
	var file bytes.Buffer
	if err := pdf.Draw(&file, b); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	cmd := exec.Command("pdftoppm", "-r", "144", "-gray", "-png", "-", filepath.Join(dir, "p"))
	cmd.Stdin = &file
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("pdftoppm: %v: %s", err, out)
	}
	var press picture.Press
	for i := range b.Pages {
		want := read(t, filepath.Join(dir, fmt.Sprintf("p-%0*d.png", len(strconv.Itoa(len(b.Pages))), i+1)))
		compare(t, i+1, darkness(drawn(&press, &b.Pages[i], 1191)), darkness(want))
	}
}

func read(t *testing.T, path string) *image.RGBA {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	out := image.NewRGBA(img.Bounds())
	draw.Draw(out, out.Rect, img, img.Bounds().Min, draw.Src)
	return out
}

func compare(t *testing.T, page int, got, want [][]float64) {
	t.Helper()
	sum, ink, worst := 0.0, 0.0, 0.0
	for row := range min(len(got), len(want)) {
		for col := range min(len(got[row]), len(want[row])) {
			d := math.Abs(got[row][col] - want[row][col])
			sum, ink, worst = sum+d, ink+want[row][col], max(worst, d)
		}
	}
	if ink == 0 || sum > 0.2*ink || worst > 0.15 {
		t.Errorf("page %d: %.1f of ink differ by %.1f, in one place by %.2f", page, ink, sum, worst)
	}
}

// TestRulesAreSharp: at any scale a rule fills whole pixels, all of one darkness.
func TestRulesAreSharp(t *testing.T) {
	page := &layout.Page{Rules: []layout.Rule{
		{X0: 50, Y0: 70.3, X1: 150.7, Y1: 70.3, Width: 0.5},
		{X0: 150.7, Y0: 70.3, X1: 150.7, Y1: 120.9, Width: 0.5},
	}}
	var press picture.Press
	for width := 200; width < 2400; width += 171 {
		img := drawn(&press, page, width)
		shades := map[uint8]int{}
		for i := 0; i < len(img.Pix); i += 4 {
			shades[img.Pix[i]]++
		}
		if len(shades) != 2 || shades[0xFF] == 0 {
			t.Errorf("%d wide there are the shades %v", width, shades)
		}
	}
}

// TestWhatIsKeptChangesNothing: a page comes out the same from a new press and from one
// that has drawn others, and so small that nothing is left to be seen.
func TestWhatIsKeptChangesNothing(t *testing.T) {
	var press picture.Press
	for name, report := range map[string]func() *model.Report{"long": sample.Long, "huge": sample.Huge, "signs": sample.Signs} {
		b := book(report())
		for i := range min(len(b.Pages), 4) {
			for _, width := range []int{0, 7, 420, 801} {
				was := drawn(&press, &b.Pages[i], width)
				if fresh := drawn(new(picture.Press), &b.Pages[i], width); !bytes.Equal(was.Pix, fresh.Pix) {
					t.Errorf("%s, page %d, %d wide, differs", name, i+1, width)
				}
			}
		}
	}
}

// TestAFaceThatCannotBeRead leaves a box, not nothing.
func TestAFaceThatCannotBeRead(t *testing.T) {
	page := &layout.Page{Texts: []layout.Text{{X: 100, Y: 100, Size: 20, Run: font.Run{Face: new(font.Face), Text: "甲"}}}}
	ink := 0
	img := drawn(new(picture.Press), page, 1191)
	for _, shade := range img.Pix {
		ink += 0xFF - int(shade)
	}
	if middle := img.RGBAAt(220, 180).G; ink == 0 || middle != 0xFF {
		t.Errorf("%d of ink, and %d in the middle of the box", ink, middle)
	}
}

// TestAPartIsThatPartOfTheWhole: what is drawn into a smaller image, at any place, is what
// the whole page has there, and nothing is drawn beside the page.
func TestAPartIsThatPartOfTheWhole(t *testing.T) {
	b := book(sample.Full())
	var press picture.Press
	for i := range b.Pages {
		whole := drawn(&press, &b.Pages[i], 700)
		for _, corner := range []image.Point{{0, 0}, {-350, -400}, {-90, -801}, {20, 30}, {-680, 10}, {900, 0}, {0, -2000}} {
			part := image.NewRGBA(image.Rect(0, 0, 120, 90))
			press.Draw(part, &b.Pages[i], corner, 700)
			want := image.NewRGBA(part.Rect)
			draw.Draw(want, whole.Rect.Add(corner), whole, image.Point{}, draw.Src)
			if !bytes.Equal(part.Pix, want.Pix) {
				t.Errorf("page %d at %v differs", i+1, corner)
			}
		}
	}
}

// BenchmarkDraw draws pages of which the characters are known, 600 pixels wide.
func BenchmarkDraw(b *testing.B) {
	pages := book(sample.Full()).Pages
	var press picture.Press
	img := image.NewRGBA(image.Rect(0, 0, 600, picture.Height(600)))
	b.ReportAllocs()
	for b.Loop() {
		for i := range pages {
			press.Draw(img, &pages[i], image.Point{}, 600)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(pages)), "ns/page")
}

// BenchmarkFirst draws a first page, none of whose characters is known.
func BenchmarkFirst(b *testing.B) {
	pages := book(sample.Full()).Pages
	b.ReportAllocs()
	for b.Loop() {
		drawn(new(picture.Press), &pages[0], 600)
	}
}
