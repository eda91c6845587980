package main

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// spots sees that the candidates stand right under the painted caret, wherever it goes.
// In the end the window is smaller.
func (d *desk) spots(m inputMethod) error {
	if err := m.on(d); err != nil {
		return err
	}
	say := func(groups ...string) func() error {
		return func() error { return d.say(m, groups...) }
	}
	long := strings.Repeat("公开的信息都在镇政府的公示栏和网站上，群众随时可以查阅。", 60)
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"in a cell", func() error { return errors.Join(d.visit(cell), d.say(m, "nihao")) }},
		{"in an empty field", func() error {
			return errors.Join(d.say(m, "{space}"), d.visit(prose), d.say(m, "nihao"))
		}},
		{"behind a phrase", say("{space}", "women")},
		{"on the next line", say("{space}", "{Return}", "zhengfu")},
		{"in a field scrolled to its end", func() error {
			if err := errors.Join(d.say(m, "{space}"), d.clipboard(long), d.say(m, "{ctrl+v}")); err != nil {
				return err
			}
			time.Sleep(time.Second)
			return d.say(m, "nihao")
		}},
		{"some lines up", say("{Escape}", "{Up}{Up}{Up}{Up}{Up}{Up}", "nihao")},
		{"scrolled by the wheel", func() error {
			return errors.Join(d.do("xdotool", "click", "4", "sleep", "0.1", "click", "4", "sleep", "1.5"), d.say(m, m.nudge))
		}},
		{"in a smaller window elsewhere", func() error {
			if err := d.do("wmctrl", "-r", "年报", "-b", "remove,maximized_vert,maximized_horz"); err != nil {
				return err
			}
			return errors.Join(d.do("wmctrl", "-r", "年报", "-e", "0,140,30,1100,620"), d.do("sleep", "1.5"), d.say(m, m.nudge))
		}},
		{"at the start of a line", say("{Escape}", "{Home}", "nihao")},
	} {
		if err := step.do(); err != nil {
			return err
		}
		if err := d.under(m, step.name); err != nil {
			return err
		}
	}
	return nil
}

// under waits until the candidates stand right below the caret, or above it where there
// is no room below. The picture is kept.
func (d *desk) under(m inputMethod, name string) error {
	why := "there are none"
	for range 10 {
		time.Sleep(500 * time.Millisecond)
		at, ok := d.candidates(m)
		if !ok {
			continue
		}
		screen, err := d.see(name)
		if err != nil {
			return err
		}
		if caret(screen, at.Min.X, at.Min.Y-14, at.Min.Y+3) || caret(screen, at.Min.X, at.Max.Y, at.Max.Y+45) {
			fmt.Println("candidates at the caret:", name)
			return nil
		}
		why = fmt.Sprintf("they are at %v", at)
	}
	if at, ok := d.candidates(m); ok { // ibus does not know how high the caret is, and covers it from above
		if err := d.say(m, "{Escape}"); err != nil {
			return err
		}
		screen, err := d.see(name + ", behind them")
		if err != nil {
			return err
		}
		if caret(screen, at.Min.X, at.Max.Y-3, at.Max.Y+3) {
			fmt.Println("candidates at the caret:", name, "(over it)")
			return nil
		}
	}
	return fmt.Errorf("candidates are not at the caret: %s: %s", name, why)
}

// candidates is where their window is on the screen.
func (d *desk) candidates(m inputMethod) (image.Rectangle, bool) {
	out, err := d.said("xdotool", "search", "--onlyvisible", "--class", m.window, "getwindowgeometry")
	at := geometry.FindStringSubmatch(out)
	if err != nil || at == nil {
		return image.Rectangle{}, false
	}
	n := func(i int) int { n, _ := strconv.Atoi(at[i]); return n }
	return image.Rect(n(1), n(2), n(1)+n(3), n(2)+n(4)), true
}

// see takes a picture of the screen and keeps it.
func (d *desk) see(name string) (image.Image, error) {
	if err := d.picture(name); err != nil {
		return nil, err
	}
	return read(filepath.Join(*pictures, name+".png"))
}

var geometry = regexp.MustCompile(`(?s)Position: (-?\d+),(-?\d+).*Geometry: (\d+)x(\d+)`)

func read(path string) (image.Image, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return png.Decode(file)
}

// caret says that a caret is painted at a column, give or take a pixel, whose lower end
// is between two rows.
func caret(screen image.Image, x, from, to int) bool {
	for column := x - 2; column <= x+2; column++ {
		run := 0
		for y := from - 40; y <= to+1; y++ {
			if blue(screen.At(column, y)) {
				run++
				continue
			}
			if run >= 12 && run <= 40 && y > from && y <= to+1 {
				return true
			}
			run = 0
		}
	}
	return false
}

// blue is the colour of the caret, and of the frame around a field, which is longer.
func blue(c color.Color) bool {
	r, g, b, _ := c.RGBA()
	return b > r+0x5000 && b > g+0x2800
}
