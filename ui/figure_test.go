package ui

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"

	"nianbao/export"
	"nianbao/model/sample"
)

// What the window shows of a chart is the drawing that the exports print, at its own width:
// every chart of a course has ink from its first line to its last.
func TestFiguresAreDrawn(t *testing.T) {
	win := open(t).app.NewWindow("") // of its own: what the program's window still loads may take that one's place
	for _, b := range (&export.Course{Reports: sample.Course()}).Compose().Blocks {
		if b.Chart == nil {
			continue
		}
		f := newFigure(b.Chart)
		win.SetContent(f)
		win.Resize(fyne.NewSize(700, f.HeightFor(700)))
		shown := win.Canvas().Capture()
		size := shown.Bounds().Size()
		for _, part := range []image.Rectangle{image.Rect(0, 14, size.X/2, 40), image.Rect(0, size.Y-40, size.X, size.Y-14)} {
			dark := 0
			for y := part.Min.Y; y < part.Max.Y; y++ {
				for x := part.Min.X; x < part.Max.X; x++ {
					if r, _, _, _ := shown.At(x, y).RGBA(); r < 0x8000 {
						dark++
					}
				}
			}
			if dark < 20 {
				t.Errorf("%s: %d dark points in %v of %v", b.Text, dark, part, size)
			}
		}
	}
}
