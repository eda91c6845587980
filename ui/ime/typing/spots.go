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
	say := func(keys string) func() error {
		return func() error { return d.press(strokes(keys, 40*time.Millisecond)) }
	}
	long := strings.Repeat("公开的信息都在镇政府的公示栏和网站上，群众随时可以查阅。", 60)
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"in a cell", func() error { return errors.Join(d.visit(cell), say("nihao")()) }},
		{"in an empty field", func() error {
			return errors.Join(say("{space}")(), d.visit(prose), say("nihao")())
		}},
		{"behind a phrase", say("{space}women")},
		{"on the next line", say("{space}{Return}zhengfu")},
		{"in a field scrolled to its end", func() error {
			if err := say("{space}")(); err != nil {
				return err
			}
			if err := d.clipboard(long); err != nil {
				return err
			}
			if err := say("{ctrl+v}")(); err != nil {
				return err
			}
			time.Sleep(time.Second)
			return say("nihao")()
		}},
		{"some lines up", say("{Escape}{Up}{Up}{Up}{Up}{Up}{Up}nihao")},
		{"scrolled by the wheel", func() error { return d.do("xdotool", "click", "4", "sleep", "0.1", "click", "4") }},
		{"in a smaller window elsewhere", func() error {
			if err := d.do("wmctrl", "-r", "年报", "-b", "remove,maximized_vert,maximized_horz"); err != nil {
				return err
			}
			return d.do("wmctrl", "-r", "年报", "-e", "0,140,30,1100,620")
		}},
		{"at the start of a line", say("{Escape}{Home}nihao")},
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
		out, err := d.said("xdotool", "search", "--onlyvisible", "--class", m.window, "getwindowgeometry")
		at := geometry.FindStringSubmatch(out)
		if err != nil || at == nil {
			continue
		}
		if err := d.picture(name); err != nil {
			return err
		}
		screen, err := read(filepath.Join(*pictures, name+".png"))
		if err != nil {
			return err
		}
		x, _ := strconv.Atoi(at[1])
		y, _ := strconv.Atoi(at[2])
		height, _ := strconv.Atoi(at[3])
		if caret(screen, x, y-14, y+3) || caret(screen, x, y+height, y+height+45) {
			fmt.Println("candidates at the caret:", name)
			return nil
		}
		why = fmt.Sprintf("they are at %d,%d", x, y)
	}
	return fmt.Errorf("candidates are not at the caret: %s: %s", name, why)
}

var geometry = regexp.MustCompile(`(?s)Position: (-?\d+),(-?\d+).*Geometry: \d+x(\d+)`)

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
