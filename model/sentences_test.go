package model_test

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/sample"
)

// The ways in which clerks tell numbers lie in testdata/sentences, one sentence a line. What
// a rule makes of each is held here: of 共公开信息<12>条，其中动态<8>条、公告<4>条 nothing as
// it stands, and a finding as soon as one of the numbers in <> is another. Numbers outside of
// <> and sentences without them are not the rule's business.

// told is a report whose tables hold enough for all of them.
func told(t testing.TB) *model.Report {
	t.Helper()
	r := zeros(t)
	for ref, n := range map[model.Ref]string{
		"disclosure/documents/issued": "4", "disclosure/documents/repealed": "2", "disclosure/documents/in-force": "31",
		"disclosure/permits/decisions": "1204", "disclosure/penalties/decisions": "57", "disclosure/coercion/decisions": "6",
		"disclosure/fees/amount": "190.457379",
		"requests/new/person":    "25", "requests/new/business": "4", "requests/new/legal": "3", "requests/carried-in/person": "5",
		"requests/granted/person": "13", "requests/granted/business": "2", "requests/partial/person": "5",
		"requests/deny-third-party/person": "2", "requests/deny-internal/person": "1", "requests/deny-process/person": "1",
		"requests/deny-enforcement/business": "2",
		"requests/unable-not-held/person":    "1", "requests/unable-not-held/legal": "2", "requests/unable-not-made/person": "1",
		"requests/refuse-petition/person": "1", "requests/refuse-repeat/person": "1", "requests/other-rest/person": "2",
		"requests/carried-out/person": "2", "requests/carried-out/legal": "1",
		"appeals/review/upheld": "3", "appeals/review/corrected": "1", "appeals/review/other": "1", "appeals/review/pending": "2",
		"appeals/suit/upheld": "2", "appeals/suit/pending": "1", "appeals/suit-after-review/upheld": "1", "appeals/suit-after-review/corrected": "1",
	} {
		r.Apply(model.Change{At: ref, New: n})
	}
	return r
}

// zeros is a report with nothing but zeros.
func zeros(t testing.TB) *model.Report {
	t.Helper()
	r := sample.Blank("2021", "白杨镇人民政府", 2026)
	for _, c := range r.Edition.Cells() {
		if !c.Total() && !c.Optional() {
			r.Apply(model.Change{At: c.Ref, New: "0"})
		}
	}
	return r
}

// lines are the sentences of a file.
func lines(t testing.TB, name string) (out []string) {
	t.Helper()
	b, err := os.ReadFile("testdata/sentences/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

// says are the findings of some rules in a text of a report that has no other.
func says(r *model.Report, id model.Ref, text string, rules ...string) (out []string) {
	r.Texts = map[model.Ref]string{id: text}
	for _, f := range model.Check(r, nil) {
		for _, rule := range rules {
			if f.Rule == rule {
				out = append(out, f.Rule+": "+f.Text)
			}
		}
	}
	return out
}

var (
	marked  = regexp.MustCompile(`<[^>]*>`)
	unmark  = strings.NewReplacer("<", "", ">", "")
	figures = []rune("〇一二三四五六七八九")
)

func TestSentences(t *testing.T) {
	r := told(t)
	for _, c := range []struct {
		file, rule string
		alter      func(string) string
	}{
		{"number", "text-number", func(s string) string { return other(s, 1) }},
		{"parts", "text-parts", func(s string) string { return other(s, 1) }},
		{"percent", "text-percent", func(s string) string { return other(s, 4) }},
		{"year", "wrong-year", func(s string) string { return other(s, -1) }},
	} {
		t.Run(c.file, func(t *testing.T) {
			all, marks := lines(t, c.file), 0
			for _, line := range all {
				plain := unmark.Replace(line)
				if found := says(r, "overview/on-request", plain, c.rule); found != nil {
					t.Errorf("%s\n\t%s", plain, strings.Join(found, "\n\t"))
				}
				for _, at := range marked.FindAllStringIndex(line, -1) {
					marks++
					by := c.alter(line[at[0]+1 : at[1]-1])
					text := unmark.Replace(line[:at[0]]) + by + unmark.Replace(line[at[1]:])
					if says(r, "overview/on-request", text, c.rule) == nil {
						t.Errorf("%s: with %s nothing is found", line, by)
					}
				}
			}
			if len(all) < 40 || marks < 40 {
				t.Errorf("only %d sentences with %d numbers", len(all), marks)
			}
		})
	}
}

// other is a number in the notation of another that is beside it, the further off the
// greater the part of it.
func other(s string, part int) string {
	plain := strings.ReplaceAll(s, ",", "")
	if n, err := strconv.Atoi(plain); err == nil {
		if part > 1 {
			return strconv.Itoa(n + n/part + 1)
		}
		return strconv.Itoa(n + part)
	}
	if x, err := strconv.ParseFloat(plain, 64); err == nil {
		_, fraction, _ := strings.Cut(plain, ".")
		return strconv.FormatFloat(x+1.3, 'f', len(fraction), 64)
	}
	runes := []rune(s)
	last := &runes[len(runes)-1]
	if *last >= '０' && *last <= '９' {
		*last += rune(max(-1, min(part, 1)))
		if *last > '９' {
			*last = '８'
		}
		return string(runes)
	}
	for k, r := range figures {
		if r == *last {
			*last = figures[(k+9+max(-1, min(part, 1))-1)%9+1]
			return string(runes)
		}
	}
	return s + "三" // 七百, 二十
}

// Each sentence is right beside one table and wrong beside another.
func TestClaims(t *testing.T) {
	apply := func(set string) *model.Report {
		r := zeros(t)
		for _, cell := range strings.Fields(set) {
			ref, value, _ := strings.Cut(cell, "=")
			if r.Edition.Cell(model.Ref(ref)) == nil {
				t.Fatalf("no cell %s", ref)
			}
			r.Apply(model.Change{At: model.Ref(ref), New: value})
		}
		return r
	}
	var right, wrong *model.Report
	id, n := model.Ref(""), 0
	for _, line := range lines(t, "claim") {
		if sets, ok := strings.CutPrefix(line, "["); ok {
			before, behind, _ := strings.Cut(strings.TrimSuffix(sets, "]"), "|")
			right, wrong = apply(before), apply(behind)
			switch id = "overview/on-request"; {
			case strings.Contains(behind, "appeals/"):
				id = "appeals/note"
			case strings.Contains(behind, "disclosure/"):
				id = "overview/active"
			}
			continue
		}
		n++
		if found := says(right, id, line, "text-claim", "text-number", "text-parts", "text-percent"); found != nil {
			t.Errorf("%s\n\t%s", line, strings.Join(found, "\n\t"))
		}
		if says(wrong, id, line, "text-claim", "text-number") == nil {
			t.Errorf("%s: nothing is found beside the wrong table", line)
		}
	}
	if n < 60 {
		t.Errorf("only %d sentences", n)
	}
}
