package ui

import (
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/ui/ime"
	"nianbao/ui/widget"
)

// status is the quiet line at the bottom.
type status struct {
	w    *Window
	line *widget.Label
}

func newStatus(w *Window) *status {
	s := &status{w: w, line: faint("")}
	s.line.Pad = 5
	return s
}

func (s *status) object() fyne.CanvasObject {
	return container.NewBorder(kit.NewSeparator(), nil, nil, nil, container.New(layout.NewCustomPaddedLayout(0, 0, 4, 4), s.line))
}

func (s *status) update() {
	w := s.w
	var out []string
	color := widget.ColorFaint
	switch {
	case w.auto.fault != "":
		says := "× 还没有写到磁盘上，过几秒再试："
		if w.file != nil && !w.auto.kept.IsZero() {
			says = "× 还没有写进文件（内容已另外暂存），过几秒再试："
		}
		out, color = append(out, says+w.auto.fault), theme.ColorNameError
	case w.outside.holds():
		says := "! 现在不写进文件，请在上面选定"
		if w.unsaved() && !w.auto.kept.IsZero() {
			says = "! 现在不写进文件（内容 " + w.auto.kept.Format("15:04") + " 已另外暂存），请在上面选定"
		}
		out, color = append(out, says), theme.ColorNameWarning
	case w.file == nil && !w.auto.kept.IsZero():
		out = append(out, "还没有保存成文件（"+w.auto.kept.Format("15:04")+" 已自动暂存）")
	case w.file == nil:
		out = append(out, "还没有保存成文件")
	case w.unsaved():
		out = append(out, "正在保存…")
	case w.savedAt.IsZero():
		out = append(out, "没有改动")
	default:
		out = append(out, "已保存 "+w.savedAt.Format("15:04")+s.aside())
	}
	blanks := 0
	for _, f := range w.found {
		if w.todo(f) {
			blanks++
		}
	}
	if blanks > 0 {
		out = append(out, fmt.Sprintf("还差 %d 格", blanks))
	}
	out = append(out, "去年报告："+w.lastState())
	switch {
	case w.file != nil:
		out = append(out, filepath.Base(w.file.Path))
	case w.source != "":
		out = append(out, "读自 "+filepath.Base(w.source))
	}
	if ime.Absent() {
		out = append(out, "没有找到中文输入法（按 F1）")
	}
	s.line.SetIn(strings.Join(out, "　·　"), color)
}

// aside is what else there is to say of the last save: in brackets, for the report is in its
// file.
func (s *status) aside() string {
	var out []string
	w := s.w
	if w.auto.healed {
		out = append(out, "刚才写不进去的也写进去了")
	}
	switch plain, spare := w.file.Plain(), w.file.Spare() != nil; {
	case plain && spare:
		out = append(out, "这个文件夹只能直接改写，备份没有存成")
	case plain:
		out = append(out, "这个文件夹只能直接改写，另有备份")
	case spare:
		out = append(out, "历史版本没有存成，请看磁盘是不是满了")
	}
	if out == nil {
		return ""
	}
	return "（" + strings.Join(out, "；") + "）"
}
