package ui

import "nianbao/ui/launch"

// hands give files to the programs that the system has for them.
type hands struct {
	open, folder func(path string) error
	print        func(path string) (printed bool, err error)
}

var systems = hands{launch.Open, launch.Folder, launch.Print}

// reach shows a file or its folder, or says where it lies.
func (w *Window) reach(do func(path string) error, path string) {
	w.aside(func() error { return do(path) }, func(err error) {
		if err != nil {
			w.say("打不开", "系统没有打开它的程序，请自己到文件夹里打开。文件在：\n"+path)
		}
	})
}
