package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nianbao/model"
)

// menu is what the items of the menu bar share.
type menu struct {
	needs  map[*fyne.MenuItem]func() bool // whether an item can be chosen
	keys   map[fyne.KeyName]func()        // keys of their own, without Ctrl
	recent *fyne.MenuItem
	shades []*fyne.MenuItem
}

// newMenu lists everything that can be done. Only a menu item's shortcut works
// while a field has the caret, so each shortcut is one.
func (w *Window) newMenu() *fyne.MainMenu {
	w.menu.needs, w.menu.keys = map[*fyne.MenuItem]func() bool{}, map[fyne.KeyName]func(){}
	undo, redo := fyne.NewMenuItem("撤销", w.onUndo), fyne.NewMenuItem("重做", w.onRedo)
	undo.Shortcut, redo.Shortcut = &fyne.ShortcutUndo{}, &fyne.ShortcutRedo{}
	w.menu.needs[undo] = func() bool { return w.session != nil && w.session.CanUndo() }
	w.menu.needs[redo] = func() bool { return w.session != nil && w.session.CanRedo() }
	w.menu.recent = fyne.NewMenuItem("最近的报告", nil)
	quit := fyne.NewMenuItem("退出", w.onClose)
	quit.IsQuit = true
	quit.Shortcut = ctrl(fyne.KeyQ)
	line := fyne.NewMenuItemSeparator
	return fyne.NewMainMenu(
		fyne.NewMenu("文件",
			w.item("新建…", fyne.KeyN, false, w.onNew),
			w.item("打开…", fyne.KeyO, false, w.onOpen),
			w.item("沿用去年的报告…", "", false, w.onTakeover),
			w.menu.recent,
			w.item("打开示例", "", false, w.onExample),
			w.item("汇总各单位的报告…", "", false, w.onCollect),
			line(),
			w.item("保存", fyne.KeyS, true, w.onSave),
			w.itemShift("另存为…", fyne.KeyS, w.onSaveAs),
			w.item("历史版本…", fyne.KeyH, true, w.onVersions),
			w.item("导出…", fyne.KeyE, true, func() { w.show(placeExport) }),
			w.item("打印…", fyne.KeyP, true, w.onPrint),
			line(),
			w.item("关闭报告", fyne.KeyW, true, w.onShut), quit),
		fyne.NewMenu("编辑", undo, redo, line(),
			w.item("插入表中的数…", fyne.KeyI, true, w.atCaret((*passage).onInsert)),
			w.item("句式…", fyne.KeyJ, true, w.atCaret((*passage).onPatterns)),
			line(),
			w.item("查找和替换…", fyne.KeyF, true, w.onSearch),
			w.itemPlain("下一处", fyne.KeyF3, func() { w.search.step(1) })),
		fyne.NewMenu("报告",
			w.item("上一部分", fyne.KeyPageUp, true, func() { w.step(-1) }),
			w.item("下一部分", fyne.KeyPageDown, true, func() { w.step(1) }),
			line(),
			w.item("核对", fyne.KeyK, true, func() { w.show(placeCheck) }),
			w.itemPlain("下一处问题", fyne.KeyF8, func() { w.nextIssue(1) }),
			w.item("上一处问题", fyne.KeyF8, true, func() { w.nextIssue(-1) }),
			line(),
			w.item("载入去年的报告…", fyne.KeyL, true, w.onLast),
			w.itemLast("去掉去年的报告", w.onWithoutLast),
			w.itemLast("去年报告的读入情况…", w.onLastNotes),
			w.itemLast("按去年的报告填数", w.onFollowing),
			line(),
			w.item("本单位设置…", "", false, w.onSettings)),
		fyne.NewMenu("查看",
			w.item("预览", fyne.KeyR, true, func() { w.show(placePreview) }),
			w.item("与上年对照", fyne.KeyD, true, func() { w.show(placeCompare) }),
			line(),
			w.item("核对栏", fyne.KeyB, true, w.onFold),
			w.itemLast("去年的文字", w.onBeside),
			line(),
			w.shade("浅色", "light"), w.shade("深色", "dark"), w.shade("随系统", ""),
			line(),
			w.itemLarge()),
		fyne.NewMenu("帮助",
			w.itemPlain("本页怎样填", fyne.KeyF1, w.onHelp),
			w.item("快捷键", "", false, w.onKeys),
			w.item("新版本说明", "", false, w.onNews),
			w.item("出错记录…", "", false, w.onCrashes),
			w.item("许可证", "", false, w.onLicences),
			w.item("关于年报", "", false, w.onAbout)),
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
	if report {
		w.menu.needs[m] = func() bool { return w.session != nil }
	}
	return m
}

// itemLast is an item about last year's report.
func (w *Window) itemLast(name string, do func()) *fyne.MenuItem {
	m := w.item(name, "", true, do)
	w.menu.needs[m] = func() bool { return w.session != nil && w.last.report != nil }
	return m
}

func (w *Window) itemShift(name string, key fyne.KeyName, do func()) *fyne.MenuItem {
	m := w.item(name, "", true, do)
	m.Shortcut = &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
	return m
}

// asking says that a dialog is open.
func (w *Window) asking() bool { return w.win.Canvas().Overlays().Top() != nil }

// grey shows in the menu what can be done now.
func (w *Window) grey() {
	changed := false
	for m, can := range w.menu.needs {
		if disabled := !can(); m.Disabled != disabled {
			m.Disabled, changed = disabled, true
		}
	}
	if menu := w.win.MainMenu(); changed && menu != nil {
		menu.Refresh()
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
	if w.place != placePreview && w.place != placeCompare && !slices.ContainsFunc(changed, func(at model.Ref) bool { return w.placeOf(at) == w.place }) && w.placeOf(changed[0]) != placeCheck {
		w.reveal(changed[0])
	}
}

// itemPlain is an item whose key works without Ctrl. The toolkit does not take
// such a key for a shortcut: the fields hand it to the window.
func (w *Window) itemPlain(name string, key fyne.KeyName, do func()) *fyne.MenuItem {
	m := w.item(name, "", true, do)
	m.Shortcut = &desktop.CustomShortcut{KeyName: key}
	w.menu.keys[key] = m.Action
	return m
}

// itemLarge switches between body and large type.
func (w *Window) itemLarge() *fyne.MenuItem {
	var m *fyne.MenuItem
	m = w.item("大字", "", false, func() {
		w.look.large = !w.look.large
		m.Checked = w.look.large
		w.app.Preferences().SetBool("large", w.look.large)
		w.repaint()
	})
	m.Checked = w.look.large
	return m
}

// shade is the item of a light or dark look.
func (w *Window) shade(name, shade string) *fyne.MenuItem {
	var m *fyne.MenuItem
	m = w.item(name, "", false, func() {
		for _, other := range w.menu.shades {
			other.Checked = other == m
		}
		w.look.shade = shade
		w.app.Preferences().SetString("shade", shade)
		w.repaint()
	})
	m.Checked = w.look.shade == shade
	w.menu.shades = append(w.menu.shades, m)
	return m
}

// repaint draws everything in another look. Never behind a dialog: the toolkit's list of
// files does not bear it.
func (w *Window) repaint() {
	look := *w.look
	w.look = &look // the toolkit repaints for another theme, not for the same one
	w.app.Settings().SetTheme(w.look)
	w.win.MainMenu().Refresh()
}
