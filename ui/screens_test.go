package ui

import (
	"fmt"
	"regexp"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"nianbao/model"
	"nianbao/ui/widget"
)

// On every place of every edition's report, on small and large screens and in both
// sizes of type, each word has its room, in sight or where scrolling brings it, no two
// stand on each other, and all speak Chinese.
func TestEveryPlaceHasRoomForItsWords(t *testing.T) {
	const office = "莫力达瓦达斡尔族自治旗尼尔基镇人民政府退役军人服务站和综合行政执法大队"
	for _, large := range []bool{false, true} {
		w := open(t)
		w.look.large = large
		w.repaint()
		w.win.Resize(fyne.NewSize(1280, 680))
		roomy(t, "start page", w.win.Content(), w.win.Canvas().Size())
		for _, ask := range []func(){w.onNew, w.onKeys, func() { w.say("没有完成", office) }} {
			ask()
			top := w.win.Canvas().Overlays().Top()
			top.Refresh()
			roomy(t, "a question", top, w.win.Canvas().Size())
			w.boxes[0].escape()
		}
		for _, e := range w.editions {
			w.work(model.NewReport(e, office, "", max(e.From, 2017)), nil, "报告.txt", []string{"“总计”一行没有读到。"})
			crowd(w)
			for _, size := range []fyne.Size{{Width: 1280, Height: 680}, {Width: 1920, Height: 1000}} {
				w.win.Resize(size)
				for _, place := range w.places() {
					w.show(place)
					for range 2 { // as painting does: words that have come ask for other room
						w.win.Content().Refresh()
					}
					where := fmt.Sprintf("%s, large %v, %v×%v, %s", e.ID, large, size.Width, size.Height, w.placeName(place))
					if min := w.win.Content().MinSize(); min.Width > size.Width || min.Height > size.Height {
						t.Errorf("%s: needs %v", where, min)
					}
					roomy(t, where, w.win.Content(), size)
				}
			}
		}
	}
}

// crowd fills a report with figures that are long, wrong and missing.
func crowd(w *Window) {
	var changes []model.Change
	for i, cell := range w.report().Edition.Cells() {
		text := "12345678"
		switch {
		case i%29 == 0:
			text = "约3"
		case i%23 == 0:
			text = ""
		}
		if text != "" && !cell.Total() {
			changes = append(changes, model.Change{At: cell.Ref, New: text})
		}
	}
	w.change("填写", changes...)
}

// roomy sees that the words in a window of a size are as they should be.
func roomy(t *testing.T, where string, o fyne.CanvasObject, size fyne.Size) {
	t.Helper()
	words := wordsIn(o, fyne.NewPos(0, 0), room{to: fyne.NewPos(size.Width, size.Height)})
	if len(words) == 0 {
		t.Errorf("%s: no words", where)
	}
	for i, a := range words {
		if a.over > 1 {
			t.Errorf("%s: %q is too wide by %v", where, a.text, a.over)
		}
		if a.from.X < a.in.from.X-1 || a.to.X > a.in.to.X+1 {
			t.Errorf("%s: %q is cut at the side", where, a.text)
		}
		if !a.scrolls && (a.from.Y < a.in.from.Y-1 || a.to.Y > a.in.to.Y+1) {
			t.Errorf("%s: %q is cut above or below", where, a.text)
		}
		for _, word := range latin.FindAllString(a.text, -1) {
			if !foreign[word] {
				t.Errorf("%s: %q has the word %q", where, a.text, word)
			}
		}
		for _, b := range words[i+1:] {
			if common := a.seen().common(b.seen()); common.to.X-common.from.X > 1 && common.to.Y-common.from.Y > 2 {
				t.Errorf("%s: %q stands on %q", where, a.text, b.text)
			}
		}
	}
}

var latin = regexp.MustCompile(`[A-Za-z]{2,}`)

// foreign are the words that a clerk's keyboard and programs have too, and the ends of
// names of files.
var foreign = map[string]bool{
	"Excel": true, "WPS": true, "Word": true, "PDF": true, "OFD": true, "XX": true, "nianbao": true,
	"Tab": true, "Shift": true, "Esc": true, "Ctrl": true, "Home": true, "End": true, "PgUp": true, "PgDn": true, "PageUp": true, "PageDown": true,
	"docx": true, "xlsx": true, "pdf": true, "ofd": true, "html": true, "txt": true,
}

// room is a part of the window.
type room struct{ from, to fyne.Position }

func (r room) common(o room) room {
	return room{
		fyne.NewPos(max(r.from.X, o.from.X), max(r.from.Y, o.from.Y)),
		fyne.NewPos(min(r.to.X, o.to.X), min(r.to.Y, o.to.Y)),
	}
}

// word is a line of text: where it is drawn, and what it is drawn in.
type word struct {
	text string
	room
	in      room // that does not cut it off
	scrolls bool
	over    float32 // how much wider it is than what it belongs to has room for
}

// seen is the part of a word that is in sight.
func (w word) seen() room { return w.common(w.in) }

// wordsIn lists the visible lines of text. What is typed in a field may be longer than
// the field: its own words are left out.
func wordsIn(o fyne.CanvasObject, at fyne.Position, in room) (out []word) {
	if !o.Visible() {
		return nil
	}
	at = at.Add(o.Position())
	all := room{at, at.AddXY(o.Size().Width, o.Size().Height)}
	add := func(scrolls bool, objects ...fyne.CanvasObject) {
		for _, inner := range objects {
			for _, w := range wordsIn(inner, at, in) {
				w.scrolls = w.scrolls || scrolls
				if seen := w.seen(); seen.from.X < seen.to.X && seen.from.Y < seen.to.Y {
					out = append(out, w)
				}
			}
		}
	}
	switch o := o.(type) {
	case *canvas.Text:
		if o.Text == "" {
			return nil
		}
		size := o.MinSize()
		free := fyne.NewPos(o.Size().Width-size.Width, o.Size().Height-size.Height)
		from := at.AddXY(free.X*[]float32{0, .5, 1}[o.Alignment], free.Y/2)
		return []word{{o.Text, room{from, from.AddXY(size.Width, size.Height)}, in, false, -free.X}}
	case *widget.Field, *widget.Cell, *widget.Search:
		return nil
	case *fyne.Container:
		add(false, o.Objects...)
	case *container.Scroll:
		in = in.common(all)
		add(true, o.Content)
	case fyne.Widget:
		add(false, test.WidgetRenderer(o).Objects()...)
	}
	return out
}
