package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"nianbao/model"
	"nianbao/ui/widget"
)

// partTool is the menu of a section, nil where the form prescribes it.
func (v *prose) partTool() *widget.Tool {
	if !v.w.report().Edition.Free && v.part.Section != nil {
		return nil
	}
	tool := widget.NewTool("部分 ▼", nil)
	tool.OnTapped = func() { pop(tool, v.partMenu()) }
	return tool
}

func (v *prose) partMenu() []*fyne.MenuItem {
	h := titled{v.w, v.part.ID, v.part.Title, "部分"}
	menu := append(h.menu(), fyne.NewMenuItem("在后面加一个部分…", func() {
		v.w.prompt("加一个部分", "加上", "", nil, func(title string) {
			c, id := v.w.report().AddedSection(h.id, title)
			v.w.change("加部分", c)
			v.w.reveal(model.Ref(id))
		})
	}))
	remove := fyne.NewMenuItem("删除这个部分…", v.onRemovePart)
	remove.Disabled = len(v.w.report().Parts()) < 2
	return append(menu, remove)
}

// onRemovePart takes a section away; its text goes where the clerk says.
func (v *prose) onRemovePart() {
	r := v.w.report()
	c := r.Removed(v.part.ID)
	var drops []model.Change
	text := ""
	for _, t := range v.part.Texts {
		if written := r.Texts[t.ID]; written != "" {
			drops = append(drops, model.Change{At: t.ID, Drop: true})
			if t.Title != "" {
				written = join(model.Escape(t.Mark+t.Title), written)
			}
			text = join(text, written)
		}
	}
	into, where, joined := v.neighbour(text)
	remove := func(show string, changes ...model.Change) {
		v.w.change("删除部分", append(append(changes, drops...), c)...)
		v.w.show(show)
	}
	if strings.TrimSpace(text) == "" {
		remove(v.w.placeOf(into))
		return
	}
	v.w.ask(fmt.Sprintf("删除“%s”", v.part.Mark+v.part.Title), 460, 0, widget.NewLabel(fmt.Sprintf("这个部分有 %d 个字。文字怎么处理？", model.Length(r.Expand(text)))),
		leave("取消"),
		pick("连文字一起删除", func() { remove(v.w.placeOf(into)) }),
		pick(where, func() {
			remove(v.w.placeOf(into), model.Change{At: into, New: joined})
			v.w.reveal(into)
		}))
}

// neighbour is the passage of the section before, or behind, that can take a text in,
// and the text that it has then.
func (v *prose) neighbour(text string) (into model.Ref, where, joined string) {
	r, parts := v.w.report(), v.w.report().Parts()
	for i, p := range parts {
		if p.ID != v.part.ID {
			continue
		}
		if i > 0 {
			fields := r.Fields(parts[i-1])
			into = fields[len(fields)-1].ID
			return into, "并入上一部分", join(r.Texts[into], text)
		}
		into = r.Fields(parts[1])[0].ID
	}
	return into, "并入下一部分", join(text, r.Texts[into])
}
