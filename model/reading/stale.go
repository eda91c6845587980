package reading

import (
	"slices"
	"strconv"
	"strings"
)

// Stale is the year before a report's own where the own one is meant: not in a
// comparison, in what was carried over, in a date, or where last year is spoken of. A
// formal text tells of this report, and not of last year's reports and accounts.
func (t *Text) Stale(formal bool) []Span {
	var out []Span
	for _, s := range t.sentences {
		for i, y := range s {
			if y.kind == year && y.moved && y.year == t.own-1 && (period(t.plain, y) || formal && names(t.plain, s, i) || tasks(t.plain, s, i) || (!excused(s, i, t.own, formal) || yearEnd(t.plain, y)) && (formal || !dated(s, i) && !reports(t.plain, s, i)) && !turned(s, i) && !left(clause(t.plain, s, i))) {
				out = append(out, Span{From: y.from, To: y.to, Sense: MovedYear, Year: y.year})
			}
		}
	}
	return append(out, t.titled(formal)...)
}

// titled finds the year before in the title of the report itself, in a formal text, and in that
// of a plan whose number is of the report's own year: 《2025年政务公开工作要点》（〔2026〕3号）.
func (t *Text) titled(formal bool) (out []Span) {
	s := &scan{text: t.plain}
	for from := range t.plain {
		if t.plain[from] != '《' {
			continue
		}
		to, at := from+1, 0
		for to < len(t.plain) && t.plain[to] != '》' && t.plain[to] != '\n' {
			if year, end := s.fourDigits(to); year == t.own-1 && s.rune(end) == '年' && Digit(s.rune(to-1)) < 0 {
				at = to
			}
			to++
		}
		title, behind := string(t.plain[from:to]), string(t.plain[to:min(to+16, len(t.plain))])
		report := formal && strings.Contains(title, "信息公开工作年度报告")
		plan := strings.Contains(title, "公开") && (strings.Contains(title, "要点") || strings.Contains(title, "任务清单")) &&
			strings.HasPrefix(behind, "》(") && strings.Contains(behind, "〔"+strconv.Itoa(t.own)+"〕")
		if at > 0 && (report || plan) {
			out = append(out, Span{From: at, To: at + 5, Sense: MovedYear, Year: t.own - 1})
		}
	}
	return out
}

// period says that a year is told with its first or last day, as the statistics' are, or
// with all its months.
func period(plain []rune, t token) bool {
	s := &scan{text: plain}
	if month, day, _ := s.monthAndDay(t.to); day > 0 {
		return bound(month, day)
	}
	if mark := s.rune(t.to); mark != 0 && strings.ContainsRune(dayMarks, mark) { // 2025.1.1
		month, i := s.number(t.to + 1)
		day, _ := s.number(i + 1)
		return s.rune(i) == mark && bound(month, day)
	}
	month, i := s.number(t.to)
	if s.rune(i) == '月' {
		i++
	}
	if month != 1 || i == t.to || !strings.ContainsRune(dashes, s.rune(i)) {
		return false
	}
	month, i = s.number(i + 1)
	return month == 12 && s.rune(i) == '月'
}

// left says that words tell of what was not done with in its year: 2025年没办完、转过来的2件.
func left(words string) bool {
	return slices.ContainsFunc([]string{"没办", "未办", "未答", "未结", "转来", "转过来", "移交", "转入", "接转", "留下", "剩下", "遗留"}, func(w string) bool { return strings.Contains(words, w) })
}

// names says that a year is that of the report which a formal text says is written or
// published: 编制2025年政府信息公开工作年度报告.
func names(plain []rune, ts []token, i int) bool {
	words := clause(plain, ts, i)
	return strings.Contains(words, "报告") && (strings.Contains(words, "信息公开") || strings.Contains(words, "政务公开")) && !strings.Contains(words, "相比") &&
		!slices.ContainsFunc(ts[:i], func(t token) bool { return t.kind == word && (compares(t.tag) || t.tag == "looks-back") })
}

// tasks says that a year is that of the tasks that a year's plan gives, where nothing says that
// some of them were left over: 对照2025年政务公开工作要点.
func tasks(plain []rune, ts []token, i int) bool {
	words := clause(plain, ts, i)
	k := strings.Index(words, "公开")
	if k < 0 || len([]rune(words[:k])) > 8 || !strings.Contains(words[k:], "要点") && !strings.Contains(words[k:], "任务清单") {
		return false
	}
	sentence := string(plain[ts[0].from:ts[len(ts)-1].to])
	return !slices.ContainsFunc([]string{"收尾", "未完成", "遗留", "结转", "继续", "接续", "延续", "上年", "去年", "较", "回头看", "整改", "公布", "发布", "考核"}, func(w string) bool { return strings.Contains(sentence, w) })
}

// clause are the words of a clause behind a year.
func clause(plain []rune, ts []token, i int) string {
	to := i
	for to+1 < len(ts) && (ts[to+1].kind != mark || ts[to+1].mark == '、') {
		to++
	}
	return string(plain[ts[i].to:ts[to].to])
}

// yearEnd says that a year's end is told as the day up to which the report counts: 截至2025年底.
func yearEnd(plain []rune, t token) bool {
	s := &scan{text: plain}
	before := string(plain[max(0, t.from-2):t.from])
	return s.follows(s.skip(t.to), yearsEnds) > 0 && (before == "截至" || before == "截止")
}

// reports says that something of last year's is told of that was published this year.
func reports(plain []rune, ts []token, i int) bool {
	from, to := i, i
	for from > 0 && ts[from-1].kind != mark {
		from--
	}
	for to < len(ts) && ts[to].kind != mark {
		to++
	}
	before, behind := string(plain[ts[from].from:ts[i].from]), string(plain[ts[i].to:ts[to-1].to])
	published := strings.Contains(before, "公示") || strings.Contains(before, "公布") || strings.Contains(before, "发布") || strings.Contains(before, "公开")
	if published && strings.HasSuffix(string(plain[ts[i].from:ts[i].to]), "度") && !strings.ContainsAny(string([]rune(behind + "。")[:1]), "政信重工全我本") {
		return true // 公示2025年度补贴名单
	}
	for _, w := range []string{"报告中", "报告里", "报告提出", "报告指出", "报告所", "报告列", "报告查摆", "报告反映", "年报中", "年报里", "年报提出", "年报指出", "年报所"} {
		if strings.HasPrefix(strings.TrimPrefix(strings.TrimPrefix(behind, "年度"), "工作"), w) { // 2025年报告中说的两个问题
			return true
		}
	}
	if strings.Contains(behind, "报告") && strings.ContainsAny(before, "对针就") && strings.Contains(string(plain[ts[i].to:ts[len(ts)-1].to]), "问题") {
		return true // 对2025年度报告查摆的两个问题
	}
	if _, told, ok := strings.Cut(behind, "报告"); ok && (told == "" || strings.ContainsRune("中里所提列指说反查", []rune(told)[0])) && strings.Contains(string(plain[ts[i].to:ts[len(ts)-1].to]), "问题") {
		return true // 2025年报告中说的两个问题
	}
	return (strings.Contains(behind, "年度报告") || strings.Contains(behind, "年报")) && !strings.ContainsAny(before, "现编特将") &&
		(published || strings.Contains(before, "完成"))
}

// dated says that what a year is told of belongs to it: 2025年度决算, 2025年秋季学期.
func dated(ts []token, i int) bool {
	for j := i + 1; j < len(ts) && ts[j].kind != mark; j++ {
		if ts[j].kind == word && ts[j].tag == "dated" {
			return true
		}
	}
	return false
}

// turned says that another clause tells of this year beside it: 2025年收到20件，今年收到32件.
func turned(ts []token, i int) bool {
	counted, at := false, -1
	for j := i + 1; j < len(ts); j++ {
		t := ts[j]
		switch {
		case t.kind == number && at < 0:
			counted = true
		case t.kind == number:
			return counted
		case t.kind == word && t.tag == "now" && t.to-t.from == 2 && ts[j-1].kind == mark:
			at = j
		}
	}
	return false
}

// excused says that last year may well be meant.
func excused(ts []token, i int, own int, formal bool) bool {
	r := reader{own: own, ts: ts}
	if r.tagAt(i+1) == "period" { // 2025年下半年启用的
		return true
	}
	if r.carriedYear(i) != "" || r.tagAt(i-1) != "" && r.tagAt(i-1) == "past" || i+1 < len(ts) && ts[i+1].kind == day {
		return true
	}
	for j := i + 1; j < min(i+3, len(ts)); j++ {
		if ts[j].kind == word && (ts[j].tag == "since" || ts[j].tag == "carried-in" || ts[j].tag == "carried") {
			return true
		}
	}
	for j, t := range ts {
		if t.kind == year && t.year == own {
			return true // both are told side by side
		}
		if t.kind == word && (compares(t.tag) || !formal && (t.tag == "looks-back" || t.tag == "raised")) && !apart(ts, i, j) {
			return true
		}
	}
	return false
}

// apart says that a comma or semicolon stands between two tokens.
func apart(ts []token, i, j int) bool {
	return slices.ContainsFunc(ts[min(i, j):max(i, j)], func(t token) bool {
		return t.kind == mark && (t.mark == ',' || t.mark == ';')
	})
}
