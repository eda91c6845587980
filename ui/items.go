package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/ui/widget"
)

// item is a finding as it is listed.
type item struct {
	model.Finding
	place string
	open  bool   // it speaks of what is still to be written, not of a mistake
	act   string // what the button for the fix says, "" for none
}

// items lists the findings. All blank cells of a table are one item, and so are
// the empty subheadings of a section: a form that has just been begun is not wrong
// in two hundred places.
func (w *Window) items() []item { return w.itemsOf(w.shown) }

func (w *Window) itemsOf(found []model.Finding) []item {
	var out []item
	blanks, gaps := map[*model.Table]int{}, map[string]int{}
	for _, f := range found {
		it := item{Finding: f, place: placeCheck}
		if len(f.At) > 0 {
			it.place = w.placeOf(f.At[0])
		}
		if cell := w.blank(f); cell != nil {
			if cell.Total() {
				continue // it follows once its parts are filled
			}
			it.open = true
			change := model.Change{At: cell.Ref, New: "0"}
			if i, ok := blanks[cell.Table]; ok {
				out[i].At = append(out[i].At, cell.Ref)
				out[i].Fix = append(out[i].Fix, change)
				out[i].Text = fmt.Sprintf("%s还有 %d 格没有填；没有发生的请填 0。", cell.Table.Name, len(out[i].At))
				continue
			}
			blanks[cell.Table] = len(out)
			it.At, it.Fix, it.act = slices.Clone(f.At), []model.Change{change}, "空格都填 0"
		} else {
			it.act, it.open = act(f.Fix), w.kind(f) == "required"
		}
		if w.gap(f) {
			if i, ok := gaps[it.place]; ok {
				out[i].At = append(out[i].At, f.At...)
				out[i].Text = fmt.Sprintf("有 %d 个小标题下面还没有内容；不需要的可以删去。", len(out[i].At))
				continue
			}
			gaps[it.place] = len(out)
			it.At = slices.Clone(f.At)
		}
		out = append(out, it)
	}
	return out
}

// blank is the cell that a finding says is empty, nil for any other finding.
func (w *Window) blank(f model.Finding) *model.Cell {
	if len(f.At) != 1 || w.kind(f) != "blank" {
		return nil
	}
	return w.report().Edition.Cell(f.At[0])
}

// gap says that a finding speaks of a subheading with nothing under it.
func (w *Window) gap(f model.Finding) bool {
	return f.Level == model.Hint && w.kind(f) == "required"
}

// kind is the kind of rule that a finding comes from.
func (w *Window) kind(f model.Finding) string {
	if rule := w.report().Edition.Rule(f.Rule); rule != nil {
		return rule.Kind
	}
	return ""
}

func act(fix []model.Change) string {
	switch {
	case len(fix) == 0:
		return ""
	case len(fix) > 1:
		return "改正"
	}
	if _, _, _, cell := fix[0].At.Cell(); cell {
		return "改为 " + fix[0].New
	}
	return "改正"
}

// onFix mends what an item is about, as one step. A list that is older than the text
// would take back what was typed since: its item is looked up among today's findings.
func (w *Window) onFix(it item) {
	if _, _, _, cell := it.Fix[0].At.Cell(); !cell {
		k := slices.IndexFunc(w.found, func(f model.Finding) bool { return f.Key() == it.Key() && len(f.Fix) > 0 })
		if k < 0 {
			return
		}
		it.Fix = w.found[k].Fix
	}
	w.change("改正", it.Fix...)
}

// onItem goes to what an item is about.
func (w *Window) onItem(it item) {
	if len(it.At) == 0 {
		return
	}
	w.reveal(it.At[0])
	if p := w.passageAt(it.At[0]); p != nil && it.Words != "" {
		p.selectWords(it.Words)
	}
}

// sign of an item: what is still open does not shout.
func (it item) sign() (string, fyne.ThemeColorName) {
	if it.open {
		return "○", widget.ColorFaint
	}
	return sign(it.Level)
}

// Signs of the levels: shapes, so that colour only adds.
func sign(l model.Level) (string, fyne.ThemeColorName) {
	switch l {
	case model.Error:
		return "×", theme.ColorNameError
	case model.Warning:
		return "!", theme.ColorNameWarning
	}
	return "·", theme.ColorNamePrimary
}

// key tells an item from all others, also after the list was made anew.
func (it item) key() string { return strings.Join([]string{it.Rule, string(it.At[0]), it.Words}, " ") }
