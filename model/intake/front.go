package intake

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"nianbao/model"
)

// What stands before the first section and behind the last one: the title, the
// body's name, the year, the preface, and what web pages put around them.

var (
	yearPattern   = regexp.MustCompile(`([0-9](?: ?[0-9]){3}|[〇零○一二三四五六七八九]{4}) ?年`)
	periodPattern = regexp.MustCompile(`([0-9]{4}) ?年 ?1 ?月 ?1 ?日`)
	bodyPattern   = regexp.MustCompile(`(人民政府|政府|办事处|街道|委员会|管委会|局|镇|乡|办公室|中心|厅|院|处)$`)
	bookmark      = regexp.MustCompile(`\[bookmark:[^\]]*\]`)
	aroundPattern = regexp.MustCompile(`当前位置|发布时间|发布日期|发文日期|成文日期|信息来源|来源[:：]|浏览次数|点击|阅读次数|字号[:：]|打印本页|关闭窗口|索引号|主题分类|标签[:：]|版权|转载|上一篇|下一篇|责任编辑|分享到|扫一扫|https?://|^[^<]*> *[^<]*$`)
	placePattern  = regexp.MustCompile(`(?:^|[,。;:、》)”])([一-龥]{2,8}?(?:街道办事处|街道|乡|镇))(?:人民政府|政府|党委|办事处|高度|认真|坚持|严格|结合|全年|紧)`)
	placeLetters  = regexp.MustCompile(`[省市县区镇乡旗盟州]|街道`)
	genericBody   = regexp.MustCompile(`^(乡镇|街道|镇|乡|本|我|全|各|该)`)
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
	p.report.Title = title
	p.report.Year = p.year(title, lines)
	p.report.Office = p.office(title, lines)
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

// titleLines finds the lines that make up the title: from..to, empty if none.
func (p *placing) titleLines(lines []string) (from, to int) {
	best := 0
	for i, line := range lines {
		flat := plain(line)
		if len([]rune(line)) > 60 || around(line) || strings.ContainsAny(flat[max(0, len(flat)-3):], "。:;") {
			continue
		}
		score := 0
		for _, word := range []string{"报告", "年报", "信息公开", "政务公开", "年度报告", "政府信息公开工作年度报告"} {
			if strings.Contains(flat, word) {
				score++
			}
		}
		if yearPattern.MatchString(flat) {
			score++
		}
		if score >= 2 && score > best && (strings.Contains(flat, "报告") || strings.Contains(flat, "年报")) {
			best, from, to = score, i, i+1
		}
	}
	if to == 0 {
		return 0, 0
	}
	// Lines above belong to the title as long as it lacks its year or its body.
	for from > 0 {
		joined := plain(strings.Join(lines[from:to], ""))
		above := plain(lines[from-1])
		if len([]rune(above)) > 40 || around(above) || strings.ContainsAny(above, "。;:") {
			break
		}
		if at := yearPattern.FindStringIndex(joined); at == nil {
			if !yearPattern.MatchString(above) && !bodyPattern.MatchString(above) {
				break
			}
		} else {
			lacksBody := strings.TrimSuffix(joined[:at[0]], "关于") == ""
			own := plain(p.doc.Props["office"])
			if own != "" {
				lacksBody = !strings.Contains(joined, own) && strings.Contains(own, above)
			}
			// A long name may take two lines, the second of which names no place.
			tail := own == "" && !placeLetters.MatchString(joined[:at[0]]) && placeLetters.MatchString(above)
			if !tail && (!lacksBody || own == "" && !bodyPattern.MatchString(above)) {
				break
			}
		}
		from--
	}
	return from, to
}

func (p *placing) year(title string, lines []string) int {
	if n, err := strconv.Atoi(p.doc.Props["year"]); err == nil && n > 0 {
		return n
	}
	if n := readYear(title); n > 0 {
		return n
	}
	all := strings.Join(lines, "\n")
	if m := periodPattern.FindStringSubmatch(plain(all)); m != nil {
		return readYear(m[0])
	}
	return readYear(all)
}

// yearOf guesses a document's year before anything is placed.
func yearOf(items []item) int {
	for _, it := range items {
		if flat := plain(it.text); strings.Contains(flat, "报告") {
			if n := readYear(flat); n > 0 {
				return n
			}
		}
	}
	return 0
}

// readYear finds the first year that a report can have, 0 if there is none.
func readYear(s string) int {
	for _, m := range yearPattern.FindAllStringSubmatch(plain(s), -1) {
		digits := strings.NewReplacer(" ", "", "〇", "0", "零", "0", "○", "0", "一", "1", "二", "2", "三", "3", "四", "4",
			"五", "5", "六", "6", "七", "7", "八", "8", "九", "9").Replace(m[1])
		if n, err := strconv.Atoi(digits); err == nil && n >= 2000 && n < 2100 {
			return n
		}
	}
	return 0
}

// office is the body's name: what the title says before the year, else the
// place that the prose speaks of as its own.
func (p *placing) office(title string, lines []string) string {
	if own := p.doc.Props["office"]; own != "" {
		return own
	}
	if name := bodyInTitle(title); name != "" {
		return name
	}
	if name := p.bodyAlone(lines); name != "" {
		return name
	}
	counts := map[string]int{}
	best := ""
	all := append(slices.Clone(lines), p.prose()...)
	for _, line := range all {
		flat := []rune(plain(line))
		for _, at := range placePattern.FindAllStringSubmatchIndex(string(flat), -1) {
			start := len([]rune(string(flat)[:at[2]]))
			name := string([]rune(line)[start : start+len([]rune(string(flat)[at[2]:at[3]]))])
			if genericBody.MatchString(plain(name)) {
				continue
			}
			counts[name]++
			if counts[name] > counts[best] {
				best = name
			}
		}
	}
	return best
}

var (
	titleWords = regexp.MustCompile(`政府信息公开|政务信息公开|信息公开|政务公开|年度报告|工作报告|[(]`)
	titleYear  = regexp.MustCompile(`([0-9][-—~至0-9 ]{3,}|[〇零○一二三四五六七八九]{4}) *年度?`)
)

// bodyInTitle is what a title says before the year and the kind of report, or
// between them: “关于甲乙镇2024年…”, “2024年甲乙镇政府信息公开…”.
func bodyInTitle(title string) string {
	flat := []rune(plain(title))
	runes := []rune(title) // plain keeps the count
	index := func(at int) int { return len([]rune(string(flat)[:at])) }
	from, to := 0, len(flat)
	if strings.HasPrefix(string(flat), "关于") {
		from = 2
	}
	if at := titleYear.FindStringIndex(string(flat)); at != nil {
		if strings.Trim(string(flat[from:index(at[0])]), " ") == "" {
			from = index(at[1])
		} else {
			to = index(at[0])
		}
	}
	if at := titleWords.FindStringIndex(string(flat[from:to])); at != nil {
		to = from + len([]rune(string(flat[from:to])[:at[0]]))
	}
	name := trim(string(runes[from:to]))
	for _, end := range []string{"关于", "關於", "的"} {
		name = trim(strings.TrimSuffix(name, end))
	}
	if len([]rune(name)) < 2 || len([]rune(name)) > 40 || genericBody.MatchString(plain(name)) {
		return ""
	}
	return name
}

// bodyAlone is a body's name that stands alone on a line: under the title, or in
// the signature at the end.
func (p *placing) bodyAlone(lines []string) string {
	prose := p.prose()
	for _, line := range slices.Concat(lines, prose[max(0, len(prose)-3):]) {
		name := strings.Trim(trim(line), "（）()")
		if n := len([]rune(name)); n >= 3 && n <= 30 && bodyPattern.MatchString(plain(name)) && !around(line) &&
			!genericBody.MatchString(plain(name)) && !strings.ContainsAny(plain(name), ",。;: ") {
			return name
		}
	}
	return ""
}

func (p *placing) prose() (out []string) {
	for _, id := range slices.Sorted(maps.Keys(p.report.Texts)) {
		out = append(out, splitLines(p.report.Texts[id])...)
	}
	return out
}
