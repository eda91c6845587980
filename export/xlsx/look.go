package xlsx

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// Typefaces, by the names that Chinese offices have them under.
const (
	song     = "宋体"
	hei      = "黑体"
	fangsong = "仿宋"
)

// look is how a cell looks and whether it can be typed in.
type look struct {
	face   string
	size   float64
	align  string // left, center, right
	top    bool   // text at the upper edge, else in the middle
	framed bool
	open   bool // not locked
	grey   bool
	shrink bool   // set smaller where there is no room, else in several lines
	over   bool   // runs over its neighbours
	format string // of a number, "" for General
}

// holding is the look for a text. One that begins like a formula would become one when it
// is typed over; a longer text has no use for the format: old programs show it as ####.
func (l look) holding(text string) look {
	if strings.ContainsAny(text[:min(1, len(text))], "=+-@") && len(text) < 255 {
		l.format = "@"
	}
	return l
}

// style is the number of a look's style in the workbook.
func (b *book) style(l look) (int, error) {
	if id, ok := b.looks[l]; ok {
		return id, nil
	}
	vertical := "center"
	if l.top {
		vertical = "top"
	}
	s := &excelize.Style{
		Font:       &excelize.Font{Family: l.face, Size: l.size},
		Alignment:  &excelize.Alignment{Horizontal: l.align, Vertical: vertical, WrapText: !l.shrink && !l.over, ShrinkToFit: l.shrink},
		Protection: &excelize.Protection{Locked: !l.open},
	}
	if l.grey {
		s.Font.Color = "7F7F7F"
	}
	if l.framed {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			s.Border = append(s.Border, excelize.Border{Type: side, Style: 1, Color: "000000"})
		}
	}
	if l.format != "" {
		s.CustomNumFmt = &l.format
	}
	id, err := b.NewStyle(s)
	if err != nil {
		return 0, err
	}
	b.looks[l] = id
	return id, nil
}
