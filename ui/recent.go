package ui

import (
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
)

// recents is how many files are remembered.
const recents = 8

// recent lists the files that were last open and are still there, newest first.
func (w *Window) recent() []string {
	return slices.DeleteFunc(w.app.Preferences().StringList("recent"), func(path string) bool {
		_, err := os.Stat(path)
		return err != nil
	})
}

// remember puts a file at the head of the recent ones.
func (w *Window) remember(path string) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	all := slices.DeleteFunc(w.app.Preferences().StringList("recent"), func(p string) bool { return p == path })
	all = append([]string{path}, all...)
	w.app.Preferences().SetStringList("recent", all[:min(len(all), recents)])
	w.app.Preferences().SetString("folder", filepath.Dir(path))
	w.listRecent()
}

// listRecent puts the recent files into the menu.
func (w *Window) listRecent() {
	var items []*fyne.MenuItem
	for _, path := range w.recent() {
		items = append(items, w.item(filepath.Base(path), "", false, func() {
			w.settled(func() { w.Open(path) })
		}))
	}
	if items == nil {
		none := fyne.NewMenuItem("（还没有）", nil)
		none.Disabled = true
		items = append(items, none)
	}
	w.menu.recent.ChildMenu = fyne.NewMenu("", items...)
	if m := w.win.MainMenu(); m != nil {
		m.Refresh()
	}
}
