package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nianbao/model"
	"nianbao/ui/widget"
)

// rules lists every rule with what became of it and what it asks.
func (p *panel) rules(verdicts []model.Verdict) {
	p.list.Add(rubric("全部核对项目"))
	for _, v := range verdicts {
		help := faint(strings.Join(v.Rule.Help, ""))
		row := widget.NewRow(nil, widget.NewLabel(ruleLine(v)), help)
		row.SetSign(outcomeSign(v.Outcome()))
		p.list.Add(row)
	}
}

// ruleLine is a rule with what became of it.
func ruleLine(v model.Verdict) string {
	said := []string{v.Outcome().Name()}
	if v.Extent() != "" {
		said = append(said, "核对了 "+v.Extent())
	}
	if v.Note() != "" {
		said = append(said, v.Note())
	}
	return v.Rule.Name + "　" + strings.Join(said, "；")
}

// outcomeSign is the sign of an outcome: shapes, so that colour only adds.
func outcomeSign(o model.Outcome) (string, fyne.ThemeColorName) {
	switch o {
	case model.Faulty:
		return "×", theme.ColorNameError
	case model.Unasked:
		return "?", theme.ColorNameWarning
	case model.Excused, model.Kept:
		return "✓", theme.ColorNameSuccess
	}
	return "○", widget.ColorFaint
}
