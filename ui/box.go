package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/ui/widget"
)

// box is a question or a sentence in front of the window. Escape is its first
// button, Enter in a field its last.
type box struct {
	w       *Window
	dialog  *dialog.CustomDialog
	buttons []*widget.Button
	closed  func()
}

// reply is a button of a box. A do that gives false keeps the box open.
type reply struct {
	name string
	do   func() bool
}

// pick is a reply that closes the box.
func pick(name string, do func()) reply {
	return reply{name, func() bool {
		do()
		return true
	}}
}

// leave is a reply that does nothing.
func leave(name string) reply { return pick(name, func() {}) }

// ask opens a box. The last reply is the one that is proposed.
func (w *Window) ask(title string, width, height float32, body fyne.CanvasObject, replies ...reply) *box {
	b := &box{w: w}
	b.dialog = dialog.NewCustomWithoutButtons(title, container.New(&widget.Column{Pad: 4}, body), w.win)
	var objects []fyne.CanvasObject
	for i, c := range replies {
		button := widget.NewButton(c.name, func() { b.answer(c) })
		if i == len(replies)-1 {
			button.Importance = kit.HighImportance
		}
		b.buttons = append(b.buttons, button)
		objects = append(objects, button)
	}
	b.dialog.SetButtons(objects)
	b.dialog.Resize(fyne.NewSize(width, height))
	w.boxes = append(w.boxes, b)
	b.dialog.Show()
	b.dialog.Resize(fyne.NewSize(width, height)) // only now its texts know how wide they are
	return b
}

// answer does what a button says. The box goes first: what follows may open another.
func (b *box) answer(c reply) {
	at := len(b.w.boxes)
	b.dialog.Hide()
	b.forget()
	if !c.do() {
		if len(b.w.boxes) < at { // no other box has come instead
			b.w.boxes = append(b.w.boxes, b)
		}
		b.dialog.Show()
		return
	}
	if b.closed != nil {
		b.closed()
	}
}

func (b *box) forget() {
	for i, open := range b.w.boxes {
		if open == b {
			b.w.boxes = append(b.w.boxes[:i:i], b.w.boxes[i+1:]...)
		}
	}
}

// enter is the proposed reply, as Enter in a field means it.
func (b *box) enter() { b.buttons[len(b.buttons)-1].OnTapped() }

// escape is the first choice.
func (b *box) escape() { b.buttons[0].OnTapped() }

// fail says what went wrong.
func (w *Window) fail(err error) { w.say("没有完成", model.Sentence(err)) }

// say shows a sentence.
func (w *Window) say(title, text string) *box {
	return w.ask(title, 460, 180, widget.NewLabel(text), leave("知道了"))
}
