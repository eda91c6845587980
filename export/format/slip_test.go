package format_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"nianbao/export"
	"nianbao/export/font"
	"nianbao/export/format"
	"nianbao/export/layout"
	"nianbao/model"
	"nianbao/model/intake"
	"nianbao/model/intake/source"
	"nianbao/model/sample"
)

// dozen is a slip for a report with a dozen findings whose sentences are long.
func dozen(n int) *export.Slip {
	r := sample.Full()
	r.Apply(
		model.Change{At: "requests/granted/total", New: "6"},
		model.Change{At: "requests/new/person", New: "19"},
		model.Change{At: "requests/new/business", New: "7"},
		model.Change{At: "requests/carried-in/legal", New: "7"},
		model.Change{At: "requests/carried-out/charity", Drop: true},
		model.Change{At: "disclosure/permits/decisions", Drop: true},
		model.Change{At: "disclosure/penalties/decisions", New: "37件"},
		model.Change{At: "disclosure/fees/amount", New: "约190万"},
		model.Change{At: "appeals/review/total", New: "3"},
		model.Change{At: "appeals/suit-after-review/total", New: "8"},
		model.Change{At: "problems/problems", New: "标椎化建设有待加强，部分村级公示栏更新不够及时。全年收到申请30件。"},
		model.Change{At: "other", New: "无"},
	)
	s := &export.Slip{
		Report: r, From: "青禾县政务公开办公室", File: "白杨镇人民政府2026年政府信息公开工作年度报告（定稿）.docx",
		Day: time.Date(2027, 1, 11, 0, 0, 0, 0, time.UTC), Due: time.Date(2027, 1, 20, 0, 0, 0, 0, time.UTC),
	}
	for _, f := range model.Check(r, nil) {
		if f.Level != model.Hint {
			s.Findings = append(s.Findings, f)
		}
	}
	for len(s.Findings) < n {
		s.Findings = append(s.Findings, s.Findings...)
	}
	s.Findings = s.Findings[:n]
	return s
}

// A slip with a dozen findings stays on one page; one with more goes on, its head again,
// and leaves nothing out.
func TestSlipPages(t *testing.T) {
	for _, c := range []struct{ findings, least, most int }{{1, 1, 1}, {3, 1, 1}, {8, 1, 1}, {12, 1, 1}, {40, 2, 3}, {300, 10, 15}} {
		d := dozen(c.findings).Compose()
		b := layout.Layout(d, font.Embedded())
		if n := len(b.Pages); n < c.least || n > c.most {
			t.Errorf("%d findings take %d pages", c.findings, n)
		}
		said := ""
		for i, p := range b.Pages {
			page := ""
			for _, text := range p.Texts {
				page += text.Run.Text
			}
			if i+1 < len(b.Pages) && !strings.Contains(page, "问题和要求") {
				t.Errorf("%d findings: page %d has no head", c.findings, i+1)
			}
			said += page
		}
		for _, block := range d.Blocks {
			if block.Table == nil {
				continue
			}
			for _, text := range block.Table.Texts {
				if !strings.Contains(said, text) {
					t.Errorf("%d findings: the pages do not say %q", c.findings, text)
				}
			}
		}
		if last := said[max(0, len(said)-200):]; !strings.Contains(last, "请于2027年1月20日前修改后重新报送。") {
			t.Errorf("%d findings: the signature stands alone: %q", c.findings, last)
		}
	}
}

// Every format for words says all of a slip, and none is read back as a report.
func TestSlipFormats(t *testing.T) {
	d := dozen(12).Compose()
	for _, f := range format.Record(format.All) {
		var b, again bytes.Buffer
		if err := f.Write(&b, d); err != nil {
			t.Fatal(err)
		}
		if err := f.Write(&again, dozen(12).Compose()); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
			t.Errorf("%s: the same slip gives other bytes", f.ID)
		}
		if f.Fixed {
			continue
		}
		doc, err := source.Read("通知单."+f.Ending, b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		draft, err := intake.Place(doc, sample.Editions(t))
		if err == nil {
			t.Errorf("%s: it passes for the report of %s", f.ID, draft.Report.Office)
		}
	}
}
