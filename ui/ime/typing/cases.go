package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"time"
)

// A case is what a clerk types and what must stand there. {turn} turns Chinese off and on,
// {wide} makes Latin full-width, {beyond} ends what Tab has begun and {stop} is punctuation
// that chooses the first candidate.
var cases = []struct{ kind, keys, expect string }{
	{"a phrase", "nihao{space}", "你好"},
	{"a phrase", "zhengfu{space}xinxi{space}gongkai{space}", "政府信息公开"},
	{"BackSpace among the letters", "nihao{space}zhongguo{BackSpace}{BackSpace}{BackSpace}{space}", "你好中"},
	{"BackSpace among the letters", "nihao{space}zh{BackSpace}{BackSpace}women{space}", "你好我们"},
	{"BackSpace behind a phrase", "nihao{space}{BackSpace}women{space}", "你我们"},
	{"Enter among the letters", "nihao{space}abc{Return}", "你好abc"},
	{"Escape among the letters", "nihao{space}zhongguo{Escape}women{space}", "你好我们"},
	{"arrows among the letters", "nihao{space}hao{Left}{Left}{Left}ni{Right}{Right}{Right}{space}", "你好你好"},
	{"Home and End among the letters", "nihao{space}hao{Home}ni{End}{space}", "你好你好"},
	{"Tab among the letters", "nihao{space}nihao{Tab}{beyond}", ""},
	{"Down among the candidates", "nihao{space}nihao{Down}{Up}{space}", "你好你好"},
	{"a digit for a candidate", "nihao{space}women1", "你好我们"},
	{"a digit behind a phrase", "nihao{space}2026{space}", "你好2026 "},
	{"Chinese punctuation", "nihao{space}{comma}women{space}{period}", "你好，我们。"},
	{"punctuation among the letters", "nihao{stop}women{period}", "你好，我们。"},
	{"Delete among the letters", "nihao{space}hao{Home}{Delete}{space}", ""},
	{"punctuation with Shift", "nihao{space}{colon}women{space}{parenleft}", "你好：我们（"},
	{"capitals", "nihao{space}Word{space}", ""},
	{"a long sentence", "jintianwomendouqukanlebaoyangzhenzhengfudewangzhanfaxianxinxigongkaizuodehenhao{space}{space}{space}{space}{space}{space}", ""},
	{"Chinese off and on", "nihao{space}{turn}Word{space}2026{turn}women{space}", "你好Word 2026我们"},
	{"Shift and arrows", "nihao{space}women{space}{shift+Left}{shift+Left}nihao{space}", "你好你好"},
	{"full-width digits", "{wide}12{wide}34{space}", "１２34 "},
}

// plan is everything that is typed, in its order: what the input method learns from the
// random scripts would change what the others should give.
func plan(m inputMethod, seed uint64, count int) []script {
	var out []script
	for _, cell := range []bool{false, true} {
		out = append(out, known(m, cell)...)
	}
	for _, c := range undone {
		out = append(out, script{kind: "one phrase is one step back", keys: strokes(c.keys, 40*time.Millisecond), expect: c.expect, own: true})
	}
	random := rand.New(rand.NewPCG(seed, 0))
	for i := range count + count/4 {
		s := script{kind: "at random in prose"}
		if s.cell = i >= count; s.cell {
			s.kind = "at random in a cell"
		}
		s.keys = scribble(random, m, s.cell)
		out = append(out, s)
	}
	return out
}

// known are the cases in prose or in a cell.
func known(m inputMethod, cell bool) []script {
	var out []script
	place := " in prose"
	if cell {
		place = " in a cell"
	}
	for _, c := range cases {
		for name, keys := range m.keys {
			c.keys = strings.ReplaceAll(c.keys, name, keys)
		}
		if slices.ContainsFunc(own, func(name string) bool { return strings.Contains(c.keys, name) }) {
			continue
		}
		out = append(out, script{kind: c.kind + place, keys: strokes(c.keys, 25*time.Millisecond), cell: cell, expect: c.expect})
	}
	return out
}

var own = []string{"{turn}", "{wide}", "{beyond}", "{stop}"} // keys that each input method has or lacks

// undone are the steps of the program's own undo.
var undone = []struct{ keys, expect string }{
	{"zhengfu{space}xinxi{space}{ctrl+z}", "政府"},
	{"zhengfu{space}xinxi{space}gongkai{space}{ctrl+z}{ctrl+z}", "政府"},
	{"zhengfu{space}xinxi{space}{ctrl+z}{ctrl+y}", "政府信息"},
	{"nihao{space}2026{ctrl+z}", "你好"},
}
