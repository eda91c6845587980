package widget

import "fyne.io/fyne/v2"

// Flow is a layout that sets objects in lines, as words are, each at its least
// width.
type Flow struct{ width float32 }

// Layout places the objects.
func (f *Flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.walk(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position, m fyne.Size) {
		o.Move(at)
		o.Resize(m)
	})
}

// MinSize is the widest object's width, and the height at the present width.
func (f *Flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range objects {
		if o.Visible() {
			width = max(width, o.MinSize().Width)
		}
	}
	return fyne.NewSize(width, f.heightFor(objects, f.width))
}

// heightFor is the height of all lines at a width.
func (f *Flow) heightFor(objects []fyne.CanvasObject, width float32) (height float32) {
	f.walk(objects, width, func(_ fyne.CanvasObject, at fyne.Position, m fyne.Size) {
		height = max(height, at.Y+m.Height)
	})
	return height
}

func (f *Flow) walk(objects []fyne.CanvasObject, width float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) {
	if width == 0 {
		width = 400
	}
	at, line := fyne.NewPos(0, 0), float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if m.Width > width-at.X {
			if at.X > 0 {
				at, line = fyne.NewPos(0, at.Y+line), 0
			}
			m = fyne.NewSize(min(m.Width, width), heightFor(o, width))
		}
		put(o, at, m)
		at.X += m.Width
		line = max(line, m.Height)
	}
}
