package model_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/sample"
)

func TestLiveNumbersAsAFieldShowsThem(t *testing.T) {
	r := sample.Example(t)
	r.Apply(model.Change{At: "requests/partial/person", New: "两件"}, model.Change{At: "requests/granted/person", Drop: true})
	for _, c := range []struct{ stored, shown string }{
		{"没有活的数。", "没有活的数。"},
		{"新收{requests/new/total}件。", "新收｛4｜本年新收·总计｝件。"},
		{"{requests/granted/person}{requests/partial/person}", "｛未填｜予以公开·自然人｝｛未填｜部分公开·自然人｝"},
		{"{{不是}}", "{不是}"},
		{"{{requests/new/total}}", "{·requests/new/total}"},
		{"｛4｜本年新收·总计｝", "｛·4｜本年新收·总计｝"},
		{"｛·4｜本年新收·总计｝", "｛··4｜本年新收·总计｝"},
		{"｛{requests/new/total}｝", "｛｛4｜本年新收·总计｝｝"},
		{"{{{requests/new/total}}}", "{｛4｜本年新收·总计｝}"},
		{"｛甲｜乙｝", "｛甲｜乙｝"},
	} {
		if got := r.Shown(c.stored); got != c.shown {
			t.Errorf("%s is shown as %s, want %s", c.stored, got, c.shown)
		}
		if got := r.Typed(c.shown); got != c.stored {
			t.Errorf("%s is stored as %s, want %s", c.shown, got, c.stored)
		}
	}
	for _, c := range []struct{ typed, stored string }{
		{"｛77｜本年新收·总计｝件", "{requests/new/total}件"}, // whatever value stands in it
		{"｛｜本年新收·总计｝", "{requests/new/total}"},
		{"{requests/new/total}件", "{requests/new/total}件"},
		{"{requests/new/all}{", "{{requests/new/all}}{{"},
		{"｛4｜本年新收·总计", "｛4｜本年新收·总计"},
		{"｛4\n｜本年新收·总计｝", "｛4\n｜本年新收·总计｝"},
	} {
		if got := r.Typed(c.typed); got != c.stored {
			t.Errorf("%s is stored as %s, want %s", c.typed, got, c.stored)
		}
	}
}

func FuzzShownAndTyped(f *testing.F) {
	r := sample.Example(f)
	for _, s := range []string{
		"新收{requests/new/total}件，｛4｜本年新收·总计｝", "{{requests/new/total}}", "{·requests/new/total}", "｛··4｜本年新收·总计｝",
		"｛{requests/new/total}｝", "}{{}}{", "｛｛4｜办结·总计｝", "{requests/granted/person}\n{", "｛未填｜行政许可｝",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		shown := r.Shown(s)
		if got, want := r.Expand(r.Typed(shown)), r.Expand(s); got != want {
			t.Errorf("%q prints %q, after a round through a field %q", s, want, got)
		}
		typed := r.Shown(r.Typed(s))
		if again := r.Shown(r.Typed(typed)); again != typed {
			t.Errorf("%q is shown as %q, then as %q", s, typed, again)
		}
		for _, token := range r.Edition.Tokens(shown) {
			if text := string([]rune(shown)[token.From:token.To]); text != r.ShownCell(token.Ref) {
				t.Errorf("%q: the live number %s stands at %q", s, token.Ref, text)
			}
		}
	})
}

func TestFindPrintedWords(t *testing.T) {
	r := sample.Example(t)
	r.Apply(model.Change{At: "requests/granted/person", Drop: true})
	for _, c := range []struct{ stored, words, marked string }{
		{"公开XX条。", "XX", "XX"},
		{"收{requests/new/total}件，公开XX条。", "XX", "XX"},
		{"公开{requests/granted/person}件，XX", "〔未填〕", "｛未填｜予以公开·自然人｝"},
		{"收{requests/new/total}件。", "4件", "｛4｜本年新收·总计｝件"},
		{"{{requests/new/total}}件XX", "件XX", "件XX"},
		{"公开10条。", "没有", ""},
	} {
		from, to, ok := r.Find(c.stored, c.words)
		if got := string([]rune(r.Shown(c.stored))[max(0, from):max(0, to)]); got != c.marked || ok != (c.marked != "") {
			t.Errorf("%s in %s is %q", c.words, c.stored, got)
		}
	}
}

// Each case is a text with the caret or selection and a key, as a clerk sees it.
func TestALiveNumberIsOneThing(t *testing.T) {
	r := sample.Example(t)
	const n = "｛4｜本年新收·总计｝"
	for _, c := range []struct{ name, was, now, want string }{
		{"typing before it", "收" + n + "件", "收到|" + n + "件", "收到" + n + "件"},
		{"typing behind it", "收" + n + "件", "收" + n + "0|件", "收" + n + "0件"},
		{"BackSpace behind it", "收" + n + "件", "收｛4｜本年新收·总计|件", "收件"},
		{"Delete before it", "收" + n + "件", "收|4｜本年新收·总计｝件", "收件"},
		{"typing in the value", "收" + n + "件", "收｛45|｜本年新收·总计｝件", "收" + n + "5件"},
		{"BackSpace in the name", "收" + n + "件", "收｛4｜本年新|·总计｝件", "收件"},
		{"a selection from inside", "收" + n + "件。", "收｛4｜|。", "收。"},
		{"a selection into it, typed over", "收到" + n + "件", "收X|年新收·总计｝件", "收X件"},
		{"a selection around it, typed over", "收" + n + "件", "收五|", "收五"},
		{"one of two", n + n, n + "｛4｜本年新收·总计|", n},
		{"the first of two", n + n, "|4｜本年新收·总计｝" + n, n},
		{"between two", n + n, n + "，|" + n, n + "，" + n},
		{"a paragraph pasted inside", n + "件", "｛4｜甲\n乙|本年新收·总计｝件", n + "甲\n乙件"},
		{"a bracket of prose", "｛甲｝", "｛甲|", "｛甲"},
		{"the same figure twice", "44" + n, "4|" + n, "4" + n},
	} {
		at := strings.Index(c.now, "|")
		now := c.now[:at] + c.now[at+1:]
		if got := r.Edition.Retype(c.was, now, len([]rune(c.now[:at]))); got != c.want {
			t.Errorf("%s: %s becomes %s, want %s", c.name, c.was, got, c.want)
		}
	}
}

// Whatever is typed or taken away, no half of a live number stays, and nothing
// that was typed is lost but over a part of one.
func FuzzRetype(f *testing.F) {
	r := sample.Example(f)
	f.Add("收到{requests/new/total}件{requests/total/total}", 4, 2, "五")
	f.Add("{requests/new/total}{requests/new/total}", 3, 0, "\n")
	f.Fuzz(func(t *testing.T, stored string, at, n int, typed string) {
		if strings.ContainsAny(typed, "｛｜｝{}·") || !utf8.ValidString(typed+stored) {
			return // brackets are no prose, and no field gives half a character
		}
		was := []rune(r.Shown(stored))
		at = min(max(at, 0), len(was))
		n = min(max(n, 0), len(was)-at)
		now := string(was[:at]) + typed + string(was[at+n:])
		got := r.Edition.Retype(string(was), now, at+len([]rune(typed)))
		before, after := r.Edition.Tokens(string(was)), r.Edition.Tokens(got)
		kept, part := 0, false
		for _, token := range before {
			part = part || n > 0 && (token.From < at && at < token.To || token.From < at+n && at+n < token.To)
			if token.To <= at || token.From >= at+n {
				kept++
			}
			if n == 0 && token.From < at && at < token.To {
				kept++
			}
		}
		if !part && !strings.Contains(got, typed) {
			t.Errorf("%q typed at %d in %q over %d: %q", typed, at, string(was), n, got)
		}
		if len(after) < kept {
			t.Errorf("%q typed at %d in %q over %d: %q has lost a live number", typed, at, string(was), n, got)
		}
	})
}
