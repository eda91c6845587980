package ui

import (
	"fmt"
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
	record *kit.Check      // a record of the check is written as well
	also   *widget.Label   // the names of its files
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
	column.Add(rubric("交给审核的人"))
	v.record, v.also = kit.NewCheck(export.RecordMark, nil), faint("")
	v.record.Checked = w.app.Preferences().Bool(keyRecord)
	v.record.OnChanged = func(on bool) {
		w.app.Preferences().SetBool(keyRecord, on)
		v.update()
	}
	column.Add(container.NewBorder(nil, nil, container.New(widget.Wide{Width: 150}, v.record), nil, v.also))
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
	if on := v.w.app.Preferences().Bool(keyRecord); on != v.record.Checked {
		v.record.Checked = on
		v.record.Refresh()
	}
	v.also.Set("每个项目核对了什么、结果怎样、说明了什么理由")
	if v.record.Checked {
		var names []string
		for _, p := range v.records(f.draft()) {
			names = append(names, filepath.Base(p.path))
		}
		v.also.Set(strings.Join(names, "、"))
	}
	able(v.write, v.w.outgoing == nil && (len(v.chosen()) > 0 || v.record.Checked))
}

const keyRecord = "record" // a record of the check is wanted

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
