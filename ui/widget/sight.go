package widget

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Sight scrolls as little as is needed to see a part of an object inside a
// scroller: from y on, height high.
func Sight(s *container.Scroll, o fyne.CanvasObject, y, height float32) {
	sight(s, o, y, height, 30)
}

// sight waits for what has just been made: the toolkit knows where an object is
// once it has painted it.
func sight(s *container.Scroll, o fyne.CanvasObject, y, height float32, tries int) {
	const margin = 12
	at := fyne.CurrentApp().Driver()
	if at.CanvasForObject(o) == nil || at.CanvasForObject(s.Content) == nil {
		if tries > 0 {
			time.AfterFunc(10*time.Millisecond, func() {
				fyne.Do(func() { sight(s, o, y, height, tries-1) })
			})
		}
		return
	}
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
