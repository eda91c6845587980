package reading

import (
	"slices"
	"strings"
)

// What is told of some only: 延期答复2件, 补正后予以公开4件, 县政府转来申请2件.

// some says that a number is not one of all that its words name: of some, or a part of such a
// number.
func (r *reader) some(i int, s Statement) bool {
	if r.limited(i, s) || r.another(i, s) {
		return true
	}
	if r.few < 0 {
		return false
	}
	list := slices.ContainsFunc(r.ts[r.few:i], func(t token) bool { return t.kind == word && t.tag == "part" })
	from, _ := r.stretch(i, s)
	return list || r.appeal(s.Subject) && r.appealed(r.few) && !slices.ContainsFunc(r.ts[from:i], r.ownMatter) // 土地确权行政复议2件，维持2件
}

// limited says that the words of a statement, or those before them in its clause, are of some
// of the applications only.
func (r *reader) limited(i int, s Statement) bool {
	switch {
	case s.Subject != "application" || s.Act == "due" || strings.HasPrefix(s.Act, "carried"):
		return false
	case s.Act == "row/other-rest" && r.appealed(i): // 行政复议7件，撤回1件
		return true
	}
	result := isResult(s.Act) || s.Act == "open"
	asked := s.Act != "row/deny-third-party" && s.Act != "row/unable-unclear" && s.Act != "row/other-uncorrected"
	from, to := r.stretch(i, s)
	for j := from; j < to; j++ {
		switch {
		case r.within(j, "some"), !result && !strings.HasPrefix(s.Act, "row/") && r.within(j, "help"), asked && r.within(j, "asked"), r.tagAt(j) == "handed" && r.carriedYear(j-1) == "":
			return true
		case result && r.appeal(r.tagAt(j)), !result && r.tagAt(j) == "split" && r.says(j, "配合"): // 复议后予以公开
			return true
		case r.inTime(j) && r.lateBehind(i): // 按期答复30件，延期答复4件
			return true
		case j < i && r.ts[j].kind == number && r.ts[j].number.Unit == "次": // 二次答复
			return true
		case r.ts[j].kind == gap && r.plain[r.ts[j].from] == '转' && (r.tagAt(j+1) == "handled" || r.tagAt(j+1) == "done"): // 转县自然资源局办理
			return true
		}
	}
	if !result {
		return false
	}
	for j := from - 1; j >= 0 && r.markAt(j) != ';'; j-- { // 征求第三方意见后，1件予以公开
		switch t := r.tagAt(j); {
		case t == "received", t == "due", t == "done":
			return false
		case r.within(j, "asked") && !r.reason(j):
			return true
		}
	}
	return false
}

// inTime says that a word tells that something was done in its time.
func (r *reader) inTime(i int) bool {
	return filler(r.tagAt(i)) && (r.says(i, "按期") || r.says(i, "按时") || strings.Contains(string(r.plain[r.ts[i].from:r.ts[i].to]), "期限内") || strings.Contains(string(r.plain[r.ts[i].from:r.ts[i].to]), "时限内"))
}

// lateBehind says that others are told behind a number to have been done later.
func (r *reader) lateBehind(i int) bool {
	for ; i < len(r.ts) && r.markAt(i) != ';'; i++ {
		if text := string(r.plain[r.ts[i].from:r.ts[i].to]); strings.Contains(text, "延期") || strings.Contains(text, "延长") || strings.Contains(text, "超期") || strings.Contains(text, "逾期") {
			return true
		}
	}
	return false
}

// begun is the place that the numbers of a list at the beginning of a sentence go back to, -1 if
// what stands before is told of all: 征求第三方意见3件。其中予以公开1件.
func (r *reader) begun(before []token) int {
	switch list := r.tagAt(0) == "part"; {
	case r.few >= 0 && (list || r.tagAt(0) == "all" && !isSubject(r.tagAt(1))):
		return 0
	case r.few >= 0 && r.appeal(r.last) && !r.names(r.ts):
		return 0
	case !list:
		return -1
	}
	now := r.ts
	r.ts = before
	defer func() { r.ts = now }()
	for j := len(before) - 1; j >= 0; j-- {
		switch t := r.tagAt(j); {
		case t == "received", t == "due", t == "done":
			return -1
		case r.within(j, "asked"):
			return 0
		}
	}
	return -1
}

// names says that a subject is named.
func (r *reader) names(ts []token) bool {
	return slices.ContainsFunc(ts, func(t token) bool { return t.kind == word && isSubject(t.tag) })
}

// stretch are the tokens of a statement and those before it in its clause. Numbers of other
// things do not end it: 协助4名群众提交申请4件.
func (r *reader) stretch(i int, s Statement) (from, to int) {
	for from, to = i, i; to < len(r.ts) && r.ts[to].from < s.To; to++ {
	}
	for ; from > 0; from-- {
		t := r.ts[from-1]
		if t.to > s.From {
			continue
		}
		if t.kind == mark && !strings.ContainsRune("、“”", t.mark) || t.kind == number && t.number.Unit == s.Number.Unit {
			break
		}
	}
	return from, to
}

// within says that one of some words stands inside of a gap; its last character may be a word
// of its own.
func (r *reader) within(i int, list string) bool {
	t := r.ts[i]
	if t.kind != gap {
		return false
	}
	return r.anyOf(string(r.plain[t.from:min(t.to+1, len(r.plain))]), list)
}

// anyOf says that one of some words stands in a text.
func (r *reader) anyOf(text, list string) bool {
	return slices.ContainsFunc(lexiconOf().within[list], func(w string) bool { return strings.Contains(text, w) })
}
