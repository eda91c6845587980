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
		seen := 0
		for ref, o := range v.inputs {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(o.Size().Width/2, o.Size().Height/2)
			if at.Y < from.Y || at.Y > from.Y+v.scroll.Size().Height {
				continue
			}
			seen++
			if top := topAt(w, at); top != fyne.CanvasObject(o) {
				t.Errorf("a click on %s at %v meets %T", ref, at, top)
			}
		}
		if seen < 5 {
			t.Errorf("only %d cells of %s are in sight", seen, p.ID)
		}
	}
}

// topAt is the object that a click meets.
func topAt(w *Window, at fyne.Position) (top fyne.CanvasObject) {
	d := fyne.CurrentApp().Driver()
	for _, o := range test.LaidOutObjects(w.win.Content()) {
		switch o.(type) {
		case fyne.Tappable, fyne.Focusable, desktop.Mouseable:
		default:
			continue
		}
		p, size := d.AbsolutePositionForObject(o), o.Size()
		if o.Visible() && p.X <= at.X && at.X < p.X+size.Width && p.Y <= at.Y && at.Y < p.Y+size.Height {
			top = o
		}
	}
	return top
}
