package ui

import (
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"nianbao/model/store"
	"nianbao/ui/handover"
)

// patience is how long another start of the program waits for the window to take a file.
const patience = 2 * time.Second

// socket is where the window of a user listens for files that are opened elsewhere.
func socket(a fyne.App) string {
	return filepath.Join(a.Storage().RootURI().Path(), "window")
}

// listen takes files from other starts of the program. Where there are no such sockets
// each start has a window of its own.
func (w *Window) listen() (stop func()) {
	at := socket(w.app)
	_ = os.MkdirAll(filepath.Dir(at), 0o700)
	stop, err := handover.Listen(at, func(files []string) string {
		refused := make(chan string, 1)
		fyne.Do(func() { refused <- w.receive(files) })
		select {
		case says := <-refused:
			return says
		case <-time.After(patience):
			return "" // it will be opened once the window comes to it
		}
	})
	if err != nil {
		return func() {}
	}
	return stop
}

// receive opens a file that is handed over, and shows the window.
func (w *Window) receive(files []string) (refused string) {
	w.win.RequestFocus()
	switch {
	case len(files) == 0, w.session != nil && w.file != nil && store.Same(w.file.Path, files[0]):
		return ""
	case w.asking():
		return "年报已经打开，正在等您回答一个问题。请先回答，再打开“" + filepath.Base(files[0]) + "”。"
	}
	w.settled(func() { w.Open(files[0]) })
	return ""
}
