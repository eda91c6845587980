package pdf

import (
	"io"
	"testing"

	"nianbao/export"
	"nianbao/export/font"
	"nianbao/export/layout"
	"nianbao/model/sample"
)

// To set and write a report takes so many allocations, whatever the machine: 7,000 when this
// was written, 19,000 and ten times the memory while the library was given the fonts.
func TestAllocations(t *testing.T) {
	const most = 9000
	d := export.Compose(sample.Full())
	if n := testing.AllocsPerRun(5, func() {
		if err := Draw(io.Discard, layout.Layout(d, font.Embedded())); err != nil {
			t.Fatal(err)
		}
	}); n > most {
		t.Errorf("%.0f allocations, at most %d are right", n, most)
	}
}
