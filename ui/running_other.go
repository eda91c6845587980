//go:build !unix

package ui

import "os"

// running says that a process is alive.
func running(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	_ = p.Release()
	return true
}
