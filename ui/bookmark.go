package ui

import (
	"fyne.io/fyne/v2"

	"nianbao/model"
)

// bookmark is where a clerk was in a view of paragraphs, to come back to when the view
// is made anew.
type bookmark struct {
	place  string
	offset fyne.Position
	ref    model.Ref // with the caret, "" for none
	caret  int
}

func (w *Window) bookmark() bookmark {
	s := bookmark{place: w.place}
	v, ok := w.view.(*prose)
	if !ok {
		return s
	}
	s.offset = v.scroll.Offset
	for _, p := range v.passages {
		if p.field.Focused() {
			s.ref, s.caret = p.ref, p.field.Caret()
		}
	}
	return s
}

func (w *Window) comeBack(s bookmark) {
	v, ok := w.view.(*prose)
	if !ok || w.place != s.place {
		return
	}
	v.scroll.ScrollToOffset(s.offset)
	if p := w.passageAt(s.ref); p != nil {
		w.win.Canvas().Focus(p.field)
		p.field.SetCaret(s.caret)
	}
}
