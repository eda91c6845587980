//go:build !linux || !cgo

package ime

import (
	"time"

	"fyne.io/fyne/v2"
)

// Rest says what is done once the start is over, on the goroutine that paints.
func Rest(do func()) { time.AfterFunc(3*time.Second, func() { fyne.Do(do) }) }
