package model_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"nianbao/model"
	"nianbao/model/sample"
)

// A desk that remembers finds the same as one that reads everything again, whatever is
// changed in between: a text, a number that a text tells, the year, the report of last
// year, the form.
func TestMemory(t *testing.T) {
	full := sample.Full()
	sentences := []string{
		"全年收到申请3件，办结30件。", "发布信息20条，其中网站12条、微信7条。", "2025年共发布信息12条。", "推动公开工作标椎化建设，，",
		"新收{requests/new/total}件，占50%。", "联系电话13812345678。", "", "与上年相同。",
	}
	for seed := range uint64(20) {
		rng := rand.New(rand.NewPCG(seed, 5))
		r, last := full.Clone(), full.Clone()
		last.Year--
		desk := model.Desk{Memory: new(model.Memory)}
		var texts []model.Ref
		for id := range r.Texts {
			texts = append(texts, id)
		}
		for step := range 60 {
			id := texts[rng.IntN(len(texts))]
			switch rng.IntN(8) {
			case 0:
				cells := r.Edition.Cells()
				r.Numbers[cells[rng.IntN(len(cells))].Ref] = model.Int(rng.Int64N(50))
			case 1:
				r.Year += rng.IntN(3) - 1
			case 2:
				last.Texts[id] = r.Texts[id]
			case 3:
				r.Texts[id], r.Texts[texts[0]] = r.Texts[texts[0]], r.Texts[id]
			case 4:
				last = full.Clone()
				last.Year = r.Year - 1
			default:
				r.Texts[id] += sentences[rng.IntN(len(sentences))]
			}
			given, want := desk.Record(r, last), model.Desk{}.Record(r, last)
			if !reflect.DeepEqual(given, want) {
				t.Fatalf("seed %d, step %d: %s", seed, step, differing(given, want))
			}
		}
	}
}

// differing is the first rule of which two records tell different things.
func differing(a, b *model.Record) string {
	for i := range a.Verdicts {
		if !reflect.DeepEqual(a.Verdicts[i], b.Verdicts[i]) {
			return fmt.Sprintf("%s: %+v, want %+v", a.Verdicts[i].Rule.ID, a.Verdicts[i].Found, b.Verdicts[i].Found)
		}
	}
	return "the sentences that were compared"
}
