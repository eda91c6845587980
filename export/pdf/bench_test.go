package pdf

import (
	"io"
	"testing"

	"nianbao/export"
	"nianbao/export/font"
	"nianbao/export/layout"
	"nianbao/model/sample"
)

func BenchmarkPDF(b *testing.B) {
	d := export.Compose(sample.Full())
	b.ReportAllocs()
	for b.Loop() {
		if err := Draw(io.Discard, layout.Layout(d, font.Embedded())); err != nil {
			b.Fatal(err)
		}
	}
}
