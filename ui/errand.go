package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"nianbao/model"
	"nianbao/ui/cups"
	"nianbao/ui/widget"
)

// errand is a report on its way to a printer, and what is told of it until it is there.
type errand struct {
	p      *printing
	job    cups.Job
	number int
	says   *widget.Label
	box    *box
	gone   bool // the clerk has read what there was to read
	looks  int
	next   delay
}

// mostLooks is how often a job is looked at: most are with the printer after some seconds,
// and for one behind others nobody waits here.
const mostLooks = 10

// send sends a report to a printer. The printing system takes a copy, so the file goes at
// once.
func (w *Window) send(p *printing, job cups.Job) *errand {
	e := &errand{p: p, job: job, says: widget.NewLabel("正在送到打印机“" + job.Printer + "”…")}
	e.box = w.ask("打印", 480, 0, e.says, leave("知道了"))
	e.box.closed = func() {
		e.gone = true
		e.next.stop()
	}
	w.aside(func() error {
		path, err := p.out.write()
		if path != "" {
			defer os.RemoveAll(filepath.Dir(path))
		}
		if err == nil {
			e.number, err = w.hands.printers.Send(job, path)
		}
		return err
	}, func(err error) {
		switch {
		case err == nil:
			w.app.Preferences().SetString(keyPrinter, job.Printer)
			w.app.Preferences().SetString(keySides, string(job.Sides))
			e.tell("")
			e.look()
		case e.gone:
			w.fail(err)
		default:
			e.box.escape()
			p.ask()
			p.tell(model.Sentence(err))
		}
	})
	return e
}

// tell says what was sent, and what has become of it.
func (e *errand) tell(become string) {
	what := fmt.Sprintf("%d 份", e.job.Copies)
	if e.job.Pages != "" {
		what += "，第 " + e.job.Pages + " 页"
	}
	e.says.Set(joinLines(fmt.Sprintf("报告已经送进打印机“%s”的队列（任务 %d，%s）。", e.job.Printer, e.number, what), become, e.p.out.lacks))
	e.box.dialog.Refresh()
}

// look looks after the job until nothing more is to be told.
func (e *errand) look() {
	if e.gone {
		return
	}
	w := e.p.w
	var s cups.State
	w.aside(func() (err error) {
		s, err = w.hands.printers.Look(e.job.Printer, e.number)
		return err
	}, func(err error) {
		e.looks++
		switch {
		case e.gone, err != nil: // that it was sent is told
		case s.Stopped:
			e.box.escape()
			e.stopped(s.Why)
		case s.Dropped:
			e.tell("! 任务在打印系统里被取消了，没有印完。")
		case !s.Waits:
			e.tell("任务已经出了队列，请到打印机取纸。没有印出来的话，请再打印一次。")
		case e.looks == mostLooks && s.Why == "":
			e.tell("任务还在队列里，轮到了就打印。")
		case s.Why == "":
			e.tell("正在打印…")
		default:
			e.tell("! 打印机" + s.Why + "。处理好了会接着打印。")
		}
		if err == nil && s.Waits && !e.gone && e.looks < mostLooks {
			e.next.in(w.beat, e.look)
		}
	})
}

// stopped asks what is to become of a job that does not go on by itself.
func (e *errand) stopped(why string) {
	w := e.p.w
	text := fmt.Sprintf("打印机“%s”停着，任务 %d 留在队列里，没有打印。", e.job.Printer, e.number)
	if why != "" {
		text += "停着的原因：" + strings.TrimSuffix(why, "。") + "。"
	}
	w.ask("打印机停着", 480, 0, widget.NewLabel(text+"\n在系统设置的“打印机”里让它恢复，就会接着打印；也可以把任务撤回来，换一台打印机。"),
		leave("留在队列里"), pick("撤回，另选打印机", func() {
			w.aside(func() error { return w.hands.printers.Cancel(e.job.Printer, e.number) }, func(err error) {
				if err != nil {
					w.fail(err)
					return
				}
				e.p.ask()
			})
		}))
}
