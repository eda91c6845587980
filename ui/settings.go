package ui

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/model/store"
	"nianbao/ui/widget"
)

// settings are the office's own, with the file that they lie in.
type settings struct {
	path  string // "" if there is no place for them
	set   *model.Settings
	fault error // why the file could not be read
}

// readSettings reads the office's settings. A file that cannot be read is told at once:
// without it some checks are not made.
func (w *Window) readSettings() {
	path, err := store.SettingsPath()
	if err != nil {
		return
	}
	w.settings.path = path
	w.settings.set, w.settings.fault = store.OpenSettings(path)
	if errors.Is(w.settings.fault, fs.ErrNotExist) {
		w.settings.fault = nil
	}
	if w.settings.fault != nil {
		w.say("本单位设置没有读进来", model.Sentence(w.settings.fault)+"在此之前，上级和本单位的名称、期限、不用的字词都不核对。")
	}
}

// desk is where the open report is worked on.
func (w *Window) desk() model.Desk {
	d := w.settings.set.Desk(w.report().Office, w.today())
	d.Unread, d.Memory = w.settings.fault != nil, &w.memory
	return d
}

// office is the settings as they are asked for.
type office struct {
	w     *Window
	names *widget.Field // nil if no body's report is open
	above *widget.Field
	due   *widget.Field
	words *widget.Field
	note  *widget.Label
	set   *model.Settings // what was read
}

// onSettings asks for the office's settings.
func (w *Window) onSettings() { w.askSettings() }

func (w *Window) askSettings() *office {
	o := &office{w: w, above: widget.NewProse(2), due: widget.NewField(), words: widget.NewProse(3), note: faint("")}
	o.note.Color = theme.ColorNameError
	column := container.New(&widget.Column{Gap: 4})
	add := func(name, hint string, f fyne.CanvasObject) {
		column.Add(widget.NewLabel(name))
		column.Add(faint(hint))
		column.Add(f)
	}
	if w.session != nil && w.report().Office != "" {
		o.names = widget.NewProse(2)
		add("“"+w.report().Office+"”的其他名称", "一行一个：党委、便民服务中心、公众号等。正文里写这些名称，不会当作别的单位。", o.names)
	}
	add("上级的名称", "一行一个，写全称。", o.above)
	add("报送期限", "月和日，例如 1月20日；空着就是 1月31日。", o.due)
	add("不用的字词", "一行一个；要改用别的写法，写成“村委→村民委员会”。", o.words)
	if w.settings.path != "" {
		where := faint("保存在 " + w.settings.path + "，可以复制给别的单位。")
		column.Add(where)
	}
	o.put(w.settings.set)
	if w.settings.fault != nil {
		o.note.Set("× " + model.Sentence(w.settings.fault) + "保存会换掉原来的文件。")
	}
	// The room at the right is the scroll bar's, for windows that are not high enough.
	scroll := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, 14), column))
	scroll.SetMinSize(fyne.NewSize(0, min(490, w.win.Canvas().Size().Height-200)))
	w.ask("本单位设置", 620, 0, container.NewBorder(nil, o.note, nil, nil, scroll),
		leave("取消"), reply{"读入别的设置…", func() bool {
			w.chooseOf("设置", []string{".json"}, "读入本单位设置", o.read)
			return false
		}}, reply{"保存", o.save})
	first := o.names
	if first == nil {
		first = o.above
	}
	w.win.Canvas().Focus(first)
	return o
}

// put shows settings in the fields.
func (o *office) put(s *model.Settings) {
	if s == nil {
		s = &model.Settings{}
	}
	o.set = s
	if o.names != nil {
		o.names.Put(strings.Join(s.Names(o.w.report().Office), "\n"))
	}
	o.above.Put(strings.Join(s.Above, "\n"))
	o.due.Put(s.Due.String())
	var words []string
	for _, word := range s.Words {
		line := word.Word
		if word.Instead != "" {
			line += "→" + word.Instead
		}
		words = append(words, line)
	}
	o.words.Put(strings.Join(words, "\n"))
	o.note.Set("")
}

// read shows the settings of a file that somebody handed over.
func (o *office) read(path string) {
	s, err := store.OpenSettings(path)
	if err != nil {
		o.note.Set("× " + model.Sentence(err))
		return
	}
	o.put(s)
}

// save keeps what stands in the fields, if it can be read.
func (o *office) save() bool {
	s, wrong := o.typed()
	if wrong == "" {
		if what := s.Lint(); what != "" {
			wrong = what + "。"
		}
	}
	if wrong == "" && o.w.settings.path == "" {
		wrong = "系统没有给用户存设置的地方，没有保存。"
	}
	if wrong == "" {
		if err := store.SaveSettings(o.w.settings.path, s); err != nil {
			wrong = model.Sentence(err)
		}
	}
	if wrong != "" {
		o.note.Set("× " + wrong)
		return false
	}
	o.w.settings.set, o.w.settings.fault = s, nil
	if o.w.session != nil {
		o.w.check()
		o.w.settle()
	}
	return true
}

// typed are the settings that stand in the fields. What they do not show, such as why a
// word is not used, stays.
func (o *office) typed() (s *model.Settings, wrong string) {
	s = &model.Settings{Above: lines(o.above.Text), Bodies: slices.Clone(o.set.Bodies)}
	if o.names != nil {
		s.SetNames(o.w.report().Office, lines(o.names.Text))
	}
	if due := strings.TrimSpace(o.due.Text); due != "" {
		ok := false
		if s.Due, ok = model.ParseDay(due); !ok {
			return nil, fmt.Sprintf("报送期限“%s”不是一天，请写月和日，例如 1月20日。", due)
		}
	}
	for _, line := range lines(o.words.Text) {
		word, instead, _ := strings.Cut(strings.NewReplacer("->", "→", "=", "→").Replace(line), "→")
		w := model.Word{Word: strings.TrimSpace(word)}
		if i := slices.IndexFunc(o.set.Words, func(old model.Word) bool { return old.Word == w.Word }); i >= 0 {
			w = o.set.Words[i]
		}
		w.Instead = strings.TrimSpace(instead)
		switch {
		case w.Word == "":
			return nil, fmt.Sprintf("“%s”一行没有写不用的字词。", line)
		case w.Instead == w.Word:
			return nil, fmt.Sprintf("“%s”一行改用的还是原来的字词。", line)
		case slices.ContainsFunc(s.Words, func(old model.Word) bool { return old.Word == w.Word }):
			return nil, fmt.Sprintf("“%s”写了两行。", w.Word)
		}
		s.Words = append(s.Words, w)
	}
	return s, ""
}

// lines are the lines of a text that are not empty.
func lines(text string) (out []string) {
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}
