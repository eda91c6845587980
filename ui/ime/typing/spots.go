package main

import (
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// spots sees that the candidates stand under the caret and go where it goes: in the
// long field of the cover's preface, at its very end.
func (d *desk) spots(m inputMethod) error {
	if err := m.on(d); err != nil {
		return err
	}
	at := func(text string) (x, y int, err error) {
		if err := d.press(strokes(text, 40*time.Millisecond)); err != nil {
			return 0, 0, err
		}
		time.Sleep(500 * time.Millisecond)
		if err := d.picture("candidates-" + strconv.Itoa(d.pictures)); err != nil {
			return 0, 0, err
		}
		d.pictures++
		out, err := d.said("xdotool", "search", "--onlyvisible", "--class", m.window, "getwindowgeometry")
		if err != nil {
			return 0, 0, err
		}
		found := regexp.MustCompile(`Position: (-?\d+),(-?\d+)`).FindStringSubmatch(out)
		if found == nil {
			return 0, 0, fmt.Errorf("no candidates: %s", out)
		}
		x, _ = strconv.Atoi(found[1])
		y, _ = strconv.Atoi(found[2])
		return x, y, nil
	}
	if err := d.visit(0, 640, 560); err != nil { // clears it
		return err
	}
	x0, y0, err := at("nihao")
	if err != nil {
		return err
	}
	x1, y1, err := at("{space}{Return}nihao{space}women")
	if err != nil {
		return err
	}
	fmt.Println(x0, y0, x1, y1)
	return d.press(strokes("{space}{ctrl+a}{BackSpace}", 40*time.Millisecond))
}
