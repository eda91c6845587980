//go:build !windows

package launch

import (
	"path/filepath"
	"runtime"
)

// opener is the system's own command that finds the program for a file.
func opener() string {
	if runtime.GOOS == "darwin" {
		return "open"
	}
	return "xdg-open"
}

// Open shows a file in its program.
func Open(path string) error { return run(opener(), path) }

// Folder shows the folder of a file.
func Folder(path string) error { return run(opener(), filepath.Dir(path)) }

// Print opens a file where it can be printed from; printed says that nothing is left to
// do there.
func Print(path string) (printed bool, err error) { return false, Open(path) }
