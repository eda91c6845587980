package widget

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Figure shows a drawing on white paper, as wide as it has room. The drawing is made anew
// for each width: its type keeps its size, which is that of the window's own.
type Figure struct {
	widget.BaseWidget
	High func(width float64) float64                  // what it needs at a width, in points
	Draw func(dst *image.RGBA, width, points float64) // draws it over all of dst, so many points wide and as many pixels a point
	made struct{ width, high float64 }
}

// NewFigure shows a drawing.
func NewFigure(high func(width float64) float64, draw func(dst *image.RGBA, width, points float64)) *Figure {
	f := &Figure{High: high, Draw: draw}
	f.ExtendBaseWidget(f)
	return f
}

// The room between the paper's edge and the drawing, and the least width of both.
const (
	figurePad   = 12
	figureLeast = 280
)

// unit is how large a point is in the window; larger type makes larger drawings.
func unit() float64 { return full * float64(theme.TextSize()) / bodyType }

// points is the drawing's width in points where the figure has a width.
func (f *Figure) points(width float32) float64 {
	return math.Max(1, float64(width-2*figurePad)/unit())
}

// HeightFor is the figure's height at a width.
func (f *Figure) HeightFor(width float32) float32 {
	w := f.points(max(width, figureLeast))
	if w != f.made.width {
		f.made.width, f.made.high = w, f.High(w)
	}
	return float32(math.Ceil(f.made.high*unit())) + 2*figurePad
}

// MinSize is the least width, and the height at the present one.
func (f *Figure) MinSize() fyne.Size {
	f.ExtendBaseWidget(f)
	return fyne.NewSize(figureLeast, f.HeightFor(f.Size().Width))
}

// Put shows another drawing in the place of this.
func (f *Figure) Put(high func(width float64) float64, draw func(dst *image.RGBA, width, points float64)) {
	f.High, f.Draw = high, draw
	f.made.width = 0
	f.Refresh()
}

// CreateRenderer draws paper and drawing.
func (f *Figure) CreateRenderer() fyne.WidgetRenderer {
	r := &figureRenderer{figure: f, paper: canvas.NewRectangle(color.White)}
	r.paper.StrokeWidth = rule
	r.image = canvas.NewRaster(r.draw)
	r.image.ScaleMode = canvas.ImageScalePixels
	r.Refresh()
	return r
}

type figureRenderer struct {
	figure *Figure
	paper  *canvas.Rectangle
	image  *canvas.Raster
}

// draw draws the figure's drawing at so many pixels.
func (r *figureRenderer) draw(width, height int) image.Image {
	dst := image.NewRGBA(image.Rect(0, 0, width, height))
	points := r.figure.points(r.figure.Size().Width)
	if r.figure.Draw != nil && width > 0 {
		r.figure.Draw(dst, points, float64(width)/points)
	}
	return dst
}

func (r *figureRenderer) Destroy() {}

func (r *figureRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.paper, r.image}
}

func (r *figureRenderer) MinSize() fyne.Size { return r.figure.MinSize() }

func (r *figureRenderer) Layout(size fyne.Size) {
	r.paper.Resize(size)
	r.image.Move(fyne.NewPos(figurePad, figurePad))
	r.image.Resize(size.SubtractWidthHeight(2*figurePad, 2*figurePad))
}

func (r *figureRenderer) Refresh() {
	r.paper.StrokeColor = paint(ColorLine)
	r.paper.Refresh()
	r.image.Refresh()
	canvas.Refresh(r.figure)
}
