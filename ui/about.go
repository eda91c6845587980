package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/assets"
	"nianbao/ui/release"
	"nianbao/ui/widget"
)

func (w *Window) onAbout() {
	w.ask("关于年报", 460, 220, widget.NewLabel(fmt.Sprintf("年报 %s\n政府信息公开工作年度报告的填写、核对和导出。\n\n程序从不连接网络，报告只在您的电脑上。\n\n自由软件，许可证 GPL-3.0-or-later，不附带任何担保。", release.Version)),
		leave("关闭"))
}

// onNews shows what each version has brought.
func (w *Window) onNews() {
	_, news, _ := strings.Cut(release.News, "\n") // below the title, which the box has
	text := kit.NewRichTextFromMarkdown(news)
	text.Wrapping = fyne.TextWrapBreak
	scroll := container.NewVScroll(text)
	scroll.SetMinSize(fyne.NewSize(640, 380))
	w.ask("新版本说明", 700, 520, scroll, leave("关闭"))
}

// onLicences shows the licences of what the program is made of.
func (w *Window) onLicences() {
	column := container.New(&widget.Column{Gap: 2, Pad: 4})
	for _, l := range assets.Licences() {
		text := faint(l.Text)
		text.Hide()
		name := widget.NewLabel(l.Name)
		row := widget.NewRow(nil, name, text)
		row.OnTapped = func() {
			text.Hidden = !text.Hidden
			row.Refresh()
			column.Refresh()
		}
		column.Add(row)
	}
	scroll := container.NewVScroll(column)
	scroll.SetMinSize(fyne.NewSize(640, 380))
	w.ask("许可证", 700, 520, container.New(&widget.Column{Gap: 6},
		faint("程序里用到的字体和程序库，各按自己的许可证使用；点一下看全文。"), scroll), leave("关闭"))
}

// onKeys lists the shortcuts: those of the menu, and those of the fields.
func (w *Window) onKeys() {
	column := container.New(&widget.Column{Gap: 2, Pad: 4})
	line := func(name, key string) {
		column.Add(container.NewGridWithColumns(2, widget.NewLabel(name), widget.NewLabel(key)))
	}
	head := func(text string) { column.Add(strong(text, 4)) }
	for _, menu := range w.win.MainMenu().Items {
		head(menu.Label)
		for _, item := range menu.Items {
			if key := keyName(item.Shortcut); key != "" {
				line(strings.TrimSuffix(item.Label, "…"), key)
			}
		}
	}
	head("在表格里")
	line("左右上下移动", "方向键")
	line("下一行", "回车")
	line("下一格、上一格", "Tab、Shift+Tab")
	line("本行第一格、最后一格", "Home、End")
	line("选中一块", "Shift+方向键，或者按住鼠标拖动")
	line("复制、粘贴一块", "Ctrl+C、Ctrl+V")
	line("恢复本格原来的值", "Esc")
	scroll := container.NewVScroll(column)
	scroll.SetMinSize(fyne.NewSize(460, 400))
	w.ask("快捷键", 520, 500, scroll, leave("关闭"))
}

// keyName writes a shortcut as it stands on the keyboard, "" for none.
func keyName(s fyne.Shortcut) string {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		return "Ctrl+Z"
	case *fyne.ShortcutRedo:
		return "Ctrl+Y"
	case *desktop.CustomShortcut:
		name := string(s.KeyName)
		switch s.KeyName {
		case fyne.KeyPageUp:
			name = "PageUp"
		case fyne.KeyPageDown:
			name = "PageDown"
		}
		if s.Modifier&fyne.KeyModifierShift != 0 {
			name = "Shift+" + name
		}
		if s.Modifier&fyne.KeyModifierControl != 0 {
			name = "Ctrl+" + name
		}
		return name
	}
	return ""
}
