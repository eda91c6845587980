package widget

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// A figure is never cut as long as it can be read when set smaller.
func TestFiguresFit(t *testing.T) {
	test.NewTempApp(t)
	set := func(figure string, size float32) *canvas.Text {
		line := canvas.NewText(figure, color.Black)
		line.TextSize, line.TextStyle.Bold = size, true
		return line
	}
	for _, figure := range []string{"1", "11165", "123456", "99999999"} {
		full, least := set(figure, 14).MinSize().Width, set(figure, 9).MinSize().Width
		for width := full + 3; width >= least; width -= 0.3 {
			line := set(figure, 14)
			fit(line, width)
			if line.Text != figure || line.MinSize().Width > width {
				t.Fatalf("%s in %.1f of %.1f is %s at %.2f", figure, width, full, line.Text, line.TextSize)
			}
			if width >= full && line.TextSize != 14 {
				t.Fatalf("%s is made smaller though it fits", figure)
			}
		}
	}
}
