package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// onKey is told of the keys that a field has no use for, and of all keys while
// nothing has the focus.
func (w *Window) onKey(key *fyne.KeyEvent) {
	if w.asking() {
		if n := len(w.boxes); n > 0 {
			switch key.Name {
			case fyne.KeyEscape:
				w.boxes[n-1].escape()
			case fyne.KeyReturn, fyne.KeyEnter:
				w.boxes[n-1].enter()
			}
		}
		return
	}
	if key.Name == fyne.KeyEscape && w.search != nil && w.search.all.Visible() {
		w.search.close()
		return
	}
	if do := w.keys[key.Name]; do != nil {
		do()
	}
}

// nextIssue goes to the finding that is n further on in the report.
func (w *Window) nextIssue(n int) {
	items := slices.DeleteFunc(w.items(), func(it item) bool { return it.Accepted != "" || len(it.At) == 0 })
	if len(items) == 0 {
		w.say("没有发现问题", "核对没有发现需要处理的地方。")
		return
	}
	at := slices.IndexFunc(items, func(it item) bool { return it.key() == w.issue })
	switch {
	case at >= 0:
		at = (at + n + len(items)) % len(items)
	case n > 0:
		at = 0
	default:
		at = len(items) - 1
	}
	w.issue = items[at].key()
	w.onItem(items[at])
}

// key tells an item from all others, also after the list was made anew.
func (it item) key() string { return strings.Join([]string{it.Rule, string(it.At[0]), it.Words}, " ") }
