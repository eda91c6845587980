package ui

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/export"
	"nianbao/export/format"
	"nianbao/model"
	"nianbao/model/store"
	"nianbao/ui/widget"
)

// wanted are the formats that are asked of an office: one to pass round, one for
// the district office, one for the notice board.
var wanted = []string{"docx", "xlsx", "pdf"}

// exports is the view that writes the report in other formats.
type exports struct {
	w      *Window
	checks []*kit.Check    // one a format, in their order
	names  []*widget.Label // of the files, beside them
	folder string
	where  *widget.Label
	state  *widget.Label
	write  *widget.Button
	done   *fyne.Container
	all    fyne.CanvasObject
}

func newExports(w *Window) view {
	v := &exports{w: w, folder: w.exportFolder(), where: widget.NewLabel(""), state: widget.NewLabel("")}
	column := container.New(&widget.Column{Gap: 6, Pad: edge, Most: 720})
	column.Add(v.state)
	column.Add(rubric("格式"))
	chosen := w.app.Preferences().StringListWithFallback("formats", wanted)
	for _, f := range format.All {
		c := kit.NewCheck(f.Name, nil)
		c.Checked = slices.Contains(chosen, f.ID)
		c.OnChanged = func(bool) { v.onChoose() }
		name := faint("")
		v.checks, v.names = append(v.checks, c), append(v.names, name)
		column.Add(container.NewBorder(nil, nil, container.New(widget.Wide{Width: 150}, c), nil, name))
	}
	column.Add(rubric("文件夹"))
	column.Add(container.NewBorder(nil, nil, nil, widget.NewButton("更改…", v.onFolder), v.where))
	v.write = widget.NewIconButton("导出", theme.DownloadIcon(), v.onWrite)
	v.write.Importance = kit.HighImportance
	column.Add(container.NewHBox(v.write, widget.NewIconButton("打印", theme.DocumentPrintIcon(), w.onPrint)))
	v.done = container.New(&widget.Column{Gap: 4})
	column.Add(v.done)
	v.all = container.NewBorder(heading("导出"), nil, nil, nil, container.NewVScroll(column))
	return v
}

func (v *exports) object() fyne.CanvasObject { return v.all }

func (v *exports) reveal(model.Ref) {}

func (v *exports) update() {
	v.where.Set(v.folder)
	f := v.w.faults()
	switch {
	case f.draft():
		v.state.SetIn("× "+f.words()+"，只能导出草稿：每页印有“草稿”，文件名也写明。", theme.ColorNameError)
	case f.warnings > 0:
		v.state.SetIn(fmt.Sprintf("! 有 %d 处警告。可以导出；定稿前请到“核对”看一遍。", f.warnings), theme.ColorNameWarning)
	default:
		v.state.SetIn("✓ 没有发现问题，可以导出。", theme.ColorNameSuccess)
	}
	for i, format := range format.All {
		v.names[i].Set(filepath.Base(v.path(format, f.draft())))
	}
	able(v.write, v.w.outgoing == nil && len(v.chosen()) > 0)
}

// onChoose remembers the formats for the next time.
func (v *exports) onChoose() {
	var ids []string
	for _, f := range v.chosen() {
		ids = append(ids, f.ID)
	}
	v.w.app.Preferences().SetStringList("formats", ids)
	v.update()
}

func (v *exports) onFolder() {
	v.w.chooseFolder(v.folder, func(path string) {
		v.folder = path
		v.w.app.Preferences().SetString("exports", path)
		v.update()
	})
}

// exportFolder is where files were last exported to, else where the report is.
func (w *Window) exportFolder() string {
	if dir := w.app.Preferences().String("exports"); dir != "" && isDir(dir) {
		return dir
	}
	return w.folder()
}

func (v *exports) chosen() []format.Format {
	var out []format.Format
	for i, c := range v.checks {
		if c.Checked {
			out = append(out, format.All[i])
		}
	}
	return out
}

func (v *exports) path(f format.Format, draft bool) string {
	return filepath.Join(v.folder, v.w.exportName(draft)+"."+f.Ending)
}

// onWrite exports a finished report. One that is not finished goes out as a draft, and
// only if the clerk says so.
func (v *exports) onWrite() {
	v.w.finished("导出", func(draft bool) { v.clear(draft) })
}

// clear asks before a file is written over, and never lets it be the one that the report
// was read from.
func (v *exports) clear(draft bool) {
	var there []string
	for _, f := range v.chosen() {
		path := v.path(f, draft)
		if store.Same(path, v.w.source) {
			v.w.say("没有导出", "导出会覆盖来源文件“"+filepath.Base(path)+"”。请换一个文件夹。")
			return
		}
		if _, err := os.Stat(path); err == nil {
			there = append(there, "“"+filepath.Base(path)+"”")
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
	d := composed(v.w)
	d.Draft = draft
	warnings := v.w.faults().warnings
	v.done.Objects = nil
	v.done.Refresh()
	mine := &outgoing{}
	v.w.outgoing = mine
	v.update()
	var paths []string
	formats := v.chosen()
	for _, f := range formats {
		paths = append(paths, v.path(f, draft))
	}
	var next func(i int)
	next = func(i int) {
		if i == len(formats) {
			v.w.outgoing = nil
			if warnings > 0 && !draft {
				v.add("!", theme.ColorNameWarning, fmt.Sprintf("导出时有 %d 处警告没有处理。", warnings))
			}
			v.update()
			mine.end(v.w)
			return
		}
		lacks := ""
		v.w.aside(func() error {
			lacks = formats[i].Lacks(d)
			return write(paths[i], formats[i], d)
		}, func(err error) {
			if v.w.outgoing != mine {
				return // the clerk did not want to wait
			}
			mine.failed = mine.failed || err != nil
			v.tell(paths[i], lacks, err)
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
