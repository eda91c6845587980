package ui

import (
	"fmt"
	"image"
	"math"
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/export/font"
	"nianbao/export/layout"
	"nianbao/export/picture"
	"nianbao/model"
	"nianbao/ui/widget"
)

// preview is the view of the pages as they will be printed. A click on a text leads to
// its field.
type preview struct {
	w     *Window
	press picture.Press
	book  *layout.Book // nil until the first has been laid out
	busy  bool         // one is being laid out
	stale bool         // and the report has changed since
	pages *widget.Pages

	wide, whole, less, more, before, after *widget.Button
	zoom, where, note                      *widget.Label
	warning                                *fyne.Container // the line of the note
	all                                    fyne.CanvasObject
}

func newPreview(w *Window) view {
	v := &preview{w: w, pages: widget.NewPages(fyne.NewSize(layout.PageWidth, layout.PageHeight))}
	v.pages.Draw = func(dst *image.RGBA, page int, at image.Point, width int) {
		v.press.Draw(dst, &v.book.Pages[page], at, width)
	}
	v.pages.Leads = func(page int, at fyne.Position) bool { return v.ref(page, at) != "" }
	v.pages.OnTapped = v.onTapped
	v.pages.OnMoved = v.tell

	button := func(name string, do func()) *widget.Button {
		return widget.NewButton(name, func() {
			do()
			v.open()
		})
	}
	v.wide = button("适合宽度", func() { v.pages.SetFit(widget.FitWidth) })
	v.whole = button("整页", func() { v.pages.SetFit(widget.FitPage) })
	v.less = button("–", func() { v.pages.Step(false) })
	v.more = button("+", func() { v.pages.Step(true) })
	v.before = button("上一页", func() { v.pages.Turn(v.pages.Page() - 1) })
	v.after = button("下一页", func() { v.pages.Turn(v.pages.Page() + 1) })
	v.zoom, v.where, v.note = widget.NewLabel(""), widget.NewLabel(""), widget.NewLabel("")
	for _, l := range []*widget.Label{v.zoom, v.where, v.note} {
		l.Line, l.Pad, l.Color = true, 4, widget.ColorFaint
	}
	v.note.Pad = 0
	v.warning = container.New(fynelayout.NewCustomPaddedLayout(0, 6, 12, 12), v.note)
	v.warning.Hide()
	v.all = container.NewBorder(container.NewVBox(
		heading("预览", v.where, v.before, v.after, kit.NewSeparator(), v.less, v.zoom, v.more, v.wide, v.whole), v.warning),
		nil, nil, nil, v.pages)
	return v
}

func (v *preview) object() fyne.CanvasObject { return v.all }

func (v *preview) reveal(model.Ref) {}

// open gives the pages the keys.
func (v *preview) open() { v.w.win.Canvas().Focus(v.pages) }

// update lays out a copy of the report in the background. What has changed meanwhile is
// laid out next, so that there is never more than one at work.
func (v *preview) update() {
	v.warn()
	if v.busy {
		v.stale = true
		return
	}
	v.busy = true
	d := composed(v.w)
	var book *layout.Book
	v.w.meanwhile(func() error {
		book = layout.Layout(d, font.System())
		return nil
	}, func(err error) {
		v.busy = false
		if err == nil {
			v.put(book)
		} else {
			v.where.Set("排版没有完成")
		}
		if v.stale {
			v.stale = false
			v.update()
		}
	})
}

// put shows a book; a page that is as before is not drawn again.
func (v *preview) put(book *layout.Book) {
	was := v.book
	v.book = book
	v.pages.Put(len(book.Pages), func(page int) bool {
		return was != nil && page < len(was.Pages) && reflect.DeepEqual(was.Pages[page], book.Pages[page])
	})
	v.tell()
}

// warn says that the report is not finished, as long as it is not.
func (v *preview) warn() {
	note := ""
	if f := v.w.faults(); f.draft() {
		note = f.words() + "，导出时会询问"
	}
	v.note.Set(note)
	if v.warning.Visible() != (note != "") {
		v.warning.Hidden = note == ""
		v.all.Refresh()
	}
}

// tell shows which page is in sight, and how large.
func (v *preview) tell() {
	page, count := v.pages.Page()+1, v.pages.Count()
	if count == 0 {
		v.where.Set("正在排版…")
		return
	}
	v.where.Set(fmt.Sprintf("第 %d 页，共 %d 页", page, count))
	v.zoom.Set(fmt.Sprintf("%.0f%%", math.Round(float64(100*v.pages.Zoom()))))
	able(v.before, page > 1)
	able(v.after, page < count)
	chosen(v.wide, v.pages.Fit() == widget.FitWidth)
	chosen(v.whole, v.pages.Fit() == widget.FitPage)
}

func able(b *widget.Button, is bool) {
	switch {
	case is && b.Disabled():
		b.Enable()
	case !is && !b.Disabled():
		b.Disable()
	}
}

// chosen shows a button as the one that holds.
func chosen(b *widget.Button, is bool) {
	importance := kit.MediumImportance
	if is {
		importance = kit.HighImportance
	}
	if b.Importance != importance {
		b.Importance = importance
		b.Refresh()
	}
}

func (v *preview) ref(page int, at fyne.Position) model.Ref {
	if v.book == nil || page >= len(v.book.Pages) {
		return ""
	}
	return v.book.Pages[page].At(float64(at.X), float64(at.Y))
}

func (v *preview) onTapped(page int, at fyne.Position) {
	if ref := v.ref(page, at); ref != "" {
		v.w.reveal(ref)
	}
}
