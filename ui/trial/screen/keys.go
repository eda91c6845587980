package screen

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// Keys by their names, beside those that are one character.
var symbols = map[string]xproto.Keysym{
	"ctrl": 0xffe3, "shift": 0xffe1, "alt": 0xffe9,
	"Return": 0xff0d, "Tab": 0xff09, "Escape": 0xff1b, "BackSpace": 0xff08, "Delete": 0xffff,
	"Home": 0xff50, "End": 0xff57, "Left": 0xff51, "Up": 0xff52, "Right": 0xff53, "Down": 0xff54,
	"Prior": 0xff55, "Next": 0xff56, "F8": 0xffc5,
}

// Chinese are characters that have keys of their own on this keyboard.
const Chinese = "甲乙丙丁戊己庚辛壬癸"

// symbol is X's number of a key.
func symbol(key string) xproto.Keysym {
	if s, ok := symbols[key]; ok {
		return s
	}
	r := []rune(key)[0]
	if r < 0x100 {
		return xproto.Keysym(r)
	}
	return 0x1000000 + xproto.Keysym(r)
}

// keyboard learns which key is where, and gives unused ones to the Chinese characters.
func (s *Screen) keyboard(setup *xproto.SetupInfo) error {
	first, count := setup.MinKeycode, byte(setup.MaxKeycode-setup.MinKeycode)
	m, err := xproto.GetKeyboardMapping(s.conn, first, count).Reply()
	if err != nil {
		return err
	}
	s.codes = map[xproto.Keysym]xproto.Keycode{}
	wide, left := int(m.KeysymsPerKeycode), []rune(Chinese)
	for i := range int(count) {
		code, says := first+xproto.Keycode(i), m.Keysyms[i*wide:(i+1)*wide]
		if len(left) > 0 && !slices.ContainsFunc(says, func(s xproto.Keysym) bool { return s != 0 }) {
			sym := symbol(string(left[0]))
			left = left[1:]
			if err := xproto.ChangeKeyboardMappingChecked(s.conn, 1, code, 2, []xproto.Keysym{sym, sym}).Check(); err != nil {
				return err
			}
			says = []xproto.Keysym{sym}
		}
		if _, ok := s.codes[says[0]]; !ok {
			s.codes[says[0]] = code
		}
	}
	if len(left) > 0 {
		return fmt.Errorf("no keys are left for %s", string(left))
	}
	return nil
}

// Press presses and releases a key, or several held together as in ctrl+a. It is back when
// the X server has taken them.
func (s *Screen) Press(key string) error {
	var codes []xproto.Keycode
	for _, name := range strings.Split(key, "+") {
		code, ok := s.codes[symbol(name)]
		if !ok {
			return fmt.Errorf("no key %s", name)
		}
		codes = append(codes, code)
	}
	held := func() error { // nobody is so fast that both come at once
		if len(codes) == 1 {
			return nil
		}
		err := s.taken()
		time.Sleep(20 * time.Millisecond)
		return err
	}
	for _, code := range codes {
		xtest.FakeInput(s.conn, xproto.KeyPress, byte(code), 0, s.root, 0, 0, 0)
		if err := held(); err != nil {
			return err
		}
	}
	slices.Reverse(codes)
	for _, code := range codes {
		xtest.FakeInput(s.conn, xproto.KeyRelease, byte(code), 0, s.root, 0, 0, 0)
		if err := held(); err != nil {
			return err
		}
	}
	return s.taken()
}

// Write presses the keys of a text, with a pause behind each.
func (s *Screen) Write(text string, pause time.Duration) error {
	for _, r := range text {
		if err := s.Press(string(r)); err != nil {
			return err
		}
		time.Sleep(pause)
	}
	return nil
}

// Click presses the mouse at a place.
func (s *Screen) Click(x, y int) error {
	s.Point(x, y)
	if err := s.taken(); err != nil {
		return err
	}
	time.Sleep(50 * time.Millisecond) // the window learns where the pointer is when it next draws
	xtest.FakeInput(s.conn, xproto.ButtonPress, 1, 0, s.root, 0, 0, 0)
	xtest.FakeInput(s.conn, xproto.ButtonRelease, 1, 0, s.root, 0, 0, 0)
	return s.taken()
}

// Point leads the pointer to a place.
func (s *Screen) Point(x, y int) {
	xtest.FakeInput(s.conn, xproto.MotionNotify, 0, 0, s.root, int16(x), int16(y), 0)
}

// taken waits until the X server has done all that it was asked.
func (s *Screen) taken() error {
	if r, err := xproto.GetInputFocus(s.conn).Reply(); err != nil || r == nil {
		return errClosed
	}
	return nil
}
