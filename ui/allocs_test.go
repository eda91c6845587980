package ui

import (
	"testing"

	"nianbao/model"
)

// A key, taken back again, takes so many allocations, whatever the machine. The limits are a third above what
// was counted when they were set: who exceeds one has put work on the way of each key.
func TestAllocationsOfAKey(t *testing.T) {
	w := example(t)
	var cell model.Ref
	for _, c := range w.report().Edition.Cells() {
		if c.Table.ID == "requests" && !c.Total() {
			cell = c.Ref
			break
		}
	}
	for _, c := range []struct {
		name string
		at   model.Ref
		key  rune
		most float64
	}{
		{"in table three", cell, '3', 1750},
		{"in prose", "overview/active", '字', 4800},
	} {
		w.reveal(c.at)
		if n := testing.AllocsPerRun(20, func() {
			w.win.Canvas().Focused().TypedRune(c.key)
			w.onUndo()
			w.reveal(c.at)
		}); n > c.most {
			t.Errorf("%s: %.0f allocations, at most %.0f are right", c.name, n, c.most)
		}
	}
}
