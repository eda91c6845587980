package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nianbao/model"
	"nianbao/model/store"
	"nianbao/ui/widget"
)

// history is the box that lists what the open report's file once held, newest first.
type history struct {
	w      *Window
	list   []earlier
	rows   []*widget.Row
	at     int // the chosen one, -1 for none
	column *fyne.Container
	scroll *container.Scroll
	box    *box
}

// earlier is one of them, read.
type earlier struct {
	store.Version
	report *model.Report // nil if it cannot be read
	change string        // what it changed of the one before it
	now    bool          // it is what the window has
}

// onVersions shows what there is of earlier versions.
func (w *Window) onVersions() {
	v := &history{w: w, at: -1, column: container.New(&widget.Column{Gap: 1, Pad: 4})}
	v.scroll = container.NewVScroll(v.column)
	keyed := widget.NewKeyed(v.scroll, v.onKey)
	about := widget.NewLabel("存过的内容留在这里：最近 20 份，再往前一天一份，留 30 天。")
	about.Color = widget.ColorFaint
	height := max(200, min(420, w.win.Canvas().Size().Height-240))
	v.box = w.ask("历史版本", 620, 0, container.New(&widget.Column{Gap: 6}, about, container.New(widget.Tall{Height: height}, keyed)),
		leave("关闭"), reply{"和现在的比较…", func() bool {
			chosen := v.at >= 0
			if chosen {
				v.open(v.list[v.at])
			}
			return chosen
		}})
	v.say("正在读取…")
	w.win.Canvas().Focus(keyed)
	if w.file == nil {
		v.say("报告还没有保存成文件。保存以后，每次打开、保存时的内容都留在这里，可以回头看、和现在的比较、恢复。")
		return
	}
	path, now := w.file.Path, w.report().Clone()
	var list []earlier
	w.meanwhile(func() error {
		list = w.read(path, now)
		return nil
	}, func(error) { v.fill(list) })
}

// read reads a file's versions.
func (w *Window) read(path string, now *model.Report) (list []earlier) {
	for _, one := range w.history.Versions(path) {
		r, _, err := store.Open(one.Path, w.editions)
		if err != nil {
			r = nil
		}
		list = append(list, earlier{Version: one, report: r})
	}
	for i := range list {
		v := &list[i]
		switch {
		case v.report == nil:
			v.change = "读不出来了"
			continue
		case i+1 == len(list):
			v.change = "最早的一份"
		case list[i+1].report == nil || list[i+1].report.Edition != v.report.Edition:
			v.change = "和前一份不能比较"
		default:
			if v.change = tally(list[i+1].report, v.report).brief(); v.change == "" {
				v.change = "没有变"
			} else {
				v.change = "改了 " + v.change
			}
		}
		v.now = v.report.Edition == now.Edition && len(model.Apart(v.report, now)) == 0
	}
	return list
}

func (v *history) say(text string) {
	v.column.Objects = []fyne.CanvasObject{widget.NewLabel(text)}
	v.column.Refresh()
}

// fill lists what was read.
func (v *history) fill(list []earlier) {
	if v.list = list; len(list) == 0 {
		v.say("还没有历史版本。从第一次存起，每次打开、保存时的内容都留在这里，可以回头看、和现在的比较、恢复。")
		return
	}
	v.column.Objects, v.rows = nil, nil
	for i, one := range list {
		name := when(one.At, v.w.history.Now())
		if one.now {
			name += "（就是现在的内容）"
		}
		says := faint(one.change)
		says.Align = fyne.TextAlignTrailing
		row := widget.NewRow(func() { v.onRow(i) }, container.New(widget.Shares{Of: []float32{1, 1}, Gap: between}, widget.NewLabel(name), says))
		v.rows = append(v.rows, row)
		v.column.Add(row)
	}
	v.column.Refresh()
	v.mark(0)
}

func (v *history) mark(i int) {
	for n, row := range v.rows {
		row.SetOpen(n == i)
	}
	v.at = i
	widget.Sight(v.scroll, v.rows[i], 0, v.rows[i].Size().Height)
}

// onRow chooses a version; a second click opens it.
func (v *history) onRow(i int) {
	if v.at == i {
		v.box.enter()
		return
	}
	v.mark(i)
}

func (v *history) onKey(key fyne.KeyName) bool {
	to, ok := map[fyne.KeyName]int{
		fyne.KeyDown: v.at + 1, fyne.KeyUp: v.at - 1, fyne.KeyPageDown: v.at + 8, fyne.KeyPageUp: v.at - 8,
		fyne.KeyHome: 0, fyne.KeyEnd: len(v.rows) - 1,
	}[key]
	if ok && len(v.rows) > 0 {
		v.mark(max(0, min(to, len(v.rows)-1)))
	}
	return ok
}

// open shows a version against what is in the window; what is chosen of it comes back as one
// step.
func (v *history) open(one earlier) {
	w := v.w
	switch {
	case one.report == nil:
		w.say("打不开", "这一份历史版本读不出来了，可能是磁盘的毛病。别的几份不受影响。")
		return
	case one.report.Edition != w.report().Edition:
		w.say("不能比较", "这一份用的格式和现在的不同，不能逐项比较。")
		return
	}
	at := when(one.At, w.history.Now())
	w.weigh(difference{
		title: "历史版本：" + at, about: fmt.Sprintf("左边是现在的内容，右边是 %s 的。选定的恢复回来，可以撤销。", at),
		names: [2]string{"现在的", "那时的"}, of: [2]*model.Report{w.report(), one.report}, second: true,
		confirm: "恢复选定的", then: func(changes []model.Change) { w.restore(changes) }, back: w.onVersions,
	})
}

// restore puts values of an earlier version into the report, as one step. What is there now
// stays a version of its own.
func (w *Window) restore(changes []model.Change) {
	if w.file != nil {
		if err := w.file.Keep(w.report()); err != nil {
			w.say("没有恢复", "现在的内容存不进历史版本，所以没有恢复。"+model.Sentence(err))
			return
		}
		w.file.Fix()
	}
	w.change("恢复历史版本", changes...)
	if w.unsaved() && !w.outside.holds() {
		w.auto.write()
	}
	w.settle()
}
