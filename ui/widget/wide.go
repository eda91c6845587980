package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Wide is a layout of a fixed width, for the columns beside the page. Large type
// widens it by half as much as it grows itself.
type Wide struct{ Width float32 } // with body type

// bodyType is the size of text for which lengths are given.
const bodyType = 14

// Layout fills the place.
func (w Wide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

// MinSize is the fixed width and the greatest height.
func (w Wide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, o := range objects {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(w.Width*(theme.TextSize()+bodyType)/(2*bodyType), h)
}
