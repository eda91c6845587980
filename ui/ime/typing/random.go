package main

import (
	"math/rand/v2"
	"time"
)

var words = []string{
	"zhengfu", "xinxi", "gongkai", "shenqing", "women", "nihao", "zhongguo", "baogao", "niandu", "banli",
	"xian", "shi", "de", "a", "wangzhan", "xiangzhen", "jiedao", "fabu", "qunzhong", "zhongyao", "lv",
}

// scribble is a fast and careless clerk: words, some mended among their letters, figures,
// Latin. Nothing needs Shift, see chords. Keys that would lead out of the field come only where the input method is known
// to take them: right behind a letter.
func scribble(r *rand.Rand, m inputMethod, cell bool) keys {
	var k keys
	add := func(text string, pause func() time.Duration) {
		for _, s := range strokes(text, 0) {
			k = append(k, stroke{s.key, pause()})
		}
	}
	soon := func() time.Duration { return 10 * time.Millisecond }
	some := func() time.Duration {
		if r.IntN(2) == 0 {
			return soon()
		}
		return time.Duration(10+r.IntN(40)) * time.Millisecond
	}
	pick := func(from ...string) string { return from[r.IntN(len(from))] }
	word := func() { add(pick(words...), some) }
	choose := func() { // and look at it: GTK's entry itself would put the phrase behind a key that follows at once
		add(pick("{space}", "{space}", "{space}", "1", "2", "3", "{Return}"), some)
		k[len(k)-1].pause = 80 * time.Millisecond
	}
	for range 2 + r.IntN(3) {
		switch n := r.IntN(20); {
		case n < 6:
			word()
			choose()
		case n < 10: // BackSpace right behind a letter
			word()
			k[len(k)-1].pause = 10 * time.Millisecond
			for range 1 + r.IntN(4) {
				add("{BackSpace}", soon)
			}
			word()
			choose()
		case n < 12:
			word()
			add(pick("{Tab}", "{Down}", "{Up}", "{Left}", "{Home}", "{Escape}", "{Right}"), soon)
			add(pick("", "a", "ni", "{space}"), some)
		case n < 13:
			add("{BackSpace}", some)
		case n < 14 && !cell:
			add(pick("{Left}", "{Left}{Left}", "{Right}", "{Delete}"), some)
		case n < 16:
			add(pick("2026", "186", "0", "{comma}", "{period}", "{slash}", "{bracketleft}"), some)
		case n < 18 && m.turn != "":
			add("{"+m.turn+"}", some)
			add(pick("word", "pdf", "oa", "a1"), some)
			add("{BackSpace}", soon)
			add("{"+m.turn+"}", some)
		default:
			word()
			word()
			choose()
		}
	}
	end := "{Return}"
	if cell {
		end = "1{space}{space}{space}"
	}
	add(end, func() time.Duration { return 40 * time.Millisecond }) // what is still being composed ends, and something stands there
	return k
}
