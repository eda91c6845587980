package ui

import (
	_ "unsafe" // for go:linkname

	"fyne.io/fyne/v2"

	"nianbao/assets"
	"nianbao/ui/spare"
)

// searched tells the toolkit that it has been through the system's fonts, and found none
// unless it really has.
//
//go:linkname searched fyne.io/fyne/v2/internal/painter.loaded
var searched bool

// faces makes the typefaces of the window. To each that it makes the toolkit adds one of the
// system's for the language: where Noto Sans CJK is installed that is 42 MB and 80 ms, for
// what ours have anyway. So it must not look while it makes them. For a character that ours
// lack it looks when one is to be shown.
func faces() {
	searched = true
	for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
		fyne.MeasureText("年", 1, style)
	}
	searched = false
	spare.Pages(assets.Window) // the toolkit has copied them
	spare.Pages(assets.WindowBold)
}

// keepFaces makes the typefaces, and makes them anew whenever the toolkit has dropped them:
// with a change of the look or of the desktop's settings.
func (w *Window) keepFaces() {
	faces()
	w.app.Settings().AddListener(func(fyne.Settings) {
		searched = true // the toolkit makes them itself while it repaints
		fyne.Do(faces)
	})
}
