package layout

import (
	"testing"

	"nianbao/export"
	"nianbao/export/font"
	"nianbao/model/sample"
)

func BenchmarkLayout(b *testing.B) {
	d := export.Compose(sample.Full())
	b.ReportAllocs()
	for b.Loop() {
		Layout(d, font.Embedded())
	}
}

func BenchmarkFonts(b *testing.B) {
	book := Layout(export.Compose(sample.Full()), font.Embedded())
	b.ReportAllocs()
	for b.Loop() {
		for _, f := range book.Fonts() {
			if _, err := f.File(); err != nil {
				b.Fatal(err)
			}
		}
	}
}
