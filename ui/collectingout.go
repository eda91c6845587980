package ui

import (
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/container"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/ui/sums"
	"nianbao/ui/widget"
)

func (c *collecting) onWrite() { c.askWhat(sums.All()) }

// askWhat asks which of some outputs are to be written, and where.
func (c *collecting) askWhat(outputs []sums.Output) {
	column := container.New(&widget.Column{Gap: 6})
	hint := "写到文件夹里，已经有的换成新的"
	if outputs[0].Name == sums.Outputs[0].Name {
		hint += "；只有“" + sums.Outputs[0].Name + "”不覆盖"
	}
	column.Add(widget.NewLabel(hint + "。"))
	checks := make([]*kit.Check, len(outputs))
	wide := float32(170)
	for i, o := range outputs {
		checks[i] = kit.NewCheck(strings.TrimSuffix(o.Name, "/"), nil)
		checks[i].Checked = !strings.HasPrefix(o.Name, "数据") // that is for databases
		wide = max(wide, checks[i].MinSize().Width)
	}
	for i, o := range outputs {
		column.Add(container.NewBorder(nil, nil, container.New(widget.Wide{Width: wide}, checks[i]), nil, faint(o.About)))
	}
	c.w.ask("写出", 640, 0, column, leave("取消"), reply{"选文件夹…", func() bool {
		var wanted []sums.Output
		for i, o := range outputs {
			if checks[i].Checked {
				wanted = append(wanted, o)
			}
		}
		if len(wanted) == 0 {
			return false
		}
		c.w.chooseFolder(c.w.exportFolder(), func(folder string) { c.write(folder, wanted) })
		return true
	}})
}

// write writes outputs into a folder, beside the window, and tells what there is now.
func (c *collecting) write(folder string, wanted []sums.Output) {
	c.w.app.Preferences().SetString("exports", folder)
	work, out := c.work, &outgoing{}
	c.w.outgoing = out // what closes the window waits
	c.head.update()
	var done, failed []string
	c.w.aside(func() error {
		for _, o := range wanted {
			n, err := o.Write(work, filepath.Join(folder, o.Name))
			switch {
			case err != nil:
				failed = append(failed, model.Sentence(err))
			case n == 0:
				done = append(done, fmt.Sprintf("%s：没有要写的", strings.TrimSuffix(o.Name, "/")))
			case o.Folder():
				done = append(done, fmt.Sprintf("%s：%d 份", o.Name, n))
			default:
				done = append(done, o.Name)
			}
		}
		return nil
	}, func(err error) {
		if c.w.outgoing == out {
			c.w.outgoing = nil
		}
		c.head.update()
		if err != nil {
			failed = append(failed, model.Sentence(err))
		}
		if out.then != nil {
			out.failed = len(failed) > 0
			if out.end(c.w); !out.failed {
				return
			}
		}
		column := container.New(&widget.Column{Gap: 4})
		column.Add(faint(folder))
		for _, text := range done {
			column.Add(widget.NewLabel("✓ " + text))
		}
		for _, text := range failed {
			column.Add(widget.NewLabel("× " + text))
		}
		title := "写好了"
		if len(failed) > 0 {
			title = "没有全部写成"
		}
		c.w.ask(title, 520, 0, column, leave("知道了"), pick("打开文件夹", func() { c.w.reach(c.w.hands.open, folder) }))
	})
}
