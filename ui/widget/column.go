package widget

import "fyne.io/fyne/v2"

// Column is a layout that sets objects one below the other at full width and
// gives each the height that it needs there.
type Column struct {
	Gap   float32
	Pad   float32 // around all
	Most  float32 // widest useful width, 0 for any
	width float32
}

func (c *Column) inner(width float32) float32 {
	w := width - 2*c.Pad
	if c.Most > 0 {
		w = min(w, c.Most)
	}
	return max(w, 1)
}

// Layout places the objects.
func (c *Column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.width = size.Width
	w := c.inner(size.Width)
	y := c.Pad
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Move(fyne.NewPos(c.Pad, y))
		h := heightFor(o, w)
		o.Resize(fyne.NewSize(w, h))
		y += h + c.Gap
	}
}

// heightFor is the height of all objects at a width.
func (c *Column) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	w := c.inner(width)
	h := 2 * c.Pad
	n := 0
	for _, o := range objects {
		if o.Visible() {
			h += heightFor(o, w)
			n++
		}
	}
	return h + c.Gap*float32(max(0, n-1))
}

// MinSize is the widest object's width, and the height at the present width.
func (c *Column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, o := range objects {
		if o.Visible() {
			w = max(w, o.MinSize().Width)
		}
	}
	w += 2 * c.Pad
	return fyne.NewSize(w, c.heightFor(objects, max(w, c.width)))
}
