package model

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/model/reading"
)

// foreign finds another body's name where one's own is meant, as it is left over from
// the report that served as a pattern: before the year in a title, where a text tells
// what the body does, has or decided, and in the texts that name hardly any other
// (Texts). What stands in 《》 or is quoted is others', and so is what a sentence tells
// of neighbours.
func (c *checking) foreign() {
	own := c.ownNames()
	if own == nil {
		c.lacks("没有单位名称，或者不认得是哪一类单位")
		return
	}
	c.lookedThrough()
	search := func(id Ref, text reading.Script) {
		l := look{
			own: own, plain: text.Plain(), words: c.rule.bodies,
			title: id == RefTitle, formal: slices.Contains(c.rule.Texts, id),
		}
		told := map[string]bool{}
		for _, m := range l.others() {
			if words := text.Words(m.from, m.to); !told[words] {
				told[words] = true
				c.report(fmt.Sprintf("“%s”和本单位的名称“%s”对不上，请核对是不是从别处带来的。", words, c.Office), id).Words = words
			}
		}
	}
	search(RefTitle, reading.NewScript(c.Title))
	for i := range c.prose {
		search(c.prose[i].id, c.prose[i].Script)
	}
}

// look is a search through one text.
type look struct {
	*own
	plain         []rune
	words         *bodyWords
	title, formal bool
}

// others are the names of other bodies where one's own is meant.
func (l *look) others() (out []mention) {
	for i, r := range l.plain {
		if !l.last.Has(r) {
			continue
		}
		to := i + 1
		for _, end := range l.ends {
			if hasSuffix(l.plain[:to], end) {
				if m, ok := l.mentionAt(to-len(end), to); ok && !l.is(l.plain[m.from:m.to]) && l.meant(m) {
					out = append(out, m)
				}
			}
		}
		if hasSuffix(l.place, []rune{r}) {
			if m, ok := l.mentionAt(i, to); ok && !l.isPlace(l.plain[m.from:m.to]) && l.elsewhere(&m) {
				out = append(out, m)
			}
		}
		for _, k := range l.calls {
			if from := to - len(k.unit) - 1; from >= 0 && hasSuffix(l.plain[:to], k.unit) && l.called(from, to, k) {
				out = append(out, mention{from, from, to})
			}
		}
	}
	return out
}

// called says that 我镇 or 本镇 stands at a place, where the body is no 镇.
func (l *look) called(from, to int, k call) bool {
	if r := l.plain[from]; l.title || r != '我' && r != '本' || l.quoted(from) != 0 {
		return false
	}
	rest := l.plain[to:]
	return len(rest) == 0 || !strings.ContainsRune(k.not, rest[0]) || hasPrefix(rest, []rune("部署"))
}

// meant says that a text means one's own where it names a body like it.
func (l *look) meant(m mention) bool {
	rest, before := l.behindBody(m.to), l.plain[:m.from]
	if quote := l.quoted(m.from); quote != 0 {
		called := hasSuffix(before, []rune("简称“")) || hasSuffix(before, []rune("简称为“"))
		return quote == '“' && len(rest) > 1 && rest[0] == '”' && l.plain[m.from-1] == '“' && (called && l.formal || l.words.owns.begins(rest[1:])) ||
			quote == '《' && l.formal && ofYear(rest) // 编制《石桥镇2026年政府信息公开工作年度报告》
	}
	switch {
	case ofYear(rest):
		return true
	case l.title || lastRune(before) == '、' || l.words.places.begins(rest) && !l.words.deeds.begins(rest) && !l.formal:
		return false
	case l.kind == Department: // others of one's own county are named rightly
		before, placed := cutSuffix(before, l.place)
		return placed && len(l.place) > 0 && l.asked(before, rest)
	case l.asked(before, rest) && (l.formal || !l.tellsOfOthers(m)), l.formal && (l.kind != County && l.kind != City || hasPrefix(l.plain[m.to:], []rune("人民政府"))):
		return true
	case l.tellsOfOthers(m):
		return false
	case strings.ContainsRune("我本", lastRune(before)), l.words.deeds.begins(rest):
		return true
	case l.beside(before):
		return false
	case l.words.owns.begins(rest):
		return l.opens(m.from) || l.words.behind.ends(before, 1)
	}
	return l.opens(m.from) && (l.words.tells.begins(rest) || yearOf(rest) > 0)
}

// elsewhere says that a text means one's own where it names another place: the same
// bureau of another county, another county's government. The name grows by the bureau's.
func (l *look) elsewhere(m *mention) bool {
	rest := l.plain[m.to:]
	if l.quoted(m.from) != 0 || l.beside(l.plain[:m.from]) || lastRune(l.plain[:m.from]) == '、' {
		return false
	}
	if l.kind != County && hasPrefix(rest, l.unit) {
		m.to += len(l.unit)
		return l.title || l.formal || !l.words.others.in(l.around(*m, clauseEnds))
	}
	return l.formal && hasPrefix(rest, []rune("人民政府"))
}

// tellsOfOthers says that a sentence tells of neighbours, or names one's own beside them.
func (l *look) tellsOfOthers(m mention) bool {
	if l.words.others.in(l.around(m, sentenceEnds)) || l.namesOwn(m) {
		return true
	}
	clause := l.around(m, clauseEnds)
	for i, r := range clause {
		if (r == '我' || r == '本') && slices.ContainsFunc(likes[Township], func(end []rune) bool { return hasPrefix(clause[i+1:], end) }) {
			return true
		}
	}
	return false
}

// namesOwn says that a sentence names one's own body; “白杨镇事” is a name of another kind.
func (l *look) namesOwn(m mention) bool {
	sentence := l.around(m, sentenceEnds)
	for i := range sentence {
		if hasPrefix(sentence[i:], l.unit) && strings.Count(string(sentence[:i]), "“") == strings.Count(string(sentence[:i]), "”") {
			return true
		}
	}
	return false
}

// asked says that the public is told to ask a body: 请与…联系, 由…编制.
func (l *look) asked(before, rest []rune) bool {
	clause := string(cutClause(rest))
	return l.words.asks.ends(before, 1) && (strings.Contains(clause, "联系") || strings.Contains(clause, "反映")) ||
		lastRune(before) == '由' && slices.ContainsFunc([]string{"编制", "承担", "牵头", "承办"}, func(w string) bool { return strings.Contains(clause, w) })
}

// beside says that another body is named with one's own, or gone to: 与, 赴, but not 涉及.
func (l *look) beside(before []rune) bool {
	return l.words.beside.ends(before, 1) && !l.words.behind.ends(before, 2)
}

// opens says that a sentence, or what it tells, begins at a place: after a stop, after
// 2026年，, after 按照要求，.
func (l *look) opens(at int) bool {
	for at > 0 && l.plain[at-1] == ' ' {
		at--
	}
	return at == 0 || strings.ContainsRune(clauseEnds+")中后", l.plain[at-1]) || l.inYear(at) || l.past(at) ||
		slices.ContainsFunc([]string{"本年度", "全年", "今年", "本年", "年内", "一年来"}, func(w string) bool { return hasSuffix(l.plain[:at], []rune(w)) })
}

// past says that the name of a superior place begins a clause: 青石县石桥镇.
func (l *look) past(at int) bool {
	if !strings.ContainsRune(superiors, l.plain[at-1]) {
		return false
	}
	for n := 2; n < 8 && at-n > 0; n++ {
		if strings.ContainsRune(clauseEnds, l.plain[at-n-1]) || l.inYear(at-n) {
			return true
		}
	}
	return at < 9 && !slices.ContainsFunc(l.plain[:at], func(r rune) bool { return !han(r) })
}

func lastRune(text []rune) rune {
	if len(text) == 0 {
		return 0
	}
	return text[len(text)-1]
}
