package ui

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"nianbao/model/store"
)

// Endings of what can be opened.
var endings = []string{".nianbao", ".docx", ".doc", ".wps", ".xlsx", ".html", ".htm", ".rtf", ".txt"}

// folder is where the clerk last had a file.
func (w *Window) folder() string {
	if w.file != nil {
		return filepath.Dir(w.file.Path)
	}
	if w.source != "" {
		return filepath.Dir(w.source)
	}
	if dir := w.app.Preferences().String("folder"); dir != "" && isDir(dir) {
		return dir
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	if dir := filepath.Join(home, "Documents"); isDir(dir) {
		return dir
	}
	return home
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// chooseFile asks for a file to open.
func (w *Window) chooseFile(title string, then func(path string)) {
	folder := w.folder()
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil { // it does not say of which file
			w.fail(&store.Fault{Path: folder, Cause: err})
			return
		}
		if f == nil {
			return
		}
		_ = f.Close() // only the path is wanted
		w.app.Preferences().SetString("folder", filepath.Dir(f.URI().Path()))
		then(f.URI().Path())
	}, w.win)
	d.SetFilter(storage.NewExtensionFileFilter(endings))
	w.ask(d, title, "打开", folder)
}

// chooseFolder asks for a folder.
func (w *Window) chooseFolder(from string, then func(path string)) {
	d := dialog.NewFolderOpen(func(dir fyne.ListableURI, err error) {
		if err != nil {
			w.fail(&store.Fault{Path: from, Cause: err})
			return
		}
		if dir != nil {
			then(dir.Path())
		}
	}, w.win)
	w.ask(d, "选择文件夹", "就选这个文件夹", from)
}

func (w *Window) ask(d *dialog.FileDialog, title, confirm, from string) {
	d.SetTitleText(title)
	d.SetConfirmText(confirm)
	d.SetDismissText("取消")
	d.SetView(dialog.ListView)
	if at, err := storage.ListerForURI(storage.NewFileURI(from)); err == nil {
		d.SetLocation(at)
	}
	d.Show()
	d.Resize(fyne.NewSize(860, 560)) // it has no size before it is shown
}
