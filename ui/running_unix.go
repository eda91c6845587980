//go:build unix

package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// running says that a process is one of this program. After a restart of the
// machine its number may be another program's. What is another user's is none of
// ours: the copies lie in the user's own folder.
func running(pid int) bool {
	if pid == os.Getpid() {
		return true
	}
	if syscall.Kill(pid, 0) != nil {
		return false
	}
	own, err1 := os.Executable()
	its, err2 := os.Readlink(fmt.Sprintf("/proc/%d/exe", pid))
	if err1 != nil || err2 != nil {
		return true // not every system tells
	}
	return filepath.Base(own) == strings.TrimSuffix(filepath.Base(its), " (deleted)")
}
