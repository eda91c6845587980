package intake

import (
	"regexp"
	"slices"
	"strings"

	"nianbao/model"
)

// What stands before the first section and behind the last one: the title, the
// body's name, the year, the preface, and what web pages put around them.

var (
	bookmark      = regexp.MustCompile(`\[bookmark:[^\]]*\]`)
	aroundPattern = regexp.MustCompile(`当前位置|发布时间|发布日期|发文日期|成文日期|信息来源|来源[:：]|浏览次数|点击|阅读次数|字号[:：]|打印本页|关闭窗口|索引号|主题分类|标签[:：]|版权|转载|上一篇|下一篇|责任编辑|分享到|扫一扫|https?://|^[^<]*> *[^<]*$`)
)

// around says that a line belongs to the web page around a report: short, no
// sentence, and with one of the words that stand there.
func around(line string) bool {
	flat := plain(line)
	return len([]rune(flat)) <= 80 && !strings.HasSuffix(flat, "。") && aroundPattern.MatchString(flat)
}

// finish places what could only be judged once everything was read.
func (p *placing) finish() {
	p.endRow()
	p.close(p.part)
	for id, text := range p.texts {
		p.report.Texts[id] = text.String()
	}
	for _, part := range p.parts {
		if len(part.note) > 0 {
			p.report.Texts[part.text] = strings.Join(part.note, "\n")
			if part.before > 0 {
				p.report.Before[part.text] = part.before
			}
		}
	}
	p.trailer()
	p.frontMatter()
	if !slices.Equal(p.outline, p.edition.Outline()) {
		p.report.Outline = p.outline
	}
	p.report.Settle()
	if p.report.Year == 0 {
		p.note("没有找到年度，请在封面信息里填写。")
	}
	if p.report.Office == "" {
		p.note("没有找到单位名称，请在封面信息里填写。")
	}
}

// trailer takes the web page's own lines off the end of the last section.
func (p *placing) trailer() {
	if p.part == nil {
		return
	}
	if len(p.part.loose) > 0 && !p.part.headed {
		p.part.text = p.lastText(p.part)
	}
	lines := splitLines(p.report.Texts[p.part.text])
	cut := len(lines)
	for cut > 1 && around(lines[cut-1]) {
		cut--
	}
	p.report.Unplaced = append(p.report.Unplaced, lines[cut:]...)
	p.report.Texts[p.part.text] = strings.Join(lines[:cut], "\n")
	if p.report.Texts[p.part.text] == "" {
		delete(p.report.Texts, p.part.text)
	}
}

// lastText is the text that the last of a section's loose prose went to.
func (p *placing) lastText(part *partPlace) model.Ref {
	last := model.Escape(part.loose[len(part.loose)-1].text)
	for id, text := range p.report.Texts {
		if id.Section() == model.Ref(part.text).Section() && (text == last || strings.HasSuffix(text, "\n"+last)) {
			return id
		}
	}
	return part.text
}

func (p *placing) frontMatter() {
	var lines []string
	for _, it := range p.front {
		text := it.text
		for _, junk := range bookmark.FindAllString(text, -1) {
			p.unplaced(junk)
		}
		if text = trim(bookmark.ReplaceAllString(text, "")); text != "" {
			lines = append(lines, text)
		}
	}
	from, to := p.titleLines(lines)
	title := strings.Join(lines[from:to], "")
	p.report.Title = model.Seen(title)
	p.report.Year = p.year(title, lines)
	p.report.Office = model.Seen(p.office(title, lines))
	p.report.Kind = model.KindOf(p.report.Office)
	if kind := model.Kind(p.doc.Props["kind"]); kind.Name() != "" {
		p.report.Kind = kind
	}
	var preface, aside []string
	for i, line := range lines {
		switch {
		case i >= from && i < to:
		case i < from, line == title, around(line), len([]rune(line)) < 15 && !strings.ContainsAny(line, "。：:"):
			aside = append(aside, line)
		default:
			preface = append(preface, model.Escape(line))
		}
	}
	p.report.Unplaced = append(aside, p.report.Unplaced...)
	if p.edition.Preface != nil && len(preface) > 0 {
		p.report.Texts[p.edition.Preface.ID] = strings.Join(preface, "\n")
	} else {
		p.report.Unplaced = append(p.report.Unplaced, preface...)
	}
}
