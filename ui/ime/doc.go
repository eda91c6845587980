// Package ime is what the window has to do with the system's input method (输入法):
// a phrase comes from it as a whole, keys that it has used up come to nobody else,
// and it learns where the caret is. Where it stands between the toolkit and X, what lets the
// window rest stands with it. All of it belongs to the goroutine that paints.
package ime

import "fyne.io/fyne/v2"

// Field is what people type into. The input method gives it phrases and asks it
// where they will stand.
type Field interface {
	TypedPhrase(phrase string)
	CaretBox() (Caret, bool) // false if it is not to be seen
}

// Caret is the caret's place in its window, in pixels.
type Caret struct {
	X, Y   int // of its upper end
	Height int
}

var focused = func() fyne.Focusable { return nil }

// Serve says whom to ask what has the focus. It is asked anew each time: a question that
// opens over a field takes the focus and gives it back without a word to the field.
func Serve(canvas interface{ Focused() fyne.Focusable }) { focused = canvas.Focused }

var (
	holder fyne.Focusable // of the focus when it was last asked for
	turn   int            // how often it had moved
)

// reader is a number for what takes text now. It is another one whenever the focus has
// moved, and 0 where the focus is on nothing that takes text, like a button.
func reader() int {
	if now := focused(); now != holder {
		holder = now
		turn++
	}
	if _, ok := holder.(fyne.Shortcutable); !ok { // what takes text lets it be pasted
		return 0
	}
	return turn
}

// take gives a phrase to the field that has the focus. It is false where there is none:
// then the characters go the toolkit's way, one by one.
func take(phrase string) bool {
	f, ok := focused().(Field)
	if ok {
		f.TypedPhrase(phrase)
	}
	return ok
}

func caret() (Caret, bool) {
	if f, ok := focused().(Field); ok {
		return f.CaretBox()
	}
	return Caret{}, false
}
