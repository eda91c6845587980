package ime

import (
	"testing"
	"unsafe"
)

// What is handed to Windows has the sizes and the places that its documentation says.
func TestForms(t *testing.T) {
	for _, c := range []struct {
		what      string
		got, want uintptr
	}{
		{"COMPOSITIONFORM", unsafe.Sizeof(compositionForm{}), 28},
		{"COMPOSITIONFORM.rcArea", unsafe.Offsetof(compositionForm{}.Area), 12},
		{"CANDIDATEFORM", unsafe.Sizeof(candidateForm{}), 32},
		{"CANDIDATEFORM.rcArea", unsafe.Offsetof(candidateForm{}.Area), 16},
		{"IMECHARPOSITION", unsafe.Sizeof(charPosition{}), 36},
		{"IMECHARPOSITION.rcDocument", unsafe.Offsetof(charPosition{}.Document), 20},
		{"LOGFONTW", unsafe.Sizeof(font{}), 92},
		{"LOGFONTW.lfFaceName", unsafe.Offsetof(font{}.Face), 28},
	} {
		if c.got != c.want {
			t.Errorf("%s: %d, want %d", c.what, c.got, c.want)
		}
	}
}

// The letters stand at the caret, the candidates may cover anything but their line.
func TestPlaces(t *testing.T) {
	client := rect{0, 0, 1280, 700}
	for _, c := range []struct {
		caret  Caret
		at     point
		line   rect
		letter int32
	}{
		{Caret{X: 269, Y: 532, Height: 21}, point{269, 532}, rect{269, 532, 1280, 553}, -14},
		{Caret{X: 538, Y: 64, Height: 42}, point{538, 64}, rect{538, 64, 1280, 106}, -28}, // at 200 %
		{Caret{X: 20, Y: -30, Height: 21}, point{20, -30}, rect{20, -30, 1280, -9}, -14},  // scrolled away upwards
		{Caret{X: 1300, Y: 5, Height: 21}, point{1300, 5}, rect{1300, 5, 1301, 26}, -14},  // and to the right
	} {
		if got, want := c.caret.composition(), (compositionForm{Style: atPoint, At: c.at}); got != want {
			t.Errorf("letters of %v: %v, want %v", c.caret, got, want)
		}
		if got, want := c.caret.candidates(client), (candidateForm{Style: besides, At: c.at, Area: c.line}); got != want {
			t.Errorf("candidates of %v: %v, want %v", c.caret, got, want)
		}
		if got := c.caret.letters(); got != c.letter {
			t.Errorf("height of letters of %v: %d, want %d", c.caret, got, c.letter)
		}
	}
	at, height := Caret{X: 10, Y: 20, Height: 21}.onScreen(rect{-1366, 30, 0, 700}) // on a second screen, to the left
	if at != (point{-1356, 50}) || height != 21 {
		t.Errorf("on the screen: %v, %d high", at, height)
	}
}
