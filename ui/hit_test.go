package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestEveryCellInSightCanBeClicked(t *testing.T) {
	w := example(t)
	w.win.Resize(fyne.NewSize(1280, 680))
	for _, p := range w.report().Parts() {
		if p.Table == nil {
			continue
		}
		w.show(p.ID)
		v := w.view.(*table)
		from := fyne.CurrentApp().Driver().AbsolutePositionForObject(v.scroll)
		spots, seen := spotsOf(w), 0
		for ref, o := range v.inputs {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(o.Size().Width/2, o.Size().Height/2)
			if at.Y < from.Y || at.Y > from.Y+v.scroll.Size().Height {
				continue
			}
			seen++
			if top := topAt(spots, at); top != fyne.CanvasObject(o) {
				t.Errorf("a click on %s at %v meets %T", ref, at, top)
			}
		}
		if seen < 5 {
			t.Errorf("only %d cells of %s are in sight", seen, p.ID)
		}
	}
}

// place is an object that takes clicks, and where it is.
type place struct {
	fyne.CanvasObject
	from, to fyne.Position
}

// spotsOf lists what takes clicks, from the bottom up.
func spotsOf(w *Window) (out []place) {
	for _, o := range test.LaidOutObjects(w.win.Content()) {
		switch o.(type) {
		case fyne.Tappable, fyne.Focusable, desktop.Mouseable:
			if o.Visible() {
				from := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
				out = append(out, place{o, from, from.Add(o.Size())})
			}
		}
	}
	return out
}

// topAt is the object that a click meets.
func topAt(spots []place, at fyne.Position) (top fyne.CanvasObject) {
	for _, o := range spots {
		if o.from.X <= at.X && at.X < o.to.X && o.from.Y <= at.Y && at.Y < o.to.Y {
			top = o.CanvasObject
		}
	}
	return top
}
