package ui

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"github.com/ncruces/zenity"

	"nianbao/assets"
	"nianbao/model"
	"nianbao/ui/handover"
	"nianbao/ui/ime"
	"nianbao/ui/release"
	"nianbao/ui/spare"
)

// id names the program to the system: its settings are kept under it.
const id = "org.nianbao.nianbao"

// Run opens the window, with a report if a file is named by path or address, until it is closed. An
// error is a Chinese sentence, which was shown to whoever has a desktop.
func Run(files []string) error {
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return errDisplay
	}
	err := run(files)
	if err != nil {
		tell(err.Error())
	}
	return err
}

func run(files []string) error {
	forms := sync.OnceValues(func() (model.Editions, error) { return model.ReadEditions(assets.Editions()) })
	go forms() // are read while the toolkit begins
	ime.Prepare()
	os.Setenv("LANGUAGE", "zh_CN:zh") // the system's file dialogs are Chinese too
	app.SetMetadata(fyne.AppMetadata{ID: id, Name: "年报", Version: release.Version})
	a := app.NewWithID(id)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	files = handover.Paths(files)
	if refused, taken := handover.Give(socket(a), files); refused != "" {
		return errors.New(refused)
	} else if taken {
		return nil
	}
	if err := translate(); err != nil {
		return fmt.Errorf("程序内部出错：%w", err)
	}
	editions, err := forms()
	if err != nil {
		return fmt.Errorf("程序内部出错：%w", err)
	}
	w := New(a, editions)
	w.log()
	end := &ending{w: w, stop: w.listen(), exit: os.Exit}
	defer end.stop()
	end.begin()
	a.Lifecycle().SetOnStarted(func() {
		fyne.Do(end.alone)
		debug.SetGCPercent(50) // see spares
	})
	w.spares()
	w.native = zenity.IsAvailable()
	w.readSettings()
	w.win.CenterOnScreen()
	w.aside(func() error {
		clearPrinted(time.Now())
		return nil
	}, func(error) {})
	w.openFirst(files)
	var lacks error
	if err := w.guarded(func() {
		if lacks = w.appear(); lacks == nil {
			a.Run()
		}
	}); err != nil {
		return err
	}
	w.rescue() // where no window came, or the desktop ended it just when it came
	end.leave()
	return lacks
}

// spares gives back to the system what was used up, once the window is there and whenever
// nothing happens in it. Garbage is collected twice as often as is usual from then on: much
// is made at the start that stays, and to wait for as much in garbage again would spare no
// time that could be measured.
func (w *Window) spares() {
	ime.Rest(func() {
		if painter, ok := w.win.(interface{ RunWithContext(func()) }); ok {
			painter.RunWithContext(spare.Painting)
		}
		go spare.Memory()
	})
}
