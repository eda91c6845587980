package widget

import (
	"image"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// A figure is drawn for the width that it has, as high as it says, over all of its paper.
func TestFigureFollowsItsWidth(t *testing.T) {
	test.NewTempApp(t)
	var widths []float64
	f := NewFigure(
		func(width float64) float64 { return width / 2 },
		func(dst *image.RGBA, width, points float64) {
			widths = append(widths, width)
			if got := width * points; math.Abs(got-float64(dst.Rect.Dx())) > 1 {
				t.Errorf("%.1f points of %.2f pixels are to fill %d pixels", width, points, dst.Rect.Dx())
			}
			dst.SetRGBA(3, 3, color.RGBA{R: 0xFF, A: 0xFF})
		})
	win := test.NewTempWindow(t, container.New(&Column{}, f))
	win.SetPadded(false)
	for _, width := range []float32{400, 900, 300} {
		win.Resize(fyne.NewSize(width, 600))
		image := win.Canvas().Capture()
		if f.Size().Width != width || f.Size().Height != f.HeightFor(width) {
			t.Errorf("at a width of %v the figure has %v", width, f.Size())
		}
		want := f.points(width)
		if n := len(widths); n == 0 || widths[n-1] != want {
			t.Errorf("at a width of %v it was drawn for %v, want %v", width, widths, want)
		}
		if high := float64(f.Size().Height-2*figurePad) / unit(); high < want/2 || high > want/2+1.5 {
			t.Errorf("at a width of %v it is %.1f points high, want %.1f", width, high, want/2)
		}
		if r, g, _, _ := image.At(figurePad+3, figurePad+3).RGBA(); r < 0xF000 || g > 0x1000 {
			t.Errorf("at a width of %v nothing is seen of the drawing", width)
		}
		if r, g, b, _ := image.At(5, 5).RGBA(); r != 0xFFFF || g != 0xFFFF || b != 0xFFFF {
			t.Errorf("at a width of %v the paper is not white", width)
		}
	}
}

func TestAnotherDrawingTakesAnotherHeight(t *testing.T) {
	test.NewTempApp(t)
	draw := func(*image.RGBA, float64, float64) {}
	f := NewFigure(func(float64) float64 { return 100 }, draw)
	was := f.HeightFor(500)
	f.Put(func(float64) float64 { return 200 }, draw)
	if now := f.HeightFor(500); now < was+100 {
		t.Errorf("it was %v high and is %v", was, now)
	}
}
