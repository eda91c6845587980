package ui

import (
	"runtime"

	"nianbao/ui/cups"
	"nianbao/ui/launch"
)

// hands give files to the programs and the printers that the system has for them.
type hands struct {
	open, folder func(path string) error
	print        func(path string) (printed bool, err error)
	printers     printers // nil where only a file's program can print it
}

// printers are those of a printing system that can be asked. All errors are sentences.
type printers interface {
	Printers() (names []string, err error) // the default first
	Send(job cups.Job, path string) (number int, err error)
	Look(printer string, number int) (cups.State, error)
	Cancel(printer string, number int) error
}

func systems() hands {
	h := hands{open: launch.Open, folder: launch.Folder, print: launch.Print}
	if runtime.GOOS != "windows" {
		h.printers = cups.Commands{}
	}
	return h
}

// reach shows a file or its folder, or says where it lies.
func (w *Window) reach(do func(path string) error, path string) {
	w.aside(func() error { return do(path) }, func(err error) {
		if err != nil {
			w.say("打不开", "系统没有打开它的程序，请自己到文件夹里打开。文件在：\n"+path)
		}
	})
}
