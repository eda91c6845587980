package ui

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"
)

var (
	errFailed = errors.New("年报出了问题，已经关闭。写的内容都已保存，重新打开就可以接着填。如果再次出现，请把刚才做的操作告诉维护人员。")
	errLost   = errors.New("年报出了问题，已经关闭。最后几秒写的内容可能没有保存，重新打开后请核对。请把刚才做的操作告诉维护人员。")
)

// guarded runs the window. If the program fails, what is open reaches the disk first
// and the clerk is told.
func (w *Window) guarded(run func()) (err error) {
	defer func() {
		bad := recover()
		if bad == nil {
			return
		}
		fmt.Fprintf(os.Stderr, "%v\n%s\n", bad, debug.Stack())
		log, _ := w.crashes.Note(bad)
		if err = errFailed; !w.rescue() {
			err = errLost
		}
		if log != "" {
			err = fmt.Errorf("%w出错的地方记在“%s”里，没有报告的内容，可以一起发去。", err, log)
		}
	}()
	run()
	return nil
}

// rescue writes the open report to its file, else to the program's own folder; it
// says whether nothing is lost.
func (w *Window) rescue() (kept bool) {
	defer func() {
		if recover() != nil {
			kept = false
		}
	}()
	w.known = known{}
	if w.session == nil || !w.unsaved() {
		return true
	}
	place, r := w.auto.target(), w.report()
	if within(w.auto.patient, func() error { return place.Save(r) }) == nil {
		return true
	}
	if w.file == nil {
		return false
	}
	w.auto.spare()
	return !w.auto.kept.IsZero()
}
