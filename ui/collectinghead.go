package ui

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/model/district"
	"nianbao/ui/widget"
)

// collectingHead is what stands above the page: whose sum it is, of what, and how far it is.
type collectingHead struct {
	c      *collecting
	name   *widget.Field
	year   *kit.Select
	which  *fyne.Container // holds it, where there are several
	state  *widget.Label
	about  *widget.Label
	faults *kit.Check
	stop   *widget.Button
	write  *widget.Button
	roll   *widget.Button
	last   *widget.Button
	all    fyne.CanvasObject
}

func separator() fyne.CanvasObject { return kit.NewSeparator() }

func newCollectingHead(c *collecting) *collectingHead {
	h := &collectingHead{c: c, name: widget.NewField(), state: widget.NewLabel(""), about: faint("")}
	h.name.SetPlaceHolder("汇总单位的名称")
	h.name.Put(c.name)
	h.name.OnTyped = func(text string) {
		c.name = strings.TrimSpace(text)
		c.w.app.Preferences().SetString(keyDistrict, c.name)
		c.update()
	}
	h.year = kit.NewSelect(nil, nil)
	h.which = container.New(widget.Wide{Width: 190}, framed(h.year))
	h.faults = kit.NewCheck("有错误的也计入", func(on bool) {
		c.faults = on
		c.update()
	})
	h.roll, h.last = widget.NewButton("", c.onRoll), widget.NewButton("", c.onLast)
	h.stop = widget.NewButton("停止", func() {
		c.end()
		c.update()
	})
	h.write = widget.NewIconButton("写出…", theme.DownloadIcon(), c.onWrite)
	h.write.Importance = kit.HighImportance
	again := widget.NewIconButton("重读", theme.ViewRefreshIcon(), c.read)
	closing := widget.NewButton("关闭汇总", c.onLeave)
	title := strong("汇总", edge)
	title.Scale, title.Line = theme.SizeNameSubHeadingText, true
	h.all = container.NewBorder(nil, separator(), nil, nil, container.New(layout.NewCustomPaddedVBoxLayout(0),
		container.NewBorder(nil, nil, container.NewHBox(title, container.NewCenter(container.New(widget.Wide{Width: 260}, h.name)), container.NewCenter(h.which)),
			container.NewCenter(container.NewPadded(container.NewHBox(h.stop, again, h.roll, h.last, h.write, closing))), nil),
		container.New(layout.NewCustomPaddedLayout(0, 6, edge, edge), container.NewBorder(nil, nil, nil, h.faults, container.New(&widget.Column{Gap: 2}, h.state, h.about)))))
	return h
}

// update tells how far the page is.
func (h *collectingHead) update() {
	c := h.c
	h.roll.SetText(map[bool]string{true: "应报名单…", false: "换应报名单…"}[c.roll == nil])
	h.last.SetText(map[bool]string{true: "去年的汇总…", false: "换去年的汇总…"}[c.last == nil])
	if c.stop != nil {
		h.stop.Show()
	} else {
		h.stop.Hide()
	}
	h.choices()
	able(h.write, c.work != nil && len(c.work.Sum.Parts) > 0 && c.w.outgoing == nil && c.stop == nil && !c.summing)
	words, color := h.words()
	h.state.SetIn(words, color)
	h.about.Set(h.notes())
}

// choices offers the years of what was read, the latest first.
func (h *collectingHead) choices() {
	c := h.c
	years := slices.Sorted(maps.Keys(c.years))
	slices.Reverse(years)
	h.year.OnChanged = nil
	h.year.Options = nil
	for _, year := range years {
		name := fmt.Sprintf("%d 年度（%d 份）", year, c.years[year])
		if h.year.Options = append(h.year.Options, name); year == c.year {
			h.year.SetSelected(name)
		}
	}
	h.year.OnChanged = func(name string) {
		// The list may have been opened before more came in: only the year of it still holds.
		text, _, _ := strings.Cut(name, " ")
		if year, err := strconv.Atoi(text); err == nil {
			c.chosen = year
			c.update()
		}
	}
	if h.which.Hide(); len(years) > 1 {
		h.which.Show()
	}
}

// words say what came in and what counts.
func (h *collectingHead) words() (string, fyne.ThemeColorName) {
	c := h.c
	p := c.progress
	if c.stop != nil {
		text := "正在找报告文件…"
		if p.All > 0 {
			text = fmt.Sprintf("已读 %d／%d 个文件", p.Done, p.All)
			if left := p.Left(time.Now()); left > 0 {
				text += "，大约还要 " + lasting(left)
			}
		}
		return text, theme.ColorNameForeground
	}
	if c.work == nil {
		if len(c.returns) == 0 {
			return "这个文件夹里没有找到报告文件。可以读的是 nianbao docx doc xlsx html rtf txt csv parquet。", theme.ColorNameWarning
		}
		return "读到的文件里没有一份写明年度的报告，没有可以汇总的。", theme.ColorNameError
	}
	text := fmt.Sprintf("%d 年度：", c.year)
	if c.roll != nil {
		text += fmt.Sprintf("应报 %d 个单位，", len(c.roll.Members))
	}
	text += fmt.Sprintf("读了 %d 个文件，计入汇总 %d 份。", p.Done, len(c.work.Sum.Parts))
	if p.Done < p.All {
		text += fmt.Sprintf("读到一半停下了，还有 %d 个没有读。", p.All-p.Done)
		return text, theme.ColorNameWarning
	}
	if n := model.Count(c.work.Of, model.Error); n > 0 {
		return text + fmt.Sprintf("汇总数有 %d 处错误。", n), theme.ColorNameError
	}
	return text, theme.ColorNameForeground
}

// notes say what else is to be known.
func (h *collectingHead) notes() string {
	c := h.c
	out := []string{c.folder}
	switch {
	case c.roll != nil:
	case c.unrolled != "":
		out = append(out, "上次的应报名单没有用上，不知道谁没有报："+strings.TrimSuffix(c.unrolled, "。"))
	default:
		out = append(out, "没有应报名单，不知道谁没有报")
	}
	if c.work != nil {
		if n := len(c.work.Sum.Gaps); n > 0 {
			out = append(out, fmt.Sprintf("计入的报告里有 %d 格空着或者不是数，没有加进去", n))
		}
		out = append(out, first(c.work.Of)...)
	}
	if c.found != nil {
		if n := len(c.found.Others); n > 0 {
			out = append(out, fmt.Sprintf("另有 %d 个文件不是报告的格式，没有读", n))
		}
		if n := len(c.found.Made); n > 0 {
			out = append(out, fmt.Sprintf("另有 %d 个是汇总写出来的，没有读", n))
		}
		if n := len(c.found.Shut); n > 0 {
			out = append(out, fmt.Sprintf("有 %d 个文件夹打不开", n))
		}
	}
	return strings.Join(out, "　·　")
}

// first are the first sentences about the sum itself.
func first(found []model.Finding) (out []string) {
	for _, f := range found[:min(2, len(found))] {
		out = append(out, strings.TrimSuffix(f.Text, "。"))
	}
	return out
}

// lasting is a time as one says it.
func lasting(d time.Duration) string {
	switch {
	case d < 10*time.Second:
		return "几秒"
	case d < time.Minute:
		return fmt.Sprintf("%d 秒", int(d.Seconds())/10*10)
	}
	return fmt.Sprintf("%d 分钟", int(d.Minutes()+0.5))
}

// stateWords are what a line says of its body.
func stateWords(l line) string {
	words := l.state.Name()
	if l.body == nil {
		return words
	}
	for _, e := range l.body.Entries {
		if e.State != l.state {
			continue
		}
		if n := e.Count(model.Error); n > 0 {
			words += fmt.Sprintf("　%d 错", n)
		}
		if n := e.Count(model.Warning); n > 0 {
			words += fmt.Sprintf("　%d 警", n)
		}
		if e.Counted && l.state != district.Received {
			words += "　已计入"
		}
		break
	}
	return words
}
