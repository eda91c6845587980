package ui

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/assets"
	"nianbao/model/store"
	"nianbao/ui/widget"
)

// start shows the page with which the program opens: what can be begun at the
// left, what was open before at the right.
func (w *Window) start() {
	if w.collecting != nil {
		w.collecting.back()
		return
	}
	picture := canvas.NewImageFromResource(fyne.NewStaticResource("icon.png", assets.Icon))
	picture.FillMode = canvas.ImageFillContain
	picture.SetMinSize(fyne.NewSize(64, 64))
	name := strong("年报", 0)
	name.Scale = theme.SizeNameHeadingText
	what := faint("政府信息公开工作年度报告：填写、核对、导出")
	title := container.NewBorder(nil, nil, container.New(layout.NewCustomPaddedLayout(0, 0, 0, 8), picture), nil,
		container.New(&widget.Column{Gap: 4, Pad: 6}, name, what))

	begin := container.New(&widget.Column{Gap: 8},
		w.way("新建报告…", "写单位名称和年度，从空白的规定格式开始。", theme.DocumentCreateIcon(), true, w.onNew),
		w.way("沿用去年的报告…", "去年的 Word、Excel、网页、文本都行，对照着写今年的。", theme.HistoryIcon(), false, w.onTakeover),
		w.way("打开…", "接着填 .nianbao 文件，或者读入别的格式的报告来核对。", theme.FolderOpenIcon(), false, w.onOpen),
		w.way("汇总各单位的报告…", "选一个文件夹：谁没有报，哪里有错，各表合计，退回的通知单。", theme.GridIcon(), false, w.onCollect),
		w.way("看示例", "一份填好的示例，可以随便试。", theme.DocumentIcon(), false, w.onExample))
	hint := faint("也可以把报告文件拖到这个窗口里。")
	page := container.New(&widget.Column{Gap: 14}, title, begin, hint)
	object := container.NewCenter(container.New(widget.Wide{Width: 420}, page))
	if lists := w.lists(); lists != nil {
		object = container.NewCenter(container.NewHBox(
			container.New(widget.Wide{Width: 420}, page),
			container.New(widget.Wide{Width: 40}),
			container.New(widget.Wide{Width: 420}, container.New(&widget.Column{Gap: 2}, lists...))))
	}
	w.win.SetContent(container.NewVScroll(object))
	w.grey()
}

// way is one thing to begin with: a button and what it does.
func (w *Window) way(name, what string, icon fyne.Resource, main bool, do func()) fyne.CanvasObject {
	b := widget.NewIconButton(name, icon, do)
	b.Alignment = kit.ButtonAlignLeading
	if main {
		b.Importance = kit.HighImportance
	}
	return container.New(&widget.Column{Gap: 3}, b, faint(what))
}

// lists are what was open before: first what was never saved, then the recent files.
func (w *Window) lists() (out []fyne.CanvasObject) {
	head := func(text string) { out = append(out, strong(text, 6)) }
	row := func(name, about string, do func()) {
		out = append(out, widget.NewRow(do, widget.NewLabel(name), faint(about)))
	}
	if left := w.recoveries(); len(left) > 0 {
		head("上次没有写进文件的")
		out = append(out, left...)
	}
	if w.failed() {
		head("上次出了错")
		row("出错记录…", "不含报告的内容，可以发给维护人员", w.onCrashes)
	}
	recent := w.recent()
	if len(recent) > 0 {
		head("最近的报告")
	}
	for _, path := range recent {
		about := filepath.Dir(path)
		if info, err := os.Stat(path); err == nil {
			about = info.ModTime().Format("2006-01-02 15:04") + "　" + about
		}
		row(filepath.Base(path), about, func() { w.Open(path) })
	}
	return out
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
		w.auto.arm()
		w.settle()
	})
}
