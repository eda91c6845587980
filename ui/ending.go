package ui

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
)

// lingers is how long the program may take to end once the desktop has told it to: longer
// than a dead disk is waited for.
const lingers = 8 * time.Second

// An ending is how the program ends: at once, with its window. The toolkit's own way is not
// gone. It throws away what it has still to do while others wait for that or still put
// something there: then the program would never end, without a window, and go on taking the
// files that are opened; or it would fail, and leave its mark at the report.
type ending struct {
	w    *Window
	told chan os.Signal // by the desktop, to end
	stop func()         // stops taking files from other starts
	exit func(code int)
}

// begin ends the program once the window is closed, or the desktop says so.
func (e *ending) begin() {
	e.w.win.SetOnClosed(e.now)
	e.told = make(chan os.Signal, 1)
	e.listen()
	go func() {
		<-e.told
		time.AfterFunc(lingers, func() { e.exit(1) })
		fyne.Do(func() {
			e.w.rescue()
			e.now()
		})
	}()
}

func (e *ending) listen() { signal.Notify(e.told, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP) }

// alone keeps the toolkit, which has just begun to, from listening too.
func (e *ending) alone() {
	signal.Reset(os.Interrupt, syscall.SIGTERM)
	e.listen()
}

// now ends the program. Nothing can be lost any more.
func (e *ending) now() {
	e.leave()
	e.stop()
	e.exit(0)
}

// leave leaves the report and keeps the settings.
func (e *ending) leave() {
	e.w.auto.stop()
	e.w.depart()
	if life, ok := e.w.app.Lifecycle().(interface{ OnStopped() func() }); ok {
		if keep := life.OnStopped(); keep != nil {
			keep() // the toolkit writes what was set in the last moment
		}
	}
}
