package ui

import (
	"bytes"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nianbao/export"
	"nianbao/model"
	"nianbao/model/intake"
	"nianbao/model/store"
	"nianbao/ui/widget"
)

// unsaved says that the report differs from what is on the disk.
func (w *Window) unsaved() bool {
	return w.session != nil && (w.outside.lacks() || !bytes.Equal(w.content, w.encoded()))
}

// Open opens a report of the program's own or of any format that it reads, or the page that
// sums up a folder of them.
func (w *Window) Open(path string) {
	sum := func() { w.settled(func() { w.collect(path) }) }
	switch {
	case !isDir(path):
		w.open(path, func() {})
	case w.session != nil:
		w.ask("汇总文件夹", 460, 0, widget.NewLabel("“"+filepath.Base(path)+"”是一个文件夹。要关上这份报告，汇总文件夹里的各份报告吗？"),
			leave("取消"), pick("汇总", sum))
	default:
		sum()
	}
}

// openFirst shows what the program was started with: a file, or else the start page. That is
// there also while it is asked how a file is to be opened, or if it cannot be.
func (w *Window) openFirst(files []string) {
	w.given(files)
	if w.session == nil && w.collecting == nil {
		w.start()
		w.weighCopies()
	}
}

// open opens a report and goes on once it is open.
func (w *Window) open(path string, then func()) {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole // as a clerk is shown it
	}
	r, file, notes, err := w.load(path)
	switch {
	case store.Damaged(err) && own(path):
		if !w.mend(path, err) {
			return
		}
	case err != nil:
		w.fail(err)
		return
	case file != nil:
		w.enter(r, file, then)
		return
	default:
		w.work(r, nil, path, notes)
	}
	then()
}

// load reads a report; file is nil if it is of another format.
func (w *Window) load(path string) (r *model.Report, file *store.File, notes []string, err error) {
	if own(path) {
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
	if w.asking() {
		return
	}
	var paths []string
	for _, f := range files {
		paths = append(paths, f.Path())
	}
	w.given(paths)
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
	w.finish()
	if w.file == nil {
		w.saveAs(then)
		return
	}
	if w.outside.holds() {
		w.outside.ask(then)
		return
	}
	w.saveTo(w.file, then)
}

// owned is a file as the window's own: its versions are kept.
func (w *Window) owned(file *store.File) *store.File {
	if file != nil && file.History == nil {
		file.History, file.Alive = w.history, running
		file.Belong(nil)
	}
	return file
}

func (w *Window) saveTo(file *store.File, then func()) {
	before := w.file
	w.file = w.owned(file)
	if err := w.auto.flush(); err != nil {
		w.file = before
		w.settle()
		if !w.outside.asks(file, err) {
			w.fail(err)
		}
		return
	}
	if before != file {
		w.attend()
		w.depart()
		own, other := store.Claim(file.Path, running)
		w.stay(&presence{own: own, other: other})
	}
	file.Fix() // what a clerk saves is a version of its own
	w.pin()
	w.auto.drop()
	w.remember(file.Path)
	w.settle()
	then()
}

// saveAs asks for a name and a folder. It never writes over another file: the
// store refuses, and says so.
func (w *Window) saveAs(then func()) {
	w.choosePlace(w.folder(), w.baseName(), func(path string) {
		if w.file != nil && store.Same(w.file.Path, path) {
			w.saveTo(w.file, then)
			return
		}
		w.saveTo(store.New(path), then)
	})
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
	return export.FileName(w.report().Title)
}

// exportName is the name that offices give a report, without an ending. That of a draft
// says so.
func (w *Window) exportName(draft bool) string {
	r := w.report()
	name := r.Title
	if r.Office != "" && r.Year != 0 {
		name = r.Printed(r.Edition.Title)
	}
	if name = export.FileName(name); draft {
		name += "（" + export.DraftMark + "）"
	}
	return name
}

// settled goes on once nothing can be lost: the report is in its file, or the
// clerk says what is to become of it.
func (w *Window) settled(then func()) {
	if w.outgoing != nil {
		w.outgoing.hold(w, then)
		return
	}
	w.finish()
	switch {
	case w.session == nil:
		then()
	case !w.unsaved() && (w.file == nil || w.auto.writing == 0 || w.outside.holds()): // as it was opened, or saved
		w.auto.drop()
		then()
	case w.file == nil:
		w.ask("报告还没有保存", 460, 190, widget.NewLabel("“"+w.name()+"”还没有保存成文件。要先保存吗？"),
			leave("取消"), pick("不保存", func() { w.abandon(then) }), pick("保存…", func() { w.save(then) }))
	case w.outside.holds():
		w.unwritten(w.outside.says, then)
	default:
		if err := w.auto.flush(); err != nil {
			w.unwritten("“"+w.name()+"”有改动写不进文件。"+model.Sentence(err), then)
			return
		}
		then()
	}
}

// abandon goes on without what is not saved.
func (w *Window) abandon(then func()) {
	w.auto.drop()
	then()
}

// unwritten asks what is to become of what the file does not take. It can wait for the next
// start.
func (w *Window) unwritten(why string, then func()) {
	w.auto.spare()
	replies := []reply{leave("取消"), pick("不要了", func() { w.abandon(then) }), pick("另存为…", func() { w.saveAs(then) })}
	if !w.auto.kept.IsZero() {
		why += "可以先关上：写的内容留在暂存里，下次开始时接着写。"
		replies = append(replies, reply{"留到下次", func() bool {
			released := w.auto.release()
			if released {
				then()
			}
			return released
		}})
	}
	w.ask("还没有写进文件", 560, 0, widget.NewLabel(why), replies...)
}

// onShut goes back to the start page.
func (w *Window) onShut() {
	w.settled(func() {
		w.shut()
		w.start()
		w.weighCopies()
	})
}

// shut leaves the report, of which nothing can be lost any more.
func (w *Window) shut() {
	w.auto.begin(nil)
	w.pause.stop()
	w.depart()
	w.session, w.file, w.last = nil, nil, lastYear{}
	w.attend()
	w.win.SetTitle("年报")
}

// onClose closes the window.
func (w *Window) onClose() {
	if len(w.boxes) > 0 {
		return
	}
	for top := w.win.Canvas().Overlays().Top(); top != nil; top = w.win.Canvas().Overlays().Top() {
		w.win.Canvas().Overlays().Remove(top) // a menu is no question
	}
	w.settled(func() {
		w.auto.stop()
		w.depart()
		size := w.win.Canvas().Size()
		w.app.Preferences().SetFloat("width", float64(size.Width))
		w.app.Preferences().SetFloat("height", float64(size.Height))
		w.win.Close()
	})
}
