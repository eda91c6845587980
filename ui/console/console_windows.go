package console

import (
	"os"

	"golang.org/x/sys/windows"
)

var attachConsole = windows.NewLazySystemDLL("kernel32.dll").NewProc("AttachConsole")

// parent is the process that has started this one, in the system's numbering.
const parent = ^uintptr(0)

// Attach takes the console from which the program was started. Windows gives a program
// with a window none; what was redirected to a file or to another program stays so.
func Attach() {
	if given(os.Stdout) && given(os.Stderr) {
		return
	}
	_, _, _ = attachConsole.Call(parent) // it also fails where the program has one already
	console, err := os.OpenFile("CONOUT$", os.O_RDWR, 0)
	if err != nil {
		return // it was not started from one
	}
	for _, out := range []**os.File{&os.Stdout, &os.Stderr} {
		if !given(*out) {
			*out = console
		}
	}
}

// given says that an output leads somewhere.
func given(out *os.File) bool {
	kind, err := windows.GetFileType(windows.Handle(out.Fd()))
	return err == nil && kind != windows.FILE_TYPE_UNKNOWN
}
