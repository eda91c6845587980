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
)

// id names the program to the system: its settings are kept under it.
const id = "org.nianbao.nianbao"

// errDisplay is what a shell without a desktop is told.
var errDisplay = errors.New("没有图形界面，打不开窗口；请在桌面上运行，或者使用命令（见 nianbao help）。")

// Run opens the window, with a report if a file is named by path or address, until it is closed. An
// error is a Chinese sentence.
func Run(files []string) error {
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return errDisplay
	}
	forms := sync.OnceValues(func() (model.Editions, error) { return model.ReadEditions(assets.Editions()) })
	go forms() // are read while the toolkit begins
	ime.Prepare()
	os.Setenv("LANGUAGE", "zh_CN:zh") // the system's file dialogs are Chinese too
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
	a.Lifecycle().SetOnStarted(thrifty)
	w := New(a, editions)
	w.surelyEnds()
	defer w.listen()()
	w.log()
	w.native = zenity.IsAvailable()
	w.readSettings()
	w.win.CenterOnScreen()
	w.aside(func() error {
		clearPrinted(time.Now())
		return nil
	}, func(error) {})
	w.openFirst(files)
	return w.guarded(w.win.ShowAndRun)
}

// thrifty gives back what the start has used up, once the window is there, and from then on
// collects garbage twice as often as is usual: much is made at the start that stays, and to
// wait for as much in garbage again would spare no time that could be measured.
func thrifty() {
	debug.SetGCPercent(50)
	time.AfterFunc(2*time.Second, debug.FreeOSMemory)
}
