package ui

import (
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/export/font"
	"nianbao/export/layout"
	"nianbao/model"
	"nianbao/ui/cups"
	"nianbao/ui/widget"
)

// printing is the question on which printer a report is printed, and how.
type printing struct {
	w              *Window
	out            *printout
	last           int // of its pages
	printer, sides *kit.Select
	copies, pages  *widget.Field
	hint, note     *widget.Label
	box            *box
	gone           bool // the question is answered
}

// Settings that are remembered for the next time. How many copies and which pages are not:
// they are another report's.
const (
	keyPrinter = "printer"
	keySides   = "sides"
)

// duplex are the ways to print on both sides, or on one.
var duplex = []struct {
	name string
	side cups.Sides
}{
	{"单面", cups.OneSided},
	{"双面，沿长边翻（像书一样）", cups.LongEdge},
	{"双面，沿短边翻（向上翻）", cups.ShortEdge},
}

// mostCopies is more than anybody wants to print at once; what is above is a slip.
const mostCopies = 99

// askPrinting asks how to print, while the printers are looked for.
func (w *Window) askPrinting(out *printout) *printing {
	p := &printing{w: w, out: out, copies: widget.NewField(), pages: widget.NewField(), hint: faint("空着就印全部。"), note: faint("")}
	p.printer = kit.NewSelect(nil, nil)
	p.printer.PlaceHolder = "正在找打印机…"
	p.printer.Disable()
	p.sides = kit.NewSelect(nil, nil)
	for i, way := range duplex {
		p.sides.Options = append(p.sides.Options, way.name)
		if last := w.app.Preferences().String(keySides); i == 0 || last == string(way.side) {
			p.sides.Selected = way.name
		}
	}
	p.copies.Put("1")
	p.copies.OnEnter = func() { p.copies.Select(0, len([]rune(p.copies.Text))) }
	p.pages.SetPlaceHolder("全部")
	for _, f := range []*widget.Field{p.copies, p.pages} {
		f.OnTyped = func(string) { p.note.Set("") }
		f.OnSubmitted = func(string) { p.box.enter() }
	}
	p.ask()
	var found []string
	w.aside(func() (err error) {
		if found, err = w.hands.printers.Printers(); err == nil {
			p.last = len(layout.Layout(out.doc, font.System()).Pages)
		}
		return err
	}, func(err error) {
		switch {
		case p.gone:
		case err != nil:
			p.box.escape()
			w.pass(out, model.Sentence(err), w.hands.print)
		default:
			p.put(found)
		}
	})
	return p
}

// ask shows the question, with what has been answered already.
func (p *printing) ask() {
	under := func(name string, o fyne.CanvasObject) *fyne.Container {
		return container.New(&widget.Column{Gap: 4}, widget.NewLabel(name), o)
	}
	column := container.New(&widget.Column{Gap: 8})
	if p.out.doc.Draft {
		column.Add(faint("打印的是草稿：每页印有“草稿”。"))
	}
	column.Add(under("打印机", framed(p.printer)))
	column.Add(container.NewGridWithColumns(2, under("份数", p.copies), under("页码", p.pages)))
	column.Add(p.hint)
	column.Add(under("单面还是双面（A4 纸）", framed(p.sides)))
	column.Add(p.note)
	p.gone = false
	p.box = p.w.ask("打印", 480, 0, column,
		leave("取消"),
		pick(openWords, func() { p.w.pass(p.out, "", p.w.opens) }),
		reply{"打印", p.onPrint})
	p.box.closed = func() { p.gone = true }
	p.w.win.Canvas().Focus(p.copies)
}

// put shows the printers that were found, and chooses the one of last time.
func (p *printing) put(names []string) {
	p.printer.Options = names
	p.printer.Selected = names[max(0, slices.Index(names, p.w.app.Preferences().String(keyPrinter)))]
	p.printer.Enable()
	p.hint.Set(fmt.Sprintf("一共 %d 页，空着就印全部；只印一部分的话，写成 2 或者 1-3,5 的样子。", p.last))
}

// tell says what is wrong.
func (p *printing) tell(text string) { p.note.SetIn("× "+text, theme.ColorNameError) }

// onPrint sends the report to the printer if all answers can be meant.
func (p *printing) onPrint() bool {
	job, wrong := p.job()
	if wrong != "" {
		p.tell(wrong)
		return false
	}
	p.w.send(p, job)
	return true
}

// job is what is answered.
func (p *printing) job() (job cups.Job, wrong string) {
	if len(p.printer.Options) == 0 {
		return job, "还在找打印机，请等一等。"
	}
	job = cups.Job{Printer: p.printer.Selected, Sides: duplex[p.sides.SelectedIndex()].side, Title: p.out.name}
	n := model.ParseNumber(p.copies.Text)
	job.Copies, _ = strconv.Atoi(n.Digits())
	switch {
	case !n.Whole() || job.Copies < 1 || n.Unit() != "" && n.Unit() != "份":
		return job, "份数请写一个数，例如 2。"
	case job.Copies > mostCopies:
		return job, fmt.Sprintf("一次最多印 %d 份。", mostCopies)
	}
	job.Pages, wrong = cups.Pages(p.pages.Text, p.last)
	return job, wrong
}
