package intake

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	yearPattern   = regexp.MustCompile(`([0-9](?: ?[0-9]){3}|[〇零○一二三四五六七八九]{4}) ?年`)
	periodPattern = regexp.MustCompile(`([0-9]{4}) ?年 ?1 ?月 ?1 ?日`)
)

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
