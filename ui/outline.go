package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/ui/widget"
)

// titled is a heading that a clerk can change.
type titled struct {
	w     *Window
	id    string
	title string
	kind  string // 小标题 or 部分
}

// outlineTool is the menu of a passage's subheading, or of the place for the first.
func (v *prose) outlineTool(i int) *widget.Tool {
	t := v.fields[i]
	tool := widget.NewTool("小标题 ▼", nil)
	tool.OnTapped = func() { pop(tool, v.subheadingMenu(i)) }
	if menu := v.subheadingMenu(i); t.Title == "" && len(menu) == 1 {
		tool.Text, tool.OnTapped = menu[0].Label, menu[0].Action
	}
	return tool
}

func (v *prose) subheadingMenu(i int) []*fyne.MenuItem {
	t, r := v.fields[i], v.w.report()
	h := titled{v.w, string(t.ID), t.Title, "小标题"}
	var menu []*fyne.MenuItem
	if t.Title != "" {
		menu = h.menu()
		menu = append(menu,
			fyne.NewMenuItem("在下面加一个小标题…", func() { v.add(h.id) }),
			fyne.NewMenuItem("删除小标题…", func() { v.onRemove(i) }))
	} else {
		menu = append(menu, fyne.NewMenuItem("加小标题…", func() { v.add(v.part.ID) }))
	}
	if c, missing := r.Restored(v.part.ID); missing {
		menu = append(menu, fyne.NewMenuItemSeparator(), fyne.NewMenuItem("恢复规定的小标题", func() { v.w.change("恢复规定的小标题", c) }))
	}
	return menu
}

// menu is what can be done with any heading.
func (h titled) menu() []*fyne.MenuItem {
	move := func(name string, by int) *fyne.MenuItem {
		c, ok := h.w.report().Moved(h.id, by)
		item := fyne.NewMenuItem(name, func() { h.w.change(h.kind+name, c) })
		item.Disabled = !ok
		return item
	}
	return []*fyne.MenuItem{
		fyne.NewMenuItem("改名…", func() {
			h.w.prompt(h.kind+"改名", "改名", h.title, nil, func(title string) {
				h.w.change(h.kind+"改名", h.w.report().Retitled(h.id, title))
			})
		}),
		move("上移", -1), move("下移", 1),
	}
}

// pop shows a menu under the word that was clicked on.
func pop(under *widget.Tool, items []*fyne.MenuItem) {
	c := fyne.CurrentApp().Driver().CanvasForObject(under)
	kit.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", items...), c, fyne.NewPos(0, under.Size().Height), under)
}

// add asks for a new subheading behind a heading, and goes there.
func (v *prose) add(after string) {
	var offers []string
	if s := v.part.Section; s != nil {
		for _, offer := range s.Offers {
			if !v.has(offer) {
				offers = append(offers, offer)
			}
		}
	}
	v.w.prompt("加一个小标题", "加上", "", offers, func(title string) {
		c, id := v.w.report().Added(after, title)
		v.w.change("加小标题", c)
		v.w.reveal(model.Ref(id))
	})
}

func (v *prose) has(title string) bool {
	for _, t := range v.fields {
		if t.Title == title {
			return true
		}
	}
	return false
}

// onRemove takes a subheading away. Where there is text under it the clerk says
// what becomes of it.
func (v *prose) onRemove(i int) {
	r, t := v.w.report(), v.fields[i]
	c := r.Removed(string(t.ID))
	text := r.Texts[t.ID]
	drop := model.Change{At: t.ID, Drop: true}
	if strings.TrimSpace(text) == "" || len(v.fields) == 1 {
		changes := []model.Change{c}
		if text != "" && model.OwnText(t.ID) { // it goes on in the form's own place
			changes = []model.Change{{At: v.part.Texts[0].ID, New: text}, drop, c}
		}
		v.w.change("删除小标题", changes...)
		return
	}
	into, where := v.fields[max(i-1, 0)], "并入上一段"
	joined := join(r.Texts[into.ID], text)
	if i == 0 {
		into, where = v.fields[1], "并入下一段"
		joined = join(text, r.Texts[into.ID])
	}
	v.w.ask(fmt.Sprintf("删除小标题“%s”", t.Mark+t.Title), 460, 0, widget.NewLabel(fmt.Sprintf("它下面有 %d 个字。文字怎么处理？", model.Length(r.Expand(text)))),
		leave("取消"),
		pick("连文字一起删除", func() { v.w.change("删除小标题", drop, c) }),
		pick(where, func() {
			v.w.change("删除小标题", model.Change{At: into.ID, New: joined}, drop, c)
			v.w.reveal(into.ID)
		}))
}

// join puts one text behind another, as paragraphs of their own.
func join(a, b string) string {
	a, b = strings.TrimRight(a, "\n"), strings.TrimLeft(b, "\n")
	if a == "" || b == "" {
		return a + b
	}
	return a + "\n" + b
}
