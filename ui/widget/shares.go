package widget

import "fyne.io/fyne/v2"

// Shares is a layout of objects beside each other, each with its share of the width and
// of its own height.
type Shares struct {
	Of  []float32 // relative widths, one for each object
	Gap float32
}

// place gives each object's left edge and width.
func (s Shares) place(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, x, width float32)) {
	all := float32(0)
	for i := range objects {
		all += s.Of[i]
	}
	room, x := width-s.Gap*float32(len(objects)-1), float32(0)
	for i, o := range objects {
		w := max(1, room*s.Of[i]/all)
		put(o, x, w)
		x += w + s.Gap
	}
}

// Layout places the objects.
func (s Shares) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.place(objects, size.Width, func(o fyne.CanvasObject, x, width float32) {
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(width, heightFor(o, width)))
	})
}

// heightFor is the height of the tallest at a width.
func (s Shares) heightFor(objects []fyne.CanvasObject, width float32) (height float32) {
	s.place(objects, width, func(o fyne.CanvasObject, _, width float32) {
		height = max(height, heightFor(o, width))
	})
	return height
}

// MinSize is what all need beside each other.
func (s Shares) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(s.Gap*float32(len(objects)-1), 0)
	for _, o := range objects {
		m := o.MinSize()
		size = fyne.NewSize(size.Width+m.Width, max(size.Height, m.Height))
	}
	return size
}
