package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/assets"
	"nianbao/model/store"
	"nianbao/ui/widget"
)

// start shows the page with which the program opens.
func (w *Window) start() {
	name := widget.NewLabel("年报")
	name.Bold, name.Scale, name.Align = true, theme.SizeNameHeadingText, fyne.TextAlignCenter
	what := widget.NewLabel("政府信息公开工作年度报告：填写、核对、导出")
	what.Align, what.Color = fyne.TextAlignCenter, widget.ColorFaint
	hint := widget.NewLabel("也可以把报告文件拖到这里：本程序的 .nianbao，或者去年的 Word、Excel、网页、文本文件。")
	hint.Align, hint.Color, hint.Scale = fyne.TextAlignCenter, widget.ColorFaint, theme.SizeNameCaptionText
	picture := canvas.NewImageFromResource(fyne.NewStaticResource("icon.png", assets.Icon))
	picture.FillMode = canvas.ImageFillContain
	picture.SetMinSize(fyne.NewSize(96, 96))
	create := kit.NewButtonWithIcon("新建报告", theme.DocumentCreateIcon(), w.onNew)
	create.Importance = kit.HighImportance
	column := container.New(&widget.Column{Gap: 10}, picture, name, what,
		container.NewGridWithColumns(3, create,
			kit.NewButtonWithIcon("打开…", theme.FolderOpenIcon(), w.onOpen),
			kit.NewButtonWithIcon("看示例", theme.DocumentIcon(), w.onExample)),
		hint)
	w.win.SetContent(container.NewCenter(container.New(widget.Wide{Width: 520}, column)))
}

// onExample opens a finished report of an invented body, to try things out.
func (w *Window) onExample() {
	w.settled(func() {
		r, err := store.Decode(assets.Example, w.editions)
		if err != nil {
			w.fail(err)
			return
		}
		w.work(r, nil, "", nil)
		w.content = store.Encode(r) // nothing of the clerk's is lost if it is thrown away
		w.settle()
	})
}
