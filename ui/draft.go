package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/ui/widget"
)

// draft is the view of how a report of another format came in: what to look at,
// and the lines that found no place.
type draft struct{ all fyne.CanvasObject }

func newDraft(w *Window) view {
	column := container.New(&widget.Column{Gap: 5, Pad: edge, Most: 860})
	say := func(text string) *widget.Label {
		l := widget.NewLabel(text)
		column.Add(l)
		return l
	}
	if len(w.notes) > 0 {
		column.Add(rubric("请核对"))
		for _, note := range w.notes {
			row := widget.NewRow(nil, widget.NewLabel(note))
			row.SetSign("!", theme.ColorNameWarning)
			column.Add(row)
		}
	}
	if lines := w.report().Unplaced; len(lines) > 0 {
		column.Add(rubric(fmt.Sprintf("没有找到位置的 %d 行", len(lines))))
		say("这些内容没有放进报告，但会随文件保存。需要的请抄到相应的格或段落里。").Color = widget.ColorFaint
		for _, line := range lines {
			row := widget.NewRow(nil, widget.NewLabel(strings.ReplaceAll(line, "\t", "｜")))
			row.SetSign("·", theme.ColorNamePrimary)
			column.Add(row)
		}
	}
	if len(column.Objects) == 0 {
		say("全部内容都放进了报告。")
	}
	return &draft{container.NewBorder(heading("读入情况"), nil, nil, nil, container.NewVScroll(column))}
}

func (v *draft) object() fyne.CanvasObject { return v.all }

func (v *draft) update() {}

func (v *draft) reveal(model.Ref) {}
