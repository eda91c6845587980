package reading

import "slices"

// What is denied, and what is claimed of all.

// denial reads 未收到…申请, 无行政复议、行政诉讼 and 没有结转.
func (r *reader) denial(i int) []Statement {
	var out []Statement
	act, end := tag(""), i
	zero := Statement{Number: Number{Digits: "0"}, Denies: true, From: r.ts[i].from}
	j := i + 1
scan:
	for ; j < len(r.ts); j++ {
		t := r.ts[j]
		switch {
		case t.kind == word && slices.Contains(acts, t.tag):
			if len(out) > 0 {
				break scan
			}
			act, end = t.tag, j
		case t.kind == word && slices.Contains(subjects, t.tag):
			if s := r.subject(j); s != "" && !r.ofSome(j) {
				z := zero
				z.Subject, z.Act, z.To = s, act, t.to
				out = append(out, z)
			}
			end = j
		case t.kind == word && slices.Contains([]tag{"filler", "asker", "applicant", "raised", "matter", "link", "all", "because"}, t.tag):
		case t.kind == mark && t.mark == '、':
		default:
			break scan
		}
	}
	if j < len(r.ts) && r.ts[j].kind != mark { // 未对申请收取费用 denies something else
		return nil
	}
	if kind := kindOf(act); len(out) == 0 && kind != "" && r.seen[kind] {
		zero.Subject, zero.Act, zero.To = kind, act, r.ts[end].to
		return []Statement{zero}
	}
	return out
}

// all reads 均已办结 and 均获维持.
func (r *reader) all(i int) (Statement, bool) {
	for j := i + 1; j < len(r.ts); j++ {
		switch t := r.ts[j]; {
		case t.kind == word && (t.tag == "done" || t.tag == "upheld"):
			s := Statement{Act: t.tag, Claims: true, From: r.ts[i].from, To: t.to}
			return r.take(i, s)
		case t.kind == word && (t.tag == "filler" || t.tag == "all"):
		default:
			return Statement{}, false
		}
	}
	return Statement{}, false
}
