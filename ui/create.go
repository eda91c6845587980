package ui

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/ui/widget"
)

// onNew asks for body and year of a new report.
func (w *Window) onNew() { w.settled(w.create) }

func (w *Window) create() {
	office, year, note := widget.NewField(), widget.NewField(), faint("")
	note.Color = theme.ColorNameError
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
	form := faint("")
	tell := func(text string) {
		if y := yearOf(text); y != 0 {
			form.Set(formOf(w.editions.ForYear(y), y))
		} else {
			form.Set("写全四位年份后，这里会显示用哪一年的格式。")
		}
		note.Set("")
	}
	year.OnTyped = tell
	year.OnEnter = func() { year.Select(0, len([]rune(year.Text))) } // who comes with Tab types another year
	tell(year.Text)
	b := w.ask("新建报告", 500, 400, container.New(&widget.Column{Gap: 6},
		widget.NewLabel("单位名称（全称）"), office,
		widget.NewLabel("单位类别"), framed(kind),
		widget.NewLabel("报告年度"), year, form, note),
		leave("取消"), reply{"新建", func() bool {
			name, y := strings.TrimSpace(office.Text), yearOf(year.Text)
			switch {
			case name == "":
				note.Set("× 请写单位名称，例如“白杨镇人民政府”。")
				return false
			case y == 0:
				note.Set("× 请写四位年份，例如 2026。")
				return false
			}
			w.begin(name, kind.Selected, y)
			return true
		}})
	office.OnSubmitted = func(string) { w.win.Canvas().Focus(year) }
	year.OnSubmitted = func(string) { b.enter() }
	w.win.Canvas().Focus(office)
}

// formOf says which form a year's report takes.
func formOf(e *model.Edition, year int) string {
	tables := 0
	for _, s := range e.Sections {
		if s.Table != nil {
			tables++
		}
	}
	says := fmt.Sprintf("%d 年度用%s规定的格式：%s个部分", year, e.Basis, counted(len(e.Sections)))
	if tables > 0 {
		says += fmt.Sprintf("，%s张表", counted(tables))
	}
	return says + "。"
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

// counted writes a number as it stands before a counting word.
func counted(n int) string {
	if n == 2 {
		return "两"
	}
	return model.Numeral(n)
}
