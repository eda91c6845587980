package ui

import (
	"fyne.io/fyne/v2/container"

	"nianbao/ui/widget"
)

// keyCrash is the setting that names the newest log that the clerk has been told of.
const keyCrash = "crash"

// log begins to write down where the program fails.
func (w *Window) log() {
	_ = w.crashes.Open() // without it the program runs all the same
	next := w.aside
	w.aside = func(do func() error, then func(error)) {
		next(func() error {
			defer func() {
				if bad := recover(); bad != nil {
					_, _ = w.crashes.Note(bad)
					panic(bad)
				}
			}()
			return do()
		}, then)
	}
}

// failed says that the program has failed since the clerk last looked.
func (w *Window) failed() bool {
	logs := w.crashes.Logs()
	return len(logs) > 0 && logs[0] > w.app.Preferences().String(keyCrash)
}

// onCrashes shows where the logs lie, and what they are.
func (w *Window) onCrashes() {
	logs := w.crashes.Logs()
	if len(logs) == 0 {
		w.say("出错记录", "还没有出过错。程序如果出错，会在这里记下是程序的什么地方，不记报告的内容。")
		return
	}
	w.app.Preferences().SetString(keyCrash, logs[0])
	w.ask("出错记录", 520, 200, container.NewVBox(widget.NewLabel("程序出过错，记录里只写程序在哪里出的错，没有报告的内容。请把最新的一个发给维护人员，并说明当时在做什么。"), faint(logs[0])),
		leave("关闭"), pick("打开所在的文件夹", func() { w.reach(w.hands.folder, logs[0]) }))
	if w.session == nil {
		w.start()
	}
}
