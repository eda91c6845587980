package ui

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"nianbao/model"
	"nianbao/model/store"
)

// Copies of reports without a file of their own lie in the program's folder until
// they are saved or thrown away: <process>-<time>.nianbao. What an earlier run has
// left there is offered on the start page. A copy of a report whose file could not be written
// knows that file.

// copies is the folder. If it cannot be made, the writing there says so.
func (w *Window) copies() string {
	dir := filepath.Join(w.app.Storage().RootURI().Path(), "unsaved")
	_ = os.MkdirAll(dir, 0o700)
	return dir
}

// copyPath names a copy that is not there yet.
func (w *Window) copyPath() string {
	name := fmt.Sprintf("%d-%s%s", os.Getpid(), time.Now().Format("20060102-150405.000"), store.Ending)
	return filepath.Join(w.copies(), name)
}

// orphan is a copy that no running program owns.
type orphan struct {
	path   string
	at     time.Time
	report *model.Report // nil if it cannot be read
	file   *store.File
	fault  error // why it cannot
}

// of is the file that a copy belongs to, "" for none.
func (o *orphan) of() string {
	if o.file == nil || o.file.Of() == nil {
		return ""
	}
	return o.file.Of().Path
}

// orphans lists what earlier runs have left, newest first.
func (w *Window) orphans() []orphan {
	entries, err := os.ReadDir(w.copies())
	if err != nil {
		return nil // nothing was ever kept there
	}
	var out []orphan
	for _, entry := range entries {
		path := filepath.Join(w.copies(), entry.Name())
		if filepath.Ext(path) != store.Ending {
			continue
		}
		pid, _, _ := strings.Cut(entry.Name(), "-")
		if n, err := strconv.Atoi(pid); err == nil && running(n) {
			continue
		}
		info, err := entry.Info()
		if err != nil {
			continue // somebody else has just gone on with it
		}
		r, file, err := store.Open(path, w.editions)
		out = append(out, orphan{path, info.ModTime(), r, file, err})
	}
	slices.SortFunc(out, func(a, b orphan) int { return b.at.Compare(a.at) })
	return out
}

// take makes a copy this program's own, so that no other goes on with it too.
func (w *Window) take(o *orphan) bool {
	path, key := w.copyPath(), keyLast(o.path)
	switch err := os.Rename(o.path, path); {
	case errors.Is(err, fs.ErrNotExist):
		w.say("没有打开", "这份报告已经在另一个窗口里打开了，或者已经处理过了。")
		return false
	case err != nil:
		return true // it stays where it is
	}
	p := w.app.Preferences()
	if last := p.String(key); last != "" {
		p.SetString(keyLast(path), last)
		p.RemoveValue(key)
	}
	o.path, o.file.Path = path, path
	return true
}
