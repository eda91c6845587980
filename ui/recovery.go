package ui

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nianbao/model"
	"nianbao/model/store"
	"nianbao/ui/widget"
)

// recoveries are the start page's lines about what earlier runs have left. How each copy
// stands to its file is looked up by weighCopies.
func (w *Window) recoveries() (out []fyne.CanvasObject) {
	w.leftovers = nil
	for _, o := range w.orphans() {
		says := faint("")
		says.Hidden = true
		var buttons []fyne.CanvasObject
		add := func(name string, do func()) {
			buttons = append(buttons, widget.NewButton(name, func() {
				if !w.asking() {
					do()
				}
			}))
		}
		name, about, tapped := "读不出来的暂存内容", when(o.at, w.history.Now())+" 自动暂存", func() {}
		if o.report == nil {
			about += "。" + model.Sentence(o.fault)
			add("打开所在的文件夹", func() { w.reach(w.hands.folder, o.path) })
		} else {
			if name = o.report.Title; name == "" {
				name = "未命名的报告"
			}
			about += "，还没有起文件名"
			if of := o.of(); of != "" {
				about = when(o.at, w.history.Now()) + " 自动暂存，没有写进“" + filepath.Base(of) + "”"
			}
			tapped = func() { w.adopt(o) }
			add("接着写", tapped)
			if o.of() != "" {
				add("看差别…", func() { w.onDifference(o) })
			}
			w.leftovers = append(w.leftovers, leftover{o, says})
		}
		add("扔掉…", func() { w.onDiscard(o) })
		out = append(out, widget.NewRow(tapped, widget.NewLabel(name), faint(about), says, container.NewHBox(buttons...)))
	}
	return out
}

// leftover is a copy on the start page and what is said of it.
type leftover struct {
	orphan
	says *widget.Label
}

// weighCopies tells of each copy on the start page how far it is from its file, in the
// background: the file may lie on a slow drive. A copy that says what its file says is not
// needed any more.
func (w *Window) weighCopies() {
	for _, c := range w.leftovers {
		if c.of() == "" {
			continue
		}
		says, same := "", false
		w.aside(func() error {
			r, _, err := store.Open(c.of(), w.editions)
			switch {
			case errors.Is(err, fs.ErrNotExist):
				says = "那个文件现在不在了：" + c.of()
			case store.Damaged(err):
				says = "那个文件坏了；暂存的内容是好的：" + c.of()
			case err != nil:
				says = "那个文件现在读不了：" + c.of()
			default:
				same = bytes.Equal(store.Encode(r), store.Encode(c.report))
				says = "和文件比，不一样的有 " + tally(r, c.report).brief()
			}
			return nil
		}, func(error) {
			if same {
				c.file.Remove()
			}
			if w.session == nil && same && !w.asking() {
				w.start()
				w.weighCopies()
				return
			}
			c.says.Hidden = false
			c.says.Set(says)
		})
	}
}

// onDiscard throws a copy away, if the clerk means it.
func (w *Window) onDiscard(o orphan) {
	name := "这份读不出来的暂存内容"
	if o.report != nil {
		name = "“" + o.report.Title + "”" + when(o.at, w.history.Now()) + " 暂存的内容"
	}
	w.ask("扔掉暂存的内容", 460, 0, widget.NewLabel("要扔掉"+name+"吗？扔掉以后找不回来。"),
		leave("取消"), pick("扔掉", func() {
			if err := os.Remove(o.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
				w.fail(&store.Fault{Path: o.path, Cause: err})
				return
			}
			w.app.Preferences().RemoveValue(keyLast(o.path))
			w.start()
			w.weighCopies()
		}))
}

// onDifference shows a copy against its file; what is chosen of it goes into the file.
func (w *Window) onDifference(o orphan) {
	r, _, err := store.Open(o.of(), w.editions)
	switch {
	case err != nil:
		w.say("看不了差别", model.Sentence(err)+"暂存的内容还在，可以点“接着写”。")
	case r.Edition != o.report.Edition:
		w.say("看不了差别", "两份报告用的格式不同，不能逐项对照。暂存的内容还在，可以点“接着写”。")
	default:
		w.weighCopy(o, r, func(changes []model.Change) {
			w.open(o.of(), func() { w.put(o, changes) })
		})
	}
}

// weighCopy shows a copy against what its file holds.
func (w *Window) weighCopy(o orphan, r *model.Report, then func([]model.Change)) {
	w.weigh(difference{
		title: "暂存的内容和文件里的", about: "左边是“" + filepath.Base(o.of()) + "”里的，右边是" + when(o.at, w.history.Now()) + " 暂存的。",
		names: [2]string{"文件里的", "暂存的"}, of: [2]*model.Report{r, o.report}, base: w.history.Base(o.file.Of(), w.editions), second: true,
		confirm: "放进文件，接着写", then: then,
	})
}

// remind tells, in a file that was opened, that an earlier run has left what was not written
// into it: who opens a file from its folder does not see the start page.
func (w *Window) remind() {
	for _, o := range w.orphans() {
		if w.file == nil || o.report == nil || o.of() != w.file.Path || o.report.Edition != w.report().Edition {
			continue
		}
		n := tally(w.report(), o.report)
		if n.all() == 0 {
			o.file.Remove()
			continue
		}
		w.notice.show("上次有内容没有写进这个文件（"+when(o.at, w.history.Now())+" 自动暂存）：和现在的不一样的有 "+n.brief()+"。",
			pick("放进来", func() {
				w.notice.hide()
				w.putAll(o)
			}),
			pick("看差别…", func() {
				w.weighCopy(o, w.report(), func(changes []model.Change) {
					w.notice.hide()
					w.put(o, changes)
				})
			}),
			pick("以后再说", w.notice.hide))
		return
	}
}

// adopt goes on with what was left: in its file, if that is there, else as a report without
// one.
func (w *Window) adopt(o orphan) {
	w.settled(func() {
		of := o.of()
		if _, err := os.Stat(of); of != "" && err == nil {
			w.open(of, func() { w.putAll(o) })
			return
		}
		w.goOn(o)
	})
}

// goOn opens a copy as a report without a file.
func (w *Window) goOn(o orphan) {
	if !w.take(&o) {
		return
	}
	w.work(o.report, nil, "", nil)
	w.auto.begin(o.file)
	w.auto.kept = o.at
	w.recall()
	w.auto.arm()
	w.settle()
}

// putAll puts a copy's values into its file, which is open now. If the file was changed since
// the copy was made, only what the copy has changed goes in; if both have changed the same,
// the clerk chooses.
func (w *Window) putAll(o orphan) {
	r := w.report()
	if r.Edition != o.report.Edition {
		w.goOn(o)
		return
	}
	base := w.history.Base(o.file.Of(), w.editions)
	if base != nil {
		if f := model.NewFork(base, r, o.report); len(f.Both) == 0 {
			w.put(o, model.Taking(o.report, f.Theirs))
			return
		}
	}
	w.weigh(difference{
		title: "文件在暂存以后又改过", about: "左边是文件里现在的，右边是" + when(o.at, w.history.Now()) + " 暂存的。请选定各用哪一边的。",
		names: [2]string{"文件里的", "暂存的"}, of: [2]*model.Report{r, o.report}, base: base, second: true,
		confirm: "放进来", then: func(changes []model.Change) { w.put(o, changes) },
	})
}

// put puts values of a copy into the open report, as one step. The copy stays until the file
// is written; as a whole it stays among the file's versions.
func (w *Window) put(o orphan, changes []model.Change) {
	if !w.take(&o) {
		return
	}
	if w.file != nil {
		_ = w.file.Keep(o.report) // as well as can be: what was not chosen was not wanted
	}
	w.auto.copy, w.auto.kept = o.file, o.at
	w.change("恢复暂存的内容", changes...)
	w.auto.arm()
	w.settle()
}
