package compare

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"nianbao/model/sample"
)

// marked writes runs as [-gone-] and {+new+}.
func marked(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		switch r.Kind {
		case Same:
			b.WriteString(r.Text)
		case Gone:
			b.WriteString("[-" + r.Text + "-]")
		case New:
			b.WriteString("{+" + r.Text + "+}")
		}
	}
	return b.String()
}

func TestRuns(t *testing.T) {
	for _, c := range []struct{ old, text, want string }{
		{"", "", ""},
		{"", "新写的。", "{+新写的。+}"},
		{"旧的。", "", "[-旧的。-]"},
		{"一字不差。", "一字不差。", "一字不差。"},
		// Years and numbers are one whole, in every spelling.
		{"2025年，公开信息376条。", "2026年，公开信息377条。", "[-2025-]{+2026+}年，公开信息[-376-]{+377+}条。"},
		{"收费3.5万元，阅读1,026次。", "收费3.6万元，阅读1,126次。", "收费[-3.5-]{+3.6+}万元，阅读[-1,026-]{+1,126+}次。"},
		{"二〇二五年共一百二十三件", "二〇二六年共一百三十件", "[-二〇二五-]{+二〇二六+}年共[-一百二十三-]{+一百三十+}件"},
		{"２０２５年", "２０２６年", "[-２０２５-]{+２０２６+}年"},
		{"见www.a.gov.cn/2025.html。", "见www.a.gov.cn/2026.html。", "见[-www.a.gov.cn/2025.html-]{+www.a.gov.cn/2026.html+}。"},
		{"收到申请{3}件.", "收到申请{4}件.", "收到申请{[-3-]{+4+}}件."},
		// Words that are kept between two changes are kept for the reader only where they are many.
		{"其中政策文件12条。", "其中政策法规文件15条。", "其中政策{+法规+}文件[-12-]{+15+}条。"},
		{"建立领导机制，健全工作制度，强化监督检查。", "完善工作制度，加强培训指导，建立考核机制。", "[-建立领导机制，健全工作制度，强化监督检查-]{+完善工作制度，加强培训指导，建立考核机制+}。"},
		{"由镇长任组长，召开会议4次，纳入各村、各科室考核。", "由党委书记任组长，召开会议4次，纳入各村考核。", "由[-镇长-]{+党委书记+}任组长，召开会议4次，纳入各村[-、各科室-]考核。"},
		// What came or went alone is a clause, not the end of one and the beginning of another.
		{"甲村公开，丙村公开。", "甲村公开，乙村公开，丙村公开。", "甲村公开，{+乙村公开，+}丙村公开。"},
		{"抓培训，抓检查，抓考核。", "抓培训，抓考核。", "抓培训，[-抓检查，-]抓考核。"},
		{"公开栏更换。公开栏清理。", "公开栏更换。公开栏清理。公开栏上锁。", "公开栏更换。公开栏清理。{+公开栏上锁。+}"},
		{"群眾反映的問題已經辦結。", "群眾反映的問題全部辦結。", "群眾反映的問題[-已經-]{+全部+}辦結。"},
	} {
		if got := marked(Runs(c.old, c.text)); got != c.want {
			t.Errorf("%s → %s:\n is %s\nnot %s", c.old, c.text, got, c.want)
		}
	}
}

// both says what is wrong with the runs of two texts, "" if nothing.
func both(old, text string, found []Run) string {
	p := Paragraph{Runs: found}
	switch {
	case p.Last() != old:
		return "the old text comes out as " + p.Last()
	case p.This() != text:
		return "the new text comes out as " + p.This()
	}
	for i, r := range found {
		switch {
		case r.Text == "":
			return "an empty run"
		case i > 0 && found[i-1].Kind == r.Kind:
			return "two runs of one kind side by side"
		case i > 0 && found[i-1].Kind == New && r.Kind == Gone:
			return "what is gone comes behind what is new"
		case utf8.ValidString(old) && utf8.ValidString(text) && !utf8.ValidString(r.Text):
			return "a character is cut"
		}
	}
	return ""
}

// altered changes a text as an editor would: words go, come, are replaced or moved.
func altered(random *rand.Rand, text string) string {
	w := words(text)
	for range 1 + random.IntN(6) {
		if len(w) < 4 {
			break
		}
		at := random.IntN(len(w) - 2)
		end := at + 1 + random.IntN(min(12, len(w)-at-1))
		piece := append([]string{}, w[at:end]...)
		switch random.IntN(4) {
		case 0:
			w = append(w[:at:at], w[end:]...)
		case 1:
			w = join(w[:at], piece, w[at:])
		case 2:
			w = join(w[:at], words(sample.Paragraph(random))[:5], w[end:])
		case 3:
			rest := append(w[:at:at], w[end:]...)
			to := random.IntN(len(rest))
			w = join(rest[:to], piece, rest[to:])
		}
	}
	return strings.Join(w, "")
}

func TestRunsGiveBothTexts(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		old := sample.Paragraph(random)
		text := altered(random, old)
		if random.IntN(10) == 0 {
			text = sample.Paragraph(random)
		}
		if wrong := both(old, text, Runs(old, text)); wrong != "" {
			t.Fatalf("%s\n%s:\n%s", old, text, wrong)
		}
	}
}

// Texts that are so long that they are compared by clauses, or only whole.
func TestRunsOfVeryLongTexts(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var long strings.Builder
	for long.Len() < 40_000 {
		long.WriteString(sample.Paragraph(random))
	}
	old := long.String()
	sentences := strings.SplitAfter(old, "。")
	for i := 0; i < len(sentences); i += 20 {
		sentences[i] += "另有一句。"
	}
	text := strings.Join(sentences, "")
	found := Runs(old, text)
	if wrong := both(old, text, found); wrong != "" {
		t.Error(wrong)
	}
	if n, want := strings.Count(marked(found), "{+另有一句。+}"), strings.Count(text, "另有一句。"); n != want || n < 10 {
		t.Errorf("%d of %d new sentences are told", n, want)
	}
	old, text = strings.Repeat("，一", 3000), strings.Repeat("。二", 3000)
	if found := Runs(old, text); both(old, text, found) != "" || len(found) != 2 {
		t.Errorf("%d runs tell that all has changed", len(found))
	}
}

func FuzzRuns(f *testing.F) {
	for _, s := range [][2]string{
		{"2025年，公开376条。", "2026年，主动公开412条。"},
		{"甲\n乙", "甲乙"},
		{"\xff一", "一\xff"},
		{"", "。"},
		{"😀a1", "1a😀"},
		{"一一一", "一一"},
		{"抓一，抓二，", "抓二，抓一，抓二，"},
		{"\ufffd", "\xef\xbf"},
		{"𠮷野", "吉野家𠮷"},
	} {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, old, text string) {
		if wrong := both(old, text, Runs(old, text)); wrong != "" {
			t.Errorf("%q, %q: %s", old, text, wrong)
		}
	})
}
