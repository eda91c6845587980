package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
)

// aside does something in the background, then goes on with what came of it, on the
// goroutine that paints. It is the one way beside: what is done there may touch
// neither the window nor the open report, only what is its own — a clone of the
// report, a document composed from it, a path, and the editions, which never change.
// What panics there is an error: what the clerk has typed must not go with it.
func aside(do func() error, then func(error)) {
	go func() {
		err := safely(do)
		fyne.Do(func() { then(err) })
	}()
}

// meanwhile does something for the open report in the background. Once it is closed,
// nobody waits for what came of it.
func (w *Window) meanwhile(do func() error, then func(error)) {
	session := w.session
	w.aside(do, func(err error) {
		if w.session == session {
			then(err)
		}
	})
}

func safely(do func() error) (err error) {
	defer func() {
		if bad := recover(); bad != nil {
			err = fmt.Errorf("%v", bad)
		}
	}()
	return do()
}
