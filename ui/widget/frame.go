package widget

import "fyne.io/fyne/v2"

// Frame is a layout of a top, a bottom and a scroller that fills the room between
// them, without gaps. Top and bottom may be missing.
type Frame struct {
	Top, Bottom fyne.CanvasObject
	Bar         float32 // room at the right for the scroller's bar: only it goes there
}

// Layout places the objects.
func (f Frame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	from, to := float32(0), size.Height
	width := size.Width - f.Bar
	if f.Top != nil {
		h := heightFor(f.Top, width)
		f.Top.Move(fyne.NewPos(0, 0))
		f.Top.Resize(fyne.NewSize(width, h))
		from = h - rule // the sheets share the line between them
	}
	if f.Bottom != nil {
		h := heightFor(f.Bottom, width)
		f.Bottom.Move(fyne.NewPos(0, size.Height-h))
		f.Bottom.Resize(fyne.NewSize(width, h))
		to -= h
	}
	for _, o := range objects {
		if o != f.Top && o != f.Bottom {
			o.Move(fyne.NewPos(0, from))
			o.Resize(fyne.NewSize(size.Width, max(0, to-from)))
		}
	}
}

// MinSize is the widest object's width and the height of all.
func (f Frame) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		m := o.MinSize()
		if o == f.Top || o == f.Bottom {
			m.Width += f.Bar
		}
		size = fyne.NewSize(max(size.Width, m.Width), size.Height+m.Height)
	}
	return size
}
