package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
)

// aside does something in the background, then goes on with what came of it. What
// panics there is an error: what the clerk has typed must not go with it.
func aside(do func() error, then func(error)) {
	go func() {
		err := safely(do)
		fyne.Do(func() { then(err) })
	}()
}

func safely(do func() error) (err error) {
	defer func() {
		if bad := recover(); bad != nil {
			err = fmt.Errorf("%v", bad)
		}
	}()
	return do()
}
