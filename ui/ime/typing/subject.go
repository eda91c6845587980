package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// openEntry opens a text entry of GTK.
func openEntry(m inputMethod) (*desk, error) {
	d, err := newDesk(m)
	if err != nil {
		return d, err
	}
	// Without these GTK's entry mixes fast keys up itself.
	d.env = append(d.env, "FCITX_ENABLE_SYNC_MODE=1", "IBUS_ENABLE_SYNC_MODE=1")
	if err := d.start("zenity", "--text-info", "--editable", "--width=1300", "--height=600"); err != nil {
		return d, err
	}
	return d, d.shown("zenity")
}

// openProgram opens a report in the program, in a window as large as the screen.
func openProgram(m inputMethod) (*desk, error) {
	d, err := newDesk(m)
	if err != nil {
		return d, err
	}
	file := filepath.Join(d.home, "2026.nianbao")
	content, err := os.ReadFile(*report)
	if err != nil {
		return d, err
	}
	if err := os.WriteFile(file, content, 0o644); err != nil {
		return d, err
	}
	if err := d.start(*program, file); err != nil {
		return d, err
	}
	if err := d.shown("年报"); err != nil {
		return d, err
	}
	err = d.do("wmctrl", "-r", "年报", "-b", "add,maximized_vert,maximized_horz")
	time.Sleep(time.Second)
	return d, err
}

// place is where to click in the maximised window: on a section, then into a field.
type place struct{ section, x, y int }

var (
	prose = place{130, 500, 190} // the overview, its first field
	cell  = place{255, 632, 214} // requests, the first cell
)

// visit clicks into a field and empties it.
func (d *desk) visit(p place) error {
	if err := errors.Join(d.click(place{x: 100, y: p.section}), d.click(p)); err != nil {
		return err
	}
	return d.press(strokes("{ctrl+a}{BackSpace}", 200*time.Millisecond))
}

func (d *desk) click(p place) error {
	return d.do("xdotool", "mousemove", fmt.Sprint(p.x), fmt.Sprint(p.y), "click", "1", "sleep", "1")
}

// shown waits for a window.
func (d *desk) shown(name string) error {
	err := until("a window "+name, func() bool {
		return d.do("xdotool", "search", "--onlyvisible", "--class", name) == nil ||
			d.do("xdotool", "search", "--onlyvisible", "--name", name) == nil
	})
	time.Sleep(2 * time.Second)
	return err
}

// typed types a script and takes what has arrived out of the field again.
func (d *desk) typed(m inputMethod, s script, try int) (string, error) {
	if *verbose {
		fmt.Println(s.kind, s.keys)
	}
	if err := m.on(d); err != nil {
		return "", err
	}
	if err := d.pressSlowly(s.keys, 1+try); err != nil {
		return "", err
	}
	time.Sleep(m.slow)
	text, err := d.taken()
	time.Sleep(m.slow)
	if err != nil {
		_ = d.picture("failed")
		err = fmt.Errorf("after %s: %w", s.keys, err)
	}
	return text, err
}

// say types groups of keys, each when what the one before it did is there.
func (d *desk) say(m inputMethod, groups ...string) error {
	for _, keys := range groups {
		if keys == "" {
			continue
		}
		if err := d.press(strokes(keys, 40*time.Millisecond)); err != nil {
			return err
		}
		time.Sleep(300*time.Millisecond + m.slow)
	}
	return nil
}

const nothing = "(nothing)"

// taken copies what stands in the field and clears it. The keys for it queue behind
// those of the script.
func (d *desk) taken() (string, error) {
	if err := d.clipboard(nothing); err != nil {
		return "", err
	}
	text := nothing
	for try := range 20 { // a clipboard may be taken away by the one who had it last
		if try > 2 { // or letters are still being composed, and the keys go to them
			if err := d.press(strokes("{Return}", 20*time.Millisecond)); err != nil {
				return "", err
			}
		}
		if err := d.press(strokes("{ctrl+a}{ctrl+c}", 20*time.Millisecond)); err != nil {
			return "", err
		}
		for range 50 {
			if text = d.copied(); text != nothing {
				return text, d.press(strokes("{BackSpace}", 20*time.Millisecond))
			}
			time.Sleep(20 * time.Millisecond)
		}
	}
	return "", errors.New("nothing can be copied")
}

func (d *desk) copied() string {
	out, _ := d.command("xclip", "-selection", "clipboard", "-o").Output()
	return string(out)
}

// clipboard is filled when the new text can be read from it, not sooner.
func (d *desk) clipboard(text string) error {
	c := d.command("xclip", "-selection", "clipboard", "-i")
	c.Stdin = strings.NewReader(text)
	if err := c.Run(); err != nil {
		return err
	}
	return until("the clipboard is cleared", func() bool { return d.copied() == text })
}
