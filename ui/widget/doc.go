// Package widget holds the window's own controls: fields to type in, the cells
// and the sheet of an official table, wrapped text and the rows of lists. They
// know Fyne only, nothing of reports: they show what they are given and call back.
package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Colours beyond those of the toolkit; the program's theme must know them.
const (
	ColorPaper fyne.ThemeColorName = "paper" // what is written on
	ColorLine  fyne.ThemeColorName = "line"  // rules of a table
	ColorHead  fyne.ThemeColorName = "head"  // titles of a table
	ColorSum   fyne.ThemeColorName = "sum"   // computed totals
	ColorWrong fyne.ThemeColorName = "wrong" // ground of what is wrong
	ColorDoubt fyne.ThemeColorName = "doubt" // ground of what may be wrong
	ColorFaint fyne.ThemeColorName = "faint" // words of less weight
	ColorOpen  fyne.ThemeColorName = "open"  // ground of the row that is open
	ColorDesk  fyne.ThemeColorName = "desk"  // what pages lie on
	ColorLane  fyne.ThemeColorName = "lane"  // row and column of the cell in focus
	ColorBlock fyne.ThemeColorName = "block" // cells that are selected together
	ColorGone  fyne.ThemeColorName = "gone"  // words that a text has no more
	ColorFresh fyne.ThemeColorName = "fresh" // words that it has not had before
)

// Mark says how a place is shown.
type Mark uint8

// The marks.
const (
	Plain Mark = iota
	Doubt
	Wrong
)

func (m Mark) ground(plain fyne.ThemeColorName) fyne.ThemeColorName {
	switch m {
	case Doubt:
		return ColorDoubt
	case Wrong:
		return ColorWrong
	}
	return plain
}

func (m Mark) ink() fyne.ThemeColorName {
	switch m {
	case Doubt:
		return theme.ColorNameWarning
	case Wrong:
		return theme.ColorNameError
	}
	return theme.ColorNameForeground
}

// sign tells the mark without its colour.
func (m Mark) sign() string { return [...]string{"", "!", "×"}[m] }
