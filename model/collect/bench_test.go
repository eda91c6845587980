package collect_test

import (
	"bytes"
	"fmt"
	"testing"

	"nianbao/export"
	"nianbao/export/xlsx"
	"nianbao/model"
	"nianbao/model/collect"
	"nianbao/model/district"
	"nianbao/model/sample"
	bodies "nianbao/model/sample/district"
	"nianbao/model/store"
)

// BenchmarkRead reads a hundred reports of each format, with their check.
func BenchmarkRead(b *testing.B) {
	const count = 100
	editions := sample.Editions(b)
	sent, err := bodies.New(1, count)
	if err != nil {
		b.Fatal(err)
	}
	for ending, write := range map[string]func(*model.Report) string{
		store.Ending: func(r *model.Report) string { return string(store.Encode(r)) },
		".xlsx": func(r *model.Report) string {
			var out bytes.Buffer
			if err := xlsx.Write(&out, export.Compose(r)); err != nil {
				b.Fatal(err)
			}
			return out.String()
		},
	} {
		b.Run(ending[1:], func(b *testing.B) {
			files := map[string]string{}
			for i := range sent {
				files[fmt.Sprintf("%03d%s", i, ending)] = write(sent[i].Report(editions.ForYear(2026), 2026))
			}
			found, err := collect.Find(b.Context(), []string{tree(b, files)})
			if err != nil {
				b.Fatal(err)
			}
			reader := collect.Reader{Editions: editions, Desk: func(string) model.Desk { return model.Desk{} }}
			b.ReportAllocs()
			for b.Loop() {
				read := 0
				err := reader.Read(b.Context(), found.Files, func(returns []*district.Return, _ collect.Progress) {
					if returns[0].Fault == "" {
						read++
					}
				})
				if err != nil || read != count {
					b.Fatalf("%d were read, %v", read, err)
				}
			}
		})
	}
}
