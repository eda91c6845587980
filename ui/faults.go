package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2/container"

	"nianbao/model"
	"nianbao/ui/widget"
)

// faults is what stands between a report and its final form.
type faults struct {
	items                  []item // errors, then what is open
	errors, warnings, open int
}

// faults looks at the report as it is now, not as it was when the clerk last paused.
func (w *Window) faults() faults {
	var f faults
	var open []item
	for _, it := range w.itemsOf(w.found) {
		switch {
		case it.Accepted != "":
		case it.open:
			f.open++
			open = append(open, it)
		case it.Level == model.Error:
			f.errors++
			f.items = append(f.items, it)
		case it.Level == model.Warning:
			f.warnings++
		}
	}
	for _, p := range w.report().Parts() {
		if !w.hollow(p) || slices.ContainsFunc(open, func(other item) bool { return other.place == p.ID }) {
			continue
		}
		it := item{place: p.ID, open: true}
		it.Text = fmt.Sprintf("“%s%s”还没有内容。", p.Mark, p.Title)
		it.At = []model.Ref{model.Ref(p.ID)}
		f.open++
		open = append(open, it)
	}
	f.items = append(f.items, open...)
	return f
}

// hollow says that nothing stands under the heading of a part.
func (w *Window) hollow(p model.Part) bool {
	return p.Table == nil && !slices.ContainsFunc(p.Texts, func(t model.Passage) bool {
		return len(model.Paragraphs(w.report().Texts[t.ID])) > 0
	})
}

// draft says that the report can go out as a draft only.
func (f faults) draft() bool { return len(f.items) > 0 }

func (f faults) words() string {
	var words []string
	if f.errors > 0 {
		words = append(words, fmt.Sprintf("有 %d 处错误", f.errors))
	}
	if f.open > 0 {
		words = append(words, fmt.Sprintf("还有 %d 项没有填", f.open))
	}
	return strings.Join(words, "，")
}

// fewFaults is how many are named in a question.
const fewFaults = 5

// finished goes on with a report that is, and asks about one that is not: a report with
// errors or blanks leaves the program as a draft or not at all.
func (w *Window) finished(verb string, then func(draft bool)) {
	w.finish()
	w.settle()
	f := w.faults()
	if !f.draft() {
		then(false)
		return
	}
	var b *box
	column := container.New(&widget.Column{Gap: 4},
		widget.NewLabel("报告"+f.words()+"。可以先"+verb+"草稿，每页印有“草稿”；定稿要改好了再"+verb+"。"))
	for _, it := range f.items[:min(len(f.items), fewFaults)] {
		row := widget.NewRow(func() {
			b.escape()
			w.onItem(it)
		}, widget.NewLabel(it.Text))
		row.SetSign(it.sign())
		column.Add(row)
	}
	if more := len(f.items) - fewFaults; more > 0 {
		rest := widget.NewLabel(fmt.Sprintf("另外还有 %d 处。", more))
		rest.Color = widget.ColorFaint
		column.Add(rest)
	}
	b = w.ask("报告还没有完成", 560, 0, column,
		leave("取消"),
		pick(verb+"草稿", func() { then(true) }),
		pick("去核对", func() { w.show(placeCheck) }))
}
