package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/ui/ime"
	"nianbao/ui/widget"
)

// help is the column that says how the open place is filled in and what reports
// are returned for. It stands where the findings stand, while it is open.
type help struct {
	w    *Window
	open bool
	list *fyne.Container
	all  *fyne.Container
}

func newHelp(w *Window) *help {
	h := &help{w: w, list: container.New(&widget.Column{Gap: 4, Pad: 8})}
	name := strong("本页怎样填", 8)
	back := widget.NewButton("回到核对", w.onHelp)
	h.all = container.New(widget.Wide{Width: 262}, container.NewBorder(nil, nil, kit.NewSeparator(), nil,
		container.NewBorder(container.NewBorder(nil, nil, nil, container.NewPadded(back), name), nil, nil, nil,
			container.NewVScroll(h.list))))
	h.all.Hide()
	return h
}

// onHelp opens and closes the help.
func (w *Window) onHelp() {
	h := w.help
	h.open = !h.open
	h.all.Hidden = !h.open
	w.panel.update()
	h.update()
	w.win.Content().Refresh()
}

// update tells of the place that is open now.
func (h *help) update() {
	if !h.open {
		return
	}
	h.list.Objects = nil
	switch h.w.place {
	case placeCover:
		h.lines("封面信息",
			"单位名称写全称，和印章上的一致。",
			"报告年度是报告所说的那一年：2027年1月公开的是2026年度的报告。年度决定用哪一种格式。",
			"标题按单位名称和年度自动写好，可以改。")
		if p := h.w.report().Edition.Preface; p != nil {
			h.lines(p.Name, p.Asks...)
		}
		h.lines("写下的都不丢",
			"边写边存，停手一秒就存一次，不用管保存。Ctrl+S 另外留一份历史版本。",
			"文件写不进去时先暂存在程序里，过几秒再试；关机、死机以后再打开程序，开始页上列着没有写进文件的内容。",
			"“文件”菜单里的“历史版本”（Ctrl+H）可以看以前存过的内容，和现在的逐项比较，恢复回来；恢复错了按 Ctrl+Z。",
			"别的电脑也改了同一个文件时，上面会出现一条说明，选定以前不会互相盖掉。")
	case placeCheck:
		h.lines("核对",
			"× 是错误，必须改正；! 是警告，情况属实的点“说明…”写下理由，理由随文件保存；○ 是还没有填的。",
			"点一条就到那一格或者那几个字。F8 到下一处，Ctrl+F8 到上一处。",
			"有的可以直接点按钮改正；改错了按 Ctrl+Z。")
	case placeCompare:
		h.lines("与上年对照",
			"左边是去年的报告，右边是今年的：划掉的话今年没有了，下面画线的话是今年新写的。＝ 是一字不差，≠ 是改过，＋ 是新有，－ 是没有了。",
			"点一段或者一个数，就到填它的地方。",
			"和去年一样的话多，不一定错；年份、数字和做过的事要逐句看过。")
	case placeDraft:
		h.lines("读入情况",
			"这里列出读入别的格式时需要看一眼的地方，和没有找到位置的文字。没有放进报告的文字也不会丢，随文件保存。")
	case placePreview:
		h.lines("预览",
			"这里就是导出的样子，随填随变。点页面上的字，就到填它的地方。",
			"Ctrl+加号、减号或者按住 Ctrl 滚动鼠标滚轮可以放大、缩小。")
	case placeExport:
		h.lines("导出",
			"PDF 用来张贴公开，OFD 归档，Excel 报送汇总，Word 便于会签修改。",
			"还有错误时只能导出草稿，每页印有“草稿”。")
	}
	if ime.Absent() {
		h.lines("打不出汉字",
			"先把系统的中文输入法（fcitx 或者 ibus）打开，再点回要写的地方；还打不出，关掉本程序再打开一次，内容都在。",
			"也可以在别的程序里写好，复制过来粘贴。")
	}
	h.found()
	for _, p := range h.w.parts() {
		if p.ID == h.w.place {
			h.part(p)
		}
	}
	h.list.Refresh()
}

// found tells of each rule that has found something at the open place what it asks.
func (h *help) found() {
	told := map[string]bool{}
	for _, it := range h.w.items() {
		rule := h.w.report().Edition.Rule(it.Rule)
		if it.place != h.w.place || it.open || it.Accepted != "" || rule == nil || told[it.Rule] {
			continue
		}
		told[it.Rule] = true
		h.lines("核对："+rule.Name, rule.Help...)
	}
}

func (h *help) part(p model.Part) {
	if p.Section != nil {
		h.lines("写什么", p.Section.Asks...)
	}
	for _, t := range p.Texts {
		if t.Text == nil {
			continue
		}
		name := t.Text.Name
		if t.Title != "" {
			name = t.Mark + t.Title
		}
		h.lines(name, t.Text.Asks...)
	}
	if p.Section != nil {
		h.lines("常因为这些被退回", p.Section.Returned...)
	}
	if p.Table != nil {
		h.table(p.Table)
		return
	}
	how := []string{"一段一行，按回车另起一段。首行不用空格，导出时自动缩进。"}
	if len(h.w.report().Edition.Cells()) > 0 {
		how = append(how, "需要写表里的数时，按 Ctrl+I 插入：表里改了，文字里跟着改。")
	}
	h.lines("怎样写", append(how, "写错了按 Ctrl+Z。")...)
}

// table tells how a table is filled in.
func (h *help) table(t *model.Table) {
	how := []string{
		"点一格就可以填，直接输入会替换原来的数。没有发生的填 0，不能空着。",
		"方向键移动，回车到下一行，Tab 到下一格。",
		"可以从 Excel、WPS 复制一块，在左上角那一格按 Ctrl+V。",
	}
	if slices.ContainsFunc(h.w.report().Edition.Cells(), func(c *model.Cell) bool { return c.Table == t && c.Total() }) {
		how = append(how, "合计由程序算，不用填。")
	}
	if h.w.balanceOf(t) != nil {
		how = append(how, "表下面一行随时显示各列平不平。")
	}
	h.lines("怎样填表", append(how, "填错了按 Ctrl+Z。")...)
}

// lines adds a heading and what follows under it.
func (h *help) lines(name string, lines ...string) {
	if len(lines) == 0 {
		return
	}
	h.list.Add(strong(name, 0))
	for _, line := range lines {
		row := widget.NewRow(nil, widget.NewLabel(line))
		row.SetSign("·", theme.ColorNamePrimary)
		h.list.Add(row)
	}
}
