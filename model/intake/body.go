package intake

import (
	"maps"
	"regexp"
	"slices"
	"strings"
)

// The name of the body that reports.

var (
	bodyPattern  = regexp.MustCompile(`(人民政府|政府|办事处|街道|委员会|管委会|局|镇|乡|办公室|中心|厅|院|处)$`)
	placePattern = regexp.MustCompile(`(?:^|[,。;:、》)”])([一-龥]{2,8}?(?:街道办事处|街道|乡|镇))(?:人民政府|政府|党委|办事处|高度|认真|坚持|严格|结合|全年|紧)`)
	placeLetters = regexp.MustCompile(`[省市县区镇乡旗盟州]|街道`)
	genericBody  = regexp.MustCompile(`^(乡镇|街道|镇|乡|本|我|全|各|该)`)
)

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
