package ui

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"nianbao/export"
	"nianbao/export/format"
	"nianbao/model/store"
)

// printed is how long what was printed is kept: the program that shows it may still be
// open.
const printed = 24 * time.Hour

// onPrint hands the report as PDF to the system.
func (w *Window) onPrint() {
	w.finished("打印", func(draft bool) {
		f, _ := format.ByID("pdf")
		d := composed(w)
		d.Draft = draft
		name := w.exportName(draft)
		path, lacks, done := "", "", false
		w.aside(func() error {
			dir, err := printFolder(time.Now())
			if err != nil {
				return err
			}
			path, lacks = filepath.Join(dir, name+"."+f.Ending), f.Lacks(d)
			if err := write(path, f, d); err != nil {
				return err
			}
			if done, err = w.hands.print(path); err != nil {
				return errors.Join(errHands, err)
			}
			return nil
		}, func(err error) { w.toldPrint(path, lacks, done, err) })
	})
}

var errHands = errors.New("nothing opens the file")

// toldPrint says what happens next.
func (w *Window) toldPrint(path, lacks string, done bool, err error) {
	text := "报告已经用系统的 PDF 程序打开。请在打开的窗口里选“打印”（一般是 Ctrl+P）。"
	switch {
	case errors.Is(err, errHands):
		text = "系统没有打开 PDF 的程序。请把这个文件拿到能打印的电脑上打印：\n" + path
	case err != nil:
		w.fail(err)
		return
	case done:
		text = "报告已经送到默认的打印机。"
	}
	if lacks != "" {
		text += "\n" + lacks
	}
	w.say("打印", text)
}

// printFolder makes a folder of its own for a file to print, in the program's cache, and
// clears away those of other days.
func printFolder(now time.Time) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	all := filepath.Join(cache, "nianbao", "print")
	if old, err := os.ReadDir(all); err == nil {
		for _, o := range old {
			if info, err := o.Info(); err == nil && now.Sub(info.ModTime()) > printed {
				_ = os.RemoveAll(filepath.Join(all, o.Name())) // one that is in use goes another day
			}
		}
	}
	dir := filepath.Join(all, now.Format("20060102-150405.000"))
	if err := os.MkdirAll(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", &store.Fault{Path: dir, Cause: err}
	}
	return dir, nil
}

// composed is a copy of the report as it is now, ready to be written.
func composed(w *Window) *export.Document { return export.Compose(w.report()) }
