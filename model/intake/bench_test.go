package intake_test

import (
	"math/rand/v2"
	"testing"

	"nianbao/export"
	"nianbao/model/intake"
	"nianbao/model/intake/source"
	"nianbao/model/sample"
)

func BenchmarkPlace(b *testing.B) {
	editions := sample.Editions(b)
	r := sample.Report(rand.New(rand.NewPCG(1, 1)), editions.ByID("2021"))
	doc, err := source.Read("报告.txt", []byte(spell(export.Compose(r), tabLed)))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := intake.Place(doc, editions); err != nil {
			b.Fatal(err)
		}
	}
}
