package model

// Retype makes an edit of a shown text whole: a live number is one thing, of
// which no half stays behind. was is the text before one edit, now after it, and
// caret where the caret stands in now, in characters. What is typed inside a live
// number comes behind it; what takes a part of one away takes all of it.
func (e *Edition) Retype(was, now string, caret int) string {
	tokens := e.Tokens(was)
	if len(tokens) == 0 || was == now {
		return now
	}
	old, text := []rune(was), []rune(now)
	head, tail := changed(old, text, caret)
	from, to, typed := head, len(old)-tail, text[head:len(text)-tail]
	for _, t := range tokens {
		switch inside := t.From < from && to < t.To; {
		case from == to && inside:
			from, to = t.To, t.To
			return string(old[:from]) + string(typed) + string(old[to:])
		case from < to && from < t.To && t.From < to:
			from, to = min(from, t.From), max(to, t.To)
		}
	}
	return string(old[:from]) + string(typed) + string(old[to:])
}

// changed gives how many characters stay the same at the head and at the tail of
// a text. Where the same character stands twice, the caret tells which of them
// was typed or taken away.
func changed(old, text []rune, caret int) (head, tail int) {
	most := min(len(old), len(text))
	tail = len(text) - caret
	same := 0
	for same < most && old[len(old)-1-same] == text[len(text)-1-same] {
		same++
	}
	if tail < 0 || tail > same {
		tail = same
	}
	for head < most-tail && old[head] == text[head] {
		head++
	}
	return head, tail
}
