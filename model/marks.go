package model

import (
	"fmt"
	"strings"

	"nianbao/model/reading"
)

// Brackets, quotation marks and punctuation.

// bracket is an opening bracket or quotation mark.
type bracket struct {
	mark rune
	at   int
}

// fellows are the brackets and quotation marks that close those that open. Brackets of
// either width close each other; the first is the right one.
var fellows = map[rune]string{
	'（': "）)", '(': ")）", '［': "］]", '[': "]］", '〔': "〕", '【': "】", '《': "》", '〈': "〉",
	'“': "”", '‘': "’", '「': "」", '『': "』",
}

const (
	openings = "（(［[〔【《〈“‘「『"
	quotes   = "“‘「『"
	points   = "，。、；：" // of which two never stand side by side
	manyHalf = 3       // half-width marks are a habit from here on
)

// widths are the full-width marks for half-width ones.
var widths = map[rune]rune{',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）'}

func (w *writing) at(i int) rune {
	if i < 0 || i >= len(w.text) {
		return '\n'
	}
	return w.text[i]
}

// chinese says that a character is of Chinese text: a character or a mark.
func chinese(r rune) bool {
	return han(r) || strings.ContainsRune("，。、；：？！）（》《”“」「〕〔】【—…", r)
}

// mark looks at a character that is no Chinese one.
func (w *writing) mark(i int) {
	r := w.text[i]
	switch r {
	case '，', '；', '：', '？', '！', '（', '）':
		w.wide++
	case ',', ';', ':', '?', '!':
		if w.amongChinese(i) {
			w.half = append(w.half, mend{i, i + 1, string(widths[r])})
		}
	case '"':
		w.straight = append(w.straight, i)
	case ' ', '　', '\u00a0':
		if han(w.at(i-1)) && han(w.at(i+1)) {
			w.spaces = append(w.spaces, i)
		}
		return
	}
	switch r {
	case '，', '。', '、', '；', '：', ',', ';':
		w.prose = w.prose || r == '。' || r == '，' || r == ','
		w.stops = w.stops || r == '。' || r == '；'
		w.point(i)
	case '（', '(', '［', '[', '〔', '【', '《', '〈', '“', '‘', '「', '『':
		w.opens(i)
	case '）', ')', '］', ']', '〕', '】', '》', '〉', '”', '’', '」', '』':
		w.closes(i)
	}
}

// isPoint says that a character is a mark of which two never stand side by side.
func isPoint(r rune) bool {
	switch r {
	case '，', '。', '、', '；', '：', ',', ';':
		return true
	}
	return false
}

// amongChinese says that a half-width mark stands in Chinese text: not in 10:30 or a
// web address.
func (w *writing) amongChinese(i int) bool {
	k := i - 1
	for w.at(k) == ',' || w.at(k) == ';' {
		k--
	}
	before, after := w.at(k), w.at(i+1)
	if after == ' ' {
		after = w.at(i + 2)
	}
	return chinese(before) || (reading.Digit(before) >= 0 || strings.ContainsRune(`%)"’`, before)) && chinese(after)
}

// point looks at a comma, stop or colon: two side by side are one too many, and none
// begins a paragraph.
func (w *writing) point(i int) {
	if isPoint(w.at(i-1)) && i > w.start {
		return // told with the first
	}
	end := i + 1
	for end < len(w.text) && isPoint(w.text[end]) {
		end++
	}
	if end == i+1 {
		if w.blankBefore(i) && strings.ContainsRune(points, w.text[i]) {
			w.add(i, end, "", true, "一段的开头不能是“%c”。", w.text[i])
		}
		return
	}
	words := w.words(i, end)
	switch first, last := w.text[i], w.text[end-1]; {
	case !strings.ContainsAny(words, points) && !chinese(w.at(i-1)):
	case strings.Trim(words, "。") == "" && end > i+2:
		w.add(i, end, "……", true, "省略号应当写作“……”，不用“%s”。", words)
	case strings.Trim(words, string(first)) == "", last == '。':
		w.add(i, end, string(last), true, "“%s”多了标点，应当只用“%c”。", words, last)
	default:
		w.add(i, end, "", false, "“%s”是连在一起的标点，应当只留一个。", words)
	}
}

// blankBefore says that a paragraph begins here.
func (w *writing) blankBefore(i int) bool {
	for i > w.start && (w.text[i-1] == ' ' || w.text[i-1] == '　') {
		i--
	}
	return i == w.start
}

func (w *writing) opens(i int) {
	r := w.text[i]
	if k := len(w.open) - 1; (r == '“' || r == '‘') && k >= 0 && w.open[k].mark == r {
		// A mark of this kind inside itself: it closes, unless the next one does.
		if closer := []rune(fellows[r])[0]; w.next(i+1, r, closer) != closer {
			w.add(w.open[k].at, i+1, w.words(w.open[k].at, i)+string(closer), true,
				"“%s”的引号应当一前一后，后一个用“%c”。", w.words(w.open[k].at, i+1), closer)
			w.open = w.open[:k]
			return
		}
	}
	w.open = append(w.open, bracket{r, i})
}

func (w *writing) closes(i int) {
	r := w.text[i]
	for k := len(w.open) - 1; k >= 0; k-- {
		b := w.open[k]
		at := strings.IndexRune(fellows[b.mark], r)
		if at < 0 {
			continue
		}
		for _, lone := range w.open[k+1:] {
			w.unclosed(lone)
		}
		w.open = w.open[:k]
		w.pair(b, i, at == 0)
		return
	}
	switch {
	case r == '’' && (reading.Digit(w.at(i-1)) >= 0 || w.at(i-1) < 0x250): // an apostrophe
	case (r == ')' || r == '）') && w.listed(i):
	case r == '”' && w.next(i+1, '“', '”') == '”':
		w.add(i, i+1, "“", true, "引号应当一前一后，这里的“””应当用“““。")
		w.open = append(w.open, bracket{'“', i})
	default:
		from := i
		for from > w.start && i-from < context && !strings.ContainsRune(points, w.text[from-1]) {
			from--
		}
		w.add(from, i+1, "", false, "“%s”的“%c”前面没有与它成对的“%c”，请补上或者删去。", w.words(from, i+1), r, opener(r))
	}
}

// context is how many characters beside a bracket tell which one is meant.
const context = 6

// opener is the mark that a closing one belongs to.
func opener(closing rune) rune {
	for _, r := range openings {
		if []rune(fellows[r])[0] == closing {
			return r
		}
	}
	return closing
}

// next is the first of two marks that follows in the paragraph, 0 if neither does.
func (w *writing) next(i int, a, b rune) rune {
	for ; i < len(w.text) && w.text[i] != '\n'; i++ {
		if w.text[i] == a || w.text[i] == b {
			return w.text[i]
		}
	}
	return 0
}

// listed says that a closing bracket belongs to a number in a list: 1）, 一), a).
func (w *writing) listed(i int) bool {
	k := i
	for k > w.start && i-k <= 3 && (reading.Digit(w.text[k-1]) >= 0 || counts(w.text[k-1]) || w.text[k-1] >= 'a' && w.text[k-1] <= 'z') {
		k--
	}
	before := w.at(k - 1)
	return k < i && (k == w.start || before == ' ' || before == '　' || strings.ContainsRune("，。、；：,;:", before))
}

// pair looks at a bracket and its fellow.
func (w *writing) pair(b bracket, i int, same bool) {
	switch {
	case !same:
		wide := map[rune]string{'(': "（", '（': "（", '[': "［", '［': "［"}[b.mark]
		by := wide + w.words(b.at+1, i) + fellows[[]rune(wide)[0]][:len("）")]
		if i-b.at > 3*context { // the words between are not to be told
			w.add(b.at, i+1, by, true, "“%c”和“%c”一个全角、一个半角，应当都用全角。", b.mark, w.text[i])
		} else {
			w.add(b.at, i+1, by, true, "“%s”的括号一个全角、一个半角，应当写作“%s”。", w.words(b.at, i+1), by)
		}
	case b.mark == '(':
		if chinese(w.at(b.at-1)) || chinese(w.at(b.at+1)) || chinese(w.at(i-1)) {
			w.half = append(w.half, mend{b.at, b.at + 1, "（"}, mend{i, i + 1, "）"})
		}
	}
	w.name(b, i)
}

// unclosed tells of an opening bracket without its fellow.
func (w *writing) unclosed(b bracket) {
	to := b.at + 1
	for to < len(w.text) && to-b.at <= context && w.text[to] != '\n' && !strings.ContainsRune(points, w.text[to]) {
		to++
	}
	w.add(b.at, to, "", false, "“%s”的“%c”后面没有与它成对的“%c”，请补上或者删去。", w.words(b.at, to), b.mark, []rune(fellows[b.mark])[0])
}

// endParagraph looks at what a paragraph leaves open. A quotation may go on in the next.
func (w *writing) endParagraph(i int) {
	quoted := w.open[:0]
	for _, b := range w.open {
		if strings.ContainsRune(quotes, b.mark) {
			quoted = append(quoted, b)
		} else {
			w.unclosed(b)
		}
	}
	w.open = quoted
	if len(w.spaces) <= 2 && w.prose {
		for _, k := range w.spaces {
			if k-w.start > 3 { // behind a number or title
				w.add(k-1, k+2, w.words(k-1, k)+w.words(k+1, k+2), true, "“%s”中间多了空格，应当写作“%c%c”。", w.words(k-1, k+2), w.text[k-1], w.text[k+1])
			}
		}
	}
	w.straighten()
	w.stopped(i)
	w.spaces, w.start, w.prose, w.stops = w.spaces[:0], i+1, false, false
}

// straighten takes straight quotation marks by twos, where the words between are Chinese.
func (w *writing) straighten() {
	for k := 0; k+1 < len(w.straight); k += 2 {
		if from, to := w.straight[k], w.straight[k+1]; chinese(w.at(from+1)) || chinese(w.at(to-1)) {
			w.half = append(w.half, mend{from, from + 1, "“"}, mend{to, to + 1, "”"})
		}
	}
	w.straight = w.straight[:0]
}

func (w *writing) endText() {
	for _, b := range w.open {
		w.unclosed(b)
	}
	w.sequence()
}

// halfHere tells of the half-width marks of a text.
func (c *checking) halfHere(i int, w *writing) {
	if len(w.half) == 0 {
		return
	}
	places := w.half
	first := places[0]
	says := fmt.Sprintf("“%s”是半角标点，应当用全角的“%s”。", w.words(first.from, first.to), first.by)
	if len(places) > 1 {
		says = fmt.Sprintf("有 %d 处半角标点，中文里应当用全角，例如“%s”改为“%s”。", len(places), w.words(first.from, first.to), first.by)
	}
	f := c.report(says, c.prose[i].id)
	f.Words = seek(w.text, max(0, first.from-1), first.to)
	f.Fix = c.mending(c.prose[i].id, places)
}

// halfThroughout tells of the half-width marks of a report that has hardly any others.
func (c *checking) halfThroughout(texts []*writing, n int) {
	var f *Finding
	for i, w := range texts {
		if len(w.half) == 0 {
			continue
		}
		places := w.half
		if f == nil {
			f = c.report(fmt.Sprintf("全文的标点大多是半角，共 %d 处，中文里应当用全角。", n), c.prose[i].id)
			f.Words = seek(w.text, max(0, places[0].from-1), places[0].to)
		}
		f.Fix = append(f.Fix, c.mending(c.prose[i].id, places)...)
	}
}
