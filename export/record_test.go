package export

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"nianbao/model"
	"nianbao/model/sample"
)

// recordOf is the record of a report's check, a line each paragraph or row.
func recordOf(r, last *model.Report) (*Document, []string) {
	desk := model.Desk{Today: time.Date(2027, 1, 5, 0, 0, 0, 0, time.UTC)}
	record := Record{Report: r, Last: last, Check: desk.Record(r, last), Day: desk.Today, Seal: "1A2B-3C4D"}
	d := record.Compose()
	var out []string
	for _, b := range d.Blocks {
		if b.Kind != Grid {
			out = append(out, b.Text)
			continue
		}
		line := ""
		for i, s := range b.Table.Grid.Slots {
			line += b.Table.Texts[i] + "|"
			if s.Col == b.Table.Grid.Cols-1 {
				out, line = append(out, line), ""
			}
		}
	}
	return d, out
}

func TestRecord(t *testing.T) {
	last := sample.Example(t)
	last.Year, last.Title = 2025, "去年的报告"
	busier, older := last.Clone(), last.Clone()
	busier.Apply(model.Change{At: "requests/new/person", New: "12"})
	older.Year = 2023
	faulty := sample.Example(t)
	faulty.Apply(
		model.Change{At: "requests/granted/total", New: "6"},
		model.Change{At: "requests/new/person", Drop: true},
		model.Change{At: "disclosure/permits/decisions", Drop: true},
		model.Change{At: "disclosure/penalties/decisions", Drop: true},
		model.Change{At: "overview/platform", New: "公众号“白杨发布”的编辑手机13912345678，二维码见公示栏。"},
		model.Change{At: model.AcceptRef("private-data overview/platform 13912345678"), New: "本人同意公开。"},
	)
	for _, c := range []struct {
		name    string
		r, last *model.Report
		says    []string
		silent  []string
	}{
		{"a finished report", sample.Example(t), nil, []string{
			"核对时没有载入去年的报告，与去年有关的项目没有核对。",
			"“未能核对”的项目，请人工核对。",
			"1|表三每行的总计|25 行|符合||",
			"7|上年结转和去年报告的结转下年度||未能核对|没有载入去年的报告|",
			"没有发现问题。",
			"校验码为1A2B-3C4D",
			"核对日期为2027年1月5日",
		}, []string{"报告不能定稿"}},
		{"beside last year's", sample.Example(t), last, []string{
			"对照的是《去年的报告》", "|和去年相差悬殊的数|", "正文有100%的字与去年的报告相同", "|100%|", "各表的数都与去年相同。",
		}, []string{"没有载入"}},
		{"beside last year's with other numbers", sample.Example(t), busier, []string{
			"数字变了2个", "|表三“一、本年新收政府信息公开申请数量·自然人”|12|3|-9|-75.0%|", "·总计”|",
		}, []string{"各表的数都与去年相同"}},
		{"beside that of another year", sample.Example(t), older, []string{"核对时没有载入去年的报告"}, []string{"与去年报告的对照"}},
		{"a faulty report", faulty, nil, []string{
			"报告不能定稿。",
			"|表三每行的总计|",
			"“（一）予以公开”", "没有处理|",
			"|表三|错误|有1格没有填；没有发生的请填0。|没有处理|",
			"|表二|错误|有2格没有填；没有发生的请填0。|没有处理|",
			"|一、总体情况（四）政府信息公开平台建设|警告|", "已说明：本人同意公开。",
		}, []string{"没有发现问题"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, lines := recordOf(c.r, c.last)
			all := strings.Join(lines, "\n")
			for _, want := range c.says {
				if !strings.Contains(all, want) {
					t.Errorf("it does not say %q:\n%s", want, all)
				}
			}
			for _, unwanted := range c.silent {
				if strings.Contains(all, unwanted) {
					t.Errorf("it says %q", unwanted)
				}
			}
			if d.Report != nil || d.Marks() != nil || !strings.HasSuffix(d.Name, RecordMark) {
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

// What the record says it compared can be found in the report.
func TestRecordComparesWhatIsThere(t *testing.T) {
	r := sample.Full()
	check := model.Desk{}.Record(r, nil)
	_, lines := recordOf(r, nil)
	for i, said := range check.Compared {
		if want := fmt.Sprintf("%d|", i+1); !strings.Contains(r.Prose(said.At), said.Words) || !contains(lines, want, said.Words) {
			t.Errorf("%d: %q", i, said.Words)
		}
	}
	if len(check.Compared) == 0 {
		t.Error("nothing was compared")
	}
}

func contains(lines []string, begin, words string) bool {
	for _, l := range lines {
		if strings.HasPrefix(l, begin) && strings.Contains(l, words) {
			return true
		}
	}
	return false
}
