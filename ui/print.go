package ui

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"nianbao/export"
	"nianbao/export/format"
	"nianbao/model/store"
	"nianbao/ui/widget"
)

// printout is a report as it goes to paper.
type printout struct {
	name  string // as offices call it
	doc   *export.Document
	lacks string // what paper cannot show of it
}

// onPrint prints the report: where the printing system can be asked, on one of its printers,
// elsewhere by the program that the system has for PDF.
func (w *Window) onPrint() {
	w.finished("打印", func(draft bool) {
		out := &printout{name: w.exportName(draft), doc: composed(w)}
		out.doc.Draft = draft
		if w.hands.printers != nil {
			w.askPrinting(out)
			return
		}
		w.ask("打印", 480, 0, widget.NewLabel("报告交给系统的 PDF 程序，由它送到默认的打印机。要选打印机、页码、份数或者双面，请用 PDF 程序打开，再按 Ctrl+P。"),
			leave("取消"),
			pick(openWords, func() { w.pass(out, "", w.opens) }),
			pick("打印", func() { w.pass(out, "", w.hands.print) }))
	})
}

const openWords = "用 PDF 程序打开"

// opens shows a file in its program, where it can be printed from.
func (w *Window) opens(path string) (printed bool, err error) { return false, w.hands.open(path) }

// pass has the program for PDF take a printout. why says why no printer is asked, if one
// could be.
func (w *Window) pass(out *printout, why string, take func(path string) (printed bool, err error)) {
	path, done := "", false
	w.aside(func() (err error) {
		if path, err = out.write(); err != nil {
			return err
		}
		if done, err = take(path); err != nil {
			return errors.Join(errHands, err)
		}
		return nil
	}, func(err error) {
		text := "报告已经用系统的 PDF 程序打开。请在打开的窗口里选“打印”（一般是 Ctrl+P）。"
		switch {
		case errors.Is(err, errHands):
			text = "系统没有打开 PDF 的程序。请把这个文件拿到能打印的电脑上打印：\n" + path
		case err != nil:
			w.fail(err)
			return
		case done:
			text = "报告已经交给系统的 PDF 程序，送到默认的打印机。没有印出来的话，请用 PDF 程序打开，再按 Ctrl+P。"
		}
		w.say("打印", joinLines(why, text, out.lacks))
	})
}

var errHands = errors.New("nothing opens the file")

// joinLines puts what is said one below the other.
func joinLines(said ...string) string {
	return strings.Join(slices.DeleteFunc(said, func(s string) bool { return s == "" }), "\n")
}

// printed is how long what was printed is kept: the program that shows it may still be
// open.
const printed = 24 * time.Hour

// write writes a printout as PDF into a folder of its own.
func (out *printout) write() (path string, err error) {
	dir, err := printFolder(time.Now())
	if err != nil {
		return "", err
	}
	f, _ := format.ByID("pdf")
	out.lacks = f.Lacks(out.doc)
	path = filepath.Join(dir, out.name+"."+f.Ending)
	return path, write(path, f, out.doc)
}

// printFolder makes a folder of its own for a file to print, in the program's cache.
func printFolder(now time.Time) (string, error) {
	clearPrinted(now)
	dir := filepath.Join(printFolders(), now.Format("20060102-150405.000"))
	if err := os.MkdirAll(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", &store.Fault{Path: dir, Cause: err}
	}
	return dir, nil
}

func printFolders() string {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	return filepath.Join(cache, "nianbao", "print")
}

// clearPrinted clears away what was printed on other days.
func clearPrinted(now time.Time) {
	old, err := os.ReadDir(printFolders())
	if err != nil {
		return // nothing was ever printed
	}
	for _, o := range old {
		if info, err := o.Info(); err == nil && now.Sub(info.ModTime()) > printed {
			_ = os.RemoveAll(filepath.Join(printFolders(), o.Name())) // one that is in use goes another day
		}
	}
}

// composed is a copy of the report as it is now, ready to be written.
func composed(w *Window) *export.Document { return export.Compose(w.report()) }
