package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"nianbao/model"
)

// BenchmarkTableKey is a figure typed into a table of the example with the whole
// window refreshed: a key, and the step to the next cell at which everything that
// was held back is shown. One round is both.
func BenchmarkTableKey(b *testing.B) {
	for name, ready := range map[string]func(*Window){
		"finished": func(*Window) {},
		"with last year": func(w *Window) {
			w.last.report = w.report().Clone()
			w.last.report.Year--
		},
		"begun": func(w *Window) {
			var drop []model.Change
			for _, c := range w.report().Edition.Cells() {
				if !c.Total() {
					drop = append(drop, model.Change{At: c.Ref, Drop: true})
				}
			}
			w.session.Group("清空", w.savedAt, drop...)
		},
	} {
		w := example(b)
		ready(w)
		for _, place := range w.places() {
			w.show(place)
		}
		var cells []model.Ref
		for _, c := range w.report().Edition.Cells() {
			if c.Table.ID == "requests" && !c.Total() {
				cells = append(cells, c.Ref)
			}
		}
		w.reveal(cells[0])
		key := func(i int) { w.win.Canvas().Focused().TypedRune(rune('0' + i%10)) }
		b.Run(name+"/key", func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				if i%3 == 0 {
					b.StopTimer()
					w.reveal(cells[i%len(cells)])
					b.StartTimer()
				}
				key(i)
			}
		})
		b.Run(name+"/leave", func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				b.StopTimer()
				w.reveal(cells[i%len(cells)])
				key(i)
				b.StartTimer()
				w.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
			}
		})
	}
}
