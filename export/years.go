package export

import (
	"fmt"

	"nianbao/model"
	"nianbao/model/compare"
)

// years tells what is otherwise than in last year's report, and how much of the prose is
// the same.
func (c *recording) years(k *compare.Comparison) {
	changed := k.Count(compare.Changed)
	c.say("正文有%d%%的字与去年的报告相同（%d字中的%d字）；数字变了%d个，没有变的%d个。",
		k.Share.Percent(), k.Share.All, k.Share.Same, changed, k.Count(compare.Same))
	t := c.words("各处文字与去年相同的比例", []float64{2, 13, 5, 5, 5}, "序号", "位置", "今年的字数", "相同的字数", "比例")
	for _, p := range k.Passages {
		if p.Share.All > 0 {
			t.row(fmt.Sprint(t.Grid.Rows), c.places[p.ID], fmt.Sprint(p.Share.All), fmt.Sprint(p.Share.Same), fmt.Sprintf("%d%%", p.Share.Percent()))
		}
	}
	c.orSay(t, "今年还没有写文字。")
	t = c.words("与去年不同的数", []float64{2, 14, 4, 4, 4, 4}, "序号", "数", "去年", "今年", "增减", "幅度")
	for _, table := range k.Tables {
		for _, cell := range table.Cells {
			if cell.Kind != compare.Same && !cell.Added && !cell.Dropped {
				t.row(fmt.Sprint(t.Grid.Rows), table.Name+"“"+cell.Name+"”", shown(cell.Last), shown(cell.This), cell.Difference.String(), cell.Growth)
			}
		}
	}
	c.orSay(t, "各表的数都与去年相同。")
}

// shown is a number as a reader is told it: a blank is no 0.
func shown(n model.Number) string {
	if n.Blank() {
		return "没有填"
	}
	return n.String()
}
