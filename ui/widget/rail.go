package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Rail is a layout of a list and what stands under it. The list takes the height
// that it needs; where that is not to be had it scrolls, and what stands under it
// stays in sight.
type Rail struct {
	List *container.Scroll
	Foot fyne.CanvasObject
}

// Layout places the list and the foot.
func (r Rail) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	foot := heightFor(r.Foot, size.Width)
	list := min(r.List.Content.MinSize().Height, max(0, size.Height-foot))
	r.List.Move(fyne.NewPos(0, 0))
	r.List.Resize(fyne.NewSize(size.Width, list))
	r.Foot.Move(fyne.NewPos(0, list))
	r.Foot.Resize(fyne.NewSize(size.Width, foot))
}

// MinSize has room for the foot and a little of the list.
func (r Rail) MinSize([]fyne.CanvasObject) fyne.Size {
	list, foot := r.List.MinSize(), r.Foot.MinSize()
	return fyne.NewSize(max(list.Width, foot.Width), list.Height+foot.Height)
}
