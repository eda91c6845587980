package model_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"nianbao/model"
	"nianbao/model/sample"
)

// scribble changes some values of a report at random.
func scribble(rng *rand.Rand, r *model.Report, n int) (at []model.Ref) {
	cells := []model.Ref{model.RefTitle}
	for _, c := range r.Edition.Cells() {
		cells = append(cells, c.Ref)
	}
	var texts []model.Ref
	for _, p := range r.Parts() {
		for _, t := range p.Texts {
			texts = append(texts, t.ID)
		}
	}
	for range n {
		c := model.Change{New: string(rune('1' + rng.IntN(9)))}
		switch k := rng.IntN(10); {
		case k < 5:
			c.At = cells[rng.IntN(len(cells))]
		case k < 8:
			c.At = texts[rng.IntN(len(texts))]
		case k < 9:
			c.At = []model.Ref{model.RefTitle, model.RefOffice, model.RefUnplaced, model.AcceptRef("a")}[rng.IntN(4)]
		default:
			c.At, c.Drop = cells[rng.IntN(len(cells))], true
		}
		r.Apply(c)
		at = append(at, c.At)
	}
	return at
}

// What is taken from another report at every address where the two are apart makes them
// equal, and of a fork each value is the one's, the other's or both's.
func TestForksComeTogether(t *testing.T) {
	for seed := range uint64(200) {
		rng := rand.New(rand.NewPCG(seed, 7))
		editions := sample.Editions(t)
		base := sample.Report(rng, editions[rng.IntN(len(editions))])
		mine, theirs := base.Clone(), base.Clone()
		atMine, atTheirs := scribble(rng, mine, rng.IntN(8)), scribble(rng, theirs, rng.IntN(8))
		apart := model.Apart(mine, theirs)
		f := model.NewFork(base, mine, theirs)
		if len(f.Mine)+len(f.Theirs)+len(f.Both) != len(apart) {
			t.Fatalf("seed %d: %v is not all of %v", seed, f, apart)
		}
		for _, ref := range f.Mine {
			if !slices.Contains(atMine, ref) {
				t.Errorf("seed %d: %s counts as mine", seed, ref)
			}
		}
		for _, ref := range f.Theirs {
			if !slices.Contains(atTheirs, ref) {
				t.Errorf("seed %d: %s counts as theirs", seed, ref)
			}
		}
		for _, ref := range model.Differences(mine, theirs) {
			if c := base.Edition.Cell(ref); !slices.Contains(apart, ref) && (c == nil || !c.Total()) {
				t.Errorf("seed %d: %s prints otherwise and is not listed", seed, ref)
			}
		}
		s := model.NewSession(mine.Clone())
		s.Group("全部用对方的", time.Time{}, model.Taking(theirs, apart)...)
		if left := model.Apart(s.Report(), theirs); len(left) > 0 {
			t.Fatalf("seed %d: %v are still apart", seed, left)
		}
		s.Undo()
		if left := model.Apart(s.Report(), mine); len(left) > 0 {
			t.Fatalf("seed %d: undone, %v are apart", seed, left)
		}
		merged := mine.Clone()
		merged.Apply(model.Taking(theirs, f.Theirs)...)
		for _, ref := range f.Mine {
			a, _ := merged.Get(ref)
			if b, _ := mine.Get(ref); a != b {
				t.Errorf("seed %d: %s of mine is lost", seed, ref)
			}
		}
		for _, ref := range f.Theirs {
			a, _ := merged.Get(ref)
			if b, _ := theirs.Get(ref); a != b {
				t.Errorf("seed %d: %s of theirs is lost", seed, ref)
			}
		}
	}
}

// Subheadings that one has renamed or added are not mixed with the other's.
func TestOutlinesAreNotMixed(t *testing.T) {
	base := model.NewReport(sample.Editions(t)[0], "白杨镇人民政府", "", 2026)
	mine, theirs := base.Clone(), base.Clone()
	outline := append(slices.Clone(base.Headings()), model.Heading{ID: "part-1", Title: "附"})
	mine.Apply(model.Change{At: model.RefOutline, New: model.OutlineText(outline)}, model.Change{At: "part-1", New: "我的。"})
	theirs.Apply(model.Change{At: model.RefTitle, New: "题"})
	if f := model.NewFork(base, mine, theirs); len(f.Both) != 0 || len(f.Mine) != 2 || len(f.Theirs) != 1 {
		t.Errorf("apart from each other they are %v", f)
	}
	outline[len(outline)-1].Title = "另附"
	theirs.Apply(model.Change{At: model.RefOutline, New: model.OutlineText(outline)}, model.Change{At: "part-1", New: "他的。"})
	if f := model.NewFork(base, mine, theirs); !slices.Equal(f.Both, []model.Ref{model.RefOutline, "part-1"}) {
		t.Errorf("both have changed %v", f.Both)
	}
}
