package widget

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nianbao/ui/ime"
)

// TypedPhrase takes what an input method has composed, as one edit.
func (f *Field) TypedPhrase(phrase string) {
	f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: composed(phrase)})
}

// TypedPhrase replaces what is selected.
func (c *Cell) TypedPhrase(phrase string) {
	c.sheet.collapse()
	c.editing = true
	c.Field.TypedPhrase(phrase)
}

// composed is a phrase in the shape in which the toolkit's entry takes several
// characters at once.
type composed string

func (c composed) Content() string { return string(c) }
func (composed) SetContent(string) {}

// CaretBox is where the caret is painted.
func (f *Field) CaretBox() (ime.Caret, bool) {
	driver := fyne.CurrentApp().Driver()
	canvas := driver.CanvasForObject(f.outer)
	if canvas == nil || f.origin == nil {
		return ime.Caret{}, false
	}
	at := driver.AbsolutePositionForObject(f.outer).Add(f.origin()).Add(f.CursorPosition())
	pixels := func(length float32) int { return int(math.Round(float64(length * canvas.Scale()))) }
	return ime.Caret{X: pixels(at.X), Y: pixels(at.Y), Height: pixels(theme.TextSize() * 1.5)}, true
}
