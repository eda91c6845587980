package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/model/reading"
)

// foreign finds another body's name where one's own is meant, as it is left over from
// the report that served as a pattern: before the year in a title, before what a body
// tells of itself (Words), before what is its own (Owns), after 我, where the public is told whom to ask. A sentence
// with one of Not tells of others; names in 《》 and in quotation marks are theirs.
func (c *checking) foreign() {
	own := c.own()
	if own == nil {
		c.lacks("没有单位名称，或者不认得是哪一类单位")
		return
	}
	c.lookedThrough()
	look := func(id Ref, text string, title bool) {
		told := map[string]bool{}
		for _, words := range own.others(text, c.rule, title) {
			if !told[words] {
				told[words] = true
				c.report(fmt.Sprintf("“%s”和本单位的名称“%s”对不上，请核对是不是从别处带来的。", words, c.Office), id).Words = words
			}
		}
	}
	look(RefTitle, c.Title, true)
	for _, t := range c.prose {
		look(t.id, t.text, false)
	}
}

// own is what a body goes by.
type own struct {
	names []string // of the body and its superiors
	short string   // 白杨镇
	ends  []string // of the names of bodies like it
	acts  bool     // other bodies of its kind do not act in its report
	units []string // 我镇, 本镇: what others call themselves
	last  starts   // the last characters of both
}

// calls are what bodies call themselves behind 我 and 本, with characters that make
// another word of it: 我局限于, 本乡本土.
var calls = []struct{ unit, not string }{
	{"镇", "静定痛守压"},
	{"乡", "村镇里亲音情土本"},
	{"街道", ""},
	{"局", "限面势中长"},
	{"鎮", "靜定守壓"},
	{"鄉", "村鎮裡親音情土本"},
}

func (c *checking) own() *own {
	office := trimSpace(c.Office)
	short := strings.TrimSuffix(strings.TrimSuffix(office, "人民政府"), "政府")
	if short == "" {
		return nil
	}
	o := &own{names: append(append([]string{office}, c.desk.Names...), c.desk.Above...)}
	switch cmp.Or(c.Kind, KindOf(office)) {
	case Township, Subdistrict:
		o.ends, o.acts = []string{"镇", "乡", "街道", "鎮", "鄉"}, true
	case County:
		o.ends = []string{"县", "区", "縣", "區"}
	case Department:
		o.ends = []string{"局"}
	default:
		return nil
	}
	o.short = lastPlace(strings.TrimSuffix(short, "办事处"))
	for _, call := range calls {
		if !slices.ContainsFunc(append([]string{short}, c.desk.Names...), func(name string) bool {
			return strings.Contains(name, call.unit) || call.unit == "街道" && strings.Contains(name, "街")
		}) {
			o.units = append(o.units, call.unit)
		}
	}
	for _, end := range append(slices.Clone(o.ends), o.units...) {
		r, _ := utf8.DecodeLastRuneInString(end)
		o.last.add(r)
	}
	return o
}

// lastPlace is the last place of a name: of 重庆市涪陵区南沱镇, 南沱镇.
func lastPlace(name string) string {
	runes := []rune(name)
	for i := len(runes) - 2; i > 0; i-- {
		if strings.ContainsRune("省市县区州盟旗縣區", runes[i-1]) && i < len(runes)-1 {
			return string(runes[i:])
		}
	}
	return name
}

// is says that a name is one's own or a superior's, in full or shortened: 住建局 is
// 住房和城乡建设局.
func (o *own) is(name string) bool {
	return slices.ContainsFunc(o.names, func(full string) bool {
		rest := full
		for _, r := range name {
			i := strings.IndexRune(rest, r)
			if i < 0 {
				return false
			}
			rest = rest[i+utf8.RuneLen(r):]
		}
		return true
	})
}

// others are the names of other bodies in a text where one's own is meant.
func (o *own) others(text string, rule *Rule, title bool) (out []string) {
	for i, r := range text {
		if !o.last.has(r) {
			continue
		}
		to := i + utf8.RuneLen(r)
		for _, end := range o.ends {
			if strings.HasSuffix(text[:to], end) {
				if words := o.nameAt(text, to-len(end), to, rule, title); words != "" {
					out = append(out, words)
				}
			}
		}
		for _, unit := range o.units {
			we, ok := strings.CutSuffix(text[:to], unit)
			ok = ok && !title && (strings.HasSuffix(we, "我") || strings.HasSuffix(we, "本"))
			if from := len(we) - len("我"); ok && o.calls(text, to, unit) && !named(text, from) {
				out = append(out, text[from:to])
			}
		}
	}
	return out
}

// calls says that a unit behind 我 or 本 is a word of its own.
func (o *own) calls(text string, at int, unit string) bool {
	next, _ := utf8.DecodeRuneInString(text[at:])
	for _, c := range calls {
		if c.unit == unit && strings.ContainsRune(c.not, next) {
			return false
		}
	}
	return unit != "局" || next != '部' || strings.HasPrefix(text[at:], "部署")
}

// nameAt is the name of another body that ends at a place, "" if there is none where
// one's own is meant.
func (o *own) nameAt(text string, from, to int, rule *Rule, title bool) string {
	if r, _ := utf8.DecodeLastRuneInString(text[:from]); !han(r) || strings.ContainsRune(noName, r) || strings.HasSuffix(text[:to], o.short) {
		return ""
	}
	begin, lead := o.begins(text, from)
	stem := text[begin:from]
	if stem == "" || !isStem(stem) || o.is(stem+text[from:to]) || named(text, begin) {
		return ""
	}
	name, rest := text[begin:to], afterBody(text[to:])
	if ofYear(rest) {
		return name
	}
	if title {
		return ""
	}
	sentence := sentenceOf(text, begin, to)
	if strings.Contains(sentence, o.short) || slices.ContainsFunc(rule.Not, func(w string) bool { return strings.Contains(sentence, w) }) {
		return ""
	}
	switch {
	case !o.acts:
	case lead == "我" || lead == "本":
		return name
	case slices.Contains(asks, lead) && strings.Contains(cutClause(rest), "联系"), lead == "由" && strings.Contains(cutClause(rest), "编制"):
		return name
	case (lead != "…" || !han(lastRune(text[:begin]))) && lastRune(text[:begin]) != '、' &&
		slices.ContainsFunc(rule.Owns, func(w string) bool { return strings.HasPrefix(rest, w) }):
		return name
	case lead == "" && slices.ContainsFunc(rule.Words, func(w string) bool { return strings.HasPrefix(rest, w) }):
		return name
	}
	return ""
}

// asks are words before the body that the public is to ask.
var asks = []string{"请与", "可与", "可以与", "请同", "請與", "可與"}

// leads are words behind which a name begins.
var leads = append([]string{"我", "本", "由", "现将", "编制", "公布", "发布", "發布", "在", "通过", "依托", "成立", "利用", "登录", "运行"}, asks...)

// begins gives the place where a name begins, and the word before it: "" at the start of
// what a sentence tells.
func (o *own) begins(text string, from int) (begin int, lead string) {
	begin = from
	for n := 0; begin > 0 && n < 10; n++ {
		r, size := utf8.DecodeLastRuneInString(text[:begin])
		if !han(r) || (r == '年' || r == '度') && yearOnly(text[:begin]) {
			break
		}
		for _, w := range leads {
			if strings.HasSuffix(text[:begin], w) && begin < from {
				return o.past(text, begin, from), w
			}
		}
		begin -= size
	}
	lead = "…"
	if starts := text[:begin]; startsSentence(starts) {
		lead = ""
	}
	return o.past(text, begin, from), lead
}

// past is where the name of the place itself begins, behind those of its superiors.
func (o *own) past(text string, begin, from int) int {
	for i, r := range text[begin:from] {
		if end := begin + i + utf8.RuneLen(r); strings.ContainsRune("省市县区州盟旗縣區", r) && end < from {
			return o.past(text, end, from)
		}
	}
	return begin
}

// startsSentence says that a sentence, or what it tells, begins behind a text: after a
// stop, after 2026年，, after 按照要求，.
func startsSentence(before string) bool {
	before = strings.TrimRight(before, " 　")
	r, size := utf8.DecodeLastRuneInString(before)
	if before == "" || strings.ContainsRune("。；！？\n;）)、", r) && r != '、' {
		return true
	}
	if r == '年' || r == '度' {
		return yearOnly(before)
	}
	if r != '，' && r != ',' {
		return false
	}
	clause := before[:len(before)-size]
	if i := strings.LastIndexAny(clause, "。；！？\n;"); i >= 0 {
		_, size := utf8.DecodeRuneInString(clause[i:])
		clause = clause[i+size:]
	}
	clause = strings.TrimSpace(clause)
	for _, w := range []string{"按照", "根据", "依照", "依据", "为", "围绕", "今年", "本年", "一年来", "近年来", "全年", "按", "據", "為"} {
		if strings.HasPrefix(clause, w) {
			return true
		}
	}
	return yearOnly(clause)
}

// yearOnly says that a text ends in a year that begins a sentence: 2026年, 2026年度.
func yearOnly(text string) bool {
	rest := strings.TrimSuffix(strings.TrimSuffix(text, "以来"), "度")
	rest, ok := strings.CutSuffix(rest, "年")
	digits := 0
	for ok && rest != "" {
		r, size := utf8.DecodeLastRuneInString(rest)
		if reading.Digit(r) < 0 {
			break
		}
		digits++
		rest = rest[:len(rest)-size]
	}
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(rest, " 　"))
	return digits == 4 && (rest == "" || strings.ContainsRune("。；！？\n;", r))
}

// noName are characters that no name of a place has.
const noName = "的了等个個们們我该該每某两兩几其此将將把被按照据通由经已未没并且都也是为為与與及各全本乡镇村街鄉鎮辖属請请可"

// isStem says that characters may be the name of a place: 石桥, and not 各 or 中心.
func isStem(stem string) bool {
	n := 0
	for _, r := range stem {
		if n++; !han(r) || strings.ContainsRune(noName, r) {
			return false
		}
	}
	first, _ := utf8.DecodeRuneInString(stem)
	last, _ := utf8.DecodeLastRuneInString(stem)
	return n <= 4 && n > 1 && !strings.ContainsRune("号號路原在从從对對到于於同向因以当當旧", first) && !strings.ContainsRune("集城市小重制心点范色强名国", last)
}

func lastRune(text string) rune {
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}

// afterBody is what follows the name of a body's place and its kind.
func afterBody(rest string) string {
	for _, w := range []string{"人民政府", "党委、政府", "党委政府", "政府", "办事处", "街道办事处", "街道办", "党工委、办事处", "黨委、政府"} {
		if r, ok := strings.CutPrefix(rest, w); ok {
			return r
		}
	}
	return rest
}

// ofYear says that a year's report of this kind is named: 2026年政府信息公开….
func ofYear(rest string) bool {
	rest = strings.TrimLeft(strings.TrimPrefix(rest, "关于"), " 　\n")
	for range 4 {
		r, size := utf8.DecodeRuneInString(rest)
		if reading.Digit(r) < 0 {
			return false
		}
		rest = rest[size:]
	}
	rest, ok := strings.CutPrefix(rest, "年")
	rest = strings.TrimPrefix(rest, "度")
	for _, w := range []string{"政府信息公开", "政务信息公开", "政务公开", "信息公开", "政府信息公開", "政務公開", "信息公開"} {
		if strings.HasPrefix(rest, w) {
			return ok && (strings.Contains(cutClause(rest), "报告") || strings.Contains(cutClause(rest), "年报") || strings.Contains(cutClause(rest), "報告"))
		}
	}
	return false
}

// cutClause is a text up to the next mark.
func cutClause(text string) string {
	if i := strings.IndexAny(text, "，。；！？\n,;"); i >= 0 {
		return text[:i]
	}
	return text
}

// sentenceOf is the sentence around a place.
func sentenceOf(text string, from, to int) string {
	if i := strings.LastIndexAny(text[:from], "。！？\n"); i >= 0 {
		_, size := utf8.DecodeRuneInString(text[i:])
		text, to = text[i+size:], to-i-size
	}
	if i := strings.IndexAny(text[to:], "。！？\n"); i >= 0 {
		text = text[:to+i]
	}
	return text
}

// named says that a place lies in 《》 or in quotation marks.
func named(text string, at int) bool {
	if i := strings.LastIndexByte(text[:at], '\n'); i >= 0 {
		text, at = text[i+1:], at-i-1
	}
	before := text[:at]
	return strings.Count(before, "《") > strings.Count(before, "》") || strings.Count(before, "“") > strings.Count(before, "”") ||
		strings.Count(before, "「") > strings.Count(before, "」")
}
