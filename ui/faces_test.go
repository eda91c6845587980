package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

// The typefaces are made without a look at the system's fonts, at the start and for another
// look of the window; a character that they lack is looked for there.
func TestTheSystemsFontsAreSearchedForWhatOursLack(t *testing.T) {
	w := open(t)
	for _, again := range []func(){func() {}, w.repaint} {
		again()
		fyne.MeasureText("年报，2026", 14, fyne.TextStyle{})
		if searched {
			t.Fatal("they are searched for nothing")
		}
		fyne.MeasureText("བོད", 14, fyne.TextStyle{})
		if !searched {
			t.Fatal("they are not searched for a character that ours lack")
		}
	}
}
