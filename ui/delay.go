package ui

import (
	"time"

	"fyne.io/fyne/v2"
)

// delay does one thing on the window's goroutine after a while, unless it is asked
// for again or stopped before.
type delay struct{ timer *time.Timer }

// in does something after a while, instead of what was waiting.
func (d *delay) in(while time.Duration, do func()) {
	d.stop()
	var mine *time.Timer
	mine = time.AfterFunc(while, func() {
		fyne.Do(func() {
			if d.timer == mine { // it may have been stopped on its way here
				d.timer = nil
				do()
			}
		})
	})
	d.timer = mine
}

func (d *delay) stop() {
	if d.timer != nil {
		d.timer.Stop()
		d.timer = nil
	}
}

// waiting says that something is still to be done.
func (d *delay) waiting() bool { return d.timer != nil }
