package launch

import (
	"errors"
	"runtime"
	"syscall"

	"golang.org/x/sys/windows"
)

// already is what COM says where it was there before; it is counted all the same.
const already = syscall.Errno(1)

// shell has the shell do with a file what its program calls a verb. Programs may be reached
// through COM, for which the thread must be one that COM knows.
func shell(verb, file, args string) error {
	var p [3]*uint16
	for i, s := range []string{verb, file, args} {
		var err error
		if p[i], err = windows.UTF16PtrFromString(s); err != nil {
			return errors.Join(errNone, err)
		}
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	err := windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED|windows.COINIT_DISABLE_OLE1DDE)
	if err == nil || errors.Is(err, already) {
		defer windows.CoUninitialize()
	}
	if err := windows.ShellExecute(0, p[0], p[1], p[2], nil, windows.SW_SHOWNORMAL); err != nil {
		return errors.Join(errNone, err)
	}
	return nil
}

// Open shows a file in its program.
func Open(path string) error { return shell("open", path, "") }

// Folder shows the folder of a file, and the file in it.
func Folder(path string) error { return shell("open", "explorer.exe", `/select,"`+path+`"`) }

// Print has a file's program print it, or opens it if that program cannot print unasked, as
// Edge cannot; printed says that nothing is left to do there.
func Print(path string) (printed bool, err error) {
	if shell("print", path, "") == nil {
		return true, nil
	}
	return false, Open(path)
}
