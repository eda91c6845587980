package widget

import (
	"strings"

	"fyne.io/fyne/v2"
)

// The selection of a sheet is the rectangle between the spot in focus, which
// stays framed, and the one opposite.

// enter begins a selection of one.
func (s *Sheet) enter(at int) {
	if !s.keep {
		s.anchor, s.far, s.whole = at, at, false
	}
	if s.Scroller != nil && !s.keep {
		Sight(s.Scroller, s.spots[at], 0, s.spots[at].Size().Height)
	}
	s.shade()
}

// refocus gives the focus back to the spot that the selection began with.
func (s *Sheet) refocus() {
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	if s.anchor < 0 || c == nil {
		return
	}
	s.keep = true
	c.Focus(s.spots[s.anchor])
	s.keep = false
}

// Refocus goes back to the spot that had the focus last, with its selection.
func (s *Sheet) Refocus() { s.refocus() }

// extend moves the corner that is opposite the focus.
func (s *Sheet) extend(m Move) {
	if s.anchor < 0 {
		return
	}
	if to := s.next(s.far, m, true); to >= 0 {
		s.choose(to)
	}
}

// choose selects up to a spot.
func (s *Sheet) choose(far int) {
	if s.far == far && !s.whole {
		return
	}
	s.far, s.whole = far, false
	if s.Scroller != nil {
		Sight(s.Scroller, s.spots[far], 0, s.spots[far].Size().Height)
	}
	s.chose()
}

// SelectAll selects the whole sheet.
func (s *Sheet) SelectAll() {
	if s.anchor < 0 {
		s.anchor, s.far = 0, 0
	}
	s.whole = true
	s.chose()
}

// collapse leaves only the spot in focus selected.
func (s *Sheet) collapse() {
	if s != nil && s.Several() {
		s.far, s.whole = s.anchor, false
		s.chose()
	}
}

func (s *Sheet) chose() {
	s.shade()
	if s.OnChoose != nil {
		s.OnChoose()
	}
}

// Several says that more than the spot in focus is selected.
func (s *Sheet) Several() bool { return s.anchor >= 0 && (s.anchor != s.far || s.whole) }

// edges of the selection; it takes in the merged spots that it touches.
func (s *Sheet) edges() (top, left, bottom, right int) {
	a, b := s.spots[s.anchor].in().span, s.spots[s.far].in().span
	top, left = min(a.Row, b.Row), min(a.Col, b.Col)
	bottom, right = max(a.Row+a.Rows, b.Row+b.Rows), max(a.Col+a.Cols, b.Col+b.Cols)
	for again := true; again; {
		again = false
		for _, o := range s.spots {
			t := o.in().span
			if t.Row >= bottom || t.Row+t.Rows <= top || t.Col >= right || t.Col+t.Cols <= left {
				continue
			}
			if t.Row < top || t.Col < left || t.Row+t.Rows > bottom || t.Col+t.Cols > right {
				top, left = min(top, t.Row), min(left, t.Col)
				bottom, right = max(bottom, t.Row+t.Rows), max(right, t.Col+t.Cols)
				again = true
			}
		}
	}
	return top, left, bottom, right
}

// Selected lists the selected objects, row by row.
func (s *Sheet) Selected() [][]fyne.CanvasObject {
	if s.anchor < 0 {
		return nil
	}
	top, left, bottom, right := s.edges()
	return s.rowsOf(func(t Span) bool {
		return s.whole || t.Row >= top && t.Row < bottom && t.Col >= left && t.Col < right
	})
}

// Onward lists the objects from the selection's first corner to the sheet's end,
// row by row: where a pasted rectangle comes to lie.
func (s *Sheet) Onward() [][]fyne.CanvasObject {
	if s.anchor < 0 {
		return nil
	}
	top, left, _, _ := s.edges()
	return s.rowsOf(func(t Span) bool { return s.whole || t.Row >= top && t.Col+t.Cols > left })
}

// rowsOf lists the objects that are wanted. Rows of titles only do not count.
func (s *Sheet) rowsOf(want func(Span) bool) (rows [][]fyne.CanvasObject) {
	row := -1
	for _, o := range s.spots {
		t := o.in().span
		if !want(t) {
			continue
		}
		if t.Row != row {
			rows, row = append(rows, nil), t.Row
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], o)
	}
	return rows
}

// Copied is the selection as office programs exchange it: a line for each row,
// tabs between the figures.
func (s *Sheet) Copied() string {
	var b strings.Builder
	for _, row := range s.Selected() {
		for i, o := range row {
			if i > 0 {
				b.WriteByte('\t')
			}
			text := o.(placed).figure()
			if strings.ContainsAny(text, "\t\r\n\"") {
				text = `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
			}
			b.WriteString(text)
		}
		b.WriteByte('\n')
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// flat says that a copied text is a single figure.
func flat(text string) bool {
	return !strings.ContainsAny(strings.TrimRight(text, "\r\n"), "\t\r\n")
}

// clear tells which objects are to be emptied.
func (s *Sheet) clear() {
	var out []fyne.CanvasObject
	for _, row := range s.Selected() {
		out = append(out, row...)
	}
	if s.OnClear != nil {
		s.OnClear(out)
	}
}

// shade tints the selection and, softly, the row and column of the focus.
func (s *Sheet) shade() {
	if s.anchor < 0 {
		return
	}
	at := s.spots[s.anchor].in().span
	top, left, bottom, right := s.edges()
	several := s.Several()
	for _, o := range s.spots {
		t := o.in().span
		switch {
		case several && (s.whole || t.Row >= top && t.Row < bottom && t.Col >= left && t.Col < right):
			o.setTint(chosen)
		case t.Row == at.Row || t.Col == at.Col && t.Cols == at.Cols:
			o.setTint(lane)
		default:
			o.setTint(untinted)
		}
	}
	// The titles beside the focus, and the one right above its column.
	head := -1
	for i, t := range s.Spans {
		if _, ok := t.Object.(*Label); ok && t.Row < at.Row && t.Cols < len(s.Widths) && over(t, at) && (head < 0 || s.Spans[head].Row < t.Row) {
			head = i
		}
	}
	if head >= 0 && (s.Spans[head].Col != at.Col || s.Spans[head].Cols != at.Cols) {
		head = -1 // of other columns
	}
	for i, t := range s.Spans {
		if l, ok := t.Object.(*Label); ok {
			l.SetLit(i == head || t.Row <= at.Row && at.Row < t.Row+t.Rows)
		}
	}
	for _, other := range s.Beside {
		last := 0
		for _, t := range other.Spans {
			last = max(last, t.Row+t.Rows)
		}
		for _, t := range other.Spans {
			if l, ok := t.Object.(*Label); ok {
				l.SetLit(over(t, at) && t.Row+t.Rows == last)
			}
		}
	}
}

// over says that a title stands over or under a spot.
func over(t, at Span) bool { return t.Col < at.Col+at.Cols && at.Col < t.Col+t.Cols }

// Begin puts the focus into the first object.
func (s *Sheet) Begin() {
	if s.anchor < 0 && len(s.spots) > 0 {
		s.anchor, s.far = 0, 0
		s.refocus()
	}
}
