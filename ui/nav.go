package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/ui/widget"
)

// nav is the column at the left: where am I, what is still to do.
type nav struct {
	w    *Window
	box  *fyne.Container
	rows map[string]*navRow
}

type navRow struct {
	row         *widget.Row
	name, state *widget.Label
}

func newNav(w *Window) *nav {
	return &nav{w: w, box: container.New(&widget.Column{Gap: 1, Pad: 4})}
}

func (n *nav) object() fyne.CanvasObject {
	return container.New(widget.Wide{Width: 200},
		container.NewBorder(nil, nil, nil, kit.NewSeparator(), container.NewVScroll(n.box)))
}

// build lists the places that the report has now.
func (n *nav) build() {
	n.rows = map[string]*navRow{}
	n.box.Objects = nil
	for _, place := range n.w.places() {
		if place == placeCheck {
			n.box.Add(kit.NewSeparator())
		}
		r := &navRow{name: widget.NewLabel(n.w.placeName(place)), state: faint("")}
		r.state.Hide()
		r.row = widget.NewRow(func() { n.w.show(place) }, r.name, r.state)
		n.rows[place] = r
		n.box.Add(r.row)
	}
	n.box.Refresh()
}

// update shows where the clerk is and how far each place is.
func (n *nav) update() {
	height := n.box.MinSize().Height
	for place, r := range n.rows {
		r.row.SetOpen(place == n.w.place)
		s := state{}
		switch place {
		case placeCheck:
			s = n.w.total()
		case placePreview, placeExport:
		case placeDraft:
			s.sign, s.color = "·", theme.ColorNamePrimary
		default:
			s = n.w.state(place)
		}
		r.row.SetSign(s.sign, s.color)
		words := s.words
		for _, p := range n.w.parts() {
			if p.ID == place && p.Table == nil {
				length, _ := n.w.length(p)
				words += " · " + length
			}
		}
		if r.state.Visible() != (words != "") {
			r.state.Hidden = words == ""
			r.row.Refresh()
		}
		r.state.Set(words)
	}
	if n.box.MinSize().Height != height { // words that wrap: no event may come to see to it
		n.box.Refresh()
	}
}
