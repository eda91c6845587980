package export_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nianbao/export"
	"nianbao/export/text"
	"nianbao/model"
	"nianbao/model/sample"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func day(year int, month time.Month, d int) time.Time {
	return time.Date(year, month, d, 0, 0, 0, 0, time.UTC)
}

// errors are the findings of a report that are errors, and warnings if they are asked for.
func found(r *model.Report, warnings bool) []model.Finding {
	var out []model.Finding
	for _, f := range model.Check(r, nil) {
		if f.Level == model.Error || warnings && f.Level == model.Warning {
			out = append(out, f)
		}
	}
	return out
}

// wrong is a report with a fault of each kind that a slip tells in its own way.
func wrong() *model.Report {
	r := sample.Full()
	r.Apply(
		model.Change{At: "requests/granted/total", New: "6"},
		model.Change{At: "requests/new/person", New: "19"},
		model.Change{At: "requests/carried-out/business", Drop: true},
		model.Change{At: "requests/carried-out/charity", Drop: true},
		model.Change{At: "disclosure/permits/decisions", Drop: true},
		model.Change{At: "disclosure/penalties/decisions", New: "37件"},
		model.Change{At: "disclosure/fees/amount", New: "约190万"},
		model.Change{At: "appeals/review/total", New: "3"},
		model.Change{At: "problems/problems", New: "标椎化建设有待加强，部分村级公示栏更新不够及时。"},
		model.Change{At: "other", New: "无"},
	)
	return r
}

func slips() map[string]export.Slip {
	r, draft := wrong(), sample.Draft()
	day, due := day(2027, 1, 11), day(2027, 1, 20)
	return map[string]export.Slip{
		"errors":      {Report: r, Findings: found(r, false), From: "青禾县政务公开办公室", Day: day, Due: due, File: "白杨镇.xlsx"},
		"all":         {Report: r, Findings: found(r, true), From: "青禾县政务公开办公室", Day: day, Due: due, File: `C:\用户\某人\桌面\白杨镇.xlsx`},
		"empty cells": {Report: draft, Findings: found(draft, false), Day: day, File: "年报/白杨镇.nianbao"},
		"unreadable":  {Reason: "文件读不出来", Office: "河湾镇人民政府", Year: 2026, From: "青禾县政务公开办公室", Day: day, Due: due, File: "河湾.doc"},
		"other year":  {Report: sample.Old(), Reason: "报的是2020年度，不是2026年度。", Office: "柳河县住建局", Year: 2026, Day: day},
	}
}

func TestSlipIsAsInTheGoldenFiles(t *testing.T) {
	for name, s := range slips() {
		t.Run(name, func(t *testing.T) {
			d := s.Compose()
			var b bytes.Buffer
			if err := text.Write(&b, d); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join("testdata", "slip-"+strings.ReplaceAll(name, " ", "-")+".txt")
			if *update {
				if err := os.WriteFile(path, b.Bytes(), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if b.String() != string(want) {
				t.Errorf("the slip is not that of %s:\n%s", path, b.String())
			}
			if d.Report != nil || d.Marks() != nil || !strings.HasSuffix(d.Name, export.SlipMark) {
				t.Errorf("it passes for a report: %q %v", d.Name, d.Marks())
			}
			for _, b := range d.Blocks {
				if b.Table != nil {
					if err := b.Table.Grid.Proof(); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
}

func TestSlipNames(t *testing.T) {
	titled, untitled := wrong(), wrong()
	untitled.Title = " "
	for _, c := range []struct {
		slip export.Slip
		want string
	}{
		{export.Slip{Report: titled}, "《白杨镇人民政府2026年政府信息公开工作年度报告》收悉。"},
		{export.Slip{Report: untitled}, "你单位报送的2026年度政府信息公开工作年度报告收悉。"},
		{export.Slip{Report: untitled, Year: 2027, File: "甲.doc"}, "你单位报送的2027年度政府信息公开工作年度报告（文件：甲.doc）收悉。"},
		{export.Slip{Reason: "文件读不出来。", File: "a/b/甲.doc"}, "你单位报送的政府信息公开工作年度报告（文件：甲.doc）收悉。文件读不出来，现予退回。"},
		{export.Slip{Report: titled, Reason: "报了两份", Findings: found(titled, false)}, "收悉。报了两份；经核对，有错误7处（见下表），现予退回。"},
	} {
		if got := c.slip.Compose().Blocks[1].Text; !strings.Contains(got, c.want) {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	if got := (&export.Slip{Reason: "读不出来"}).Compose().Blocks[0].Text; got != "有关单位：" {
		t.Errorf("it goes to %q", got)
	}
}

// A slip can be made from the numbers alone, as a district keeps them.
func TestSlipPlaces(t *testing.T) {
	r := wrong()
	bare := model.NewReport(r.Edition, r.Office, r.Kind, r.Year)
	bare.Numbers = r.Numbers
	s := export.Slip{Report: bare, Findings: append(found(r, true),
		model.Finding{Rule: "typo", Level: model.Error, At: []model.Ref{"part-1"}, Text: "“资金资金”写重了。"},
		model.Finding{Rule: "typo", Level: model.Error, At: []model.Ref{"overview/part-12"}, Text: "“标椎化”应当写作“标准化”。", Words: "标椎"},
		model.Finding{Rule: "template-text", Level: model.Error, At: []model.Ref{"other"}, Text: "还留有模板文字。", Words: "XX"},
		model.Finding{Rule: "section-order", Level: model.Error, Text: "各部分的编号不成一个顺序。"},
	)}
	all := s.Compose()
	whole := export.Slip{Report: r, Findings: found(r, true)}
	want := whole.Compose().Blocks[2].Table
	got := all.Blocks[2].Table
	for i, text := range want.Texts {
		if got.Texts[i] != text {
			t.Errorf("%q, from the whole report %q", got.Texts[i], text)
		}
	}
	places := []string{"正文", "一、总体情况", "六、其他需要报告的事项：“XX”", ""}
	for i, place := range places {
		if at := len(want.Texts) + 3*i + 1; got.Texts[at] != place {
			t.Errorf("the place is %q, want %q", got.Texts[at], place)
		}
	}
}
