// Package ime is what the window has to do with the system's input method (输入法):
// a phrase comes from it as a whole, keys that it has used up come to nobody else,
// and it learns where the caret is. All of it belongs to the goroutine that paints.
package ime

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

var field Field // that has the focus

// Attach is said by the field that has got the focus.
func Attach(f Field) { field = f }

// Detach is said by the field that has lost it.
func Detach(f Field) {
	if field == f {
		field = nil
	}
}

// take gives a phrase to the field. It is false where there is none: then the
// characters go the toolkit's way, one by one.
func take(phrase string) bool {
	if field == nil {
		return false
	}
	field.TypedPhrase(phrase)
	return true
}

func caret() (Caret, bool) {
	if field == nil {
		return Caret{}, false
	}
	return field.CaretBox()
}
