package picture_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/png"
	"io"
	"testing"

	"nianbao/export"
	"nianbao/export/chart"
	"nianbao/export/font"
	"nianbao/export/layout"
	"nianbao/export/picture"
	"nianbao/model"
	"nianbao/model/sample"
)

// drawings are those of a course, and one with turned labels.
func drawings() (out []*chart.Drawing) {
	d := (&export.Course{Reports: sample.Course()}).Compose()
	for _, b := range d.Blocks {
		if b.Chart != nil {
			out = append(out, b.Chart.Draw(font.Embedded(), 440, 200))
		}
	}
	c := &chart.Chart{Unit: "件", Series: []chart.Series{{Name: "新收"}}}
	for i := range 25 {
		c.Labels = append(c.Labels, "白杨镇人民政府")
		c.Series[0].Numbers = append(c.Series[0].Numbers, model.Int(int64(i)))
	}
	return append(out, c.Draw(font.Embedded(), 440, 260))
}

// charted is a page of each drawing, as a book prints it.
func charted() *layout.Book {
	b := &layout.Book{Year: 2026}
	for i, d := range drawings() {
		p := layout.Page{Number: i + 1}
		shapes, texts := d.Moved(80, 100)
		p.Shapes = shapes
		for _, t := range texts {
			p.Texts = append(p.Texts, layout.Text{X: t.X, Y: t.Y, Size: t.Size, Run: t.Run, Up: t.Up})
		}
		b.Pages = append(b.Pages, p)
	}
	return b
}

func TestThePictureOfChartsIsThePDF(t *testing.T) { isThePDF(t, charted()) }

// A part of a page, and a chart alone, are what the whole page shows there.
func TestPartsOfCharts(t *testing.T) {
	var press picture.Press
	page := &charted().Pages[0]
	whole := drawn(&press, page, 1200)
	part := image.NewRGBA(image.Rect(100, 150, 700, 500))
	press.Draw(part, page, image.Point{}, 1200)
	for y := part.Rect.Min.Y; y < part.Rect.Max.Y; y++ {
		for x := part.Rect.Min.X; x < part.Rect.Max.X; x++ {
			if part.RGBAAt(x, y) != whole.RGBAAt(x, y) {
				t.Fatalf("the part differs at %d, %d", x, y)
			}
		}
	}
}

func TestPNG(t *testing.T) {
	var press picture.Press
	for i, d := range drawings() {
		b, err := press.PNG(d, 2)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := img.Bounds().Size(), picture.Size(d, 2); got != want {
			t.Errorf("drawing %d: %v large, want %v", i, got, want)
		}
	}
}

// The vector picture is XML, has an outline for each text and a path for each shape.
func TestSVG(t *testing.T) {
	var press picture.Press
	for i, d := range drawings() {
		decoder, paths := xml.NewDecoder(bytes.NewReader([]byte(press.SVG(d)))), 0
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("drawing %d: %v", i, err)
			}
			if e, ok := token.(xml.StartElement); ok && e.Name.Local == "path" {
				paths++
				for _, a := range e.Attr {
					if a.Name.Local == "d" && len(a.Value) < 8 {
						t.Errorf("drawing %d: a path is %q", i, a.Value)
					}
				}
			}
		}
		if want := len(d.Shapes) + len(d.Texts); paths != want {
			t.Errorf("drawing %d: %d paths, want %d", i, paths, want)
		}
	}
}

func BenchmarkChart(b *testing.B) {
	var press picture.Press
	d := drawings()[0]
	img := image.NewRGBA(image.Rectangle{Max: picture.Size(d, 2)})
	for b.Loop() {
		press.Chart(img, d, image.Point{}, 2)
	}
}
