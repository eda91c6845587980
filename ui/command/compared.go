package command

import (
	"fmt"
	"strings"

	"nianbao/model"
	"nianbao/model/compare"
)

// compared is what `nianbao check --last --json` tells of last year's report.
type compared struct {
	Last       string    `json:"last"` // its file
	Year       int       `json:"year"`
	Characters int       `json:"characters"` // of this year's prose
	Same       int       `json:"same"`       // of these, how many are last year's word for word
	Percent    int       `json:"percent"`
	Passages   []passage `json:"passages"`
	Copied     []copied  `json:"copied"`
	Numbers    []number  `json:"numbers"`
}

// passage is how much of a text is last year's.
type passage struct {
	At         model.Ref `json:"at"`
	Characters int       `json:"characters"`
	Same       int       `json:"same"`
	Percent    int       `json:"percent"`
}

// copied is a paragraph that is last year's word for word.
type copied struct {
	At   model.Ref `json:"at"`
	Text string    `json:"text"`
}

// number is one that both years have, and that is another now.
type number struct {
	At         model.Ref `json:"at"`
	Last       string    `json:"last"`
	This       string    `json:"this"`
	Difference string    `json:"difference"` // "" where it cannot be told
	Growth     string    `json:"growth"`     // in per cent, "" where it cannot be told, as from 0
}

func comparedOf(c *compare.Comparison, file string) *compared {
	out := &compared{
		Last: file, Year: c.Last, Characters: c.Share.All, Same: c.Share.Same, Percent: c.Share.Percent(),
		Passages: []passage{}, Copied: []copied{}, Numbers: []number{},
	}
	for _, p := range c.Passages {
		if p.Share.All == 0 {
			continue
		}
		out.Passages = append(out.Passages, passage{p.ID, p.Share.All, p.Share.Same, p.Share.Percent()})
		for _, g := range p.Paragraphs {
			if g.Kind == compare.Same {
				out.Copied = append(out.Copied, copied{p.ID, g.This()})
			}
		}
	}
	for _, t := range c.Tables {
		for _, cell := range t.Cells {
			if cell.Kind == compare.Changed {
				out.Numbers = append(out.Numbers, number{cell.Ref, cell.Last.String(), cell.This.String(), cell.Difference.String(), cell.Growth})
			}
		}
	}
	return out
}

// How much of a comparison is printed for people.
const (
	mostNumbers    = 5
	mostParagraphs = 10
	mostWords      = 20
)

// contrast prints a comparison, shortly.
func (c *call) contrast(with *compare.Comparison) {
	share := "正文还没有写"
	if s := with.Share; s.All > 0 {
		share = fmt.Sprintf("正文 %d 字，其中 %d 字（%d%%）和去年一字不差", s.All, s.Same, s.Percent())
	}
	changed := "数字没有变"
	if n := with.Count(compare.Changed); n > 0 {
		changed = fmt.Sprintf("数字变了 %d 个", n)
	}
	fmt.Fprintf(c.out, "  与%d年度对照：%s；%s。\n", with.Last, share, changed)
	if most := with.Most(mostNumbers); len(most) > 0 {
		var out []string
		for _, n := range most {
			out = append(out, oneLine(fmt.Sprintf("%s %s→%s%s", n.Short, n.Last, n.This, by(n))))
		}
		fmt.Fprintf(c.out, "    变化最大的数：%s。\n", strings.Join(out, "；"))
	}
	n := 0
	for _, p := range with.Passages {
		for _, g := range p.Paragraphs {
			if g.Kind != compare.Same {
				continue
			}
			if n++; n > mostParagraphs {
				continue
			}
			fmt.Fprintf(c.out, "    整段照旧：%s：%s，%d 字\n", p.Section+p.Name, quoted(g.This()), g.Share.All)
		}
	}
	if n > mostParagraphs {
		fmt.Fprintf(c.out, "    另有 %d 段整段照旧\n", n-mostParagraphs)
	}
}

// by is how much a number has changed, and in per cent.
func by(n compare.Cell) string {
	out := n.Difference.String()
	if out == "" {
		return ""
	}
	if n.Difference.Sign() > 0 {
		out = "+" + out
	}
	if n.Growth != "" {
		out += "，" + n.Growth
	}
	return "（" + out + "）"
}

// quoted is how a paragraph begins.
func quoted(text string) string {
	if r := []rune(oneLine(text)); len(r) > mostWords {
		return "“" + string(r[:mostWords]) + "…”"
	}
	return "“" + oneLine(text) + "”"
}
