package model_test

import (
	"slices"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/sample"
)

func facts(t testing.TB) *model.Facts {
	t.Helper()
	f := sample.Editions(t).ByID("2021").Text("other").Facts
	if f == nil {
		t.Fatal("section six has no facts")
	}
	return f
}

const feesTold = "依据《政府信息公开信息处理费管理办法》，本年度发出收费通知2件，通知金额160.50元，实际收取信息处理费80元。"

func TestFactsAreReadFromTheirSentence(t *testing.T) {
	f := facts(t)
	for _, c := range []struct {
		name, text string
		want       []string // nil: the sentence is not there
	}{
		{"the sentence alone", feesTold, []string{"2", "160.50", "80"}},
		{"among others", "要点的情况。\n另外，" + feesTold + "完。", []string{"2", "160.50", "80"}},
		{"full width", strings.Replace(feesTold, "160.50", "１６０．５０", 1), []string{"2", "１６０．５０", "80"}},
		{"a gap", strings.Replace(feesTold, "80", model.Gap, 1), []string{"2", "160.50", ""}},
		{"spaces", strings.Replace(feesTold, "2件", " 2 件", 1), []string{"2", "160.50", "80"}},
		{"no number", strings.Replace(feesTold, "80", "八十", 1), []string{"2", "160.50", "八十"}},
		{"none", f.None, []string{"0", "0", "0"}},
		{"the example", sample.Example(t).Texts["other"], []string{"0", "0", "0"}},
		{"begun twice", feesTold[:strings.Index(feesTold, "2件")] + "\n" + feesTold, []string{"2", "160.50", "80"}},
		{"other words", "本年度没有收取信息处理费。", nil},
		{"cut short", strings.TrimSuffix(feesTold, "元。"), nil},
		{"over two paragraphs", strings.Replace(feesTold, "2件", "2\n件", 1), nil},
		{"empty", "", nil},
	} {
		if got, ok := f.Read(c.text); ok != (c.want != nil) || ok && !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, %t, want %q", c.name, got, ok, c.want)
		}
	}
}

func TestFactsAreWrittenIntoTheirSentence(t *testing.T) {
	f := facts(t)
	for _, c := range []struct{ name, text, numbers, want string }{
		{"in place", "一。\n" + feesTold + "\n二。", "3 160.50 80", "一。\n" + strings.Replace(feesTold, "2件", "3件", 1) + "\n二。"},
		{"before all else", "一。", "2 160.50 80", feesTold + "\n一。"},
		{"into an empty text", "", "2 160.50 80", feesTold},
		{"all zero", feesTold + "一。", "0 0 0.00", f.None + "一。"},
		{"from zero", "一。" + f.None, "2 160.50 80", "一。" + feesTold},
		{"a blank", "", "2 _ _", strings.NewReplacer("160.50", "XX", "80", "XX").Replace(feesTold)},
		{"all blank, none there", "一。", "_ _ _", "一。"},
		{"all blank, one there", feesTold, "_ _ _", strings.NewReplacer("2件", "XX件", "160.50", "XX", "80", "XX").Replace(feesTold)},
		{"what is no number stays", strings.Replace(feesTold, "80", "八十", 1), "3 160.50 八十", strings.NewReplacer("2件", "3件", "80", "八十").Replace(feesTold)},
		{"exact", "", "2 1234567.123456 0.1", strings.NewReplacer("160.50", "1234567.123456", "80", "0.1").Replace(feesTold)},
	} {
		numbers := strings.Fields(c.numbers)
		for i := range numbers {
			numbers[i] = strings.Trim(numbers[i], "_")
		}
		if got := f.Write(c.text, numbers); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.name, got, c.want)
		}
	}
}

func TestWhatAFactTakes(t *testing.T) {
	f := facts(t)
	count, amount := &f.Fields[0], &f.Fields[1]
	for _, c := range []struct {
		fact  *model.Fact
		typed string
		want  string // "!" if it is refused
	}{
		{count, "２", "2"},
		{count, "2件", "2"},
		{count, "", ""},
		{count, "1.5", "!"},
		{count, "-1", "!"},
		{count, "两", "!"},
		{count, "2元", "!"},
		{amount, "1,234.50", "1234.50"},
		{amount, "0.3万元", "3000"},
		{amount, "80元", "80"},
		{amount, "12.", "!"},
		{amount, "-3", "!"},
		{amount, "3件", "!"},
	} {
		n, ok := c.fact.Takes(c.typed)
		if got := n.Digits(); ok != (c.want != "!") || ok && got != c.want {
			t.Errorf("%s takes %q as %q, %t", c.fact.Name, c.typed, got, ok)
		}
	}
}

// What is written is read back, nothing else of the text changes, and the sentence
// is a right one for the checks unless it has a gap.
func FuzzFacts(f *testing.F) {
	fs := facts(f)
	f.Add("一。\n二。", "2", "160.50", "80")
	f.Add(feesTold+fs.None, "0", "0", "０")
	f.Add(fs.None, "", "1", "")
	f.Fuzz(func(t *testing.T, text, a, b, c string) {
		var numbers []string
		for i, typed := range []string{a, b, c} {
			n, ok := fs.Fields[i].Takes(typed)
			if !ok {
				return
			}
			numbers = append(numbers, n.Digits())
		}
		_, there := fs.Read(text)
		got := fs.Write(text, numbers)
		values, ok := fs.Read(got)
		if !ok {
			if there || numbers[0] != "" {
				t.Fatalf("%q tells nothing", got)
			}
			return
		}
		for i := range numbers {
			n := model.ParseNumber(numbers[i])
			if back := model.ParseNumber(values[i]); back.Blank() != n.Blank() || back.Cmp(n) != 0 {
				t.Errorf("%q reads as %q, written was %q", got, values[i], n)
			}
		}
		if again := fs.Write(got, numbers); again != got {
			t.Errorf("%q is written again as %q", got, again)
		}
		if !there && !strings.HasSuffix(got, text) {
			t.Errorf("%q has lost some of %q", got, text)
		}
	})
}

func TestAFactsSentenceIsRight(t *testing.T) {
	r := sample.Example(t)
	f := facts(t)
	for _, c := range []struct {
		numbers []string
		found   int
	}{
		{[]string{"2", "160.5", "80"}, 0},
		{[]string{"0", "0", "0"}, 0},
		{[]string{"2", "", ""}, 1},
	} {
		r.Apply(model.Change{At: "other", New: f.Write(r.Texts["other"], c.numbers)})
		if found := model.Check(r, nil); len(found) != c.found {
			t.Errorf("%s: %v", r.Texts["other"], found)
		}
	}
}
