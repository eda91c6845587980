package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/ui/widget"
)

// state is how far a place is: a sign, words and a colour.
type state struct {
	sign, words string
	color       fyne.ThemeColorName
}

// state of a place, from what was found there and what is still empty.
func (w *Window) state(place string) state {
	errors, warnings, open, blanks, gaps := 0, 0, 0, 0, 0
	for _, f := range w.shown {
		if len(f.At) == 0 || w.placeOf(f.At[0]) != place || f.Accepted != "" {
			continue
		}
		switch kind := w.kind(f); {
		case w.gap(f):
			gaps++
		case kind == "blank":
			if w.todo(f) {
				blanks++
			}
		case kind == "required":
			open++
		case f.Level == model.Error:
			errors++
		case f.Level == model.Warning:
			warnings++
		}
	}
	var words []string
	say := func(n int, pattern string) {
		if n > 0 {
			words = append(words, fmt.Sprintf(pattern, n))
		}
	}
	say(errors, "%d 处错误")
	say(blanks, "还差 %d 格")
	for _, p := range w.report().Parts() {
		if p.ID == place && w.hollow(p) {
			open = max(open, 1)
		}
	}
	if open > 0 {
		words = append(words, "还没有内容")
	}
	say(gaps, "还差 %d 段")
	open += gaps
	if place == placeCover {
		n := 0
		for _, ref := range []model.Ref{model.RefOffice, model.RefKind, model.RefYear, model.RefTitle} {
			if _, there := w.report().Get(ref); !there {
				n++
			}
		}
		say(n, "还差 %d 项")
		open += n
	}
	say(warnings, "%d 处警告")
	s := state{"✓", "已完成", theme.ColorNameSuccess}
	switch {
	case errors > 0:
		s.sign, s.color = "×", theme.ColorNameError
	case blanks+open > 0:
		s.sign, s.color = "○", widget.ColorFaint
	case warnings > 0:
		s.sign, s.color = "!", theme.ColorNameWarning
	}
	if words != nil {
		s.words = strings.Join(words, "，")
	}
	return s
}

// todo says that a finding speaks of an empty cell that the clerk is to fill;
// totals fill themselves.
func (w *Window) todo(f model.Finding) bool {
	cell := w.blank(f)
	return cell != nil && !cell.Total()
}

// total is the state of the whole report.
func (w *Window) total() state {
	errors, warnings, open := 0, 0, 0
	for _, it := range w.items() {
		switch {
		case it.Accepted != "":
		case it.open:
			open++
		case it.Level == model.Error:
			errors++
		case it.Level == model.Warning:
			warnings++
		}
	}
	s := state{"✓", "没有发现问题", theme.ColorNameSuccess}
	var words []string
	say := func(n int, pattern, sign string, color fyne.ThemeColorName) {
		if n > 0 {
			if words == nil {
				s.sign, s.color = sign, color
			}
			words = append(words, fmt.Sprintf(pattern, n))
		}
	}
	say(errors, "%d 错", "×", theme.ColorNameError)
	say(warnings, "%d 警", "!", theme.ColorNameWarning)
	say(open, "%d 项待填", "○", widget.ColorFaint)
	if words != nil {
		s.words = strings.Join(words, "　")
	}
	return s
}

// length tells a part's characters, and the limit if the form sets one.
func (w *Window) length(p model.Part) (words string, over bool) {
	n := 0
	for _, t := range p.Texts {
		n += model.Length(w.report().Prose(t.ID))
	}
	for _, rule := range w.report().Edition.Rules {
		if rule.Kind == "length" && rule.Section == p.ID {
			return fmt.Sprintf("%d／%d 字", n, rule.Limit), n > rule.Limit
		}
	}
	return fmt.Sprintf("%d 字", n), false
}
