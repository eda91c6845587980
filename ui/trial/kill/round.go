package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"nianbao/model"
	"nianbao/model/store"
	"nianbao/ui/trial/screen"
)

// moments are when the program is killed, each as often as it stands here.
var moments = []string{
	typing, typing, typing, typing, typing, typing, typing, typing, typing, typing,
	resting, resting, resting, saving, saving, saving, starting, starting, closing, closing,
}

const (
	starting = "starting"
	typing   = "typing"
	resting  = "resting"
	saving   = "saving"
	closing  = "closing"
)

// result is what came of a kill.
type result struct {
	document, place, moment string
	told                    bool // to end, as a desktop does, not killed
	missing                 time.Duration
	damaged                 bool
	recovery, offered       bool // there was something to be offered, and it was
}

// late says that more of what was typed is missing than may be.
func (r result) late() bool {
	if r.told {
		return r.missing > onTheWay
	}
	return r.missing > bound
}

// round starts the program, types, kills it and looks at what is there.
func (l *lane) round(d *document) error {
	r := result{document: d.name, place: "prose", moment: moments[l.random.IntN(len(moments))], told: l.random.IntN(4) == 0}
	if l.random.IntN(2) == 0 {
		r.place = "cells"
	}
	d.begin()
	machine := newWatch()
	args := []string{l.program}
	if d.file != "" {
		args = append(args, d.file)
	}
	p, err := l.screen.Run(d.home, args...)
	if err != nil {
		return err
	}
	defer p.Kill()
	if r.moment == starting {
		time.Sleep(l.within(0, 900*time.Millisecond))
		return l.end(d, p, r, machine)
	}
	if err := l.arrive(d, p, r.place); err != nil {
		l.keep(l.screen.Shot(), "not-arrived")
		return err
	}
	long := l.within(300*time.Millisecond, 1500*time.Millisecond)
	if r.moment == typing {
		long = l.within(200*time.Millisecond, 5*time.Second)
	}
	machine = newWatch()
	if err := l.write(d, r.place, time.Now().Add(long)); err != nil {
		return err
	}
	switch r.moment {
	case resting:
		time.Sleep(l.within(0, 2*time.Second))
	case saving:
		if d.name == titled { // else it is a dialog of the system
			err = l.screen.Press("ctrl+s")
		}
		time.Sleep(l.within(0, 60*time.Millisecond))
	case closing:
		key := "ctrl+q"
		if l.random.IntN(2) == 0 {
			key = "ctrl+w"
		}
		err = l.screen.Press(key)
		time.Sleep(l.within(0, 400*time.Millisecond))
	}
	return errors.Join(err, l.end(d, p, r, machine))
}

// within is a random time.
func (l *lane) within(from, to time.Duration) time.Duration {
	return from + time.Duration(l.random.Int64N(int64(to-from)))
}

// end ends the program and looks at what it has left.
func (l *lane) end(d *document, p *screen.Program, r result, machine watch) error {
	shot, end := l.screen.Shot(), p.Kill
	if r.told {
		end = p.End
	}
	at, err := end()
	if err == nil && r.told {
		err = d.left(p.Pid())
	}
	if err != nil {
		l.keep(shot, "ending")
		return err
	}
	if r.missing, err = l.look(d, at); errors.Is(err, errDamaged) {
		r.damaged = true
		fmt.Printf("%s, %s, %s: %v\n", r.document, r.place, r.moment, err)
	} else if err != nil {
		return err
	}
	late := r.late() && machine.short()
	if (r.damaged || r.late()) && !late {
		l.keep(shot, "missing")
	}
	if len(d.copies()) > 0 {
		r.recovery = true
		if r.offered, err = l.offered(d); err != nil {
			return err
		}
	}
	if *verbose {
		fmt.Printf("%+v, %d keys\n", r, len(d.states))
	}
	if late && !r.damaged && r.offered == r.recovery {
		l.late = append(l.late, r.missing)
	} else {
		l.results = append(l.results, r)
	}
	if r.damaged {
		if d.file != "" {
			err = errors.Join(err, os.WriteFile(d.file, store.Encode(d.first), 0o644))
		}
	}
	if r.damaged || d.name == unwritable { // begins anew
		d.kept = d.first
		for _, path := range d.copies() {
			err = errors.Join(err, os.Remove(path))
		}
	}
	return err
}

// keep keeps what the screen showed when something went wrong.
func (l *lane) keep(shot screen.Shot, why string) {
	path := filepath.Join(*pictures, fmt.Sprintf("%s-%d-%s.png", l.name, len(l.results)+1, why))
	if err := shot.Write(path); err == nil {
		fmt.Println("see", path)
	}
}

// offered starts the program and takes what it offers.
func (l *lane) offered(d *document) (bool, error) {
	p, err := l.screen.Run(d.home, l.program)
	if err != nil {
		return false, err
	}
	bad := errors.Join(p.Rest(), l.take(d, p))
	if bad != nil {
		l.keep(l.screen.Shot(), "not-offered")
		fmt.Printf("%s: %v\n", d.name, bad)
	}
	_, err = p.Kill()
	return bad == nil, err
}

// take takes what the start page offers: the first line at its right that does something.
// Then the copy goes by the number of the new process.
func (l *lane) take(d *document, p *screen.Program) error {
	taken := func() bool {
		return slices.ContainsFunc(d.copies(), func(path string) bool {
			return strings.HasPrefix(filepath.Base(path), strconv.Itoa(p.Pid())+"-")
		})
	}
	const x = 760
	var places []int
	if l.line > 0 {
		places = append(places, l.line) // where it was last
	}
	for y := 100; y < 600; y += 25 {
		places = append(places, y)
	}
	for _, y := range places {
		l.screen.Point(x, y)
		if err := p.Rest(); err != nil {
			return err
		}
		before := l.screen.Look()
		if err := l.screen.Click(x, y); err != nil {
			return err
		}
		if err := p.Rest(); err != nil {
			return err
		}
		if l.screen.Look() != before {
			l.line = y
			return errors.Join(screen.Until("what is offered can be taken", taken), p.Rest())
		}
	}
	return errors.New("nothing is offered")
}

// arrive goes to where the report can be typed into.
func (l *lane) arrive(d *document, p *screen.Program, place string) error {
	err := p.Rest()
	if d.name == untitled && d.kept != nil {
		err = errors.Join(err, l.take(d, p))
	} else if d.name == untitled {
		err = errors.Join(err, l.create(d, p))
	}
	sections := 1
	if place == "cells" {
		sections = 3
	}
	for range sections {
		if err != nil {
			return err
		}
		err = p.Go("ctrl+Next")
	}
	return errors.Join(err, p.Go("Tab"), l.screen.Press("ctrl+a"))
}

// create begins a new report.
func (l *lane) create(d *document, p *screen.Program) error {
	office := "甲乙丙"
	if err := errors.Join(p.Go("ctrl+n"), l.screen.Write(office, 20*time.Millisecond), l.screen.Press("Return"),
		l.screen.Press("ctrl+a"), l.screen.Write("2026", 20*time.Millisecond), l.screen.Press("Return")); err != nil {
		return err
	}
	d.becomes(model.NewReport(l.editions.ForYear(2026), office, model.KindOf(office), 2026))
	return p.Rest()
}

// write types what is counted until some time.
func (l *lane) write(d *document, place string, end time.Time) error {
	if place == "cells" {
		return l.writeCells(d, end)
	}
	count, text := l.random.IntN(9000), ""
	for marks := []rune(screen.Chinese); ; count++ {
		for _, r := range string(marks[count%len(marks)]) + fmt.Sprintf("%04d", count) {
			if !l.rest(end) {
				return nil
			}
			if err := l.screen.Press(string(r)); err != nil {
				return err
			}
			text += string(r)
			d.set("overview/intro", text)
		}
	}
}

// writeCells fills a column of the table of requests.
func (l *lane) writeCells(d *document, end time.Time) error {
	count := 100 + l.random.IntN(800)
	for _, cell := range d.now().Edition.Cells() {
		if table, line, _ := strings.Cut(string(cell.Ref), "/"); table != "requests" || !strings.HasSuffix(line, "/person") || cell.Total() {
			continue
		}
		count++
		for i, digit := range strconv.Itoa(count) {
			if !l.rest(end) {
				return nil
			}
			if err := l.screen.Press(string(digit)); err != nil {
				return err
			}
			d.set(cell.Ref, strconv.Itoa(count)[:i+1])
		}
		if !l.rest(end) {
			return nil
		}
		if err := l.screen.Press("Return"); err != nil {
			return err
		}
	}
	time.Sleep(time.Until(end))
	return nil
}

// rest waits as somebody who types fast does between two keys; false says that it is over.
func (l *lane) rest(end time.Time) bool {
	pause := l.within(40*time.Millisecond, 140*time.Millisecond)
	if left := time.Until(end); left < pause {
		time.Sleep(left)
		return false
	}
	time.Sleep(pause)
	return true
}

// said is what a command of the program prints.
func (l *lane) said(args ...string) (string, error) {
	out, err := exec.Command(l.program, args...).CombinedOutput()
	return string(out), err
}
