package widget

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// paper is all the pages, as long as the book. What is in sight of them is one image,
// as large as the room and drawn anew when it scrolls: its size does not grow with the
// zoom or with the book.
type paper struct {
	widget.BaseWidget
	pages  *Pages
	sheets []*canvas.Rectangle // under the pages in sight, with their shadows
	image  *canvas.Raster
	buffer *image.RGBA
	over   bool // the pointer is over something that leads somewhere
}

func newPaper(p *Pages) *paper {
	o := &paper{pages: p}
	o.image = canvas.NewRaster(o.draw)
	o.image.ScaleMode = canvas.ImageScalePixels
	o.ExtendBaseWidget(o)
	return o
}

// leaf is the size of a page, in whole units so that all are equally sharp.
func (o *paper) leaf() fyne.Size {
	width := float32(math.Round(float64(o.pages.size.Width * full * o.pages.Zoom())))
	width = max(width, 8)
	return fyne.NewSize(width, float32(math.Round(float64(width*o.pages.size.Height/o.pages.size.Width))))
}

func (o *paper) top(page int) float32 { return margin + float32(page)*(o.leaf().Height+margin) }

func (o *paper) left() float32 {
	return max(margin, float32(math.Floor(float64(o.Size().Width-o.leaf().Width)/2)))
}

// MinSize is the room that all pages take.
func (o *paper) MinSize() fyne.Size {
	size := o.leaf()
	return fyne.NewSize(size.Width+2*margin, margin+float32(o.pages.count)*(size.Height+margin))
}

// sight is the pages in sight, from the first to before the last.
func (o *paper) sight() (first, last int) {
	view, offset := o.pages.scroll.Size(), o.pages.scroll.Offset
	pitch := o.leaf().Height + margin
	first = max(0, int((offset.Y-margin)/pitch))
	last = min(o.pages.count, int((offset.Y+view.Height-margin)/pitch)+1)
	return first, max(first, last)
}

// place puts the image into the room and sheets under the pages in sight.
func (o *paper) place() {
	size, first, last := o.leaf(), 0, 0
	first, last = o.sight()
	for len(o.sheets) < last-first {
		sheet := canvas.NewRectangle(color.White)
		sheet.Shadow = canvas.Shadow{Color: color.NRGBA{A: 0x50}, BlurRadius: 6, Offset: fyne.NewPos(0, 1)}
		o.sheets = append(o.sheets, sheet)
	}
	o.sheets = o.sheets[:last-first]
	for i, sheet := range o.sheets {
		sheet.Move(fyne.NewPos(o.left(), o.top(first+i)))
		sheet.Resize(size)
	}
	o.image.Move(o.pages.scroll.Offset)
	if o.image.Size() != o.pages.scroll.Size() {
		o.image.Resize(o.pages.scroll.Size())
	} else {
		o.image.Refresh()
	}
	canvas.Refresh(o)
}

// draw draws what is in sight, at so many pixels. The image is the same at each call:
// the toolkit copies it.
func (o *paper) draw(width, height int) image.Image {
	if o.buffer == nil || o.buffer.Rect.Dx() != width || o.buffer.Rect.Dy() != height {
		o.buffer = image.NewRGBA(image.Rect(0, 0, width, height))
	} else {
		clear(o.buffer.Pix)
	}
	view, offset := o.pages.scroll.Size(), o.pages.scroll.Offset
	if o.pages.Draw == nil || view.Width <= 0 {
		return o.buffer
	}
	scale := float64(width) / float64(view.Width)
	dots := func(v float32) int { return int(math.Round(float64(v) * scale)) }
	first, last := o.sight()
	for page := first; page < last; page++ {
		at := image.Pt(dots(o.left()-offset.X), dots(o.top(page)-offset.Y))
		o.pages.Draw(o.buffer, page, at, dots(o.leaf().Width))
	}
	return o.buffer
}

// at gives the page under a place, and the point of the page.
func (o *paper) at(place fyne.Position) (page int, at fyne.Position, ok bool) {
	size := o.leaf()
	page = int((place.Y - margin) / (size.Height + margin))
	if place.Y < margin || page >= o.pages.count {
		return 0, at, false
	}
	points := o.pages.size.Width / size.Width
	at = fyne.NewPos((place.X-o.left())*points, (place.Y-o.top(page))*points)
	return page, at, at.X >= 0 && at.Y >= 0 && at.X < o.pages.size.Width && at.Y < o.pages.size.Height
}

// Tapped tells what was clicked, and takes the keys.
func (o *paper) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		c.Focus(o.pages)
	}
	if page, at, ok := o.at(e.Position); ok && o.pages.OnTapped != nil {
		o.pages.OnTapped(page, at)
	}
}

// Scrolled scrolls, or zooms if Ctrl is held.
func (o *paper) Scrolled(e *fyne.ScrollEvent) {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok && d.CurrentKeyModifiers()&fyne.KeyModifierShortcutDefault != 0 {
		if e.Scrolled.DY != 0 {
			o.pages.Step(e.Scrolled.DY > 0)
		}
		return
	}
	faster := *e // a notch of the wheel is two lines of a page
	faster.Scrolled = fyne.NewDelta(2*e.Scrolled.DX, 2*e.Scrolled.DY)
	o.pages.scroll.Scrolled(&faster)
}

// MouseIn is the first move.
func (o *paper) MouseIn(e *desktop.MouseEvent) { o.MouseMoved(e) }

// MouseMoved looks at what is under the pointer.
func (o *paper) MouseMoved(e *desktop.MouseEvent) {
	page, at, ok := o.at(e.Position)
	o.over = ok && o.pages.Leads != nil && o.pages.Leads(page, at)
}

// MouseOut forgets it.
func (o *paper) MouseOut() { o.over = false }

// Cursor is a hand where a click leads somewhere.
func (o *paper) Cursor() desktop.Cursor {
	if o.over {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer draws the pages.
func (o *paper) CreateRenderer() fyne.WidgetRenderer {
	return &paperRenderer{paper: o, surround: canvas.NewRectangle(paint(ColorDesk))}
}

type paperRenderer struct {
	paper    *paper
	surround *canvas.Rectangle
}

func (r *paperRenderer) Destroy() {}

func (r *paperRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.surround}
	for _, sheet := range r.paper.sheets {
		out = append(out, sheet)
	}
	return append(out, r.paper.image)
}

func (r *paperRenderer) MinSize() fyne.Size { return r.paper.MinSize() }

func (r *paperRenderer) Layout(size fyne.Size) {
	r.surround.Resize(size)
	r.paper.place()
}

func (r *paperRenderer) Refresh() {
	r.surround.FillColor = paint(ColorDesk)
	r.surround.Refresh()
	canvas.Refresh(r.paper)
}
