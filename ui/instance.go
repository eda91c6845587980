package ui

import (
	"os"
	"path"
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
	case len(files) == 0, len(files) == 1 && w.session != nil && w.file != nil && store.Same(w.file.Path, files[0]):
		return ""
	case w.asking():
		name := "“" + filepath.Base(files[0]) + "”"
		if w.refusal == nil { // the window is all that a double click shows
			w.refusal = w.say("没有打开", name+"没有打开：这里正在等您回答一个问题。请先回答，再打开一次。")
			w.refusal.closed = func() { w.refusal = nil }
		}
		return "年报已经打开，正在等您回答一个问题。请先回答，再打开" + name + "。"
	}
	w.given(files)
	return ""
}

// given opens what the program is given from outside: by its start, by another one, or dropped
// on the window.
func (w *Window) given(files []string) {
	switch {
	case len(files) == 0:
	case len(files) > 1:
		w.say("没有打开", "一次只能打开一份报告。请只选一个文件；要汇总很多份，请打开它们的文件夹。")
	case handover.Elsewhere(files[0]):
		w.say("没有打开", "“"+path.Base(files[0])+"”不在这台电脑上。程序不连接网络，请先把文件复制到这台电脑，再打开。")
	default:
		w.settled(func() { w.Open(files[0]) })
	}
}
