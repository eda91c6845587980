package ui

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/export"
	"nianbao/export/format"
	"nianbao/model"
	"nianbao/model/store"
	"nianbao/ui/widget"
)

// exports is the view that writes the finished report in other formats.
type exports struct {
	w      *Window
	checks []*kit.Check // one a format, in their order
	folder string
	where  *widget.Label
	state  *widget.Label
	write  *kit.Button
	done   *fyne.Container
	all    fyne.CanvasObject
}

func newExports(w *Window) view {
	v := &exports{w: w, folder: w.folder(), where: widget.NewLabel(""), state: widget.NewLabel("")}
	column := container.New(&widget.Column{Gap: 6, Pad: 16, Most: 720})
	title := func(text string) {
		l := widget.NewLabel(text)
		l.Bold = true
		column.Add(l)
	}
	column.Add(v.state)
	title("格式")
	for i, f := range format.All {
		c := kit.NewCheck(f.Name+"（."+f.Ending+"）", func(bool) { v.update() })
		c.Checked = i == 0
		v.checks = append(v.checks, c)
		column.Add(c)
	}
	title("文件夹")
	column.Add(container.NewBorder(nil, nil, nil, kit.NewButton("更改…", v.onFolder), v.where))
	v.write = kit.NewButtonWithIcon("导出", theme.DownloadIcon(), v.onWrite)
	v.write.Importance = kit.HighImportance
	column.Add(container.NewHBox(v.write))
	v.done = container.New(&widget.Column{Gap: 4})
	column.Add(v.done)
	v.all = container.NewBorder(heading("导出"), nil, nil, nil, container.NewVScroll(column))
	return v
}

func (v *exports) object() fyne.CanvasObject { return v.all }

func (v *exports) reveal(model.Ref) {}

func (v *exports) update() {
	v.where.Set(v.folder)
	if s := v.w.total(); s.sign == "✓" {
		v.state.SetIn("✓ 没有发现问题。", s.color)
	} else {
		v.state.SetIn(s.sign+" 核对："+s.words+"。可以先导出看样子，定稿前请到“核对”逐条处理。", s.color)
	}
	if len(v.chosen()) > 0 {
		v.write.Enable()
	} else {
		v.write.Disable()
	}
}

func (v *exports) onFolder() {
	v.w.chooseFolder(v.folder, func(path string) {
		v.folder = path
		v.update()
	})
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

func (v *exports) path(f format.Format) string {
	return filepath.Join(v.folder, v.w.baseName()+"."+f.Ending)
}

// onWrite asks before it writes over a file, and never writes over the one that
// the report was read from.
func (v *exports) onWrite() {
	var there []string
	for _, f := range v.chosen() {
		path := v.path(f)
		if store.Same(path, v.w.source) {
			v.w.say("没有导出", "导出会覆盖来源文件“"+filepath.Base(path)+"”。请换一个文件夹，或者先把报告保存成另外的名字。")
			return
		}
		if _, err := os.Stat(path); err == nil {
			there = append(there, "“"+filepath.Base(path)+"”")
		}
	}
	if there == nil {
		v.writeAll()
		return
	}
	d := dialog.NewCustomConfirm("文件已经存在", "覆盖", "取消", container.New(&widget.Column{Pad: 4},
		widget.NewLabel(strings.Join(there, "、")+"已经在这个文件夹里，要覆盖吗？")), func(ok bool) {
		if ok {
			v.writeAll()
		}
	}, v.w.win)
	d.Resize(fyne.NewSize(460, 180))
	d.Show()
}

// writeAll writes a copy of the report in the background: the clerk goes on.
func (v *exports) writeAll() {
	d := composed(v.w)
	formats := v.chosen()
	paths := make([]string, len(formats))
	for i, f := range formats {
		paths[i] = v.path(f)
	}
	v.done.Objects = nil
	v.done.Refresh()
	v.write.Disable()
	go func() {
		for i, f := range formats {
			err := write(paths[i], f, d)
			lacks := f.Lacks(d)
			fyne.Do(func() { v.tell(paths[i], lacks, err) })
		}
		fyne.Do(v.update)
	}()
}

// composed is a finished copy of the report as it is now.
func composed(w *Window) *export.Document { return export.Compose(w.report()) }

func write(path string, f format.Format, d *export.Document) (err error) {
	defer func() {
		if bad := recover(); bad != nil {
			err = fmt.Errorf("%s: %v", f.ID, bad)
		}
	}()
	return store.Write(path, func(out io.Writer) error { return f.Write(out, d) })
}

func (v *exports) tell(path, lacks string, err error) {
	text, sign, color := "已导出 "+path, "✓", theme.ColorNameSuccess
	switch {
	case err != nil:
		text, sign, color = model.Sentence(err), "✕", theme.ColorNameError
	case lacks != "":
		text, sign, color = text+"　"+lacks, "!", theme.ColorNameWarning
	}
	row := widget.NewRow(nil, widget.NewLabel(text))
	row.SetSign(sign, color)
	v.done.Add(row)
	v.done.Refresh()
}
