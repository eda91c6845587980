package reading

import (
	"slices"
	"strconv"
	"strings"
)

// The items of a list, as they stand in a sentence.

// item is a part in a list.
type item struct {
	number Number
	at     int
	sep    rune // the mark before it
	class  tag  // of what it counts
	does   bool // its clause says what was done: 发布, 整改
	last   bool // it is what is left: 其余
	share  bool // it is told as what it takes up: 网站占203条
	ends   bool // the list may be over behind it
}

// countable says that a number is one of things, which can be told apart.
func countable(n Number) bool {
	_, whole := n.whole()
	return whole && !slices.Contains([]string{"", "%", "％", "‰", "元", "万元", "亿元", "年", "天", "个百分点", "百分点", "倍", "个工作日", "工作日", "小时"}, n.Unit)
}

// papers are counting words that lists mix: 信息47条，其中文件22件.
var papers = []string{"条", "件", "份", "篇", "则", "例", "宗", "起", "件次"}

func alike(a, b Number) bool {
	return a.Unit == b.Unit || slices.Contains(papers, a.Unit) && slices.Contains(papers, b.Unit)
}

// roughly says that a number is told as about so much.
func roughly(ts []token, i int) bool {
	return ts[i].number.Rough || i > 0 && ts[i-1].kind == word && ts[i-1].tag == "rough" || i+1 < len(ts) && ts[i+1].kind == word && ts[i+1].tag == "rough-behind"
}

func numbers(items []item) (out []Number) {
	for _, it := range items {
		out = append(out, it.number)
	}
	return out
}

// listed reads the parts that begin at a place. The list ends where something else is
// told: in another counting word, or of another kind than the first part (办结 behind
// 自然人). What is told of a part in brackets, or behind another 其中, is none.
func listed(ts []token, from int) (out []item, open bool) {
	if from >= len(ts) {
		return nil, false
	}
	depth, now, sep, sub, apart := ts[from].depth, item{}, rune(0), false, true
	var shares float64
	for i := from; i < len(ts); i++ {
		t := ts[i]
		switch {
		case t.depth > depth:
		case t.depth < depth:
			return out, open || partial(shares)
		case t.kind == mark && t.mark == ':':
			if len(out) > 0 && !apart {
				sub = true
			}
		case t.kind == mark:
			open = open || now.last && apart // 其余为企业
			if t.mark == ';' && len(out) > 1 && out[len(out)-1].sep != ';' {
				if inner(ts, from, i) {
					return out, open || partial(shares)
				}
				out[len(out)-1].ends = true
			}
			sep, apart, now = t.mark, true, item{}
			sub = sub && t.mark != ';'
		case opensList(t):
			if len(out) == 0 {
				return nil, true
			}
			if !slices.ContainsFunc(ts[i:], func(t token) bool { return t.kind == mark && t.mark == ';' && t.depth == depth }) {
				return out, open || partial(shares)
			}
			sub = true
		case t.kind == word && t.tag == "and-so-on":
			if i+1 == len(ts) || ts[i+1].kind == mark {
				return out, true
			}
		case t.kind == word && compares(t.tag): // 、较上年多1件
			if len(out) == 0 {
				return nil, open
			}
			now.class = "among"
		case t.kind == word && t.tag == "among" && ts[i-1].kind != mark:
			now.class = "among"
		case t.kind == word && t.tag == "link" && !apart: // 6件以及其他组织3件
			sep, apart, now = '、', true, item{}
		case t.kind == word && t.tag == "share":
			now.share = true
		case t.kind == word && t.tag == "rest":
			now.last = true
		case t.kind == word:
			now.does = now.does || t.does || t.tag == "looks-back"
			if c := class(t.tag); c != "" {
				now.class = c
			}
		case t.kind != number || sub:
		case t.number.Unit == "%" && !now.share: // 比上年增长25%
		case t.number.Unit == "%":
			if x, err := strconv.ParseFloat(t.number.Digits, 64); err == nil {
				shares += x
			}
		case now.class == "among": // 工作动态中民生类12条
		default:
			if i+2 < len(ts) && (opensAmong(ts[i+1]) || opensAmong(ts[i+2])) { // 497条信息中有
				return nil, true
			}
			if !apart || !countable(t.number) || len(out) > 0 && !alike(t.number, out[0].number) {
				return out, open || partial(shares)
			}
			if len(out) > 0 && now.last { // of the parts, or of a greater whole: 剩余1件结转下年
				out[len(out)-1].ends = true
			}
			if len(out) > 0 && !now.last && !together(now.class, out[0].class, sep) {
				if len(out) == 1 {
					return out, open || partial(shares)
				}
				out[len(out)-1].ends = true
			}
			now.number, now.at, now.sep = t.number, i, sep
			if i+1 < len(ts) && ts[i+1].kind == word && ts[i+1].tag == "rough-behind" {
				now.number.Rough = true
			}
			out, apart = append(out, now), false
		}
	}
	return out, open || partial(shares) || now.last && apart
}

// opensAmong says that a word takes a part out of what stands before it.
func opensAmong(t token) bool { return t.kind == word && t.tag == "among" }

// opensList says that a word opens a list of parts.
func opensList(t token) bool {
	return t.kind == word && slices.Contains([]tag{"part", "holds", "some", "open-list"}, t.tag)
}

// inner says that the list that began at a place and comes to a semicolon is one within
// another: 机构类20条，其中领导10条、职能10条；工作类11条，其中….
func inner(ts []token, from, stop int) bool {
	for i := range from - 1 {
		if ts[i].kind == mark && ts[i].mark == ';' || opensList(ts[i]) && ts[from-1].kind != mark {
			return true
		}
	}
	for _, t := range ts[stop+1:] {
		if t.kind == mark && t.mark == ';' {
			break
		}
		if opensList(t) {
			return true
		}
	}
	return false
}

// partial says that the shares of the parts are told and come to less than all.
func partial(shares float64) bool { return shares > 0 && shares < 98 }

// together says that parts of two classes may stand in a list. 公开 is a result, or what was
// done with information; behind 、 a list goes on.
func together(a, b tag, sep rune) bool {
	return a == b || a == "open" && (b == "" || b == "result") || b == "open" && (a == "" || a == "result") || sep == '、' && (a == "" || b == "")
}

// class puts the results of an application together: they are parts of one whole.
func class(act tag) tag {
	switch {
	case slices.Contains(results, act), strings.HasPrefix(act, "row/"):
		return "result"
	case act == "issued", act == "repealed", act == "in-force": // 新制定5件，修改4件
		return ""
	case act == "upheld", act == "corrected", act == "other-result", act == "pending":
		return "outcome"
	case strings.HasPrefix(act, "from/"):
		return "applicant"
	case act == "split":
		return act
	case act != "received" && act != "carried-in" && slices.Contains(acts, act):
		return act
	}
	return ""
}

// compared says that a number is told of another year or as a difference.
func compared(ts []token, i int) bool {
	for j := i + 1; j < len(ts) && ts[j].kind != mark && ts[j].kind != number; j++ { // 与上年的60件相比
		if ts[j].kind == word && ts[j].tag == "late" {
			return true
		}
	}
	for i--; i >= 0 && ts[i].kind != mark; i-- {
		if ts[i].kind == word && compares(ts[i].tag) {
			return true
		}
	}
	return false
}

// compares says that a word compares with another year.
func compares(t tag) bool {
	return t == "late" || t == "past" || t == "growth" || t == "decline"
}
