//go:build windows

package ime

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	user32        = windows.NewLazySystemDLL("user32.dll")
	setHook       = user32.NewProc("SetWindowsHookExW")
	nextHook      = user32.NewProc("CallNextHookEx")
	setLong       = user32.NewProc("SetWindowLongPtrW") // not in a 32-bit Windows
	callProcedure = user32.NewProc("CallWindowProcW")
	getProperty   = user32.NewProc("GetPropW")
	getClient     = user32.NewProc("GetClientRect")
	toScreen      = user32.NewProc("ClientToScreen")
	createCaret   = user32.NewProc("CreateCaret")
	setCaret      = user32.NewProc("SetCaretPos")
	destroyCaret  = user32.NewProc("DestroyCaret")

	imm32          = windows.NewLazySystemDLL("imm32.dll")
	getContext     = imm32.NewProc("ImmGetContext")
	releaseContext = imm32.NewProc("ImmReleaseContext")
	setComposition = imm32.NewProc("ImmSetCompositionWindow")
	setCandidates  = imm32.NewProc("ImmSetCandidateWindow")
	getFont        = imm32.NewProc("ImmGetCompositionFontW")
	setFont        = imm32.NewProc("ImmSetCompositionFontW")
	notify         = imm32.NewProc("ImmNotifyIME")
	getString      = imm32.NewProc("ImmGetCompositionStringW")
)

// available says that this Windows has what is called here. Without it the toolkit's
// way remains.
func available() bool {
	for _, proc := range []*windows.LazyProc{
		setHook, nextHook, setLong, callProcedure, getProperty, getClient, toScreen, createCaret, setCaret, destroyCaret,
		getContext, releaseContext, setComposition, setCandidates, getFont, setFont, getString, notify,
	} {
		if proc.Find() != nil {
			return false
		}
	}
	return true
}

// isToolkits knows a window by what the toolkit keeps at it.
func isToolkits(window uintptr) bool {
	kept, _, _ := getProperty.Call(window, uintptr(unsafe.Pointer(glfw)))
	return kept != 0
}

var glfw, _ = windows.UTF16PtrFromString("GLFW")

// client is the client area of a window.
func client(window uintptr) (area rect) {
	getClient.Call(window, uintptr(unsafe.Pointer(&area)))
	return area
}

// screen is the same on the screen.
func screen(window uintptr) rect {
	area, corner := client(window), point{}
	toScreen.Call(window, uintptr(unsafe.Pointer(&corner)))
	return rect{corner.X, corner.Y, corner.X + area.Right, corner.Y + area.Bottom}
}
