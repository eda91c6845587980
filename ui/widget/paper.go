package widget

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// paper is all the pages, as long as the book. Of its leaves there are only as many
// as can be seen at once: one that goes out of sight is used for the next page.
type paper struct {
	widget.BaseWidget
	pages  *Pages
	leaves []*leaf
	over   bool // the pointer is over something that leads somewhere
}

// leaf is a page in sight.
type leaf struct {
	page   int // -1: none, or it must be drawn anew
	ground *canvas.Rectangle
	image  *canvas.Raster
}

func newPaper(p *Pages) *paper {
	o := &paper{pages: p}
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

// place gives each page in sight a leaf.
func (o *paper) place() {
	view, offset := o.pages.scroll.Size(), o.pages.scroll.Offset
	size := o.leaf()
	pitch := size.Height + margin
	first := max(0, int((offset.Y-margin)/pitch))
	last := min(o.pages.count-1, int((offset.Y+view.Height-margin)/pitch))
	if view.Height <= 0 {
		last = first - 1
	}
	var free []*leaf
	there := map[int]*leaf{}
	for _, l := range o.leaves {
		if l.page >= first && l.page <= last {
			there[l.page] = l
		} else {
			free = append(free, l)
		}
	}
	o.leaves = o.leaves[:0]
	for page := first; page <= last; page++ {
		l, again := there[page], false
		if l == nil {
			if free != nil {
				l, free = free[0], free[1:]
			} else {
				l = o.newLeaf()
			}
			l.page, again = page, true
		}
		at := fyne.NewPos(o.left(), o.top(page))
		l.ground.Move(at)
		l.ground.Resize(size)
		l.image.Move(at)
		if l.image.Size() != size {
			l.image.Resize(size)
		} else if again {
			l.image.Refresh()
		}
		o.leaves = append(o.leaves, l)
	}
	canvas.Refresh(o)
}

func (o *paper) newLeaf() *leaf {
	l := &leaf{ground: canvas.NewRectangle(color.White)}
	l.ground.Shadow = canvas.Shadow{Color: color.NRGBA{A: 0x50}, BlurRadius: 6, Offset: fyne.NewPos(0, 1)}
	l.image = canvas.NewRaster(func(width, _ int) image.Image {
		if o.pages.Draw == nil || l.page < 0 || l.page >= o.pages.count {
			return image.White
		}
		return o.pages.Draw(l.page, width)
	})
	l.image.ScaleMode = canvas.ImageScalePixels
	return l
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

// CreateRenderer draws the leaves.
func (o *paper) CreateRenderer() fyne.WidgetRenderer {
	return &paperRenderer{paper: o, surround: canvas.NewRectangle(paint(theme.ColorNameBackground))}
}

type paperRenderer struct {
	paper    *paper
	surround *canvas.Rectangle
}

func (r *paperRenderer) Destroy() {}

func (r *paperRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.surround}
	for _, l := range r.paper.leaves {
		out = append(out, l.ground, l.image)
	}
	return out
}

func (r *paperRenderer) MinSize() fyne.Size { return r.paper.MinSize() }

func (r *paperRenderer) Layout(size fyne.Size) {
	r.surround.Resize(size)
	r.paper.place()
}

func (r *paperRenderer) Refresh() {
	r.surround.FillColor = paint(theme.ColorNameBackground)
	r.surround.Refresh()
	canvas.Refresh(r.paper)
}
