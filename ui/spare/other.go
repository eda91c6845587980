//go:build !linux || !cgo

package spare

import "runtime/debug"

// Painting has nothing to drop: the system's own painter does.
func Painting() {}

// Memory returns what is free in Go's heap.
func Memory() { debug.FreeOSMemory() }

// Pages leaves the pages of the program's file to the system.
func Pages(string) {}
