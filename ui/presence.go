package ui

import (
	"os"
	"path/filepath"
	"time"

	"nianbao/model"
	"nianbao/model/store"
	"nianbao/ui/widget"
)

// presence tells others that this window has a file open, and the clerk who else has.
type presence struct {
	own   *store.Note // nil if none could be written
	other *store.Note // whose note stands there instead, nil for nobody's
	next  delay
	busy  bool // the note is being renewed: on a dead drive for ever
}

// enter opens a report in its file, unless another program has it open and the clerk then
// does not want to.
func (w *Window) enter(r *model.Report, file *store.File, then func()) {
	work := func(p *presence) {
		w.work(r, file, "", nil)
		w.stay(p)
		w.remember(file.Path)
		then()
		if len(w.boxes) == 0 { // else a copy is just being asked about
			w.remind()
		}
	}
	if w.file != nil && w.presence.own != nil && store.Same(w.file.Path, file.Path) { // the same once more
		p := w.presence
		w.presence = &presence{}
		work(p)
		return
	}
	own, other := store.Claim(file.Path, running)
	if other == nil {
		work(&presence{own: own})
		return
	}
	w.ask("已经有人打开", 560, 0, widget.NewLabel("“"+filepath.Base(file.Path)+"”"+w.holder(other)+"打开着，从"+when(other.Since, w.history.Now())+" 到现在。\n\n"+
		"仍然打开：两边都可以写，存的时候逐项比较，不会互相盖掉。\n打开副本：不动那个文件，写好后另存。"),
		leave("取消"),
		pick("仍然打开", func() {
			own.Take()
			work(&presence{own: own, other: other})
		}),
		pick("打开副本", func() {
			w.work(r, nil, file.Path, nil)
			then()
		}))
}

// holder names who has a file open.
func (w *Window) holder(n *store.Note) string {
	who := n.Who
	if who == "" {
		who = "有人"
	}
	if host, _ := os.Hostname(); host == n.Host {
		return "由“" + who + "”在这台电脑的另一个窗口里"
	}
	if n.Host == "" {
		return "由" + who + "在别的电脑上"
	}
	return "由“" + who + "”在电脑“" + n.Host + "”上"
}

// stay keeps telling that the file is open.
func (w *Window) stay(p *presence) {
	w.presence = p
	if p.own != nil {
		p.next.in(store.Beat, func() { w.renew(p) })
	}
}

// renew renews the note in the background. Who has taken it over is told once.
func (w *Window) renew(p *presence) {
	if p.busy || p != w.presence {
		return
	}
	p.busy = true
	var other *store.Note
	w.aside(func() error {
		other = p.own.Renew(running)
		return nil
	}, func(error) {
		if p.busy = false; p != w.presence {
			return
		}
		if other != nil && (p.other == nil || *p.other != *other) && !w.outside.holds() {
			w.notice.show("“"+filepath.Base(w.file.Path)+"”现在也"+w.holder(other)+"打开着，从"+when(other.Since, w.history.Now())+" 开始。两边都可以写，存的时候逐项比较，不会互相盖掉。",
				pick("知道了", w.notice.hide))
		}
		if other != nil {
			p.other = other
		}
		p.next.in(store.Beat, func() { w.renew(p) })
	})
}

// depart takes the note away: the file is not open any more.
func (w *Window) depart() {
	p := w.presence
	p.next.stop()
	if w.presence = (&presence{}); p.own != nil {
		_ = within(time.Second, func() error {
			p.own.Leave()
			return nil
		})
	}
}
