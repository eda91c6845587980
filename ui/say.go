package ui

import (
	"nianbao/model"
	"nianbao/ui/widget"
)

// fail says what went wrong.
func (w *Window) fail(err error) { w.say("没有完成", model.Sentence(err)) }

// say shows a sentence.
func (w *Window) say(title, text string) {
	w.ask(title, 460, 180, widget.NewLabel(text), leave("知道了"))
}
