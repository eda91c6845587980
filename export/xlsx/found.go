package xlsx

import (
	"fmt"

	"nianbao/model"
	"nianbao/model/district"
)

// found writes every finding: those of the sum and what it lacks, then body by body.
func (b *office) found() error {
	l, err := b.register(foundSheet, []string{b.heading("核对发现的问题")},
		[]string{"序号", "单位名称", "级别", "位置", "现在的数", "应改为", "问题", "文件", "地址"},
		[]float64{32, 110, 40, 150, 56, 56, 180, 90, 90})
	if err != nil {
		return err
	}
	n := 0
	row := func(office, level, place, now, right, text, file, address string) error {
		n++
		return l.row(listText, n, office, level, place, now, right, text, file, address)
	}
	finding := func(office, file string, e *model.Edition, f model.Finding, value func(model.Ref) model.Number) error {
		place, now, right, address := "", "", "", ""
		if len(f.At) > 0 {
			at := f.At[0]
			place, address = b.placeName(e, at), string(at)
			if e.Cell(at) != nil {
				now = value(at).String()
				for _, fix := range f.Fix {
					if fix.At == at {
						right = fix.New
					}
				}
			}
		}
		return row(office, f.Level.Name(), place, now, right, f.Text, file, address)
	}
	for _, f := range b.sum.Check(b.last) {
		if err := finding("（汇总）", "", b.tally.Edition, f, b.sum.Report.Value); err != nil {
			return err
		}
	}
	whose := map[*district.Entry]string{}
	for _, s := range b.tally.Bodies {
		for _, e := range s.Entries {
			whose[e] = s.Name
		}
	}
	for _, g := range b.sum.Gaps {
		why := fmt.Sprintf("%s，没有加进汇总。", g.Why)
		if err := row(whose[g.Entry], "未计入", b.placeName(g.Entry.Edition, g.Cell.Ref), g.Entry.Number(g.Cell.Ref).String(), "", why, g.Entry.File, string(g.Cell.Ref)); err != nil {
			return err
		}
	}
	entry := func(office string, e *district.Entry) error {
		for _, f := range e.Found {
			if err := finding(office, e.File, e.Edition, f, e.Number); err != nil {
				return err
			}
		}
		for _, note := range e.Notes {
			if err := row(office, "读入", "", "", "", note, e.File, ""); err != nil {
				return err
			}
		}
		return nil
	}
	for _, s := range b.tally.Bodies {
		for _, e := range s.Now() {
			if err := entry(s.Name, e); err != nil {
				return err
			}
		}
	}
	for _, e := range b.tally.Loose {
		if err := entry(e.Office, e); err != nil {
			return err
		}
	}
	return l.end()
}
