package ui

import (
	"bytes"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/model/intake"
	"nianbao/model/intake/source"
	"nianbao/model/store"
	"nianbao/ui/widget"
)

// unsaved says that the report differs from what is on the disk.
func (w *Window) unsaved() bool {
	return w.session != nil && !bytes.Equal(w.content, store.Encode(w.report()))
}

// Open opens a report of the program's own or of any format that it reads.
func (w *Window) Open(path string) {
	r, file, notes, err := w.load(path)
	if err != nil {
		w.fail(err)
		return
	}
	if file != nil {
		w.work(r, file, "", nil)
	} else {
		w.work(r, nil, path, notes)
	}
}

// load reads a report; file is nil if it is of another format.
func (w *Window) load(path string) (r *model.Report, file *store.File, notes []string, err error) {
	if strings.EqualFold(filepath.Ext(path), store.Ending) || !source.Known(path) {
		r, file, err = store.Open(path, w.editions)
		return r, file, nil, err
	}
	d, err := intake.Open(path, w.editions)
	if err != nil {
		return nil, nil, nil, err
	}
	return d.Report, nil, d.Notes, nil
}

func (w *Window) onOpen() {
	w.settled(func() { w.chooseFile("打开报告", w.Open) })
}

func (w *Window) onDropped(_ fyne.Position, files []fyne.URI) {
	if len(files) > 0 && !w.asking() {
		w.settled(func() { w.Open(files[0].Path()) })
	}
}

// onLast takes last year's report for comparison.
func (w *Window) onLast() {
	w.chooseFile("载入去年的报告", func(path string) {
		r, _, _, err := w.load(path)
		switch {
		case err != nil:
			w.fail(err)
		case r.Year != w.report().Year-1:
			w.say("没有载入", "“"+filepath.Base(path)+"”是 "+yearName(r.Year)+"的报告，这里要用 "+yearName(w.report().Year-1)+"的。")
		default:
			w.last = r
			w.check()
			w.settle()
		}
	})
}

func yearName(year int) string {
	if year == 0 {
		return "年度不明"
	}
	return strconv.Itoa(year) + " 年度"
}

func (w *Window) onSave() { w.save(func() {}) }

func (w *Window) onSaveAs() { w.saveAs(func() {}) }

// save writes the report to its place, asks for one if it has none, and goes on
// if it was written.
func (w *Window) save(then func()) {
	if w.file == nil {
		w.saveAs(then)
		return
	}
	w.saveTo(w.file, then)
}

func (w *Window) saveTo(file *store.File, then func()) {
	if err := file.Save(w.report()); err != nil {
		w.fail(err)
		return
	}
	w.file, w.content, w.savedAt = file, store.Encode(w.report()), time.Now()
	w.settle()
	then()
}

// saveAs asks for a name and a folder. It never writes over another file: the
// store refuses, and says so.
func (w *Window) saveAs(then func()) {
	name, folder := widget.NewField(), w.folder()
	name.Put(w.baseName())
	where := widget.NewLabel(folder)
	change := kit.NewButton("更改…", func() {
		w.chooseFolder(folder, func(path string) {
			folder = path
			where.Set(path)
		})
	})
	d := dialog.NewCustomConfirm("保存报告", "保存", "取消", container.New(&widget.Column{Gap: 6},
		widget.NewLabel("文件名"), name,
		widget.NewLabel("文件夹"), container.NewBorder(nil, nil, nil, change, where),
	), func(ok bool) {
		base := strings.TrimSpace(name.Text)
		if !ok || base == "" {
			return
		}
		if !strings.EqualFold(filepath.Ext(base), store.Ending) {
			base += store.Ending
		}
		path := filepath.Join(folder, base)
		if w.file != nil && w.file.Path == path {
			w.saveTo(w.file, then)
			return
		}
		w.saveTo(store.New(path), then)
	}, w.win)
	d.Resize(fyne.NewSize(560, 240))
	d.Show()
	w.win.Canvas().Focus(name)
}

// baseName is the name that a file of the report would go by, without an ending.
func (w *Window) baseName() string {
	from := w.source
	if w.file != nil {
		from = w.file.Path
	}
	if from != "" {
		return strings.TrimSuffix(filepath.Base(from), filepath.Ext(from))
	}
	if name := strings.NewReplacer("/", "／", "\\", "＼").Replace(w.report().Title); name != "" {
		return name
	}
	return "年报"
}

// settled goes on once nothing can be lost: the report is saved, or the clerk
// says that it need not be.
func (w *Window) settled(then func()) {
	if !w.unsaved() {
		then()
		return
	}
	d := dialog.NewCustomWithoutButtons("报告还没有保存",
		container.New(&widget.Column{Pad: 4}, widget.NewLabel("“"+w.report().Title+"”有改动没有保存。要先保存吗？")), w.win)
	answer := func(name string, do func()) *kit.Button {
		return kit.NewButton(name, func() {
			d.Hide()
			do()
		})
	}
	save := answer("保存", func() { w.save(then) })
	save.Importance = kit.HighImportance
	d.SetButtons([]fyne.CanvasObject{answer("取消", func() {}), answer("不保存", then), save})
	d.Resize(fyne.NewSize(440, 170))
	d.Show()
}

// onClose closes the window.
func (w *Window) onClose() {
	if !w.asking() {
		w.settled(w.win.Close)
	}
}
