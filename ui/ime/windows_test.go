//go:build windows

package ime

import (
	"runtime"
	"slices"
	"testing"
	"unicode/utf16"
	"unsafe"

	"fyne.io/fyne/v2"
	"golang.org/x/sys/windows"
)

var (
	newClass    = user32.NewProc("RegisterClassExW")
	newWindow   = user32.NewProc("CreateWindowExW")
	endWindow   = user32.NewProc("DestroyWindow")
	byDefault   = user32.NewProc("DefWindowProcW")
	setProperty = user32.NewProc("SetPropW")
	setFocus    = user32.NewProc("SetFocus")
	send        = user32.NewProc("SendMessageW")
	peek        = user32.NewProc("PeekMessageW")
	dispatch    = user32.NewProc("DispatchMessageW")
	getCaret    = user32.NewProc("GetCaretPos")

	getComposition = imm32.NewProc("ImmGetCompositionWindow")
	getCandidates  = imm32.NewProc("ImmGetCandidateWindow")
	setString      = imm32.NewProc("ImmSetCompositionStringW")
)

// heard is what comes through to the toolkit.
var heard struct {
	chars   []uint16  // WM_CHAR
	letters []uintptr // what WM_IME_COMPOSITION says to have
	press   func()    // at WM_LBUTTONDOWN
}

func toolkit(window uintptr, kind uint32, w, l uintptr) uintptr {
	switch kind {
	case 0x0102: // WM_CHAR
		heard.chars = append(heard.chars, uint16(w))
	case left:
		heard.press()
	case imeComposition:
		heard.letters = append(heard.letters, l)
	}
	done, _, _ := byDefault.Call(window, uintptr(kind), w, l)
	return done
}

type class struct {
	size, style            uint32
	procedure              uintptr
	classExtra, extra      int32
	instance, icon, cursor uintptr
	brush, menu            uintptr
	name                   *uint16
	small                  uintptr
}

// open shows a window as the toolkit makes them, with the focus.
func open(t *testing.T) uintptr {
	t.Helper()
	name, _ := windows.UTF16PtrFromString(t.Name())
	c := class{procedure: windows.NewCallback(toolkit), name: name}
	c.size = uint32(unsafe.Sizeof(c))
	if done, _, err := newClass.Call(uintptr(unsafe.Pointer(&c))); done == 0 {
		t.Fatal("class:", err)
	}
	window, _, err := newWindow.Call(0, uintptr(unsafe.Pointer(name)), 0, 0x10cf0000, 100, 100, 800, 600, 0, 0, 0, 0)
	if window == 0 {
		t.Fatal("window:", err)
	}
	setFocus.Call(0) // it has come with the focus, before it was the toolkit's
	setProperty.Call(window, uintptr(unsafe.Pointer(glfw)), 1)
	setFocus.Call(window)
	work()
	return window
}

// work lets the messages that wait come through.
func work() {
	var message struct {
		window, kind, w, l uintptr
		rest               [4]uintptr
	}
	for {
		if more, _, _ := peek.Call(uintptr(unsafe.Pointer(&message)), 0, 0, 0, 1); more == 0 {
			return
		}
		dispatch.Call(uintptr(unsafe.Pointer(&message)))
	}
}

type entry struct {
	phrases []string
	at      Caret
}

func (e *entry) FocusGained()            {}
func (e *entry) FocusLost()              {}
func (e *entry) TypedRune(rune)          {}
func (e *entry) TypedKey(*fyne.KeyEvent) {}

func (e *entry) TypedPhrase(phrase string) {
	e.phrases = append(e.phrases, phrase)
	e.at.X += 14 * len([]rune(phrase))
}

func (e *entry) CaretBox() (Caret, bool) { return e.at, true }

// compose has the input method of Windows compose a text.
func compose(t *testing.T, window uintptr, text string) {
	t.Helper()
	context, _, _ := getContext.Call(window)
	defer releaseContext.Call(window, context)
	letters := utf16.Encode([]rune(text))
	if done, _, err := setString.Call(context, 9, uintptr(unsafe.Pointer(&letters[0])), uintptr(2*len(letters)), 0, 0); done == 0 {
		t.Fatal("nothing can be composed:", err)
	}
	work()
}

// expect says where the input method has been told to be.
func expect(t *testing.T, window uintptr, x, y, height int32) {
	t.Helper()
	context, _, _ := getContext.Call(window)
	defer releaseContext.Call(window, context)
	var letters compositionForm
	getComposition.Call(context, uintptr(unsafe.Pointer(&letters)))
	if letters.Style != atPoint || letters.At != (point{x, y}) {
		t.Errorf("letters: %+v, want (%d,%d)", letters, x, y)
	}
	var candidates candidateForm
	getCandidates.Call(context, 0, uintptr(unsafe.Pointer(&candidates)))
	if want := (rect{x, y, client(window).Right, y + height}); candidates.Style != besides || candidates.Area != want {
		t.Errorf("candidates: %+v, want besides %v", candidates, want)
	}
	var face font
	getFont.Call(context, uintptr(unsafe.Pointer(&face)))
	if face.Height != -height*2/3 {
		t.Errorf("letters are %d high", face.Height)
	}
	var caret point
	getCaret.Call(uintptr(unsafe.Pointer(&caret)))
	if caret != (point{x, y}) {
		t.Errorf("the system's caret is at %v", caret)
	}
}

func TestWindows(t *testing.T) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if !available() {
		t.Fatal("this Windows lacks what is called")
	}
	Prepare()
	window := open(t)
	if theirs[window] == 0 {
		t.Fatal("the window is not listened to")
	}

	e := &entry{at: Caret{X: 40, Y: 60, Height: 21}}
	has := &focus{e}
	Serve(has)
	compose(t, window, "nihao")
	if composing != window {
		t.Error("nothing is being composed")
	}
	expect(t, window, 40, 60, 21)

	e.at.Y = 18 // scrolled
	send.Call(window, wheel, 120<<16, 0)
	expect(t, window, 40, 18, 21)

	compose(t, window, "𠮷年😀") // two of them are surrogate pairs
	finish(window)
	work()
	if want := []string{"𠮷年😀"}; !slices.Equal(e.phrases, want) {
		t.Errorf("the field has got %q, want %q", e.phrases, want)
	}
	if len(heard.chars) > 0 {
		t.Errorf("the phrase comes again: %q", string(utf16.Decode(heard.chars)))
	}
	for _, l := range heard.letters {
		if l&results != 0 {
			t.Errorf("the toolkit is told of a result: %#x", l)
		}
	}
	if composing != 0 {
		t.Error("it is still being composed")
	}

	compose(t, window, "a")
	expect(t, window, 40+3*14, 18, 21) // behind the phrase

	for question, form := range map[uintptr]unsafe.Pointer{
		asksLetters:    unsafe.Pointer(&compositionForm{}),
		asksCandidates: unsafe.Pointer(&candidateForm{List: 2}),
		asksChar:       unsafe.Pointer(&charPosition{Size: 36, Char: 1}),
	} {
		if done, _, _ := send.Call(window, imeRequest, question, uintptr(form)); done == 0 {
			t.Errorf("question %d is not answered", question)
		}
		corner := screen(window)
		switch question {
		case asksLetters:
			if got := *(*compositionForm)(form); got != e.at.composition() {
				t.Errorf("letters: %+v", got)
			}
		case asksCandidates:
			if got := *(*candidateForm)(form); got.List != 2 || got.At != e.at.point() {
				t.Errorf("candidates: %+v", got)
			}
		case asksChar:
			want := point{corner.Left + int32(e.at.X), corner.Top + int32(e.at.Y)}
			if got := *(*charPosition)(form); got.At != want || got.Height != 21 || got.Document != corner {
				t.Errorf("a letter on the screen: %+v, want %v in %v", got, want, corner)
			}
		}
	}
	if done, _, _ := send.Call(window, imeRequest, 4, 0); done != 0 { // to convert again
		t.Error("an unknown question is answered")
	}

	// A click leaves the field: the phrase comes before it.
	heard.press = func() {
		if want := []string{"𠮷年😀", "a"}; !slices.Equal(e.phrases, want) {
			t.Errorf("when the button was pressed the field had %q, want %q", e.phrases, want)
		}
		has.on = nil
	}
	send.Call(window, left, 1, 0)
	work()
	if has.on != nil || composing != 0 {
		t.Error("the toolkit has not heard of the button, or it is still being composed")
	}

	// No field has the focus: it goes the toolkit's way.
	e.phrases, heard.chars = nil, nil
	compose(t, window, "𠮷年")
	finish(window)
	work()
	if got := string(utf16.Decode(heard.chars)); got != "𠮷年" || e.phrases != nil {
		t.Errorf("the toolkit has got %q, the field %q", got, e.phrases)
	}

	endWindow.Call(window)
	if len(theirs) != 0 {
		t.Error("a window that is gone is still listened to")
	}
}
