//go:build unix

package ui

import (
	"os"
	"os/signal"
	"syscall"
	"testing"
	"time"

	"nianbao/model/store"
)

// begunEnding is an ending that no longer listens once its test is over: then an interrupt
// ends the tests again.
func begunEnding(t *testing.T, e *ending) *ending {
	t.Helper()
	e.begin()
	t.Cleanup(func() { signal.Stop(e.told) })
	return e
}

// What was typed in the last moment is in the file when the desktop ends the program, and
// nothing says any more that the file is open.
func TestTheDesktopEndsTheProgram(t *testing.T) {
	for _, sig := range []os.Signal{syscall.SIGTERM, syscall.SIGHUP, os.Interrupt} {
		w := example(t)
		path := w.file.Path
		ended := make(chan int, 1)
		stopped := false
		e := begunEnding(t, &ending{w: w, stop: func() { stopped = true }, exit: func(code int) { ended <- code }})
		e.alone()
		w.set("requests/new/person", "77")
		if len(lockNotes(path)) != 1 {
			t.Fatal("nothing says that the file is open")
		}
		if err := syscall.Kill(os.Getpid(), sig.(syscall.Signal)); err != nil {
			t.Fatal(err)
		}
		select {
		case code := <-ended:
			if code != 0 || !stopped {
				t.Errorf("%v: ends with %d, stopped: %v", sig, code, stopped)
			}
		case <-time.After(time.Minute):
			t.Fatalf("%v: the program does not end", sig)
		}
		r, _, err := store.Open(path, w.editions)
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := r.Get("requests/new/person"); got != "77" {
			t.Errorf("%v: the file says %q", sig, got)
		}
		if len(lockNotes(path)) != 0 {
			t.Errorf("%v: the file is said to be open still", sig)
		}
	}
}

// A report that the clerk has thrown away does not come back with the end of the program.
func TestClosingKeepsNothingThatIsNotWanted(t *testing.T) {
	w, _ := empty(t, 2026, "requests")
	ended := 0
	begunEnding(t, &ending{w: w, stop: func() {}, exit: func(int) { ended++ }})
	w.set("requests/new/person", "3")
	w.abandon(w.win.Close)
	if ended != 1 {
		t.Fatalf("ended %d times", ended)
	}
	if left, err := os.ReadDir(w.copies()); err != nil || len(left) != 0 {
		t.Errorf("kept: %v %v", left, err)
	}
}
