package ui

import (
	"os"
	"os/signal"
	"syscall"
	"time"
)

// lingers is how long the program may take to end once its window is closed. All that is to
// be kept has been written before.
const lingers = 3 * time.Second

// surelyEnds makes sure that the program ends with its window. When it ends, the toolkit
// throws away what it has still to do, and may then wait for that for ever; a program without
// a window would go on taking the files that are opened, and none would open again.
func (w *Window) surelyEnds() {
	end := func() { time.AfterFunc(lingers, func() { os.Exit(0) }) }
	w.win.SetOnClosed(end)
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-told
		end()
	}()
}
