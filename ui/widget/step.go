package widget

import (
	"math"

	"fyne.io/fyne/v2"
)

// Move is a step from one spot of a sheet to another.
type Move uint8

// The steps. Next and Prev go through the spots in reading order.
const (
	Up Move = iota
	Down
	Left
	Right
	Next
	Prev
	First  // of the row
	Last   // of the row
	Top    // the first of all
	Bottom // the last of all
	PageUp
	PageDown
)

var moves = map[fyne.KeyName]Move{
	fyne.KeyUp: Up, fyne.KeyDown: Down, fyne.KeyReturn: Down, fyne.KeyEnter: Down,
	fyne.KeyLeft: Left, fyne.KeyRight: Right, fyne.KeyTab: Next,
	fyne.KeyHome: First, fyne.KeyEnd: Last, fyne.KeyPageUp: PageUp, fyne.KeyPageDown: PageDown,
}

// From gives the object to type in that a step from another leads to, nil if
// there is none.
func (s *Sheet) From(object fyne.CanvasObject, m Move) fyne.Focusable {
	if o, ok := object.(placed); ok && o.in().sheet == s {
		if to := s.next(o.in().at, m, false); to >= 0 {
			return s.spots[to]
		}
	}
	return nil
}

// next is the spot that a step leads to, -1 if there is none. Sums are passed
// over unless all are asked for.
func (s *Sheet) next(at int, m Move, all bool) int {
	open := func(i int) bool { return all || s.spots[i].Editable() }
	walk := func(from, step int) int {
		for i := from; i >= 0 && i < len(s.spots); i += step {
			if open(i) {
				return i
			}
		}
		return -1
	}
	switch m {
	case Next:
		return walk(at+1, 1)
	case Prev:
		return walk(at-1, -1)
	case Top:
		return walk(0, 1)
	case Bottom:
		return walk(len(s.spots)-1, -1)
	}
	from := s.spots[at].in().span
	page := s.page()
	best, nearest := -1, float64(math.MaxInt32)
	for i, o := range s.spots {
		to := o.in().span
		if i == at || !open(i) {
			continue
		}
		sameRow := to.Row <= from.Row && from.Row < to.Row+to.Rows
		sameCol := to.Col < from.Col+from.Cols && from.Col < to.Col+to.Cols
		down := float64(to.Row - from.Row)
		away := math.Abs(float64(o.Position().Y - s.spots[at].Position().Y))
		ok, distance := false, 0.0
		switch m {
		case Up:
			ok, distance = sameCol && down < 0, -down
		case Down:
			ok, distance = sameCol && down > 0, down
		case Left:
			ok, distance = sameRow && to.Col < from.Col, float64(from.Col-to.Col)
		case Right:
			ok, distance = sameRow && to.Col > from.Col, float64(to.Col-from.Col)
		case First:
			ok, distance = sameRow && to.Col < from.Col, float64(to.Col)
		case Last:
			ok, distance = sameRow && to.Col > from.Col, -float64(to.Col)
		case PageUp: // the farthest that is not more than a page away, or the next one
			ok, distance = sameCol && down < 0, pages(away, page)
		case PageDown:
			ok, distance = sameCol && down > 0, pages(away, page)
		}
		if ok && distance < nearest {
			best, nearest = i, distance
		}
	}
	return best
}

func pages(away, page float64) float64 {
	if away <= page {
		return -away
	}
	return away
}

// page is the height of a screenful.
func (s *Sheet) page() float64 {
	if s.Scroller == nil {
		return float64(s.Size().Height)
	}
	return float64(s.Scroller.Size().Height - s.Row)
}

// step moves the focus from a spot; Tab leaves the sheet at its ends.
func (s *Sheet) step(at int, m Move) {
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	if c == nil {
		return
	}
	to := s.next(at, m, false)
	switch {
	case to >= 0:
		if s.Scroller != nil && (m == PageUp || m == PageDown) {
			offset := s.Scroller.Offset
			offset.Y += s.spots[to].Position().Y - s.spots[at].Position().Y
			s.Scroller.ScrollToOffset(offset)
		}
		c.Focus(s.spots[to])
	case m == Next || m == Prev:
		s.leave(c, m)
	default: // nowhere to go: what was typed is done with all the same
		c.Focus(nil)
		c.Focus(s.spots[at])
	}
}

// leave goes to what follows the sheet, or to what stands before it.
func (s *Sheet) leave(c fyne.Canvas, m Move) {
	for range s.spots {
		if m == Next {
			c.FocusNext()
		} else {
			c.FocusPrevious()
		}
		if o, ok := c.Focused().(placed); !ok || o.in().sheet != s {
			return
		}
	}
}
