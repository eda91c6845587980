package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"nianbao/model"
	"nianbao/model/store"
)

// Copies of reports without a file of their own lie in the program's folder until
// they are saved or thrown away: <process>-<time>.nianbao. What an earlier run has
// left there is offered on the start page.

// copies is the folder, "" if the system gives none.
func (w *Window) copies() string {
	root := w.app.Storage().RootURI()
	if root == nil {
		return ""
	}
	dir := filepath.Join(root.Path(), "unsaved")
	if os.MkdirAll(dir, 0o700) != nil {
		return ""
	}
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
	report *model.Report
	file   *store.File
}

// orphans lists what earlier runs have left, newest first.
func (w *Window) orphans() []orphan {
	dir := w.copies()
	if dir == "" {
		return nil
	}
	paths, err := filepath.Glob(filepath.Join(dir, "*"+store.Ending))
	if err != nil {
		return nil
	}
	var out []orphan
	for i := len(paths) - 1; i >= 0; i-- {
		pid, _, _ := strings.Cut(filepath.Base(paths[i]), "-")
		if n, err := strconv.Atoi(pid); err == nil && running(n) {
			continue
		}
		info, err := os.Stat(paths[i])
		if err != nil {
			continue
		}
		r, file, err := store.Open(paths[i], w.editions)
		if err != nil {
			continue // it stays where it is
		}
		out = append(out, orphan{paths[i], info.ModTime(), r, file})
	}
	return out
}

// adopt goes on with a report that was never saved.
func (w *Window) adopt(o orphan) {
	w.settled(func() {
		w.work(o.report, nil, "", nil)
		w.auto.begin(o.file)
		w.auto.kept = o.at
		w.recall()
		w.settle()
	})
}
