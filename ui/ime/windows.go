//go:build windows

// The toolkit's window library (GLFW) knows nothing of the input method of Windows: a
// phrase comes to it character by character, and candidates stand in a corner. What
// Windows says to a window passes here first, as soon as the window has the focus once.

package ime

import (
	"unicode/utf16"
	"unsafe"

	"golang.org/x/sys/windows"
)

// Messages that concern the input method.
const (
	imeStart       = 0x010d // WM_IME_STARTCOMPOSITION
	imeEnd         = 0x010e // WM_IME_ENDCOMPOSITION
	imeComposition = 0x010f // WM_IME_COMPOSITION
	imeNotify      = 0x0282 // WM_IME_NOTIFY
	imeRequest     = 0x0288 // WM_IME_REQUEST
)

// Messages behind which the caret may stand elsewhere.
const (
	placed   = 0x0047 // WM_WINDOWPOSCHANGED
	released = 0x0202 // WM_LBUTTONUP, also of a scroll bar
	wheel    = 0x020a // WM_MOUSEWHEEL
)

// Messages behind which another field may have the focus.
const (
	left  = 0x0201 // WM_LBUTTONDOWN
	right = 0x0204 // WM_RBUTTONDOWN
)

const lastly = 0x0082 // WM_NCDESTROY

const (
	opens, changes = 5, 3        // IMN_OPENCANDIDATE, IMN_CHANGECANDIDATE
	asksLetters    = 1           // IMR_COMPOSITIONWINDOW
	asksCandidates = 2           // IMR_CANDIDATEWINDOW
	asksChar       = 6           // IMR_QUERYCHARPOSITION
	result         = 0x800       // GCS_RESULTSTR
	results        = 0x1e00      // and its readings and clauses
	procedure      = ^uintptr(3) // GWLP_WNDPROC
	composed       = 0x15        // NI_COMPOSITIONSTR
	complete       = 1           // CPS_COMPLETE
	setsFocus      = 9           // HCBT_SETFOCUS
	cbt            = 5           // WH_CBT
)

var (
	theirs    = map[uintptr]uintptr{} // window → the procedure of the toolkit
	composing uintptr                 // the window in which letters are composed, or 0
	ours      = windows.NewCallback(message)
	watch     = windows.NewCallback(focusing)
)

// Prepare has the windows of this thread listened to from their first focus on.
func Prepare() {
	if !available() {
		return
	}
	setHook.Call(cbt, watch, 0, uintptr(windows.GetCurrentThreadId()))
}

// Absent says that no input method can be reached: Windows always has one.
func Absent() bool { return false }

// focusing is called before a window of this thread gets the focus.
func focusing(code int32, window, other uintptr) uintptr {
	if code == setsFocus && theirs[window] == 0 && isToolkits(window) {
		if was, _, _ := setLong.Call(window, procedure, ours); was != 0 {
			theirs[window] = was
		}
	}
	next, _, _ := nextHook.Call(0, uintptr(code), window, other)
	return next
}

// message is what Windows says to a window of the toolkit.
func message(window uintptr, kind uint32, w, l uintptr) uintptr {
	was := theirs[window]
	switch kind {
	case imeStart:
		composing = window
		place(window)
	case imeComposition:
		taken := l&result != 0 && taken(window)
		place(window) // the caret is behind the phrase
		if taken {
			if l &^= results; l == 0 {
				return 0
			}
		}
	case imeNotify:
		if w == opens || w == changes {
			place(window)
		}
	case imeRequest:
		if size := answer(window, w, l); size != 0 {
			return size
		}
	case left, right:
		if composing == window {
			finish(window)
		}
	case lastly:
		setLong.Call(window, procedure, was)
		delete(theirs, window)
	}
	done, _, _ := callProcedure.Call(was, window, uintptr(kind), w, l)
	switch kind {
	case imeEnd:
		composing = 0
		destroyCaret.Call()
	case placed, released, wheel:
		if composing == window {
			place(window)
		}
	}
	return done
}

// finish has what is being composed come as a phrase now, into its own field.
func finish(window uintptr) {
	context, _, _ := getContext.Call(window)
	if context == 0 {
		return
	}
	defer releaseContext.Call(window, context)
	notify.Call(context, composed, complete, 0)
}

// place tells the input method where the caret is.
func place(window uintptr) {
	at, ok := caret()
	if !ok {
		return
	}
	context, _, _ := getContext.Call(window)
	if context == 0 {
		return
	}
	defer releaseContext.Call(window, context)
	letters, candidates := at.composition(), at.candidates(client(window))
	setComposition.Call(context, uintptr(unsafe.Pointer(&letters)))
	setCandidates.Call(context, uintptr(unsafe.Pointer(&candidates)))
	face := font{Charset: 1} // any
	getFont.Call(context, uintptr(unsafe.Pointer(&face)))
	if face.Height != at.letters() {
		face.Height, face.Width = at.letters(), 0
		setFont.Call(context, uintptr(unsafe.Pointer(&face)))
	}
	// Some input methods look for the system's own caret. It is never shown.
	createCaret.Call(window, 0, 1, uintptr(at.Height))
	setCaret.Call(uintptr(at.X), uintptr(at.Y))
}

// answer is what the input method asks of its own accord. It is 0 if there is none.
func answer(window, question, l uintptr) uintptr {
	at, ok := caret()
	if !ok || l == 0 {
		return 0
	}
	to := *(*unsafe.Pointer)(unsafe.Pointer(&l)) // memory of Windows, not of Go
	switch question {
	case asksLetters:
		*(*compositionForm)(to) = at.composition()
	case asksCandidates:
		form := (*candidateForm)(to)
		list := form.List
		*form = at.candidates(client(window))
		form.List = list
	case asksChar:
		char := (*charPosition)(to)
		char.Document = screen(window)
		char.At, char.Height = at.onScreen(char.Document)
	default:
		return 0
	}
	return 1
}

// taken says that a field has got the phrase that is ready.
func taken(window uintptr) bool {
	text := phrase(window)
	return text != "" && take(text)
}

func phrase(window uintptr) string {
	context, _, _ := getContext.Call(window)
	if context == 0 {
		return ""
	}
	defer releaseContext.Call(window, context)
	size, _, _ := getString.Call(context, result, 0, 0)
	if int32(size) <= 0 {
		return ""
	}
	text := make([]uint16, (size+1)/2)
	size, _, _ = getString.Call(context, result, uintptr(unsafe.Pointer(&text[0])), size)
	return string(utf16.Decode(text[:max(int32(size), 0)/2]))
}
