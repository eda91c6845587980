package widget

import "fyne.io/fyne/v2"

// ours are the keys that a field leaves to the window.
var ours = map[fyne.KeyName]bool{
	fyne.KeyEscape: true, fyne.KeyF1: true, fyne.KeyF3: true, fyne.KeyF8: true,
}

// pass hands a key that a field has no use for to the window; it says whether it did.
func pass(o fyne.CanvasObject, key *fyne.KeyEvent) bool {
	if !ours[key.Name] {
		return false
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		if told := c.OnTypedKey(); told != nil {
			told(key)
		}
	}
	return true
}
