package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"

	"nianbao/model"
)

// menu lists everything that can be done. Only a menu item's shortcut works
// while a field has the caret, so each shortcut is one.
func (w *Window) menu() *fyne.MainMenu {
	w.undo, w.redo = fyne.NewMenuItem("撤销", w.onUndo), fyne.NewMenuItem("重做", w.onRedo)
	w.undo.Shortcut, w.redo.Shortcut = &fyne.ShortcutUndo{}, &fyne.ShortcutRedo{}
	quit := fyne.NewMenuItem("退出", w.onClose)
	quit.IsQuit = true
	quit.Shortcut = ctrl(fyne.KeyQ)
	shade := func(name, shade string) *fyne.MenuItem {
		return fyne.NewMenuItem(name, func() { w.onShade(shade) })
	}
	line := fyne.NewMenuItemSeparator
	return fyne.NewMainMenu(
		fyne.NewMenu("文件",
			w.item("新建…", fyne.KeyN, false, w.onNew),
			w.item("打开…", fyne.KeyO, false, w.onOpen),
			line(),
			w.item("保存", fyne.KeyS, true, w.onSave),
			w.itemShift("另存为…", fyne.KeyS, w.onSaveAs),
			w.item("导出…", fyne.KeyE, true, func() { w.show(placeExport) }),
			line(), w.item("打开示例", "", false, w.onExample), line(), quit),
		fyne.NewMenu("编辑", w.undo, w.redo, line(),
			w.item("插入表中的数…", fyne.KeyI, true, w.atCaret((*passage).onInsert)),
			w.item("句式…", fyne.KeyJ, true, w.atCaret((*passage).onPatterns))),
		fyne.NewMenu("报告",
			w.item("上一部分", fyne.KeyPageUp, true, func() { w.step(-1) }),
			w.item("下一部分", fyne.KeyPageDown, true, func() { w.step(1) }),
			line(),
			w.item("核对", fyne.KeyK, true, func() { w.show(placeCheck) }),
			w.item("载入去年的报告…", fyne.KeyL, true, w.onLast)),
		fyne.NewMenu("查看",
			w.item("预览", fyne.KeyR, true, func() { w.show(placePreview) }),
			line(),
			w.item("核对栏", fyne.KeyB, true, w.onFold),
			fyne.NewMenuItem("大字", w.onLarge),
			line(),
			shade("浅色", "light"), shade("深色", "dark"), shade("随系统", "")),
		fyne.NewMenu("帮助", fyne.NewMenuItem("关于年报", w.onAbout)),
	)
}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

// item is a menu item that does nothing while a dialog is open or, if it is about
// a report, while none is.
func (w *Window) item(name string, key fyne.KeyName, report bool, do func()) *fyne.MenuItem {
	m := fyne.NewMenuItem(name, func() {
		if !w.asking() && (!report || w.session != nil) {
			do()
		}
	})
	if key != "" {
		m.Shortcut = ctrl(key)
	}
	return m
}

func (w *Window) itemShift(name string, key fyne.KeyName, do func()) *fyne.MenuItem {
	m := w.item(name, "", true, do)
	m.Shortcut = &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
	return m
}

// asking says that a dialog is open.
func (w *Window) asking() bool { return w.win.Canvas().Overlays().Top() != nil }

// steps greys out what cannot be undone or redone.
func (w *Window) steps() {
	undo, redo := !w.session.CanUndo(), !w.session.CanRedo()
	if w.undo.Disabled != undo || w.redo.Disabled != redo {
		w.undo.Disabled, w.redo.Disabled = undo, redo
		w.win.MainMenu().Refresh()
	}
}

func (w *Window) onUndo() { w.turn(&fyne.ShortcutUndo{}, (*Window).undoStep) }

func (w *Window) onRedo() { w.turn(&fyne.ShortcutRedo{}, (*Window).redoStep) }

func (w *Window) undoStep() []model.Ref { return w.session.Undo() }

func (w *Window) redoStep() []model.Ref { return w.session.Redo() }

// turn goes a step back or forth in the report and shows where; in a dialog it is
// the field's own affair.
func (w *Window) turn(own fyne.Shortcut, step func(*Window) []model.Ref) {
	if w.asking() {
		if f, ok := w.win.Canvas().Focused().(fyne.Shortcutable); ok {
			f.TypedShortcut(own)
		}
		return
	}
	if w.session == nil {
		return
	}
	changed := step(w)
	if len(changed) == 0 {
		return
	}
	// Where the clerk is looking already, nothing needs to move; the pages show all.
	if w.place != placePreview && !slices.ContainsFunc(changed, func(at model.Ref) bool { return w.placeOf(at) == w.place }) && w.placeOf(changed[0]) != placeCheck {
		w.reveal(changed[0])
	}
}

func (w *Window) onLarge() {
	w.look.large = !w.look.large
	w.app.Preferences().SetBool("large", w.look.large)
	w.repaint()
}

func (w *Window) onShade(shade string) {
	w.look.shade = shade
	w.app.Preferences().SetString("shade", shade)
	w.repaint()
}

func (w *Window) repaint() {
	look := *w.look
	w.look = &look // the toolkit repaints for another theme, not for the same one
	w.app.Settings().SetTheme(w.look)
}

func (w *Window) onAbout() {
	d := dialog.NewInformation("关于年报", fmt.Sprintf("年报 %s\n政府信息公开工作年度报告的填写、核对和导出\n\n自由软件，许可证 GPL-3.0-or-later，不附带任何担保。", w.app.Metadata().Version), w.win)
	d.SetDismissText("关闭")
	d.Show()
}
