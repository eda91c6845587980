package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/storage"
	"github.com/ncruces/zenity"

	"nianbao/model/store"
	"nianbao/ui/widget"
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

// chooseFile asks for a report to open.
func (w *Window) chooseFile(title string, then func(path string)) {
	w.chooseOf("报告", endings, title, then)
}

// chooseOf asks for a file of a kind, which has one of the endings.
func (w *Window) chooseOf(kind string, endings []string, title string, then func(path string)) {
	folder := w.folder()
	chosen := func(path string) {
		w.app.Preferences().SetString("folder", filepath.Dir(path))
		then(path)
	}
	if w.native {
		patterns := make([]string, len(endings))
		for i, ending := range endings {
			patterns[i] = "*" + ending
		}
		w.system(func(options ...zenity.Option) (string, error) {
			return zenity.SelectFile(append(options, zenity.Title(title), zenity.Filename(folder+string(filepath.Separator)),
				zenity.FileFilters{{Name: kind, Patterns: patterns, CaseFold: true}, {Name: "所有文件", Patterns: []string{"*"}}})...)
		}, chosen)
		return
	}
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil { // it does not say of which file
			w.fail(&store.Fault{Path: folder, Cause: err})
			return
		}
		if f == nil {
			return
		}
		_ = f.Close() // only the path is wanted
		chosen(f.URI().Path())
	}, w.win)
	d.SetFilter(storage.NewExtensionFileFilter(endings))
	w.browse(d, title, "打开", folder)
}

// chooseFolder asks for a folder.
func (w *Window) chooseFolder(from string, then func(path string)) {
	if w.native {
		w.system(func(options ...zenity.Option) (string, error) {
			return zenity.SelectFile(append(options, zenity.Title("选择文件夹"), zenity.Directory(), zenity.Filename(from+string(filepath.Separator)))...)
		}, then)
		return
	}
	d := dialog.NewFolderOpen(func(dir fyne.ListableURI, err error) {
		if err != nil {
			w.fail(&store.Fault{Path: from, Cause: err})
			return
		}
		if dir != nil {
			then(dir.Path())
		}
	}, w.win)
	w.browse(d, "选择文件夹", "就选这个文件夹", from)
}

// choosePlace asks where to save a report: a name and a folder.
func (w *Window) choosePlace(folder, base string, then func(path string)) {
	chosen := func(path string) {
		if !strings.EqualFold(filepath.Ext(path), store.Ending) {
			path += store.Ending
		}
		then(path)
	}
	if w.native {
		w.system(func(options ...zenity.Option) (string, error) {
			return zenity.SelectFileSave(append(options, zenity.Title("保存报告"), zenity.Filename(filepath.Join(folder, base+store.Ending)),
				zenity.FileFilters{{Name: "年报文件", Patterns: []string{"*" + store.Ending}, CaseFold: true}})...)
		}, chosen)
		return
	}
	name := widget.NewField()
	name.Put(base)
	where := widget.NewLabel(folder)
	change := widget.NewButton("更改…", func() {
		w.chooseFolder(folder, func(path string) {
			folder = path
			where.Set(path)
		})
	})
	b := w.ask("保存报告", 560, 240, container.New(&widget.Column{Gap: 6},
		widget.NewLabel("文件名"), name,
		widget.NewLabel("文件夹"), container.NewBorder(nil, nil, nil, change, where)),
		leave("取消"), reply{"保存", func() bool {
			typed := strings.TrimSpace(name.Text)
			if typed != "" {
				chosen(filepath.Join(folder, typed))
			}
			return typed != ""
		}})
	name.OnSubmitted = func(string) { b.enter() }
	w.win.Canvas().Focus(name)
}

// browse shows the toolkit's own file dialog, for systems that have none.
func (w *Window) browse(d *dialog.FileDialog, title, confirm, from string) {
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

// system shows a dialog of the system. It blocks, so it runs beside the window,
// which waits behind a box.
func (w *Window) system(show func(...zenity.Option) (string, error), then func(path string)) {
	ctx, cancel := context.WithCancel(context.Background())
	waiting := w.ask("请选择", 360, 120, widget.NewLabel("请在打开的对话框里选择。"), pick("取消", cancel))
	options := append(w.attached(), zenity.Context(ctx), zenity.Modal())
	path := ""
	w.aside(func() (err error) {
		path, err = show(options...)
		return err
	}, func(err error) {
		cancelled := ctx.Err() != nil
		if !cancelled {
			waiting.escape()
		}
		switch {
		case cancelled, errors.Is(err, zenity.ErrCanceled):
		case err != nil:
			w.native = false
			w.say("打不开系统的对话框", "系统的文件对话框没有打开，以后改用程序自己的。请再选一次。")
		case path != "":
			then(path)
		}
	})
}

// attached ties a dialog of the system to the window.
func (w *Window) attached() (options []zenity.Option) {
	if native, ok := w.win.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			switch c := context.(type) {
			case driver.X11WindowContext:
				options = append(options, zenity.Attach(int(c.WindowHandle)))
			case driver.WindowsWindowContext:
				options = append(options, zenity.Attach(c.HWND))
			}
		})
	}
	return options
}
