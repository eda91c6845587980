package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	kit "fyne.io/fyne/v2/widget"

	"nianbao/ui/widget"
)

// nav is the column at the left: where am I, what is still to do.
type nav struct {
	w         *Window
	box, foot *fyne.Container // the report's parts, and what is done with the whole of it
	scroll    *container.Scroll
	all       *fyne.Container
	rows      map[string]*navRow
	places    []string // in their order
	open      string   // the row that is shown as open
}

type navRow struct {
	row         *widget.Row
	name, state *widget.Label
}

func newNav(w *Window) *nav {
	n := &nav{w: w, box: container.New(&widget.Column{Gap: 1, Pad: 4}), foot: container.New(&widget.Column{Gap: 1, Pad: 4})}
	n.scroll = container.NewVScroll(n.box)
	foot := container.NewBorder(kit.NewSeparator(), nil, nil, nil, n.foot)
	n.all = container.New(widget.Rail{List: n.scroll, Foot: foot}, n.scroll, foot)
	return n
}

func (n *nav) object() fyne.CanvasObject {
	return container.New(widget.Wide{Width: 200},
		container.NewBorder(nil, nil, nil, kit.NewSeparator(), n.all))
}

// build lists the places that the report has now.
func (n *nav) build() {
	n.rows = map[string]*navRow{}
	n.box.Objects, n.foot.Objects, n.open = nil, nil, ""
	n.places = n.w.places()
	column := n.box
	for _, place := range n.places {
		if place == placeCheck {
			column = n.foot
		}
		r := &navRow{name: widget.NewLabel(n.w.placeName(place)), state: faint("")}
		r.state.Hide()
		r.row = widget.NewRow(func() { n.w.show(place) }, r.name, r.state)
		n.rows[place] = r
		column.Add(r.row)
	}
	n.all.Refresh()
}

// update shows where the clerk is and how far each place is.
func (n *nav) update() {
	if !slices.Equal(n.places, n.w.places()) { // last year's report has come or gone
		n.build()
	}
	height := n.box.MinSize().Height + n.foot.MinSize().Height
	for place, r := range n.rows {
		r.row.SetOpen(place == n.w.place)
		s := state{}
		switch place {
		case placeCheck:
			s = n.w.total()
		case placeCompare, placePreview, placeExport:
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
	if n.box.MinSize().Height+n.foot.MinSize().Height != height { // words that wrap: no event may come to see to it
		n.all.Refresh()
	}
	if row := n.rows[n.w.place]; row != nil && n.open != n.w.place {
		n.open = n.w.place
		if slices.Contains(n.box.Objects, fyne.CanvasObject(row.row)) {
			widget.Sight(n.scroll, row.row, 0, row.row.Size().Height)
		}
	}
}
