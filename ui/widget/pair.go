package widget

import "fyne.io/fyne/v2"

// Pair is a layout of two objects beside each other, each of its own height. If
// the second is hidden the first has all the width.
type Pair struct{ Gap float32 }

// Layout places the objects.
func (p Pair) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := size.Width
	if objects[1].Visible() {
		width = (size.Width - p.Gap) / 2
	}
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*(width+p.Gap), 0))
		o.Resize(fyne.NewSize(width, heightFor(o, width)))
	}
}

// MinSize is both widths and the greater height.
func (p Pair) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	if o := objects[1]; o.Visible() {
		m := o.MinSize()
		size = fyne.NewSize(2*max(size.Width, m.Width)+p.Gap, max(size.Height, m.Height))
	}
	return size
}
