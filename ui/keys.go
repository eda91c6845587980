package ui

import (
	"fyne.io/fyne/v2"
)

// onKey is told of the keys that a field has no use for, and of all keys while
// nothing has the focus.
func (w *Window) onKey(key *fyne.KeyEvent) {
	if w.asking() {
		if n := len(w.boxes); n > 0 {
			switch key.Name {
			case fyne.KeyEscape:
				w.boxes[n-1].escape()
			case fyne.KeyReturn, fyne.KeyEnter:
				w.boxes[n-1].enter()
			}
		}
		return
	}
	if key.Name == fyne.KeyEscape && w.search != nil && w.search.all.Visible() {
		w.search.close()
		return
	}
	if do := w.menu.keys[key.Name]; do != nil {
		do()
	} else if v, ok := w.view.(interface{ key(fyne.KeyName) }); ok && w.session != nil {
		v.key(key.Name)
	}
}
