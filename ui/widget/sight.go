package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Sight scrolls as little as is needed to see a part of an object inside a
// scroller: from y on, height high.
func Sight(s *container.Scroll, o fyne.CanvasObject, y, height float32) {
	const margin = 12
	at := fyne.CurrentApp().Driver()
	y += at.AbsolutePositionForObject(o).Y - at.AbsolutePositionForObject(s.Content).Y
	offset := s.Offset
	if bottom := y + height + margin; bottom > offset.Y+s.Size().Height {
		offset.Y = bottom - s.Size().Height
	}
	if y-margin < offset.Y {
		offset.Y = max(0, y-margin)
	}
	if offset != s.Offset {
		s.ScrollToOffset(offset)
	}
}
