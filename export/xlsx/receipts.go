package xlsx

import (
	"fmt"
	"strings"

	"nianbao/model"
	"nianbao/model/district"
)

// receipts writes what became of every body that must report, and of every file.
func (b *office) receipts() error {
	l, err := b.register(receiptsSheet, []string{b.heading("报送情况"), b.standing()},
		[]string{"序号", "单位名称", "单位类别", "期限", "状态", "计入汇总", "需退回", "错误", "警告", "文件", "说明"},
		[]float64{32, 126, 80, 50, 96, 52, 42, 32, 32, 120, 150})
	if err != nil {
		return err
	}
	n := 0
	row := func(m district.Member, state district.State, e *district.Entry) error {
		n++
		if e == nil {
			return l.row(listText, n, m.Name, m.Kind.Name(), m.Due.String(), state.Name(), yes(false), yes(false), nil, nil, "", "")
		}
		return l.row(listText, n, m.Name, m.Kind.Name(), m.Due.String(), e.State.Name(), yes(e.Counted), yes(e.State.Returned()),
			e.Count(model.Error), e.Count(model.Warning), e.File, e.Why)
	}
	for _, s := range b.tally.Bodies {
		now := s.Now()
		for _, e := range now {
			if err := row(s.Member, s.State, e); err != nil {
				return err
			}
		}
		if len(now) == 0 && s.State != district.Past {
			if err := row(s.Member, s.State, nil); err != nil {
				return err
			}
		}
	}
	for _, e := range b.tally.Loose {
		if err := row(district.Member{Name: e.Office, Kind: e.Kind}, e.State, e); err != nil {
			return err
		}
	}
	return l.end()
}

// standing counts the bodies by their state, and the files.
func (b *office) standing() string {
	listed, others := 0, 0
	states := map[district.State]int{}
	for _, s := range b.tally.Bodies {
		switch {
		case s.State == district.Past:
			continue
		case !s.Listed && b.tally.Roll != nil:
			others++
			continue
		}
		listed++
		states[s.State]++
	}
	var said []string
	for _, s := range district.States {
		if n := states[s.State]; n > 0 {
			said = append(said, fmt.Sprintf("%s%d个", s.Name, n))
		}
	}
	what := "应报%d个单位"
	if b.tally.Roll == nil {
		what = "没有应报名单；报来的有%d个单位"
	}
	text := fmt.Sprintf(what, listed)
	if len(said) > 0 {
		text += "，其中" + strings.Join(said, "、")
	}
	if others > 0 {
		text += fmt.Sprintf("；名单以外的%d个", others)
	}
	if n := len(b.tally.Loose); n > 0 {
		text += fmt.Sprintf("；认不出单位的文件%d份", n)
	}
	text += fmt.Sprintf("。共收到文件%d份，计入汇总%d份。", len(b.tally.Entries), len(b.sum.Parts))
	past := 0
	for _, e := range b.tally.Entries {
		if e.State == district.Past {
			past++
		}
	}
	if past > 0 {
		text += fmt.Sprintf("其中%d份是其他年度的，没有列出。", past)
	}
	return text
}
