//go:build unix

package ui

import (
	"errors"
	"os"
	"syscall"
)

// running says that a process other than this one is alive.
func running(pid int) bool {
	if pid == os.Getpid() {
		return true
	}
	err := syscall.Kill(pid, 0)
	return err == nil || errors.Is(err, syscall.EPERM)
}
