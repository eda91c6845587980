package widget

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// shelf shows five pages of 600 × 800 points in a room of 400 × 300, and notes which are drawn.
func shelf(t *testing.T) (*Pages, fyne.Window, map[int]int) {
	t.Helper()
	test.NewTempApp(t)
	p, drawn := NewPages(fyne.NewSize(600, 800)), map[int]int{}
	p.Draw = func(_ *image.RGBA, page int, _ image.Point, _ int) { drawn[page]++ }
	win := test.NewTempWindow(t, p)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(400, 300))
	p.Put(5, func(int) bool { return false })
	win.Canvas().Capture()
	return p, win, drawn
}

func TestOnlyWhatIsInSightIsDrawn(t *testing.T) {
	p, win, drawn := shelf(t)
	if len(drawn) != 1 || drawn[0] == 0 {
		t.Errorf("at first the pages %v are drawn", drawn)
	}
	clear(drawn)
	p.Turn(3)
	win.Canvas().Capture()
	if drawn[3] == 0 || drawn[0] > 0 || drawn[1] > 0 || p.Page() != 3 {
		t.Errorf("on page %d the pages %v are drawn", p.Page(), drawn)
	}
	clear(drawn)
	p.Put(5, func(page int) bool { return page < 2 })
	win.Canvas().Capture()
	if drawn[3] == 0 {
		t.Error("a page that has changed is not drawn again")
	}
	if box := p.paper.buffer.Rect; box.Dx() != 400 || box.Dy() != 300 {
		t.Errorf("the image has %v", box)
	}
	p.SetZoom(4)
	win.Canvas().Capture()
	if box := p.paper.buffer.Rect; box.Dx() != 400 || box.Dy() != 300 {
		t.Errorf("zoomed, the image has %v", box)
	}
}

func TestAnotherBookLeavesTheScrollerWhereItIs(t *testing.T) {
	p, _, _ := shelf(t)
	p.Turn(2)
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	at := p.Offset()
	p.Put(7, func(int) bool { return false })
	if p.Offset() != at || p.Page() != 2 {
		t.Errorf("it went from %v to %v, page %d", at, p.Offset(), p.Page())
	}
	p.Put(1, func(int) bool { return false })
	if p.Page() != 0 || p.Offset().Y > p.paper.MinSize().Height {
		t.Errorf("of a book of one page it shows page %d at %v", p.Page(), p.Offset())
	}
}

func TestZoomKeepsTheMiddle(t *testing.T) {
	p, _, _ := shelf(t)
	told := 0
	p.OnMoved = func() { told++ }
	p.Turn(2)
	for i := range 4 {
		p.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyEqual, Modifier: fyne.KeyModifierShortcutDefault})
		if p.Page() != 2 || p.Fit() != FitNone {
			t.Errorf("step %d leads to page %d at %.2f", i, p.Page(), p.Zoom())
		}
	}
	if p.Zoom() != 1.25 {
		t.Errorf("four steps up from the width lead to %.2f", p.Zoom())
	}
	p.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyMinus, Modifier: fyne.KeyModifierShortcutDefault})
	if p.Zoom() != 1 {
		t.Errorf("a step down leads to %.2f", p.Zoom())
	}
	p.SetFit(FitPage)
	if size := p.paper.leaf(); size.Height > 300-2*margin+1 || size.Height < 300-2*margin-1 || p.Page() != 2 {
		t.Errorf("a whole page is %v high, and page %d is shown", size.Height, p.Page())
	}
	p.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.Key0, Modifier: fyne.KeyModifierShortcutDefault})
	if size := p.paper.leaf(); p.Fit() != FitWidth || size.Width != 400-2*margin {
		t.Errorf("fitted to the width a page is %v wide", size.Width)
	}
	if told < 5 {
		t.Errorf("it was told %d times", told)
	}
}

func TestKeysPageThrough(t *testing.T) {
	p, _, _ := shelf(t)
	press := func(key fyne.KeyName) { p.TypedKey(&fyne.KeyEvent{Name: key}) }
	press(fyne.KeyEnd)
	if p.Page() != 4 {
		t.Errorf("End leads to page %d", p.Page())
	}
	press(fyne.KeyHome)
	if p.Offset().Y != 0 {
		t.Errorf("Home leads to %v", p.Offset())
	}
	press(fyne.KeyPageUp)
	if p.Offset().Y != 0 {
		t.Errorf("before the first page there is %v", p.Offset())
	}
	press(fyne.KeyPageDown)
	if y := p.Offset().Y; y != 270 {
		t.Errorf("PageDown goes %v far", y)
	}
	p.SetFit(FitPage)
	press(fyne.KeyHome)
	press(fyne.KeyPageDown)
	if p.Page() != 1 {
		t.Errorf("PageDown among whole pages leads to page %d", p.Page())
	}
}

func TestAClickTellsThePoint(t *testing.T) {
	p, win, _ := shelf(t)
	page, point, clicks := -1, fyne.Position{}, 0
	p.OnTapped = func(n int, at fyne.Position) { page, point, clicks = n, at, clicks+1 }
	p.Leads = func(_ int, at fyne.Position) bool { return at.X > 300 }
	p.Turn(2)
	size := p.paper.leaf()
	at := fyne.NewPos(p.paper.left()+size.Width/2, p.paper.top(2)+size.Height/4)
	p.paper.Tapped(&fyne.PointEvent{Position: at})
	if off := point.Subtract(fyne.NewPos(300, 200)); page != 2 || off.X*off.X+off.Y*off.Y > 1 {
		t.Errorf("the click was on page %d at %v", page, point)
	}
	if win.Canvas().Focused() != fyne.Focusable(p) {
		t.Error("the keys do not go to the pages")
	}
	for _, beside := range []fyne.Position{{X: 2, Y: at.Y}, {X: at.X, Y: 3}, {X: at.X, Y: p.paper.top(2) - 5}, {X: at.X, Y: p.paper.top(5) + 5}} {
		p.paper.Tapped(&fyne.PointEvent{Position: beside})
	}
	if clicks != 1 {
		t.Errorf("clicks beside the pages were told")
	}
	for x, want := range map[float32]desktop.Cursor{at.X + 20: desktop.PointerCursor, at.X - 20: desktop.DefaultCursor} {
		p.paper.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, at.Y)}})
		if got := p.paper.Cursor(); got != want {
			t.Errorf("at %v the pointer is %v", x, got)
		}
	}
}
