package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/compare"
	"nianbao/ui/widget"
)

// What stands in the two columns, row by row.

// prose lists the passages.
func (v *contrast) prose(c *compare.Comparison) {
	section := ""
	for _, p := range c.Passages {
		if p.Section != section {
			section = p.Section
			if p.Name != "" {
				v.rows.Add(v.part(section, nil, faint("")))
			}
		}
		v.passage(p)
		for i := 0; i < len(p.Paragraphs); i++ {
			g := p.Paragraphs[i]
			if g.Kind == compare.Gone && i+1 < len(p.Paragraphs) && p.Paragraphs[i+1].Kind == compare.New {
				i++ // beside what stands there now
				v.rows.Add(v.paragraph(p, g, p.Paragraphs[i]))
				continue
			}
			v.rows.Add(v.paragraph(p, g, g))
		}
	}
}

// part names a part of the report, in room of its own.
func (v *contrast) part(name string, tapped func(), says fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(8, 0, 0, 0), twoColumns(tapped, strong(name, 0), says))
}

// passage names a passage, and tells how much of it is last year's.
func (v *contrast) passage(p compare.Passage) {
	says := faint("")
	switch s := p.Share; {
	case p.ID == "":
		says.Text = "今年没有这一部分"
	case s.All == 0:
	case s.Same == s.All:
		says.Text = "和去年一字不差"
	case s.Same == 0:
		says.Text = "全是新写的"
	default:
		says.Text = percent(s) + " 和去年一样"
	}
	if p.Name == "" {
		v.rows.Add(v.part(p.Section, v.lead(p.ID, ""), says))
		return
	}
	v.rows.Add(twoColumns(v.lead(p.ID, ""), strong(p.Name, 0), says))
}

// lead goes to a passage, with the caret where a paragraph begins; nil if the report has
// no place for it.
func (v *contrast) lead(id model.Ref, paragraph string) func() {
	if id == "" {
		return nil
	}
	return func() {
		v.w.reveal(id)
		words, _, _ := strings.Cut(paragraph, "\n")
		if p := v.w.passageAt(id); p != nil {
			if from, _, ok := v.w.report().Find(v.w.report().Texts[id], words); ok {
				p.field.SetCaret(from)
			}
		}
	}
}

// paragraph shows one of last year's paragraphs and one of this year's: the same one, or
// one that is gone and one that is new. These two are not marked word by word: all of it
// differs, and is to be read.
func (v *contrast) paragraph(p compare.Passage, last, this compare.Paragraph) fyne.CanvasObject {
	kind := this.Kind
	if last.Kind != this.Kind {
		kind = compare.Changed
	}
	tapped := v.lead(p.ID, this.This())
	var row *widget.Row
	switch {
	case kind == compare.Same && !v.whole:
		row = twoColumns(tapped, faint("“"+opening(this.This())+"…”"), elsewhere(this, fmt.Sprintf("一字不差，%d 字", this.Share.All)))
	case kind == compare.Gone && p.Share.All == 0 && p.ID != "":
		row = twoColumns(tapped, plain(last.Last()), faint("（还没有写）"))
	case kind == compare.Gone:
		row = twoColumns(tapped, plain(last.Last()), faint("（今年没有）"))
	case kind == compare.New:
		row = twoColumns(tapped, faint("（去年没有）"), plain(this.This()))
	case last.Kind != this.Kind:
		row = twoColumns(tapped, plain(last.Last()), container.New(&widget.Column{Gap: 1}, plain(this.This()), faint("整段重写")))
	default:
		row = twoColumns(tapped, version(last, compare.Gone), container.New(&widget.Column{Gap: 1}, version(this, compare.New), elsewhere(this, "")))
	}
	row.SetSign(signOf(kind))
	return row
}

// opening is how a paragraph begins.
func opening(text string) string {
	r := []rune(text)
	return string(r[:min(len(r), 24)])
}

// elsewhere says, with what else there is to say, that a paragraph was moved.
func elsewhere(p compare.Paragraph, says string) fyne.CanvasObject {
	if p.Moved {
		says = strings.TrimPrefix(says+"，去年写在别处", "，")
	}
	l := faint(says)
	l.Hidden = says == ""
	return l
}

// plain is a paragraph as it is.
func plain(text string) *widget.Version { return widget.NewVersion(widget.Stretch{Text: text}) }

// version shows a paragraph as one of the two years has it, with the words of its own
// marked: last year's (Gone) or this year's (New).
func version(p compare.Paragraph, own compare.Kind) *widget.Version {
	fate := map[compare.Kind]widget.Fate{compare.Gone: widget.Gone, compare.New: widget.Fresh}[own]
	var out []widget.Stretch
	for _, run := range p.Runs {
		switch run.Kind {
		case compare.Same:
			out = append(out, widget.Stretch{Text: run.Text})
		case own:
			out = append(out, widget.Stretch{Text: strings.ReplaceAll(run.Text, "\n", "¶\n"), Fate: fate})
		}
	}
	return widget.NewVersion(out...)
}

// signOf tells without colour what became of a row.
func signOf(k compare.Kind) (string, fyne.ThemeColorName) {
	switch k {
	case compare.Same:
		return "＝", widget.ColorFaint
	case compare.New:
		return "＋", theme.ColorNameSuccess
	case compare.Gone:
		return "－", theme.ColorNameError
	}
	return "≠", theme.ColorNamePrimary
}

// numbers lists the tables' numbers: those that have changed, or all.
func (v *contrast) numbers(c *compare.Comparison) {
	v.first = nil
	for _, t := range c.Tables {
		title := v.part(t.Title+"　"+t.Name, nil, faint(""))
		if v.first == nil {
			v.first = title
		}
		v.rows.Add(title)
		var rows []fyne.CanvasObject
		blank, added, dropped := 0, 0, 0
		for _, cell := range t.Cells {
			switch {
			case v.whole:
			case cell.Kind == compare.Same:
				continue
			case cell.Dropped:
				dropped++
				continue
			case cell.Added:
				added++
				continue
			case cell.Kind == compare.Gone:
				blank++
				continue
			}
			rows = append(rows, v.number(cell))
		}
		if rows != nil {
			v.rows.Add(v.numberHead())
			v.rows.Objects = append(v.rows.Objects, rows...)
		}
		var rest []string
		say := func(n int, pattern string) {
			if n > 0 {
				rest = append(rest, fmt.Sprintf(pattern, n))
			}
		}
		say(blank, "还有 %d 格今年没有填全")
		say(added, "%d 格是今年的表新有的")
		say(dropped, "%d 格只有去年的表有")
		switch {
		case rest != nil:
			v.rows.Add(widget.NewRow(nil, faint(strings.Join(rest, "，")+"。")))
		case rows == nil:
			v.rows.Add(widget.NewRow(nil, faint("没有变。")))
		}
	}
}

// shares of a row of numbers: its name and last year's; this year's, the difference and
// the growth.
var (
	sharesLast = widget.Shares{Of: []float32{4, 1.2}, Gap: 8}
	sharesThis = widget.Shares{Of: []float32{1.2, 1.2, 1, 1.8}, Gap: 8}
)

func (v *contrast) numberHead() fyne.CanvasObject {
	return twoColumns(nil,
		container.New(sharesLast, faint(""), figure("去年", true)),
		container.New(sharesThis, figure("今年", true), figure("增减", true), figure("增长", true), faint("")))
}

// figure is a number, or the title over it.
func figure(text string, quiet bool) *widget.Label {
	l := widget.NewLabel(text)
	if quiet {
		l = faint(text)
	}
	l.Align = fyne.TextAlignTrailing
	return l
}

func (v *contrast) number(cell compare.Cell) fyne.CanvasObject {
	last, this, note := orDash(cell.Last.String()), orDash(cell.This.String()), ""
	switch {
	case cell.Added:
		note = "今年的表新有"
	case cell.Dropped:
		note = "只有去年的表有"
	case cell.Partial:
		note = "还没有填全"
	case cell.Kind == compare.Gone:
		note = "还没有填"
	}
	difference := cell.Difference.String()
	if cell.Difference.Sign() > 0 {
		difference = "+" + difference
	}
	var tapped func()
	if !cell.Dropped {
		tapped = func() { v.w.reveal(cell.Ref) }
	}
	now := figure(this, false)
	now.Bold = cell.Kind == compare.Changed
	row := twoColumns(tapped,
		container.New(sharesLast, widget.NewLabel(cell.Short), figure(last, false)),
		container.New(sharesThis, now, figure(difference, false), figure(cell.Growth, false), faint(note)))
	row.SetSign(signOf(cell.Kind))
	return row
}
