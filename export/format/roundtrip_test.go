package format_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/export"
	"nianbao/export/format"
	"nianbao/model"
	"nianbao/model/intake"
	"nianbao/model/intake/source"
	"nianbao/model/sample"
)

// comesBack holds that a report is the same after each format that can be read, finished
// or as a draft.
func comesBack(t *testing.T, r *model.Report) {
	t.Helper()
	returns(t, r, false)
	returns(t, r, true)
}

func returns(t *testing.T, r *model.Report, unfinished bool) {
	t.Helper()
	d := export.Compose(r)
	d.Draft = unfinished
	for _, f := range format.All {
		if f.Fixed {
			continue
		}
		var b bytes.Buffer
		if err := f.Write(&b, d); err != nil {
			t.Errorf("%s: %v", f.ID, err)
			continue
		}
		doc, err := source.Read("报告."+f.Ending, b.Bytes())
		if err != nil {
			t.Errorf("%s: %v", f.ID, err)
			continue
		}
		draft, err := intake.Place(doc, sample.Editions(t))
		if err != nil {
			t.Errorf("%s: %v", f.ID, err)
			continue
		}
		diff := model.Differences(r, draft.Report)
		for _, ref := range diff[:min(3, len(diff))] {
			want, _ := r.Get(ref)
			got, _ := draft.Report.Get(ref)
			t.Errorf("%s: %s\nwant %q\ngot  %q", f.ID, ref, want, got)
		}
		if len(diff) > 0 {
			t.Errorf("%s: %d differences; unplaced %.300q; notes %.300q", f.ID, len(diff), draft.Report.Unplaced, draft.Notes)
		}
		if len(draft.Report.Unplaced) > 0 {
			t.Errorf("%s: unplaced %.300q", f.ID, draft.Report.Unplaced)
		}
	}
}

// What is laid out for good is refused in a sentence that says what to bring instead.
func TestFixedFormatsAreRefused(t *testing.T) {
	d := export.Compose(sample.Example(t))
	for _, f := range format.All {
		if !f.Fixed {
			continue
		}
		var b bytes.Buffer
		if err := f.Write(&b, d); err != nil {
			t.Fatal(err)
		}
		if _, err := source.Read("报告."+f.Ending, b.Bytes()); err == nil || !strings.Contains(err.Error(), "请提供同一份报告的 Word 文档或文本") {
			t.Errorf("%s: %v", f.ID, err)
		}
	}
}

func TestExampleComesBack(t *testing.T) { comesBack(t, sample.Example(t)) }

func TestRandomReportsComeBack(t *testing.T) {
	all := sample.Editions(t)
	for seed := range uint64(30) {
		random := rand.New(rand.NewPCG(seed, 11))
		r := sample.Report(random, all[random.IntN(len(all))])
		t.Run(fmt.Sprintf("%s-%d", r.Edition.ID, seed), func(t *testing.T) { comesBack(t, r) })
	}
}

func TestSeedsComeBack(t *testing.T) {
	paths, _ := filepath.Glob("../../../shared/seeds/*.txt")
	if len(paths) == 0 {
		t.Skip("the real reports are not beside the project; skipping them")
	}
	for _, path := range paths {
		t.Run(filepath.Base(path)[:3], func(t *testing.T) {
			draft, err := intake.Open(path, sample.Editions(t))
			if err != nil {
				t.Fatal(err)
			}
			draft.Report.Unplaced = nil // is not printed
			comesBack(t, draft.Report)
		})
	}
}
