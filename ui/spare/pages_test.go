package spare

import (
	"crypto/sha256"
	"testing"

	"nianbao/assets"
)

// What was forgotten reads as it was, whole and in every piece.
func TestPagesLeaveTheTextAsItWas(t *testing.T) {
	before := sha256.Sum256([]byte(assets.Window))
	for _, piece := range []string{
		"",
		assets.Window[:1],
		assets.Window[1:4097],
		assets.Window[4095:12289],
		assets.Window[len(assets.Window)-5000:],
		assets.Window,
	} {
		Pages(piece)
		if after := sha256.Sum256([]byte(assets.Window)); after != before {
			t.Fatalf("%d bytes forgotten: the text is another", len(piece))
		}
	}
}
