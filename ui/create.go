package ui

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/ui/widget"
)

// onNew asks for body and year of a new report.
func (w *Window) onNew() { w.settled(w.create) }

func (w *Window) create() {
	office, year, note := widget.NewField(), widget.NewField(), widget.NewLabel("")
	note.Color, note.Scale = theme.ColorNameError, theme.SizeNameCaptionText
	var names []string
	for _, k := range model.Kinds {
		names = append(names, k.Name)
	}
	kind := kit.NewSelect(names, nil)
	kind.PlaceHolder = "（按名称判断）"
	chosen := false
	kind.OnChanged = func(string) { chosen = true }
	office.OnTyped = func(text string) {
		if !chosen && strings.TrimSpace(text) != "" {
			kind.Selected = model.KindOf(strings.TrimSpace(text)).Name()
			kind.Refresh()
		}
	}
	year.Put(strconv.Itoa(dueYear(time.Now())))
	if w.session != nil {
		office.Put(w.report().Office)
		kind.Selected = w.report().Kind.Name()
	}
	var d *dialog.CustomDialog
	make := kit.NewButton("新建", func() {
		name, y := strings.TrimSpace(office.Text), yearOf(year.Text)
		switch {
		case name == "":
			note.Set("✕ 请写单位名称，例如“白杨镇人民政府”。")
			w.win.Canvas().Focus(office)
			return
		case y == 0:
			note.Set("✕ 请写四位年份，例如 2026。")
			w.win.Canvas().Focus(year)
			return
		}
		d.Hide()
		w.begin(name, kind.Selected, y)
	})
	office.OnSubmitted = func(string) { make.OnTapped() }
	year.OnSubmitted = office.OnSubmitted
	make.Importance = kit.HighImportance
	cancel := kit.NewButton("取消", func() { d.Hide() })
	d = dialog.NewCustomWithoutButtons("新建报告", container.New(&widget.Column{Gap: 6},
		widget.NewLabel("单位名称"), office,
		widget.NewLabel("单位类别"), framed(kind),
		widget.NewLabel("报告年度"), year, note), w.win)
	d.SetButtons([]fyne.CanvasObject{cancel, make})
	d.Resize(fyne.NewSize(480, 320))
	d.Show()
	w.win.Canvas().Focus(office)
}

// begin opens a new report.
func (w *Window) begin(office, kind string, year int) {
	k := model.KindOf(office)
	for _, known := range model.Kinds {
		if known.Name == kind {
			k = known.Kind
		}
	}
	w.work(model.NewReport(w.editions.ForYear(year), office, k, year), nil, "", nil)
}

// dueYear is the year that a report made now is about: reports are due in January.
func dueYear(now time.Time) int {
	if now.Month() >= time.October {
		return now.Year()
	}
	return now.Year() - 1
}
