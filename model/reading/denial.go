package reading

import (
	"cmp"
	"slices"
	"strings"
)

// What is denied, and what is claimed of all.

// denial reads 未收到…申请, 无行政复议、行政诉讼 and 没有结转.
func (r *reader) denial(i int) []Statement {
	zero := Statement{Number: Number{Digits: "0"}, Denies: true, From: r.ts[i].from}
	var out []Statement
	var said []tag // of the subjects that follow
	add := func(subject, act tag, j int) {
		s := zero
		s.Subject, s.Act, s.To = subject, act, r.ts[j].to
		out = append(out, s)
	}
	end, told := i, false // told: what did not happen is said, so that its object follows
	object := false
	j := i + 1
scan:
	for ; j < len(r.ts); j++ {
		t := r.ts[j]
		switch {
		case t.kind == word && isAct(t.tag):
			switch n := len(out); {
			case n == 0:
				said = append(said, t.tag)
			case out[n-1].Act == "": // 没有行政复议被纠正
				out[n-1].Act, out[n-1].To = t.tag, t.to
			case r.tagAt(j-1) == "link" && kindOf(t.tag) != "":
				add(kindOf(t.tag), t.tag, j)
			default:
				break scan
			}
			end, told = j, true
		case t.kind == word && isSubject(t.tag):
			switch s := r.subject(j); {
			case s == "":
			case said != nil && r.ofSome(j) == "":
				for _, act := range said {
					if r.appeal(s) && (act == "done" || act == "open") { // 没有人对答复不服申请复议
						act = ""
					}
					add(s, act, j)
				}
			case said == nil:
				kinds := r.askers(i)
				if kind := r.ofSome(j); kind != "" {
					kinds = []tag{kind}
				}
				for _, kind := range kinds { // 科研机构没有提出申请
					add(s, kind, j)
				}
				if kinds == nil {
					add(s, "", j)
				}
			}
			end = j
		case t.kind == word && (t.tag == "asker" || t.tag == "because" || applicant(t.tag)):
			told = true
		case t.kind == word && (filler(t.tag) || slices.Contains([]tag{"raised", "matter", "link", "all", "channel", "channels", "looks-back"}, t.tag)):
		case t.kind == word && t.tag == "none" && len(out) > 0 && r.markAt(j-1) == '、': // 零复议、零诉讼
			j--
			break scan
		case t.kind == word && t.tag == "and-so-on" && len(out) > 0:
		case t.kind == mark && t.mark == '、':
		case t.kind == number && t.number.Digits == "1" && (j == i+1 || isAct(r.tagAt(j-1))): // 没有一件, 没有收到一件
		case t.kind == year && r.carriedYear(j) != "":
			said, end, told = append(said, r.carriedYear(j)), j, true
			if next := r.tagAt(j + 1); next == "carried" || next == "handed" {
				j++
			}
		case t.kind == word && (t.tag == "into" || t.tag == "later") && slices.Contains(said, "carried"): // 结转到下年度
			said[len(said)-1] = "carried-out"
		case t.kind == gap && j == i+1 && (r.plain[t.from] == '人' || r.says(i, "无人")), t.kind == gap && r.says(j-1, "申请人") && t.to-t.from <= 2: // 没有人就此提起行政诉讼
			told = true
		case t.kind == gap && told && len(out) == 0 && t.to-t.from <= 10: // 未发生针对本乡…的行政复议
			object = true
		default:
			break scan
		}
	}
	if j < len(r.ts) && r.ts[j].kind != mark { // 未对申请收取费用 denies something else
		return nil
	}
	if len(out) > 0 {
		return out
	}
	for _, act := range said {
		if kind := kindOf(act); kind != "" && r.seen[kind] {
			add(kind, act, end)
		} else if subject := r.subjectBefore(i); subject != "" && subject != "foreign" && slices.Contains([]tag{"upheld", "corrected", "other-result", "pending"}, act) {
			add(subject, act, end)
		}
	}
	if received := len(said) == 1 && said[0] == "received"; out == nil && (said == nil || received) && !object { // 未收取任何费用
		for _, k := range r.deniedBefore(i) {
			zero.From = r.ts[k].from
			add(r.subject(k), strings.Join(said, ""), max(i, j-1))
		}
	}
	return out
}

// askers are the kinds of applicant of which something is denied behind them, nil if it is of
// all: 科研机构、社会公益组织未提出申请.
func (r *reader) askers(i int) (kinds []tag) {
	for i--; i >= 0; i-- {
		switch t := r.ts[i]; {
		case t.kind == word && applicant(t.tag):
			kinds = append(kinds, t.tag)
		case t.kind == word && (t.tag == "link" || filler(t.tag)), t.kind == mark && t.mark == '、':
		case t.kind == word && t.tag == "asker":
			return nil
		default:
			i = 0
		}
	}
	if slices.Contains(kinds, "from/orgs") && len(kinds) > 1 { // 公民、法人和其他组织
		return nil
	}
	return kinds
}

// deniedBefore are the subjects that are denied behind them: 行政复议，一件也没有; 行政强制未发生;
// 复议、诉讼均无.
func (r *reader) deniedBefore(i int) (subjects []int) {
	for k := i - 1; k >= 0; k-- {
		switch t := r.ts[k]; {
		case t.kind == word && t.tag != "foreign" && (t.tag != "request" || r.markAt(i-1) == 0) && isSubject(t.tag) && r.subject(k) != "":
			subjects = append(subjects, k)
		case len(subjects) > 0 && t.kind == mark && t.mark == '、', len(subjects) > 0 && r.tagAt(k) == "link":
		case len(subjects) > 0:
			return subjects
		case t.kind == number && t.number.Digits == "1", t.kind == mark && (t.mark == ',' || t.mark == ':'), t.kind == year && t.year == r.own:
		case t.kind == word && (filler(t.tag) || t.tag == "now" || t.tag == "all"):
		default:
			return nil
		}
	}
	return subjects
}

// noneCarried reads 上年没有结转 and 2025年没有未办结的: what was not carried in.
func (r *reader) noneCarried(i int) (Statement, bool) {
	k := i - 1
	for filler(r.tagAt(k)) {
		k--
	}
	past := r.tagAt(k) == "past" || k >= 0 && r.ts[k].kind == year && r.ts[k].year == r.own-1
	if next := r.tagAt(i + 1); !past || next != "carried" && next != "handed" && next != "carried-out" || !r.seen["application"] {
		return Statement{}, false
	}
	return Statement{Subject: "application", Act: "carried-in", Number: Number{Digits: "0"}, Denies: true, From: r.ts[k].from, To: r.ts[i+1].to}, true
}

// carriedOut says that applications are told to be carried out.
func (r *reader) carriedOut() bool {
	return slices.ContainsFunc(r.out, func(s Statement) bool { return s.Act == "carried-out" && s.Number.Digits != "0" })
}

// all reads 均已办结 and 均获维持. Where some are carried out, 均在期限内答复 speaks of the rest.
func (r *reader) all(i int) (Statement, bool) {
	inTime := false
	for j := i + 1; j < len(r.ts); j++ {
		switch t := r.ts[j]; {
		case t.kind == word && (t.tag == "done" || t.tag == "upheld"):
			if r.tagAt(j+1) == "none" || inTime && r.carriedOut() || t.tag == "upheld" && r.someOf(i) { // 全部答复无一逾期
				return Statement{}, false
			}
			s := Statement{Act: t.tag, Claims: true, From: r.ts[i].from, To: t.to}
			return r.take(i, s)
		case t.kind == word && (filler(t.tag) || t.tag == "all"), t.kind == gap && t.to-t.from == 1:
			inTime = inTime || t.kind == word && r.says(j, "在") || t.kind == word && strings.HasSuffix(string(r.plain[t.from:t.to]), "内")
		case t.kind == number && (strings.HasSuffix(t.number.Unit, "工作日") || strings.HasSuffix(t.number.Unit, "天")): // 均在20个工作日内答复
			inTime = true
		default:
			return Statement{}, false
		}
	}
	return Statement{}, false
}

// someOf says that a number stands right before 均: 审结的2件均为维持 speaks of these.
func (r *reader) someOf(i int) bool {
	for i--; filler(r.tagAt(i)); i-- {
	}
	return i >= 0 && r.ts[i].kind == number
}

// only reads 行政复议1件，结果维持: what became of all of them. Between the number and what is
// told of it nothing is counted.
func (r *reader) only(i int) (Statement, bool) {
	before := i - 1
	for filler(r.tagAt(before)) {
		before--
	}
	if r.counts(i) || r.tagAt(i+1) == "among" || r.tagAt(before) == "all" {
		return Statement{}, false
	}
	for j := i - 1; j >= 0; j-- {
		switch t := r.ts[j]; {
		case t.kind == number:
			head := r.headBefore(j)
			if head < 0 || r.clause(i) <= j || r.tagAt(head) != "review" && r.tagAt(head) != "received" {
				return Statement{}, false
			}
			if subject := cmp.Or(r.subjectBefore(j), r.last); subject == "review" {
				return Statement{Subject: subject, Act: "upheld", Claims: true, From: r.ts[i].from, To: r.ts[i].to}, true
			}
			return Statement{}, false
		case t.kind == mark && t.mark != ',', t.kind == year, t.kind == day,
			t.kind == word && (t.tag == "none" || t.tag == "part" || t.tag == "rest" || t.tag == "among" || strings.HasSuffix(t.tag, "suit")),
			t.kind == gap && strings.Contains(string(r.plain[t.from:t.to]), "不服"):
			return Statement{}, false
		}
	}
	return Statement{}, false
}
