package widget

import "fyne.io/fyne/v2"

// Strip is a layout of a ground, a sign, a text that wraps and what belongs at its right; if
// that leaves too little room for the text, it stands below. Without the text there is no
// strip, but its width is always known.
type Strip struct {
	Pad   float32
	Least float32 // the width that a text is to have
	width float32
}

// parts are where text and what is at its right stand at a width, and the height of all.
func (s *Strip) parts(objects []fyne.CanvasObject, width float32) (text, side fyne.Position, room, height float32) {
	sign, side1 := objects[1].MinSize().Width, objects[3].MinSize()
	text = fyne.NewPos(s.Pad+sign, s.Pad)
	room = width - text.X - s.Pad
	if room-side1.Width-s.Pad >= s.Least {
		room -= side1.Width + s.Pad
		high := max(heightFor(objects[2], room), side1.Height)
		return fyne.NewPos(text.X, s.Pad+(high-heightFor(objects[2], room))/2),
			fyne.NewPos(width-s.Pad-side1.Width, s.Pad+(high-side1.Height)/2), room, high + 2*s.Pad
	}
	room = max(room, 1)
	high := heightFor(objects[2], room)
	return text, fyne.NewPos(text.X, s.Pad+high+s.Pad), room, high + side1.Height + 3*s.Pad
}

// Layout places the objects.
func (s *Strip) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.width = size.Width
	if !objects[2].Visible() {
		return
	}
	text, side, room, height := s.parts(objects, size.Width)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width, height))
	objects[1].Move(fyne.NewPos(s.Pad, text.Y))
	objects[1].Resize(objects[1].MinSize())
	objects[2].Move(text)
	objects[2].Resize(fyne.NewSize(room, heightFor(objects[2], room)))
	objects[3].Move(side)
	objects[3].Resize(objects[3].MinSize())
}

// MinSize is the height at the present width; any width will do.
func (s *Strip) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if !objects[2].Visible() {
		return fyne.Size{}
	}
	_, _, _, height := s.parts(objects, max(s.width, s.Least))
	return fyne.NewSize(1, height)
}
