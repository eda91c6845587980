package ui

import (
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/model/compare"
	"nianbao/ui/widget"
)

// contrast is the view of what differs from last year's report: last year's at the
// left, this year's at the right; first the prose, then the numbers. A click leads to
// where it is filled in.
type contrast struct {
	w        *Window
	whole    bool // what is the same is shown too
	shown    contrasted
	few, all *widget.Button
	says     *widget.Label
	years    fyne.CanvasObject // over the columns
	left     *widget.Label
	right    *widget.Label
	rows     *fyne.Container
	first    fyne.CanvasObject // of the numbers
	numbered *widget.Tool      // leads there
	scroll   *container.Scroll
	empty    *fyne.Container // while there is nothing to compare
	why      *widget.Label
	body     *fyne.Container
	top      fyne.CanvasObject
}

// contrasted is what the view shows.
type contrasted struct {
	of    *compare.Comparison
	whole bool
	why   string
}

// The room beside the rows and between their columns.
const (
	margin  = 4
	between = 20
)

func newContrast(w *Window) view {
	v := &contrast{w: w, says: strong("", 0), left: faint(""), right: faint(""), why: widget.NewLabel("")}
	choose := func(name string, whole bool) *widget.Button {
		return widget.NewButton(name, func() {
			v.whole = whole
			v.update()
		})
	}
	v.few, v.all = choose("只看变了的", false), choose("全部", true)
	v.rows = container.New(&widget.Column{Gap: 1, Pad: margin, Most: twoWide})
	v.scroll = container.NewVScroll(v.rows)
	v.years = container.New(&widget.Column{Pad: margin, Most: twoWide}, twoColumns(nil, v.left, v.right))
	load := widget.NewButton("载入去年的报告…", w.onLast)
	load.Importance = kit.HighImportance
	v.empty = container.New(&widget.Column{Gap: 12, Pad: edge, Most: oneWide}, v.why, container.NewHBox(load))
	v.numbered = widget.NewTool("到数字", v.onNumbers)
	says := container.New(layout.NewCustomPaddedLayout(0, 0, edge, edge), container.NewBorder(nil, nil, nil, v.numbered, v.says))
	v.body = container.NewBorder(container.NewVBox(says, v.years, kit.NewSeparator()), nil, nil, nil, v.scroll)
	v.top = container.NewBorder(heading("与上年对照", v.few, v.all), nil, nil, nil, container.NewStack(v.body, v.empty))
	return v
}

// twoColumns is a row of last year's and this year's.
func twoColumns(tapped func(), last, this fyne.CanvasObject) *widget.Row {
	return widget.NewRow(tapped, container.New(widget.Shares{Of: []float32{1, 1}, Gap: between}, last, this))
}

func (v *contrast) object() fyne.CanvasObject { return v.top }

func (v *contrast) reveal(model.Ref) {}

// update compares anew what has changed. The scroller stays where it is.
func (v *contrast) update() {
	now := contrasted{of: v.w.compared(), whole: v.whole, why: v.missing()}
	if now == v.shown {
		return
	}
	v.shown = now
	chosen(v.few, !v.whole)
	chosen(v.all, v.whole)
	v.why.Set(now.why)
	for _, b := range []*widget.Button{v.few, v.all} {
		b.Hidden = now.of == nil
		b.Refresh()
	}
	v.body.Hidden, v.empty.Hidden = now.of == nil, now.of != nil
	if now.of != nil {
		v.fill(now.of)
	}
	v.top.Refresh()
}

// missing says why there is nothing to compare, "" if there is.
func (v *contrast) missing() string {
	year := yearName(v.w.report().Year - 1)
	switch last := v.w.last.report; {
	case v.w.lastFits():
		return ""
	case last != nil:
		return "手边的去年报告是 " + yearName(last.Year) + "的，和本报告的年度不相连。请载入 " + year + "的报告。"
	case v.w.report().Year == 0:
		return "还不知道本报告是哪一年的。请先在“封面信息”填好年度，再载入去年的报告。"
	}
	return "载入 " + year + "的报告以后，这里左右两栏对照：哪些话还是去年的，哪些数变了，变了多少。去年的 Word、Excel、网页、文本都行。"
}

// fill shows a comparison.
func (v *contrast) fill(c *compare.Comparison) {
	v.says.Set(shareSays(c) + numbersSay(c) + "。")
	v.left.Set(strconv.Itoa(c.Last) + " 年（去年）")
	v.right.Set(strconv.Itoa(c.This) + " 年（今年）")
	v.rows.Objects = nil
	if notes := v.remarks(c); notes != "" {
		v.rows.Add(container.New(layout.NewCustomPaddedLayout(6, 0, 0, 0), widget.NewRow(nil, faint(notes))))
	}
	v.prose(c)
	v.numbers(c)
	v.numbered.Hidden = v.first == nil || len(c.Passages) == 0
	v.rows.Refresh()
}

// onNumbers goes to where the numbers begin.
func (v *contrast) onNumbers() {
	v.scroll.ScrollToOffset(fyne.NewPos(0, v.first.Position().Y))
}

// shareSays tells how much of the prose is last year's.
func shareSays(c *compare.Comparison) string {
	switch s := c.Share; {
	case s.All == 0:
		return "正文还没有写"
	case s.Same == 0:
		return "正文没有和去年一样的话"
	case s.Same == s.All:
		return "正文和去年一字不差"
	default:
		return "正文有 " + percent(s) + " 和去年一样"
	}
}

// percent is a share for reading: what is there is never told as nothing.
func percent(s compare.Share) string {
	if s.Percent() == 0 && s.Same > 0 {
		return "不到 1%"
	}
	return strconv.Itoa(s.Percent()) + "%"
}

// numbersSay tells how many numbers have changed; of reports without tables nothing.
func numbersSay(c *compare.Comparison) string {
	switch n := c.Count(compare.Changed); {
	case len(c.Tables) == 0:
		return ""
	case n == 0:
		return "；数字没有变"
	default:
		return fmt.Sprintf("；数字变了 %d 个", n)
	}
}

// remarks are what is to be known of the two reports.
func (v *contrast) remarks(c *compare.Comparison) string {
	r, last := v.w.report(), v.w.last.report
	out := ""
	if s := c.Share; s.Same > 0 && s.Same < s.All {
		out = fmt.Sprintf("正文 %d 字，其中 %d 字和去年一字不差。", s.All, s.Same)
	}
	if v.w.foreign(last) {
		out += "去年的报告是“" + last.Office + "”的。"
	}
	if n := len(last.Unplaced); n > 0 {
		out += fmt.Sprintf("去年的报告有 %d 行没有找到位置，不在对照里。", n)
	}
	return out + r.Edition.Since(last.Edition)
}

// key scrolls, while no field has the keys.
func (v *contrast) key(name fyne.KeyName) {
	line := v.says.Size().Height
	page := v.scroll.Size().Height - line
	if by, ok := map[fyne.KeyName]float32{
		fyne.KeyDown: -line, fyne.KeyUp: line, fyne.KeyPageDown: -page, fyne.KeyPageUp: page,
		fyne.KeyHome: v.rows.Size().Height, fyne.KeyEnd: -v.rows.Size().Height,
	}[name]; ok {
		v.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, by)})
	}
}
