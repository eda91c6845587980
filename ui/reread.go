package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/ui/widget"
)

// reading is what is still to be read again in a text that was taken over. Places
// are those of the stored text; what the clerk changes is read.
type reading struct {
	text                 string // as the places are
	moved, kept, figures []model.Place
	years                bool // there was nothing but years to read again
}

// newReading is of a text that stands behind another.
func newReading(n model.Renewal, had string) *reading {
	r := &reading{text: had + n.Text, moved: n.Moved, kept: n.Kept, figures: n.Figures}
	r.years = len(n.Kept)+len(n.Figures) == 0
	before := len([]rune(had))
	for _, list := range [][]model.Place{r.moved, r.kept, r.figures} {
		for i := range list {
			list[i].At += before
		}
	}
	return r
}

// follow goes with the text as it is now; it says whether anything is left to read.
func (r *reading) follow(text string) bool {
	r.moved = model.Follow(r.moved, r.text, text)
	r.kept = model.Follow(r.kept, r.text, text)
	r.figures = model.Follow(r.figures, r.text, text)
	r.text = text
	return len(r.kept)+len(r.figures) > 0 || r.years && len(r.moved) > 0
}

// says tells which years were moved, each pair once.
func (r *reading) says() string {
	var pairs []string
	times := map[string]int{}
	for _, p := range r.moved {
		pair := bareYear(p.Was) + " 改为 " + bareYear(p.Words)
		if times[pair]++; times[pair] == 1 {
			pairs = append(pairs, pair)
		}
	}
	for i, pair := range pairs {
		pairs[i] = fmt.Sprintf("%s（%d 处）", pair, times[pair])
	}
	if pairs == nil {
		return "没有要改的年份。"
	}
	return "已把 " + strings.Join(pairs, "，") + "。"
}

func bareYear(words string) string { return strings.TrimRight(words, "度 　") }

// reread is the place under a field that lists what is to be read again.
type reread struct {
	p             *passage
	all           *fyne.Container
	says          *widget.Label
	figures, kept *fyne.Container
	listed        string
}

func newReread(p *passage) *reread {
	flow := func() *fyne.Container { return container.New(&widget.Flow{}) }
	a := &reread{p: p, says: faint(""), figures: flow(), kept: flow()}
	read := container.NewVBox(widget.NewTool("都已核对", a.onRead))
	a.all = container.New(&widget.Column{Gap: 1}, container.NewBorder(nil, nil, nil, read, a.says), a.figures, a.kept)
	a.all.Hide()
	return a
}

func (a *reread) update() {
	w := a.p.w
	r := w.reread[a.p.ref]
	if r != nil && !r.follow(w.report().Texts[a.p.ref]) {
		delete(w.reread, a.p.ref)
		r = nil
	}
	listed := ""
	if r != nil {
		listed = fmt.Sprintf("%p %s", r, r.says()) // and the words, wherever they stand now
		for _, p := range append(slices.Clone(r.figures), r.kept...) {
			listed += "\n" + p.Words
		}
	}
	if listed == a.listed {
		return
	}
	a.listed = listed
	a.all.Hidden = r == nil
	if r != nil {
		a.says.Set(r.says())
		a.list(a.figures, "请重读：", theme.ColorNameWarning, func() []model.Place { return r.figures })
		a.list(a.kept, "年份没有动：", widget.ColorFaint, func() []model.Place { return r.kept })
	}
	a.all.Refresh()
}

// list puts a word to click on for each place.
func (a *reread) list(line *fyne.Container, name string, color fyne.ThemeColorName, places func() []model.Place) {
	line.Objects = nil
	l := faint(name)
	l.Line, l.Color, l.Pad = true, color, 2
	line.Add(l)
	for i, p := range places() {
		line.Add(widget.NewTool(p.Words, func() {
			if now := places(); i < len(now) { // the text may have moved it since
				a.onPlace(now[i])
			}
		}))
	}
	line.Hidden = len(line.Objects) == 1
	line.Refresh()
}

// onPlace selects the words of a place in the field.
func (a *reread) onPlace(p model.Place) {
	r := a.p.w.report()
	stored := []rune(r.Texts[a.p.ref])
	if p.End() > len(stored) {
		return
	}
	from := len([]rune(r.Shown(string(stored[:p.At]))))
	a.p.w.win.Canvas().Focus(a.p.field)
	a.p.field.Select(from, from+len([]rune(p.Words)))
}

// onRead puts the list away.
func (a *reread) onRead() {
	delete(a.p.w.reread, a.p.ref)
	a.update()
}
