package ui

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"nianbao/export"
	"nianbao/export/format"
	"nianbao/model"
	"nianbao/model/store"
	"nianbao/ui/widget"
)

// paper is a file that an export writes: the report, or the record of its check.
type paper struct {
	path   string
	format format.Format
	record bool
}

// papers are the files of an export, in the order in which they are written.
func (v *exports) papers(draft bool) (out []paper) {
	for _, f := range v.chosen() {
		out = append(out, paper{v.path(f, draft), f, false})
	}
	if v.record.Checked {
		out = append(out, v.records(draft)...)
	}
	return out
}

// records are the files of the record.
func (v *exports) records(draft bool) (out []paper) {
	for _, f := range format.Record(v.chosen()) {
		path := filepath.Join(v.folder, v.w.exportName(draft)+"-"+export.RecordMark+"."+f.Ending)
		out = append(out, paper{path, f, true})
	}
	return out
}

// recorded is the record of a check made now, ready to be written.
func (w *Window) recorded() *export.Document {
	r, desk := w.report(), w.desk()
	record := export.Record{Report: r, Last: w.last.report, Check: desk.Record(r, w.last.report), Day: desk.Today, Seal: store.Seal(r)}
	return record.Compose()
}

// clear asks before a file is written over, and never lets it be the one that the report
// was read from.
func (v *exports) clear(draft bool) {
	var there []string
	for _, p := range v.papers(draft) {
		if store.Same(p.path, v.w.source) {
			v.w.say("没有导出", "导出会覆盖来源文件“"+filepath.Base(p.path)+"”。请换一个文件夹。")
			return
		}
		if _, err := os.Stat(p.path); err == nil {
			there = append(there, "“"+filepath.Base(p.path)+"”")
		}
	}
	if there == nil {
		v.writeAll(draft)
		return
	}
	v.w.ask("文件已经存在", 480, 0, widget.NewLabel(strings.Join(there, "、")+"已经在这个文件夹里，要覆盖吗？"),
		leave("取消"), pick("覆盖", func() { v.writeAll(draft) }))
}

// writeAll writes a copy of the report in the background: the clerk goes on.
func (v *exports) writeAll(draft bool) {
	papers := v.papers(draft)
	report, record := composed(v.w), (*export.Document)(nil)
	report.Draft = draft
	if v.record.Checked {
		record = v.w.recorded()
		record.Draft = draft
	}
	warnings := v.w.faults().warnings
	v.done.Objects = nil
	v.done.Refresh()
	mine := &outgoing{}
	v.w.outgoing = mine
	v.update()
	var next func(i int)
	next = func(i int) {
		if i == len(papers) {
			v.w.outgoing = nil
			if warnings > 0 && !draft {
				v.add("!", theme.ColorNameWarning, fmt.Sprintf("导出时有 %d 处警告没有处理。", warnings))
			}
			v.update()
			mine.end(v.w)
			return
		}
		p, d, lacks := papers[i], report, ""
		if p.record {
			d = record
		}
		v.w.aside(func() error {
			lacks = p.format.Lacks(d)
			return write(p.path, p.format, d)
		}, func(err error) {
			if v.w.outgoing != mine {
				return // the clerk did not want to wait
			}
			mine.failed = mine.failed || err != nil
			v.tell(p.path, lacks, err)
			next(i + 1)
		})
	}
	next(0)
}

func write(path string, f format.Format, d *export.Document) error {
	return store.Write(path, func(out io.Writer) error { return f.Write(out, d) })
}

// tell adds a line about a file that was written, or could not be.
func (v *exports) tell(path, lacks string, err error) {
	if err != nil {
		v.add("×", theme.ColorNameError, "“"+filepath.Base(path)+"”没有导出。"+model.Sentence(err))
		return
	}
	sign, color, text := "✓", theme.ColorNameSuccess, "已导出 "+filepath.Base(path)
	if lacks != "" {
		sign, color, text = "!", theme.ColorNameWarning, text+"　"+lacks
	}
	v.add(sign, color, text,
		widget.NewButton("打开", func() { v.w.reach(v.w.hands.open, path) }),
		widget.NewButton("打开文件夹", func() { v.w.reach(v.w.hands.folder, path) }))
}

func (v *exports) add(sign string, color fyne.ThemeColorName, text string, buttons ...fyne.CanvasObject) {
	l := widget.NewLabel(sign + " " + text)
	l.Color = color
	v.done.Add(container.NewBorder(nil, nil, nil, container.NewHBox(buttons...), l))
	v.done.Refresh()
}
