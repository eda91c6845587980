//go:build !windows && (!linux || !cgo)

package ime

// Prepare has nothing to cure.
func Prepare() {}

// Absent says that no input method can be reached: here the system has one.
func Absent() bool { return false }
