package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/model"
	"nianbao/ui/widget"
)

// search is the bar above the view that finds and replaces words in all prose.
type search struct {
	w         *Window
	words, by *widget.Field
	tells     *widget.Label
	all       *fyne.Container
	at        model.Match // the one that was last gone to
}

func newSearch(w *Window) *search {
	s := &search{w: w, words: widget.NewField(), by: widget.NewField(), tells: widget.NewLabel("")}
	s.tells.Color, s.tells.Pad, s.tells.Line = widget.ColorFaint, 6, true
	s.words.SetPlaceHolder("查找")
	s.by.SetPlaceHolder("替换为")
	s.words.OnTyped = func(string) { s.update() }
	s.words.OnSubmitted = func(string) { s.step(1) }
	s.by.OnSubmitted = func(string) { s.replace() }
	buttons := container.NewHBox(
		widget.NewIconButton("", theme.MoveUpIcon(), func() { s.step(-1) }),
		widget.NewIconButton("", theme.MoveDownIcon(), func() { s.step(1) }),
		s.tells)
	replaces := container.NewHBox(
		widget.NewButton("替换", s.replace),
		widget.NewButton("全部替换", s.replaceAll),
		widget.NewIconButton("", theme.CancelIcon(), s.close))
	line := container.NewBorder(nil, nil, nil, replaces,
		container.NewGridWithColumns(2, container.NewBorder(nil, nil, nil, buttons, s.words), s.by))
	s.all = container.NewBorder(nil, kit.NewSeparator(), nil, nil, container.NewPadded(line))
	s.all.Hide()
	return s
}

// onSearch opens the bar, with the words that are selected.
func (w *Window) onSearch() {
	s := w.search
	if f, ok := w.win.Canvas().Focused().(interface{ SelectedText() string }); ok && f.SelectedText() != "" {
		s.words.Put(f.SelectedText())
	}
	s.at = model.Match{}
	s.all.Show()
	w.win.Content().Refresh()
	w.win.Canvas().Focus(s.words)
	s.words.Select(0, len([]rune(s.words.Text)))
	s.update()
}

func (s *search) close() {
	s.all.Hide()
	s.w.win.Content().Refresh()
	s.w.win.Canvas().Unfocus()
}

// update tells how many places there are.
func (s *search) update() {
	if !s.all.Visible() {
		return
	}
	matches := s.w.report().Search(s.words.Text)
	switch at := slices.Index(matches, s.at); {
	case s.words.Text == "":
		s.tells.Set("")
	case len(matches) == 0:
		s.tells.SetIn("没有找到", widget.ColorFaint)
	case at < 0:
		s.tells.SetIn(fmt.Sprintf("共 %d 处", len(matches)), widget.ColorFaint)
	default:
		s.tells.SetIn(fmt.Sprintf("第 %d 处，共 %d 处", at+1, len(matches)), widget.ColorFaint)
	}
	s.all.Refresh()
}

// step goes to the place that is n further on and selects it.
func (s *search) step(n int) {
	matches := s.w.report().Search(s.words.Text)
	if len(matches) == 0 {
		s.update()
		return
	}
	at := slices.Index(matches, s.at)
	switch {
	case at >= 0:
		at = (at + n + len(matches)) % len(matches)
	case n < 0:
		at = len(matches) - 1
	default:
		at = 0
	}
	s.at = matches[at]
	s.w.reveal(s.at.Ref)
	if f, ok := s.w.win.Canvas().Focused().(interface{ Select(from, to int) }); ok {
		f.Select(s.at.From, s.at.To)
	}
	s.update()
}

// replace replaces the place that was gone to, and goes to the next.
func (s *search) replace() {
	matches := s.w.report().Search(s.words.Text)
	at := slices.Index(matches, s.at)
	if at < 0 {
		s.step(1)
		return
	}
	s.w.change("替换", s.w.report().Replace(matches[at:at+1], s.by.Text))
	behind := matches[at].From + len([]rune(s.by.Text))
	rest, next := s.w.report().Search(s.words.Text), at // those before it are as they were
	for next < len(rest) && rest[next].Ref == matches[at].Ref && rest[next].From < behind {
		next++
	}
	s.at = model.Match{}
	if len(rest) > 0 {
		s.at = rest[next%len(rest)]
		s.step(0)
	}
	s.update()
}

// replaceAll replaces every place, as one step.
func (s *search) replaceAll() {
	changes, places := s.w.report().ReplaceAll(s.words.Text, s.by.Text)
	if places == 0 {
		s.update()
		return
	}
	s.w.change("全部替换", changes...)
	s.at = model.Match{}
	s.update()
	s.tells.SetIn(fmt.Sprintf("已替换 %d 处，可以撤销", places), theme.ColorNameSuccess)
	s.all.Refresh()
}
