//go:build linux && cgo

package ime

// #include "rest.h"
import "C"

var rested = func() {}

// Rest says what is done whenever nothing has been painted for some seconds, on the
// goroutine that paints. It must not paint.
func Rest(do func()) { rested = do }

//export imeRested
func imeRested() { rested() }
