package ui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
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
	patient time.Duration // for a disk, while the window waits for it

	next    delay
	since   time.Time   // of the first change that is not on the disk
	writing int         // how many writes are under way in the background
	busy    *store.File // that the newest of them goes to, nil for none
	begun   time.Time   // when it was begun
	fault   string      // why the last write failed, "" if it did not
	failing bool        // nothing has been written since one failed
	healed  bool        // the last write was the first that did not fail again
	copy    *store.File
	kept    time.Time // when the copy was last written
}

// newAutosave begins early enough: what is promised is that all is on the disk within a second
// without a key and three seconds with keys, also by a slow disk.
func newAutosave(w *Window) *autosave {
	return &autosave{w: w, rests: 600 * time.Millisecond, longest: 2 * time.Second, retries: 5 * time.Second, patient: 5 * time.Second}
}

// begin takes a newly opened report. copy is the program's own copy that it came
// from, or nil.
func (a *autosave) begin(copy *store.File) {
	a.stop()
	a.fault, a.failing, a.healed, a.copy, a.kept, a.busy = "", false, false, copy, time.Time{}, nil
}

// arm sees to it that a change will be written.
func (a *autosave) arm() {
	if !a.w.unsaved() { // taken back to what is on the disk
		a.fault = ""
		a.stop()
		if a.w.file != nil {
			a.discard() // it says what the file says
		}
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
	return a.shelf()
}

// shelf is the program's own copy of the report. It knows the file that it stands in for.
func (a *autosave) shelf() *store.File {
	if a.copy == nil {
		a.copy = store.New(a.w.copyPath())
	}
	if a.w.file != nil {
		a.copy.Belong(a.w.file.Origin())
	} else {
		a.copy.Belong(nil)
	}
	return a.copy
}

// target is the file that is written now: the program's own copy, as long as the report's
// file must not be.
func (a *autosave) target() *store.File {
	if a.w.outside.holds() {
		return a.shelf()
	}
	return a.place()
}

// write writes a copy of the report in the background: a slow disk stops nobody, and a dead
// one is waited for by one write only.
func (a *autosave) write() {
	session, file, r := a.w.session, a.target(), a.w.report().Clone()
	if a.busy == file {
		if time.Since(a.begun) > a.patient {
			a.failed(&store.Fault{Path: file.Path, Cause: store.ErrSilent})
			a.w.status.update()
			return
		}
		a.next.in(a.rests, a.write)
		return
	}
	turn := file.Turn()
	a.since = time.Time{}
	a.writing++
	a.busy, a.begun = file, time.Now()
	newest := false
	a.w.aside(func() (err error) {
		newest, err = file.SaveAt(turn, r)
		return err
	}, func(err error) {
		a.writing--
		if a.busy == file {
			a.busy = nil
		}
		if a.w.session == session && (newest || err != nil) {
			a.wrote(file, r, err)
		}
	})
}

func (a *autosave) wrote(file *store.File, r *model.Report, err error) {
	a.fault = ""
	switch {
	case err != nil:
		a.failed(err)
	case file == a.w.file:
		a.done(r)
		if a.w.unsaved() && !a.next.waiting() {
			a.arm() // an undo had led back to what was on the disk before
		}
	case file == a.copy:
		a.kept = time.Now()
	}
	a.w.status.update()
	a.w.title()
}

// done notes that a report stands in the file.
func (a *autosave) done(r *model.Report) {
	a.fault, a.healed, a.failing = "", a.failing, false
	a.w.content, a.w.savedAt = store.Encode(r), time.Now()
	a.discard()
}

func (a *autosave) failed(err error) {
	a.fault, a.failing = model.Sentence(err), true
	if a.w.file != nil {
		a.spare()
	}
	a.next.in(a.retries, a.write)
	if a.w.outside.asks(a.w.file, err) {
		a.w.outside.refused()
	}
}

// spare keeps in the program's own folder what the file does not take: the machine
// may be switched off before it does.
func (a *autosave) spare() {
	if a.shelf().Save(a.w.report()) == nil {
		a.kept = time.Now()
	} else {
		a.kept = time.Time{}
	}
}

// flush writes the report to its file now. It waits for the disk, but not for ever.
func (a *autosave) flush() error {
	a.stop()
	file, r := a.w.file, a.w.report().Clone()
	turn := file.Turn()
	if err := within(a.patient, func() error {
		_, err := file.SaveAt(turn, r)
		return err
	}); err != nil {
		if errors.Is(err, errLate) {
			err = &store.Fault{Path: file.Path, Cause: store.ErrSilent}
		}
		a.failed(err)
		return err
	}
	a.done(r)
	return nil
}

// errLate is what has not ended in time.
var errLate = errors.New("late")

// within waits for what is done beside the window, but not for ever: a dead network drive
// must not hold the window.
func within(limit time.Duration, do func() error) error {
	done := make(chan error, 1)
	go func() { done <- safely(do) }()
	select {
	case err := <-done:
		return err
	case <-time.After(limit):
		return errLate
	}
}

// drop removes the program's own copy: the report has a file, or the clerk has
// said that it is not wanted.
func (a *autosave) drop() {
	a.stop()
	a.place().Turn() // what is still to be written is not wanted either
	a.discard()
}

// release leaves the program's own copy for the next start, which offers it.
func (a *autosave) release() (kept bool) {
	a.stop()
	a.place().Turn()
	if a.spare(); a.kept.IsZero() {
		return false
	}
	dir, name := filepath.Split(a.copy.Path)
	_, name, _ = strings.Cut(name, "-") // nobody's any more
	kept = os.Rename(a.copy.Path, filepath.Join(dir, "left-"+name)) == nil
	a.copy = nil
	return kept
}

func (a *autosave) discard() {
	if a.copy == nil {
		return
	}
	a.copy.Remove()
	a.w.app.Preferences().RemoveValue(keyLast(a.copy.Path))
	a.copy, a.kept = nil, time.Time{}
}
