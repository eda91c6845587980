//go:build linux && cgo

package spare

import (
	"crypto/sha256"
	"encoding/binary"
	"os"
	"testing"
	"unsafe"

	"nianbao/assets"
)

// held is how many of a text's pages this process has.
func held(t *testing.T, text string) (pages int) {
	t.Helper()
	const entry = 8 // bytes for a page; the highest bit says that it is there
	f, err := os.Open("/proc/self/pagemap")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	page := uintptr(os.Getpagesize())
	from := uintptr(unsafe.Pointer(unsafe.StringData(text))) / page
	to := (uintptr(unsafe.Pointer(unsafe.StringData(text))) + uintptr(len(text))) / page
	b := make([]byte, entry*(to-from))
	if _, err := f.ReadAt(b, int64(entry*from)); err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(b); i += entry {
		pages += int(binary.NativeEndian.Uint64(b[i:]) >> 63)
	}
	return pages
}

// What was forgotten is not held any more, and reads as it was, whole and in every piece.
func TestPagesAreForgottenAndReadAgain(t *testing.T) {
	text := assets.Window
	before := sha256.Sum256([]byte(text))
	for _, piece := range []string{
		"",
		text[:1],
		text[1:4097],
		text[4095:12289],
		text[len(text)-5000:],
		text,
	} {
		had := held(t, text)
		Pages(piece)
		if gone, whole := had-held(t, text), len(piece)/os.Getpagesize(); gone < whole-1 {
			t.Errorf("%d bytes forgotten: %d of %d pages are gone", len(piece), gone, had)
		}
		if after := sha256.Sum256([]byte(text)); after != before {
			t.Fatalf("%d bytes forgotten: the text is another", len(piece))
		}
	}
}
