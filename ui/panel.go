package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/ui/widget"
)

// panel is the list of what is wrong: at the right of every view, and with all
// the room as the view 核对, where accepted findings are listed too.
type panel struct {
	w      *Window
	full   bool
	head   *widget.Label
	list   *fyne.Container
	all    *fyne.Container
	listed string // what the list shows, to leave it alone if nothing differs
	rows   []*widget.Row
	at     string                 // the item that was last gone to, by its key
	kept   map[string]*widget.Row // by what they show: a finding that stays keeps its row
}

func newPanel(w *Window, full bool) *panel {
	p := &panel{w: w, full: full, head: strong("核对", 8)}
	p.list = container.New(&widget.Column{Gap: 1, Pad: 4, Most: 760})
	if full {
		p.list.Layout, p.head.Pad = &widget.Column{Gap: 1, Pad: edge - 4, Most: 760}, edge
		p.head.Scale = theme.SizeNameSubHeadingText
		out := widget.NewButton("导出核对记录…", p.onRecord)
		head := container.NewBorder(nil, nil, nil, container.NewPadded(out), p.head)
		p.all = container.NewBorder(head, nil, nil, nil, container.NewVScroll(p.list))
		return p
	}
	p.all = container.New(widget.Wide{Width: 262},
		container.NewBorder(nil, nil, kit.NewSeparator(), nil,
			container.NewBorder(p.head, nil, nil, nil, container.NewVScroll(p.list))))
	return p
}

// newReview is the view 核对.
func newReview(w *Window) view { return newPanel(w, true) }

func (p *panel) object() fyne.CanvasObject { return p.all }

// onRecord goes where the record of this check is exported.
func (p *panel) onRecord() {
	p.w.app.Preferences().SetBool(keyRecord, true)
	p.w.show(placeExport)
}

func (p *panel) reveal(model.Ref) {}

// onFold puts the list away, or back.
func (w *Window) onFold() {
	if w.panel == nil {
		return
	}
	w.app.Preferences().SetBool("folded", !w.app.Preferences().Bool("folded"))
	w.panel.update()
}

// update lists what is wrong now. The scroller stays where it is.
func (p *panel) update() {
	if !p.full {
		hidden := p.w.help.open || p.w.place == placeCheck || p.w.place == placeCompare || p.w.app.Preferences().Bool("folded")
		if p.all.Hidden != hidden {
			p.all.Hidden = hidden
			p.w.win.Content().Refresh()
		}
	}
	s := p.w.total()
	p.head.SetIn("核对　"+s.words, s.color)
	var b strings.Builder
	items := p.w.items()
	keys := make([]string, len(items))
	for i, it := range items {
		keys[i] = fmt.Sprintln(it.place, it.Level, it.Finding, it.act)
		b.WriteString(keys[i])
	}
	var verdicts []model.Verdict
	if p.full {
		verdicts = p.w.desk().Record(p.w.report(), p.w.last.report).Verdicts
		unasked := 0
		for _, v := range verdicts {
			b.WriteString(ruleLine(v))
			if v.Outcome() == model.Unasked {
				unasked++
			}
		}
		if unasked > 0 {
			p.head.SetIn(fmt.Sprintf("%s　%d 个项目未能核对", p.head.Text, unasked), s.color)
		}
	}
	if b.String() == p.listed && b.Len() > 0 {
		return
	}
	p.listed = b.String()
	p.list.Objects, p.rows = nil, nil
	kept := map[string]*widget.Row{}
	place := ""
	for i, it := range items {
		if it.Accepted != "" && !p.full {
			continue
		}
		if it.place != place {
			place = it.place
			p.list.Add(p.section(place))
		}
		row := p.kept[keys[i]]
		if row == nil || kept[keys[i]] != nil {
			row = p.row(it)
		}
		kept[keys[i]] = row
		p.rows = append(p.rows, row)
		p.list.Add(row)
	}
	p.kept = kept
	if len(p.rows) == 0 {
		empty := widget.NewLabel("填写时这里会随时列出需要核对的地方，点一下就到那一格。")
		empty.Color, empty.Pad = widget.ColorFaint, 4
		p.list.Add(empty)
	}
	if p.full {
		p.rules(verdicts)
	}
	p.list.Refresh()
}

func (p *panel) section(place string) fyne.CanvasObject {
	l := faint(p.w.placeName(place))
	l.Pad = 4
	return l
}

func (p *panel) row(it item) *widget.Row {
	objects := []fyne.CanvasObject{widget.NewLabel(it.Text)}
	var buttons []fyne.CanvasObject
	if it.act != "" {
		buttons = append(buttons, widget.NewButton(it.act, func() { p.w.onFix(it) }))
	}
	if it.Level != model.Error && !it.open && it.Accepted == "" {
		buttons = append(buttons, widget.NewButton("说明…", func() { p.w.onAccept(it) }))
	}
	if it.Accepted != "" {
		reason := widget.NewLabel("已说明：" + it.Accepted)
		reason.Color = widget.ColorFaint
		objects = append(objects, reason)
		buttons = append(buttons, widget.NewButton("撤回说明", func() { p.w.onWithdraw(it) }))
	}
	if buttons != nil {
		objects = append(objects, container.NewHBox(buttons...))
	}
	row := widget.NewRow(func() { p.w.onItem(it) }, objects...)
	row.SetSign(it.sign())
	return row
}

// nextIssue goes to the finding that is n further on in the report.
func (w *Window) nextIssue(n int) {
	items := slices.DeleteFunc(w.items(), func(it item) bool { return it.Accepted != "" || len(it.At) == 0 })
	if len(items) == 0 {
		w.say("没有发现问题", "核对没有发现需要处理的地方。")
		return
	}
	at := slices.IndexFunc(items, func(it item) bool { return it.key() == w.panel.at })
	switch {
	case at >= 0:
		at = (at + n + len(items)) % len(items)
	case n > 0:
		at = 0
	default:
		at = len(items) - 1
	}
	w.panel.at = items[at].key()
	w.onItem(items[at])
}
