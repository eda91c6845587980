package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/ui/trial/screen"
)

// rest waits until the window rests and no command of the printing system runs for it.
func (t *trial) rest() error {
	return screen.Until("the window and its commands rest", func() bool {
		return t.program.Rest() == nil && !slices.ContainsFunc(t.program.Family(), func(pid int) bool {
			name, _ := os.ReadFile(fmt.Sprintf("/proc/%d/comm", pid))
			return slices.Contains([]string{"lp", "lpstat", "cancel"}, strings.TrimSpace(string(name)))
		})
	})
}

// keys presses keys one after the other, and waits until the window rests.
func (t *trial) keys(keys ...string) error {
	for _, key := range keys {
		if err := t.screen.Press(key); err != nil {
			return err
		}
		if err := t.rest(); err != nil {
			return err
		}
	}
	return nil
}

// shot takes a picture.
func (t *trial) shot(name string) error {
	return t.screen.Shot().Write(filepath.Join(*out, name+".png"))
}

// ask opens the question how to print, and waits for the printers.
func (t *trial) ask() error { return errors.Join(t.program.Go("ctrl+p"), t.rest()) }

// all prints everything on the default printer: Return is enough.
func (t *trial) all() error {
	if err := errors.Join(t.ask(), t.shot("1-question"), t.keys("Return")); err != nil {
		return err
	}
	return errors.Join(t.prints("first", 1, ""), t.asked(first, "1", "one-sided"), t.shot("2-sent"), t.tidy(), t.keys("Escape"))
}

// some prints some pages twice, on both sides.
func (t *trial) some() error {
	if err := errors.Join(t.ask(), t.keys("ctrl+a", "2", "Tab", "4", ",", "1", "-", "2", "Tab", "Right"), t.shot("3-some")); err != nil {
		return err
	}
	if err := t.keys("shift+Tab", "Return"); err != nil {
		return err
	}
	return errors.Join(t.prints("first", 2, "1-2,4"), t.asked(first, "2", "two-sided-long-edge"), t.shot("4-sent"), t.tidy(), t.keys("Escape"))
}

// rejecting chooses a printer that takes nothing, and then another.
func (t *trial) rejecting() error {
	if err := errors.Join(t.ask(), t.keys("shift+Tab", "Right", "Tab", "Return"), t.shot("5-rejecting")); err != nil {
		return err
	}
	if n := t.queued(); n != 0 {
		return fmt.Errorf("%d jobs wait", n)
	}
	if err := t.keys("shift+Tab", "Right", "Right", "Tab", "Return"); err != nil {
		return err
	}
	return errors.Join(t.prints("second", 1, ""), t.asked(second, "1", "two-sided-long-edge"), t.tidy(), t.keys("Escape"))
}

// stopped sends to a printer that is stopped, takes the job back, sends it again and leaves it
// there until the printer goes on.
func (t *trial) stopped() error {
	if err := errors.Join(t.ask(), t.keys("shift+Tab", "Left", "Tab", "Return"),
		screen.Until("a job waits", func() bool { return t.queued() == 1 }), t.rest(), t.shot("6-stopped"), t.keys("Return"),
		screen.Until("the job is taken back", func() bool { return t.queued() == 0 }), t.rest(), t.shot("7-taken-back"), t.keys("Return"),
		screen.Until("a job waits again", func() bool { return t.queued() == 1 }), t.rest(), t.keys("Escape")); err != nil {
		return err
	}
	if _, err := os.Stat(t.paper("stopped")); err == nil {
		return errors.New("a stopped printer prints")
	}
	_, err := t.do("cupsenable", stopped)
	return errors.Join(err, t.prints("stopped", 1, ""), t.tidy())
}

// off sends to a printer that does not answer; then somebody else takes the job away.
func (t *trial) off() error {
	if err := errors.Join(t.ask(), t.keys("shift+Tab", "Right", "Right", "Tab", "Return")); err != nil {
		return err
	}
	if err := errors.Join(t.changes("that the printer does not answer", func() error {
		return screen.Until("the printing service cannot reach the printer", func() bool {
			out, _ := t.do("lpstat", "-p", off)
			return strings.Contains(out, "unavailable")
		})
	}), t.shot("8-off")); err != nil {
		return err
	}
	return errors.Join(t.changes("that the job was cancelled", func() error {
		_, err := t.do("cancel", "-a", off)
		return err
	}), t.shot("9-cancelled"), t.tidy(), t.keys("Escape"))
}

// changes waits until the window tells something else than before something happened.
func (t *trial) changes(what string, happens func() error) error {
	before := t.screen.Look()
	return errors.Join(happens(), screen.Until("the window tells "+what, func() bool { return t.screen.Look() != before }), t.rest())
}

// gone prints while the service is gone: the system's program gets the PDF.
func (t *trial) gone() error {
	t.service.close()
	if err := errors.Join(os.Remove(filepath.Join(t.dir, socket)), t.ask(),
		screen.Until("the system gets the file", func() bool { _, err := os.Stat(t.handed); return err == nil }), t.rest(), t.shot("10-no-service")); err != nil {
		return err
	}
	handed, err := os.ReadFile(t.handed)
	if err != nil {
		return err
	}
	return errors.Join(t.same(string(handed), 1, ""), t.keys("Escape", "ctrl+q"), screen.Until("the program ends", t.program.Ended))
}
