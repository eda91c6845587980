//go:build linux && cgo

package spare

// #include <malloc.h>
// #include <string.h>
//
// enum { color_buffer = 0x4000, renderer = 0x1F01 };
//
// typedef void call(void);
//
// static int spare_software(void *string) {
// 	const char *name = ((const char *(*)(unsigned))string)(renderer);
// 	return name != NULL && strstr(name, "llvmpipe") != NULL;
// }
//
// static void spare_frame(void *clear, void *flush) {
// 	((void (*)(unsigned))clear)(color_buffer);
// 	((call *)flush)();
// }
//
// static void spare_call(void *f) { ((call *)f)(); }
//
// static void spare_heap(void) { malloc_trim(0); }
import "C"

import (
	"runtime/debug"
	"sync"
	"unsafe"

	"github.com/go-gl/glfw/v3.4/glfw"
	"golang.org/x/sys/unix"
)

var compiler sync.Once

// Painting drops what painting has left in this process. The painter of the window must be
// current. Where Mesa paints in software, the shaders' compiler keeps 7 MB, and a frame keeps
// all that it was painted from until the one after it is begun: 20 KB for each text and each
// area of one colour, 19 MB for table three. So one is begun here that nobody sees; the
// toolkit paints each of its own from the start. A graphics card keeps such things elsewhere.
func Painting() {
	clear, flush := glfw.GetProcAddress("glClear"), glfw.GetProcAddress("glFlush")
	name, release := glfw.GetProcAddress("glGetString"), glfw.GetProcAddress("glReleaseShaderCompiler")
	if clear == nil || flush == nil || name == nil || C.spare_software(name) == 0 {
		return
	}
	if release != nil {
		compiler.Do(func() { C.spare_call(release) }) // all that the toolkit has were compiled before the first frame
	}
	C.spare_frame(clear, flush)
}

// Memory returns what is free in the heaps of C and of Go.
func Memory() {
	C.spare_heap()
	debug.FreeOSMemory()
}

// Pages forgets the pages of the program's file that hold a text, which was embedded into
// it: who has made something else of it does not need both. They are read again when asked for.
func Pages(text string) {
	page := uintptr(unix.Getpagesize())
	from := uintptr(unsafe.Pointer(unsafe.StringData(text)))
	skip := -from & (page - 1) // to the first page that is the text's alone
	if skip >= uintptr(len(text)) {
		return
	}
	if whole := (uintptr(len(text)) - skip) &^ (page - 1); whole > 0 {
		_ = unix.Madvise(unsafe.Slice((*byte)(unsafe.Add(unsafe.Pointer(unsafe.StringData(text)), skip)), whole), unix.MADV_DONTNEED)
	}
}
