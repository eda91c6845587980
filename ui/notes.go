package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nianbao/model"
	"nianbao/ui/widget"
)

// notes are the findings under the place that they are about.
type notes struct {
	w      *Window
	ref    model.Ref
	list   *fyne.Container
	listed string
}

func newNotes(w *Window, ref model.Ref) *notes {
	return &notes{w: w, ref: ref, list: container.New(&widget.Column{Gap: 1})}
}

func (n *notes) update() {
	var b strings.Builder
	found := n.w.foundAt(n.ref)
	for _, f := range found {
		fmt.Fprintln(&b, f.Level, f) // all of it: a row keeps the words it leads to, and its fix
	}
	if b.String() == n.listed {
		return
	}
	n.listed = b.String()
	n.list.Objects = nil
	for _, f := range found {
		it := item{Finding: f, act: act(f.Fix)}
		line := fyne.CanvasObject(widget.NewLabel(f.Text))
		if it.act != "" {
			line = container.NewBorder(nil, nil, nil, container.NewVBox(widget.NewTool(it.act, func() { n.w.onFix(it) })), line)
		}
		row := widget.NewRow(func() { n.w.onItem(it) }, line)
		row.SetSign(sign(f.Level))
		n.list.Add(row)
	}
	n.list.Refresh()
}

// foundAt lists what is wrong at a place itself. What is blank is not wrong yet;
// a balance and a length speak of more than one place.
func (w *Window) foundAt(ref model.Ref) []model.Finding {
	var out []model.Finding
	for _, f := range w.shown {
		if len(f.At) == 0 || f.At[0] != ref || f.Accepted != "" {
			continue
		}
		switch w.kind(f) {
		case "blank", "required", "balance", "length":
		default:
			out = append(out, f)
		}
	}
	return out
}

// mark is how the place of an address is to be shown.
func (w *Window) mark(ref model.Ref) widget.Mark {
	mark := widget.Plain
	for _, f := range w.foundAt(ref) {
		switch f.Level {
		case model.Error:
			return widget.Wrong
		case model.Warning:
			mark = widget.Doubt
		}
	}
	return mark
}
