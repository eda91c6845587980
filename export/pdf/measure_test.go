package pdf

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"nianbao/model/sample"
)

var boxed = regexp.MustCompile(`<(line|word) xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)`)

// A printed line of text as poppler measures it, in millimetres.
type printed struct {
	left, top, right, bottom float64
	text                     string
}

// measured gives the lines of each page from the top down; the words of one height are
// one line.
func measured(t *testing.T, path string) [][]printed {
	t.Helper()
	var pages [][]printed
	for _, page := range strings.Split(poppler(t, "pdftotext", "-bbox", path, "-"), "<page ")[1:] {
		var lines []printed
		for _, m := range boxed.FindAllStringSubmatch(page, -1) {
			var mm [4]float64
			for i := range mm {
				mm[i], _ = strconv.ParseFloat(m[2+i], 64)
				mm[i] *= 25.4 / 72
			}
			i := slices.IndexFunc(lines, func(l printed) bool { return math.Abs(l.top-mm[1]) < 0.5 })
			if i < 0 {
				lines = append(lines, printed{mm[0], mm[1], mm[2], mm[3], m[6]})
				continue
			}
			l := &lines[i]
			*l = printed{min(l.left, mm[0]), l.top, max(l.right, mm[2]), l.bottom, l.text + m[6]}
		}
		slices.SortFunc(lines, func(a, b printed) int { return int(1000 * (a.top - b.top)) })
		pages = append(pages, lines)
	}
	return pages
}

func near(a, b float64) bool { return math.Abs(a-b) <= 0.5 }

// TestMeasure proves the page of GB/T 9704 as a checker measures it: A4, the first line
// 37 mm from the top, the left edge at 28 mm and the right one at 184 mm, 22 lines of 28
// characters, the number 7 mm below the type area.
func TestMeasure(t *testing.T) {
	r := sample.Full()
	r.Texts["preface"] = strings.Repeat("政府信息公开工作年度报告", 180)
	path, _, _ := drawn(t, r)
	pages := measured(t, path)
	for n, lines := range pages {
		number, text := lines[len(lines)-1], lines[:len(lines)-1]
		if !near(lines[0].top, 37) {
			t.Errorf("page %d begins at %.2f mm", n+1, lines[0].top)
		}
		if want := "—" + strconv.Itoa(n+1) + "—"; number.text != want {
			t.Errorf("page %d has the number %q", n+1, number.text)
		}
		const inset = 14 * 25.4 / 72 // one character
		// The dash of the face stands 0.3 em above the baseline, that 0.12 em above the bottom.
		if dash := number.bottom - (0.3+0.12)*inset; !near(dash, 37+225+7) {
			t.Errorf("the dash of page %d stands at %.2f mm", n+1, dash)
		}
		if n%2 == 0 && !near(number.right, 184-inset) || n%2 == 1 && !near(number.left, 28+inset) {
			t.Errorf("the number of page %d reaches from %.2f to %.2f mm", n+1, number.left, number.right)
		}
		for _, l := range text {
			if l.left < 28-0.5 || l.right > 184+0.5 || l.bottom > 262 {
				t.Errorf("page %d: %q reaches to %.2f, %.2f, %.2f mm", n+1, l.text, l.left, l.right, l.bottom)
			}
		}
	}
	for n, page := range pages[1:3] { // nothing but text
		lines := page[:len(page)-1]
		if len(lines) != 22 {
			t.Errorf("page %d has %d lines", n+2, len(lines))
		}
		for i, l := range lines {
			if want := 37 + float64(i)*225/22; math.Abs(l.top-want) > 0.05 {
				t.Errorf("page %d line %d stands at %.2f mm, not at %.2f", n+2, i+1, l.top, want)
			}
			if k := utf8.RuneCountInString(l.text); k != 28 || !near(l.left, 28) || !near(l.right, 184) {
				t.Errorf("page %d line %d has %d characters from %.2f to %.2f mm", n+2, i+1, k, l.left, l.right)
			}
		}
	}
}
