package ofd_test

import (
	"io"
	"testing"

	"nianbao/export"
	"nianbao/export/font"
	"nianbao/export/layout"
	"nianbao/export/ofd"
	"nianbao/model/sample"
)

func BenchmarkOFD(b *testing.B) {
	d := export.Compose(sample.Full())
	b.ReportAllocs()
	for b.Loop() {
		if err := ofd.Draw(io.Discard, layout.Layout(d, font.Embedded())); err != nil {
			b.Fatal(err)
		}
	}
}
