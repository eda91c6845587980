package widget

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Fit says what the size of pages follows.
type Fit uint8

// The fits.
const (
	FitWidth Fit = iota // the room's width
	FitPage             // a whole page is to be seen
	FitNone             // a zoom that was chosen
)

// Pages shows the pages of a book below one another. Only what is in sight is drawn.
type Pages struct {
	widget.BaseWidget
	// Draw draws a page, so many pixels wide, with its top left corner at a point.
	Draw     func(dst *image.RGBA, page int, at image.Point, width int)
	Leads    func(page int, at fyne.Position) bool // in points of the page
	OnTapped func(page int, at fyne.Position)
	OnMoved  func() // another page is in sight, or the zoom has changed

	count  int
	size   fyne.Size // of a page in points
	fit    Fit
	zoom   float32
	paper  *paper
	scroll *container.Scroll
	told   [2]float32 // page and zoom that OnMoved was told last
}

// full is the zoom 1: points on a screen of 96 dots an inch.
const full = 96.0 / 72

// margin is the room around pages, and between them.
const margin = 16

// zooms are the steps.
var zooms = []float32{0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4}

// NewPages shows no pages yet; all have one size, in points.
func NewPages(size fyne.Size) *Pages {
	p := &Pages{size: size, zoom: 1}
	p.paper = newPaper(p)
	p.scroll = container.NewScroll(p.paper)
	p.scroll.OnScrolled = func(fyne.Position) { p.moved() }
	p.ExtendBaseWidget(p)
	return p
}

// Put shows a book of count pages, of which those that are not the same as before are
// drawn. The scroller stays where it is.
func (p *Pages) Put(count int, same func(page int) bool) {
	first, last := p.paper.sight()
	was := p.count
	p.count = count
	if was == count {
		for ; first < last && same(first); first++ {
		}
		if first == last {
			return
		}
	}
	p.arrange()
}

// Count is the number of pages.
func (p *Pages) Count() int { return p.count }

// Zoom is how large the pages are: 1 is as large as printed.
func (p *Pages) Zoom() float32 {
	room := p.scroll.Size().SubtractWidthHeight(2*margin, 2*margin)
	switch {
	case p.fit == FitNone || room.Width <= 0 || room.Height <= 0:
		return p.zoom
	case p.fit == FitPage:
		return fyne.Min(room.Width/p.size.Width, room.Height/p.size.Height) / full
	}
	return room.Width / p.size.Width / full
}

// SetFit chooses what the size of pages follows.
func (p *Pages) SetFit(f Fit) {
	p.keep(func() { p.fit = f })
}

// Fit is what the size of pages follows.
func (p *Pages) Fit() Fit { return p.fit }

// SetZoom shows the pages in a size of their own.
func (p *Pages) SetZoom(zoom float32) {
	p.keep(func() { p.fit, p.zoom = FitNone, zoom })
}

// Step goes to the next larger size, or the next smaller one.
func (p *Pages) Step(up bool) {
	const near = 0.01
	now := p.Zoom()
	if up {
		for _, z := range zooms {
			if z > now+near {
				p.SetZoom(z)
				return
			}
		}
		return
	}
	for i := len(zooms) - 1; i >= 0; i-- {
		if zooms[i] < now-near {
			p.SetZoom(zooms[i])
			return
		}
	}
}

// keep changes the size of the pages; what is in the middle of sight stays there.
func (p *Pages) keep(change func()) {
	room := p.scroll.Size()
	was := p.paper.leaf()
	page := p.Page()
	down := (p.scroll.Offset.Y + room.Height/2 - p.paper.top(page)) / was.Height
	across := (p.scroll.Offset.X + room.Width/2 - p.paper.left()) / was.Width
	change()
	p.paper.Resize(p.paper.MinSize().Max(room))
	now := p.paper.leaf()
	p.goTo(fyne.NewPos(
		p.paper.left()+across*now.Width-room.Width/2,
		p.paper.top(page)+down*now.Height-room.Height/2))
	p.arrange()
}

// Page is the page in sight: the one at the middle of the room, from 0.
func (p *Pages) Page() int {
	pitch := p.paper.leaf().Height + margin
	at := int((p.scroll.Offset.Y + p.scroll.Size().Height/2 - margin/2) / pitch)
	return max(0, min(at, p.count-1))
}

// Turn goes to the top of a page.
func (p *Pages) Turn(page int) {
	page = max(0, min(page, p.count-1))
	p.goTo(fyne.NewPos(p.scroll.Offset.X, p.paper.top(page)-margin))
}

// Offset is how far the pages are scrolled.
func (p *Pages) Offset() fyne.Position { return p.scroll.Offset }

func (p *Pages) goTo(at fyne.Position) {
	end := p.paper.MinSize().Subtract(p.scroll.Size())
	p.scroll.ScrollToOffset(fyne.NewPos(
		float32(math.Round(float64(max(0, min(at.X, end.Width))))),
		float32(math.Round(float64(max(0, min(at.Y, end.Height)))))))
	p.moved()
}

// arrange lays the pages out anew.
func (p *Pages) arrange() {
	p.paper.Resize(p.paper.MinSize().Max(p.scroll.Size()))
	p.scroll.Refresh()
	p.moved()
}

// moved draws what is in sight, and tells if it is another page.
func (p *Pages) moved() {
	p.paper.place()
	if now := [2]float32{float32(p.Page()), p.Zoom()}; now != p.told && p.OnMoved != nil {
		p.told = now
		p.OnMoved()
	}
}

// Resize keeps what is in the middle where it is.
func (p *Pages) Resize(size fyne.Size) {
	if size == p.Size() {
		return
	}
	p.keep(func() {
		p.BaseWidget.Resize(size)
		p.scroll.Resize(size)
	})
}

// FocusGained does nothing: pages show no caret.
func (p *Pages) FocusGained() {}

// FocusLost does nothing.
func (p *Pages) FocusLost() {}

// TypedRune does nothing.
func (p *Pages) TypedRune(rune) {}

// TypedKey pages through.
func (p *Pages) TypedKey(key *fyne.KeyEvent) {
	at, room := p.scroll.Offset, p.scroll.Size().Height
	switch key.Name {
	case fyne.KeyPageDown, fyne.KeySpace:
		at.Y += p.far(room)
	case fyne.KeyPageUp:
		at.Y -= p.far(room)
	case fyne.KeyDown:
		at.Y += 3 * margin
	case fyne.KeyUp:
		at.Y -= 3 * margin
	case fyne.KeyRight:
		at.X += 3 * margin
	case fyne.KeyLeft:
		at.X -= 3 * margin
	case fyne.KeyHome:
		at.Y = 0
	case fyne.KeyEnd:
		at.Y = p.paper.MinSize().Height
	default:
		return
	}
	p.goTo(at)
}

// far is how far a page key goes: a page if all of it is to be seen, else so that the
// last lines in sight are the first.
func (p *Pages) far(room float32) float32 {
	if pitch := p.paper.leaf().Height + margin; pitch <= room {
		return pitch
	}
	return 0.9 * room
}

// TypedShortcut zooms.
func (p *Pages) TypedShortcut(s fyne.Shortcut) {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || c.Modifier&fyne.KeyModifierShortcutDefault == 0 {
		return
	}
	switch c.KeyName {
	case fyne.KeyPlus, fyne.KeyEqual:
		p.Step(true)
	case fyne.KeyMinus:
		p.Step(false)
	case fyne.Key0:
		p.SetFit(FitWidth)
	}
}

// CreateRenderer shows the scroller.
func (p *Pages) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.scroll) }
