package main

import (
	"fmt"
	"strings"
	"time"
)

// script is a row of keys and what is known of it.
type script struct {
	kind   string
	keys   keys
	cell   bool   // typed into a cell of a table, else into a field of prose
	expect string // what must arrive, "" if the entry knows
	own    bool   // the entry cannot tell: only the program has what is tried
}

// keys are strokes in their order. They print as letters, and as names in braces.
type keys []stroke

type stroke struct {
	key   string        // as X calls it
	pause time.Duration // after it
}

func (k keys) String() string {
	var b strings.Builder
	for _, s := range k {
		if len(s.key) == 1 {
			b.WriteString(s.key)
		} else {
			b.WriteString("{" + s.key + "}")
		}
	}
	return b.String()
}

// strokes reads letters, digits and names in braces: nihao{space}{BackSpace}.
func strokes(text string, pause time.Duration) keys {
	var k keys
	for text != "" {
		key := text[:1]
		if key == "{" {
			key, _, _ = strings.Cut(text[1:], "}")
			text = text[len(key)+1:]
		}
		text = text[1:]
		k = append(k, stroke{key, pause})
	}
	return k
}

// chords are keys that need another one held down. They are typed slowly, with nothing
// else on its way: fcitx5 5.0 goes by the Shift that is down when it comes to a key,
// not by the one with which the key was sent to it.
var chords = map[string][2]string{
	"colon": {"shift", "semicolon"}, "parenleft": {"shift", "9"},
	"A": {"shift", "a"}, "O": {"shift", "o"}, "W": {"shift", "w"},
}

// press types keys on a desk, in one process: their pauses are kept.
func (d *desk) press(k keys) error { return d.pressSlowly(k, 1) }

// pressSlowly gives chords more time, for a busy machine.
func (d *desk) pressSlowly(k keys, times int) error {
	slow := fmt.Sprintf("%.3f", 0.15*float64(times)) // seconds
	var args []string
	for _, s := range k {
		chord, ok := chords[s.key]
		if !ok {
			chord[0], chord[1], ok = strings.Cut(s.key, "+")
		}
		pause := fmt.Sprintf("%.3f", s.pause.Seconds())
		if ok {
			args = append(args, "sleep", slow, "keydown", chord[0], "sleep", slow, "key", "--delay", "2", chord[1], "sleep", slow, "keyup", chord[0], "sleep", pause)
		} else {
			args = append(args, "key", "--delay", "2", s.key, "sleep", pause)
		}
	}
	return d.do("xdotool", args...)
}
