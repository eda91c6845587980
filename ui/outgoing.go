package ui

import "nianbao/ui/widget"

// outgoing is an export under way, and what waits for its end: half of the files
// would look like all of them.
type outgoing struct {
	failed bool
	asked  *box
	then   func()
}

// hold waits with what closes the report, unless the clerk does not want to.
func (e *outgoing) hold(w *Window, then func()) {
	e.then = then
	e.asked = w.ask("正在导出", 460, 0, widget.NewLabel("文件还没有写完，写完就继续。不等的话，没写完的文件就不写了。"),
		pick("留在报告里", func() { e.then = nil }),
		pick("不等了", func() {
			w.outgoing = nil
			w.settled(then)
		}))
}

// end goes on with what has waited. If a file could not be written, the clerk is to
// see that first.
func (e *outgoing) end(w *Window) {
	if e.then == nil {
		return
	}
	then := e.then
	e.asked.escape()
	if !e.failed {
		w.settled(then)
	}
}
