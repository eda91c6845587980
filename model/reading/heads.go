package reading

import (
	"slices"
	"strings"
)

// The words that a number belongs to.

// counts says that an act has a number of its own behind it.
func (r *reader) counts(act int) bool {
	act++
	for filler(r.tagAt(act)) || r.tagAt(act) == "count" {
		act++
	}
	return act < len(r.ts) && r.ts[act].kind == number
}

// opensClause says that a number begins a clause, but for small words.
func opensClause(ts []token, i int) bool {
	for i--; i >= 0; i-- {
		switch t := ts[i]; {
		case t.kind == mark:
			return true
		case t.kind == gap, t.kind == day, t.kind == year:
		case t.kind == word && !isAct(t.tag) && !isSubject(t.tag):
		default:
			return false
		}
	}
	return true
}

// headBefore is the word that a number belongs to: the nearest one before it, over small
// words, a colon, a bracket, or a comma with 共. It is -1 if there is none.
func (r *reader) headBefore(i int) int {
	counted := false
	for j := i - 1; j >= 0; j-- {
		t := r.ts[j]
		switch {
		case t.kind == word && t.tag == "handled" && j > 0 && r.ts[j-1].kind == year && r.carriedYear(j-1) == "carried-out": // 结转至2027年办理3件
		case t.kind == word && (isSubject(t.tag) || isAct(t.tag) || applicant(t.tag) || strings.HasPrefix(t.tag, "row/") && r.rowTold(j)):
			return j
		case t.kind == word && t.tag == "handed" && r.carriedYear(j-1) == "carried-in":
			return j
		case t.kind == word && t.tag == "charge" && strings.HasSuffix(r.ts[i].number.Unit, "万元") && r.seen["fees"]:
			return j
		case t.kind == word && t.tag == "count":
			counted = true
		case t.kind == word && (filler(t.tag) || t.tag == "all" || t.tag == "now" || t.tag == "handled" && j < i-1 || t.tag == "into" || t.tag == "still" || t.tag == "raised" || t.tag == "asker"):
		case t.kind == year && r.carriedYear(j) == "carried-out":
		case t.kind == mark && (t.mark == ':' || t.mark == '(' || t.mark == '“' || t.mark == '”'):
		case t.kind == mark && t.mark == ')': // 不予公开（内部事务信息）1件
			row := -1
			for j > 0 && r.markAt(j) != '(' {
				j--
				if strings.HasPrefix(r.tagAt(j), "row/") {
					row = j
				}
			}
			if before := r.tagAt(j - 1); row > 0 && j > 0 && r.ts[j-1].kind == gap || before == "plain" { // 《条例》第十五条（第三方合法权益）2件
				return row
			}
		case t.kind == gap && r.plain[t.from] == '《', t.kind == word && t.tag == "and-so-on" && j > 0 && r.ts[j-1].kind == gap && r.plain[r.ts[j-1].from] == '《':
		case t.kind == word && t.tag == "rise": // 由上年的11件调整为9件
			for k := j - 1; k >= 0 && r.ts[k].kind != mark; k-- {
				if r.tagAt(k) == "in-force" {
					return k
				}
			}
			return -1
		case t.kind == mark && t.mark == ',' && counted:
		default:
			return -1
		}
	}
	return -1
}

// rowTold says that a row of the results is told at a place, and not something else that goes
// by the same words.
func (r *reader) rowTold(i int) bool {
	if !r.seen["application"] {
		return false
	}
	if t := r.ts[i].tag; r.ts[i].to-r.ts[i].from > 4 || t == "row/refuse-repeat" || strings.HasPrefix(t, "row/other-") || r.reason(i) || r.tagAt(r.clause(i)) == "because" {
		return true
	}
	return slices.ContainsFunc(r.ts, func(t token) bool { return t.kind == word && isResult(t.tag) })
}

// actBefore is the act that a subject is the object of, -1 if there is none.
func (r *reader) actBefore(i int) int {
	for j := i - 1; j >= 0; j-- {
		t := r.ts[j]
		switch {
		case t.kind == number:
			return -1
		case t.kind == mark && (t.mark == ';' || t.mark == ','):
			return -1
		case t.kind == word && t.tag == "open" && j > 1 && isAct(r.tagAt(j-2)) && r.says(j-1, "并"): // 制定并公开
		case t.kind == word && (isAct(t.tag) || strings.HasPrefix(t.tag, "row/")):
			return j
		}
	}
	return -1
}

// actBehind is the act right behind a number: 3件予以公开, 1件因…无法提供.
func (r *reader) actBehind(i int) int {
	for j := i + 1; j < len(r.ts); j++ {
		t := r.ts[j]
		switch {
		case t.kind == word && isResult(t.tag), t.kind == word && (t.tag == "carried-out" || t.tag == "carried-in" || t.tag == "in-force" || t.tag == "repealed" || t.tag == "pending"):
			return j
		case t.kind == word && (filler(t.tag) || t.tag == "all" || t.tag == "application" || t.tag == "request"):
		default:
			return -1
		}
	}
	return -1
}
