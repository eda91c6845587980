//go:build linux && cgo

package ime

// #cgo LDFLAGS: -Wl,--wrap=dlsym -lX11
// #include <stdlib.h>
// #include "x11.h"
import "C"

import (
	"os"
	"unsafe"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
	"golang.org/x/sys/unix"
)

// Prepare cures what would keep text from arriving, before the first window opens.
func Prepare() {
	if C.ime_locale() == 0 { // X11 hands text over in the locale's encoding
		os.Setenv("LC_ALL", "C.UTF-8")
	}
	display := C.XOpenDisplay(nil)
	if display == nil {
		return
	}
	defer C.XCloseDisplay(display)
	if os.Getenv("XMODIFIERS") == "" { // nobody has told which input method to use
		if name := C.ime_running(display); name != nil {
			os.Setenv("XMODIFIERS", "@im="+C.GoString(name))
			C.free(unsafe.Pointer(name))
		}
	}
	C.ime_served = C.ime_serves(display)
}

// Absent says that no input method can be reached.
func Absent() bool { return C.ime_served == 0 }

// imeConnected sends keys on as soon as they come. The toolkit looks for them sixty
// times a second, and the input method asks the keyboard whether Shift is down when it
// gets the key, not when it was pressed.
//
//export imeConnected
func imeConnected(connection C.int) {
	display := []unix.PollFd{{Fd: int32(connection), Events: unix.POLLIN}}
	go func() {
		for wait := -1; ; {
			if _, err := unix.Poll(display, wait); err == unix.EINTR {
				continue
			}
			if display[0].Revents&^unix.POLLIN != 0 {
				return // the display is gone
			}
			done := make(chan struct{})
			fyne.Do(func() {
				if unix.Gettid() == unix.Getpid() { // at the end the toolkit has no thread of its own any more
					glfw.PollEvents()
					wait = int(C.ime_place()) // the view may have been scrolled
				}
				close(done)
			})
			<-done
		}
	}()
}

//export imeReader
func imeReader() C.int { return C.int(reader()) }

//export imeTake
func imeTake(text *C.char, length C.int) C.int {
	return flag(take(string(unsafe.Slice((*byte)(unsafe.Pointer(text)), int(length)))))
}

//export imeCaret
func imeCaret(x, y *C.short) C.int {
	at, ok := caret()
	*x, *y = C.short(at.X), C.short(at.Y+at.Height)
	return flag(ok)
}

func flag(yes bool) C.int {
	if yes {
		return 1
	}
	return 0
}
