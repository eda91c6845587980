package cups

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nianbao/model"
)

// Pages reads which of some pages are wanted, as a clerk types it: 1-3,5 or １～３、５. What it
// gives is as the printing system asks for: in order, none twice, "" for all. wrong is a
// sentence about what cannot be meant.
func Pages(typed string, last int) (pages, wrong string) {
	if typed = strings.TrimSpace(typed); typed == "全部" {
		typed = ""
	}
	var wanted [][2]int
	for _, part := range strings.FieldsFunc(typed, func(r rune) bool { return strings.ContainsRune(",，、;；\n", r) }) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		ends := strings.Split(strings.Map(dash, part), "-")
		from := page(ends[0])
		to := page(ends[len(ends)-1])
		switch {
		case len(ends) > 2 || from < 0 || to < 0:
			return "", no(part)
		case from == 0 || to == 0:
			return "", "页码从 1 数起。"
		case from > to:
			return "", fmt.Sprintf("“%s”前面的页码比后面的大。", part)
		case to > last:
			return "", fmt.Sprintf("一共只有 %d 页，没有第 %d 页。", last, to)
		}
		wanted = append(wanted, [2]int{from, to})
	}
	if wanted == nil && typed != "" {
		return "", no(typed)
	}
	return joined(wanted, last), ""
}

func no(typed string) string {
	return fmt.Sprintf("“%s”不是页码。请写成 2 或者 1-3,5 的样子；空着就是全部。", typed)
}

// dash makes every sign between two ends a hyphen.
func dash(r rune) rune {
	if strings.ContainsRune("－–—−~～〜:：至到", r) {
		return '-'
	}
	return r
}

// page is a page's number, -1 if it is none.
func page(typed string) int {
	typed = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(typed), "第"), "页")
	n, err := strconv.Atoi(model.ParseNumber(typed).String()) // a number with a unit is no page
	if err != nil || n < 0 {
		return -1
	}
	return n
}

// joined writes ranges in order, those that touch as one.
func joined(wanted [][2]int, last int) string {
	slices.SortFunc(wanted, func(a, b [2]int) int { return a[0] - b[0] })
	var out [][2]int
	for _, r := range wanted {
		if n := len(out); n > 0 && r[0] <= out[n-1][1]+1 {
			out[n-1][1] = max(out[n-1][1], r[1])
			continue
		}
		out = append(out, r)
	}
	if len(out) == 1 && out[0] == [2]int{1, last} {
		return ""
	}
	var words []string
	for _, r := range out {
		if r[0] == r[1] {
			words = append(words, strconv.Itoa(r[0]))
			continue
		}
		words = append(words, fmt.Sprintf("%d-%d", r[0], r[1]))
	}
	return strings.Join(words, ",")
}
