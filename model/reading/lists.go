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
	over   bool // the list may be over before it
}

// countable says that a number is one of things, which can be told apart.
func countable(n *Number) bool {
	switch n.Unit {
	case "", "%", "％", "‰", "元", "万元", "亿元", "年", "天", "个百分点", "百分点", "倍", "个工作日", "工作日", "小时":
		return false
	}
	_, whole := n.whole()
	return whole
}

// papers are counting words that lists mix: 信息47条，其中文件22件.
var papers = []string{"条", "件", "份", "篇", "则", "例", "宗", "起", "件次"}

func alike(a, b string) bool {
	return a == b || slices.Contains(papers, a) && slices.Contains(papers, b)
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

// listed reads the parts that begin at a place. The list ends where something of another kind
// than the first part is told (办结 behind 自然人). What is told of a part in brackets, or
// behind another 其中, is none, and neither is a comparison or what has another counting word;
// behind these, and behind a semicolon, the list may be over. open says that not all parts
// are told.
func listed(plain []rune, ts []token, from int) (out []item, open bool) {
	if from >= len(ts) {
		return nil, false
	}
	depth, now, sep := ts[from].depth, item{}, rune(0)
	sub, aside, apart, over, parted := false, false, true, false, false
	var shares []float64
	done := func() ([]item, bool) { return out, open || partial(shares, len(out)) || now.last && apart }
	for i := from; i < len(ts); i++ {
		t := &ts[i]
		switch {
		case t.depth > depth:
		case t.depth < depth:
			return done()
		case t.kind == mark && t.mark == ':':
			if len(out) > 0 && !apart {
				sub = true
			}
		case t.kind == mark:
			open = open || now.last && apart // 其余为企业
			if t.mark == ';' && sep != ';' && !parted && len(out) > 1 && inner(ts, from, i) {
				return done()
			}
			if t.mark == ';' && !parted && len(out) > 1 {
				over = true
			}
			parted = parted || t.mark == ';'
			if !apart || strings.IndexRune("、,;", t.mark) > strings.IndexRune("、,;", sep) { // of several the strongest
				sep = t.mark
			}
			apart, now = true, item{}
			sub, aside = sub && t.mark != ';', aside && t.mark == '、'
			if sub && t.mark == ',' && !semicolon(ts[i:], depth) {
				sub, over = false, true
			}
		case aside:
		case len(out) > 0 && respective(plain, ts, i): // 企业、其他组织分别为4件、2件
		case opensList(*t) && !headed(plain, *t):
			if len(out) == 0 {
				return nil, true
			}
			sub, over = true, over || !semicolon(ts[i:], depth)
		case t.kind == word && t.tag == "sorted" && len(out) > 0 && apart && i+1 < len(ts) && ts[i+1].kind == mark: // 从申请方式看，
			return done()
		case t.kind == word && t.tag == "count" && len(out) > 0 && apart && !subtotal(plain, ts, i): // 累计公开21件
			over = true
		case t.kind == word && t.tag == "and-so-on":
			if i+1 == len(ts) || ts[i+1].kind == mark {
				return out, true
			}
		case t.kind == word && t.tag == "link" && !apart: // 6件以及其他组织3件
			sep, apart, now = '、', true, item{}
		case t.kind == word && compares(t.tag):
			aside, over = true, true
		case t.kind == word && t.tag == "among":
			now.class = "among"
		case t.kind == word && t.tag == "rest":
			now.last = true
		case t.kind == word:
			now.does = now.does || t.does || t.tag == "looks-back"
			if c := class(t.tag); c != "" && (same(now.class) != "result" || same(c) == "result" || c == "outcome") { // 作部分公开处理
				now.class = c
			}
		case t.kind != number || sub, baseOf(ts, i):
		case t.number.Unit == "%":
			if x, err := strconv.ParseFloat(t.number.Digits, 64); err == nil {
				shares = append(shares, x)
			}
		case now.class == "among": // 工作动态中民生类12条
		case len(out) > 1 && totalled(plain, ts, i): // 两项合计28件
			apart = false
		case t.from > 0 && plain[t.from-1] == '各': // 两类各1件
			return out, true
		case len(out) > 1 && out[1].sep == ';' && sep != ';' && (now.class == "" || same(now.class) != same(out[0].class)): // 部分公开5件；不予公开4件，3件因…，1件因…；
			over = true
		case len(out) > 0 && (!countable(t.number) || !alike(t.number.Unit, out[0].number.Unit)):
			over = true
		default:
			if now.class == "" && apart {
				now.class = classBehind(ts, i)
			}
			if !apart || !countable(t.number) {
				return done()
			}
			if len(out) > 0 && !together(now.class, out[0].class, sep) {
				if sep != '、' && (sep != ',' || !loosely(now.class, out[0].class)) {
					return done()
				}
				over = over || ending(plain, ts[out[len(out)-1].at]) != ending(plain, *t) // 由村民提出的4件，由合作社提出的1件
			}
			now.number, now.at, now.sep, now.over = *t.number, i, sep, over
			if i+1 < len(ts) && ts[i+1].kind == word && ts[i+1].tag == "rough-behind" {
				now.number.Rough = true
			}
			if out == nil {
				out = make([]item, 0, 6)
			}
			out, apart, over = append(out, now), false, false
		}
	}
	return done()
}

// baseOf says that a number is what a percentage is one of: 占总量76件的84.2%.
func baseOf(ts []token, i int) bool {
	next := i + 1
	for next < len(ts) && (ts[next].kind == word && filler(ts[next].tag) || ts[next].kind == gap) {
		next++
	}
	if next >= len(ts) || ts[next].kind != number || ts[next].number.Unit != "%" {
		return false
	}
	for j := i - 1; j >= 0 && (ts[j].kind == word || ts[j].kind == gap); j-- {
		if ts[j].tag == "share" {
			return true
		}
	}
	return false
}

// totalled says that a number is told as the sum of some before it.
func totalled(plain []rune, ts []token, i int) bool {
	_, ok := totals(plain, ts, i)
	return ok
}

// subtotal says that the number behind a word is but a sum of some before it.
func subtotal(plain []rune, ts []token, i int) bool {
	for i < len(ts) && ts[i].kind == word {
		i++
	}
	return i < len(ts) && ts[i].kind == number && totalled(plain, ts, i)
}

// semicolon says that one stands among tokens outside of brackets.
func semicolon(ts []token, depth int16) bool {
	return slices.ContainsFunc(ts, func(t token) bool { return t.kind == mark && t.mark == ';' && t.depth == depth })
}

// classBehind is the class of what is told behind a number that begins its clause: 2件维持.
func classBehind(ts []token, i int) tag {
	for j := i - 1; j >= 0 && ts[j].kind != mark; j-- {
		if ts[j].kind != word || !filler(ts[j].tag) && !opensList(ts[j]) {
			return ""
		}
	}
	found := tag("")
	for i++; i < len(ts) && ts[i].kind != mark && ts[i].kind != number; i++ {
		if c := class(ts[i].tag); ts[i].kind == word && c != "" && (found == "" || found == "reason") {
			found = c
		}
	}
	return found
}

// opensList says that a word opens a list of parts.
func opensList(t token) bool {
	return t.kind == word && slices.Contains([]tag{"part", "holds", "some", "open-list"}, t.tag)
}

// headed says that 主要 is no word of its own: 主要负责人, 主要领导.
func headed(plain []rune, t token) bool {
	return t.tag == "open-list" && t.to-t.from == 2 && t.to < len(plain) && strings.ContainsRune("负领职", plain[t.to])
}

// respective says that 分别为 stands at a place behind the names of what it tells: 企业、其他
// 组织分别为4件、2件. They are parts of something that it does not say.
func respective(plain []rune, ts []token, i int) bool {
	if t := ts[i]; t.kind != word || t.tag != "part" || plain[t.from] != '分' {
		return false
	}
	for j := i - 1; j >= 0 && (ts[j].kind != mark || ts[j].mark == '、'); j-- {
		if ts[j].kind == mark || ts[j].kind == word && ts[j].tag == "link" {
			return true
		}
	}
	return false
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

// partial says that the shares of all parts are told and come to less than all.
func partial(shares []float64, parts int) bool {
	total := 0.0
	for _, x := range shares {
		total += x
	}
	return len(shares) >= parts && total > 0 && total < 98
}

// together says that parts of two classes may stand in a list. 公开 is a result, or what was
// done with information; behind 、 a list goes on.
func together(a, b tag, sep rune) bool {
	if sep == ';' && a == "result" && b == "reason" { // the next result
		return false
	}
	return same(a) == same(b) || a == "open" && (b == "" || b == "result") || b == "open" && (a == "" || a == "result") || sep == '、' && (a == "" || b == "")
}

// same puts a reason with the result that it is told for.
func same(class tag) tag {
	if class == "reason" {
		return "result"
	}
	return class
}

// loosely says that parts of two classes may stand in a list, or that it may be over: 村民13件，
// 企业2件，合作社1件; 1件维持，1件因申请人撤回终止.
func loosely(a, b tag) bool {
	kinds := []tag{"applicant", "result", "reason", "outcome", "suit"}
	return a == "" && slices.Contains(kinds, b) || b == "" && slices.Contains(kinds, a) || a == "reason" && b == "outcome"
}

// ending are the last characters before a number.
func ending(plain []rune, t token) string {
	words := []rune(strings.TrimRight(string(plain[max(0, t.from-4):t.from]), " 有"))
	return string(words[max(0, len(words)-2):])
}

// class puts the results of an application together: they are parts of one whole.
func class(act tag) tag {
	switch {
	case isResult(act):
		return "result"
	case strings.HasPrefix(act, "row/"):
		return "reason"
	case act == "direct-suit", act == "later-suit":
		return "suit"
	case act == "issued", act == "repealed", act == "in-force": // 新制定5件，修改4件
		return ""
	case act == "upheld", act == "corrected", act == "other-result", act == "pending":
		return "outcome"
	case strings.HasPrefix(act, "from/"):
		return "applicant"
	case act == "split":
		return act
	case act != "received" && act != "carried-in" && isAct(act):
		return act
	}
	return ""
}

// compared says that a number is told of another year, or as a difference: 较上年的4件,
// 与2025年的4件相比.
func compared(ts []token, i, own int) bool {
	for j := i - 1; j >= 0 && ts[j].kind != mark; j-- {
		switch t := ts[j]; {
		case t.kind == word && compares(t.tag):
			return true
		case t.kind == year && t.year != own && j > 0 && ts[j-1].kind == word && ts[j-1].tag == "link":
			return true
		}
	}
	return false
}

// compares says that a word compares with another year.
func compares(t tag) bool {
	return t == "late" || t == "past" || t == "growth" || t == "decline"
}
