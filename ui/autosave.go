package ui

import (
	"sync"
	"sync/atomic"
	"time"

	"nianbao/model"
	"nianbao/model/store"
)

// autosave brings the open report to the disk while the clerk goes on typing: to
// its file or, as long as it has none, to a copy in the program's own folder.
type autosave struct {
	w       *Window
	rests   time.Duration // without a key, until the report is written
	longest time.Duration // with keys, until it is written all the same
	retries time.Duration // after a failure

	next    delay
	since   time.Time    // of the first change that is not on the disk
	disk    sync.Mutex   // one write at a time
	turn    atomic.Int64 // of the newest write: an older one must not come after it
	writing int          // how many are under way in the background
	fault   string       // why the last write failed, "" if it did not
	copy    *store.File
	kept    time.Time // when the copy was last written
}

func newAutosave(w *Window) *autosave {
	return &autosave{w: w, rests: time.Second, longest: 3 * time.Second, retries: 5 * time.Second}
}

// begin takes a newly opened report. copy is the program's own copy that it came
// from, or nil.
func (a *autosave) begin(copy *store.File) {
	a.stop()
	a.fault, a.copy, a.kept = "", copy, time.Time{}
}

// arm sees to it that a change will be written.
func (a *autosave) arm() {
	if !a.w.unsaved() { // taken back to what is on the disk
		a.fault = ""
		a.stop()
		return
	}
	now := time.Now()
	if a.since.IsZero() {
		a.since = now
	}
	a.next.in(max(0, min(a.rests, a.since.Add(a.longest).Sub(now))), a.write)
}

func (a *autosave) stop() {
	a.next.stop()
	a.since = time.Time{}
}

// place is the file that the report is kept in by itself.
func (a *autosave) place() *store.File {
	if a.w.file != nil {
		return a.w.file
	}
	if a.copy == nil {
		a.copy = store.New(a.w.copyPath())
	}
	return a.copy
}

// write writes a copy of the report in the background: a slow disk stops nobody.
func (a *autosave) write() {
	session, file, r, turn := a.w.session, a.place(), a.w.report().Clone(), a.turn.Add(1)
	a.since = time.Time{}
	a.writing++
	newest := false
	a.w.aside(func() (err error) {
		newest, err = a.save(file, r, turn)
		return err
	}, func(err error) {
		a.writing--
		if a.w.session == session && (newest || err != nil) {
			a.wrote(file, r, err)
		}
	})
}

// save brings a report to the disk, unless a newer write has been asked for.
func (a *autosave) save(file *store.File, r *model.Report, turn int64) (newest bool, err error) {
	a.disk.Lock()
	defer a.disk.Unlock()
	if turn != a.turn.Load() {
		return false, nil
	}
	return true, file.Save(r)
}

func (a *autosave) wrote(file *store.File, r *model.Report, err error) {
	a.fault = ""
	switch {
	case err != nil:
		a.failed(err)
	case file == a.w.file:
		a.w.content, a.w.savedAt = store.Encode(r), time.Now()
		a.discard()
		if a.w.unsaved() && !a.next.waiting() {
			a.arm() // an undo had led back to what was on the disk before
		}
	case file == a.copy:
		a.kept = time.Now()
	}
	a.w.status.update()
	a.w.title()
}

func (a *autosave) failed(err error) {
	a.fault = model.Sentence(err)
	if a.w.file != nil {
		a.spare()
	}
	a.next.in(a.retries, a.write)
}

// spare keeps in the program's own folder what the file does not take: the machine
// may be switched off before it does.
func (a *autosave) spare() {
	if a.copy == nil {
		a.copy = store.New(a.w.copyPath())
	}
	if a.copy.Save(a.w.report()) == nil {
		a.kept = time.Now()
	} else {
		a.kept = time.Time{}
	}
}

// flush writes the report to its file now.
func (a *autosave) flush() error {
	a.stop()
	if _, err := a.save(a.w.file, a.w.report(), a.turn.Add(1)); err != nil {
		a.failed(err)
		return err
	}
	a.fault, a.w.content, a.w.savedAt = "", store.Encode(a.w.report()), time.Now()
	a.discard()
	return nil
}

// drop removes the program's own copy: the report has a file, or the clerk has
// said that it is not wanted.
func (a *autosave) drop() {
	a.stop()
	a.turn.Add(1)
	a.discard()
}

func (a *autosave) discard() {
	if a.copy == nil {
		return
	}
	a.disk.Lock()
	defer a.disk.Unlock()
	a.copy.Remove()
	a.w.app.Preferences().RemoveValue(keyLast(a.copy.Path))
	a.copy = nil
}
