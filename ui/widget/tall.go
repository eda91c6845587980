package widget

import "fyne.io/fyne/v2"

// Tall is a layout of a fixed height, for what fills a box.
type Tall struct{ Height float32 }

// Layout fills the place.
func (t Tall) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

// MinSize is the greatest width and the fixed height.
func (t Tall) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, o := range objects {
		w = max(w, o.MinSize().Width)
	}
	return fyne.NewSize(w, t.Height)
}
