package ui

import (
	"image"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nianbao/model"
)

// BenchmarkTableKey is a figure typed into a table of the example with the whole
// window refreshed: a key; the step to the next cell, at which everything that was held
// back is shown; and a key until everything is shown, as after a pause.
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
		b.Run(name+"/shown", func(b *testing.B) {
			w.reveal(cells[0])
			for i := 0; b.Loop(); i++ {
				if i%3 == 0 {
					b.StopTimer()
					w.reveal(cells[i%len(cells)])
					b.StartTimer()
				}
				key(i)
				w.settle()
			}
		})
	}
}

// BenchmarkOpen is a report from its file into the window, and with each of its places
// looked at.
func BenchmarkOpen(b *testing.B) {
	w := example(b)
	path := w.file.Path
	b.Run("report", func(b *testing.B) {
		for b.Loop() {
			w.Open(path)
		}
	})
	b.Run("places", func(b *testing.B) {
		for b.Loop() {
			w.Open(path)
			for _, place := range w.places() {
				w.show(place)
			}
		}
	})
}

// BenchmarkPreview is a change while the pages are open, until they have been laid out
// and what is in sight is drawn. The toolkit's painting comes on top.
func BenchmarkPreview(b *testing.B) {
	w, v := paged(b)
	room := image.NewRGBA(image.Rect(0, 0, 810, 560))
	text := w.report().Texts["overview/active"]
	for i := 0; b.Loop(); i++ {
		was := v.book
		w.set("overview/active", text+strings.Repeat("。", 1+i%2))
		if v.book == was {
			b.Fatal("nothing was laid out")
		}
		for page := range 2 {
			v.pages.Draw(room, page, image.Pt(16, 16-page*560), 778)
		}
	}
}
