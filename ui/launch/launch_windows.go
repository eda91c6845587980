package launch

import (
	"errors"

	"golang.org/x/sys/windows"
)

func shell(verb, file, args string) error {
	var p [3]*uint16
	for i, s := range []string{verb, file, args} {
		var err error
		if p[i], err = windows.UTF16PtrFromString(s); err != nil {
			return errors.Join(errNone, err)
		}
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

// Print has a file's program print it, or opens it if that program cannot print unasked;
// printed says that nothing is left to do there.
func Print(path string) (printed bool, err error) {
	if shell("print", path, "") == nil {
		return true, nil
	}
	return false, Open(path)
}
