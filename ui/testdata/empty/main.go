// Command empty opens a window of the toolkit with the program's typefaces, a line in
// each, and nothing else: what any window costs that can show Chinese. The program is
// measured beside it.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"nianbao/assets"
)

type faces struct{ fyne.Theme }

func (faces) Font(s fyne.TextStyle) fyne.Resource {
	if s.Bold {
		return face{"window-bold.otf", assets.WindowBold}
	}
	return face{"window.otf", assets.Window}
}

type face struct{ name, file string }

func (f face) Name() string { return f.name }

func (f face) Content() []byte { return []byte(f.file) }

func main() {
	a := app.NewWithID("org.nianbao.empty")
	a.Settings().SetTheme(faces{theme.DefaultTheme()})
	w := a.NewWindow("空窗口")
	w.SetContent(container.NewCenter(container.NewVBox(
		widget.NewLabel("空窗口"), widget.NewLabelWithStyle("空窗口", fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))))
	w.Resize(fyne.NewSize(1280, 680))
	w.CenterOnScreen()
	w.ShowAndRun()
}
