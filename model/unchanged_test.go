package model_test

import (
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/sample"
)

func TestUnchanged(t *testing.T) {
	const (
		was  = "镇政府每季度听取一次公开工作汇报，对照清单逐栏检查更新情况。2025年组织培训2次，村干部和各站所经办人员48人参加，占应到人数的96%。"
		says = "一段与去年的报告相同（只有年份不同），请核对是否需要更新。"
		near = "一段与去年的报告几乎相同，请核对是否需要更新。"
	)
	now := strings.ReplaceAll(was, "2025", "2026")
	for _, c := range []struct {
		name     string
		ref      model.Ref
		was, now string
		says     string // "" for no finding
	}{
		{"only the year", "overview/supervision", was, now, says},
		{"not even the year", "overview/supervision", was, was, "一段与去年的报告相同，请核对是否需要更新。"},
		{"years in other digits", "overview/supervision", strings.ReplaceAll(was, "2025", "二〇二五"), strings.ReplaceAll(was, "2025", "２０２６"), says},
		{"spaces and shapes", "overview/supervision", was, "　　" + strings.NewReplacer("，", ",", "2次", " 2 次").Replace(now), says},
		{"one figure is new", "overview/supervision", was, strings.Replace(now, "48人", "52人", 1), near},
		{"all figures are new", "overview/supervision", was, strings.NewReplacer("2次", "3次", "48人", "52人", "96%", "94%").Replace(now), ""},
		{"the figures follow the tables", "overview/on-request", "全年新收政府信息公开申请4件，上年结转1件，共办结5件，结转下年度0件，各件均按期答复。", "全年新收政府信息公开申请{requests/new/total}件，上年结转{requests/carried-in/total}件，共办结{requests/total/total}件，结转下年度{requests/carried-out/total}件，各件均按期答复。", ""},
		{"they did last year too", "overview/on-request", "全年新收政府信息公开申请{requests/new/total}件，共办结{requests/total/total}件，各件均按期答复。", "全年新收政府信息公开申请{requests/new/total}件，共办结{requests/total/total}件，各件均按期答复。", ""},
		{"under another heading", "overview/platform", "", now, ""},
		{"short", "problems/problems", "一是解读材料仍以文字为主，形式不够丰富。", "一是解读材料仍以文字为主，形式不够丰富。", ""},
		{"the preface", "preface", was, now, ""},
		{"a note", "requests/note", was, now, ""},
		{"a formal sentence", "other", "根据《政府信息公开信息处理费管理办法》，我镇2025年发出信息处理费收费通知0件，总金额0元，实际收取金额0元。", "根据《政府信息公开信息处理费管理办法》，我镇2026年发出信息处理费收费通知0件，总金额0元，实际收取金额0元。", ""},
		{"a sentence was added", "overview/supervision", was, now + "年中对14个村的公示栏逐一查看，当场整改3处，并把结果通报到站所。", ""},
		{"rewritten", "overview/supervision", was, "镇政府全年听取公开工作汇报4次，逐栏检查清单的更新情况。2026年组织培训3次，52名村干部和经办人员参加，参训率94%。", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, last := sample.Example(t), lastYear(t)
			last.Texts[c.ref] = c.was
			r.Texts[c.ref] = "这一段是今年新写的，去年的报告里没有这样的话，所以不会有任何提示。\n" + c.now
			var got []model.Finding
			for _, f := range model.Check(r, last) {
				if f.Rule == "same-as-last-year" {
					got = append(got, f)
				}
			}
			if c.says == "" {
				if len(got) > 0 {
					t.Fatalf("%s: %s", got[0].Text, got[0].Words)
				}
				return
			}
			if len(got) != 1 || !strings.HasSuffix(got[0].Text, c.says) || got[0].Level != model.Warning || got[0].At[0] != c.ref {
				t.Fatalf("found %v, want %s", got, c.says)
			}
			if want := strings.TrimSpace(strings.Trim(c.now, "　")); got[0].Words != want {
				t.Errorf("its words are %q", got[0].Words)
			}
			if begins := "“" + string([]rune(got[0].Words)[:8]) + "…”"; !strings.HasPrefix(got[0].Text, begins) {
				t.Errorf("%q does not begin with %s", got[0].Text, begins)
			}
		})
	}
	r, last := sample.Example(t), lastYear(t)
	r.Texts["overview/platform"], last.Texts["overview/supervision"] = now, was
	if found := model.Check(r, last); len(found) != 1 || found[0].At[0] != "overview/platform" {
		t.Errorf("a paragraph that was moved is the same: %v", found)
	}
}

// Two years' reports of one body in its own words, about the same matters, are not
// taken for copies of each other; a report taken over whole is found everywhere.
func TestUnchangedWholeReports(t *testing.T) {
	r, last := sample.Example(t), lastYear(t)
	count := func() (n int) {
		for _, f := range model.Check(r, last) {
			if f.Rule == "same-as-last-year" {
				n++
			}
		}
		return n
	}
	if n := count(); n != 0 {
		t.Errorf("%d paragraphs of another text", n)
	}
	last.Texts = sample.Example(t).Texts
	for _, id := range []model.Ref{"overview/active", "overview/platform", "problems/problems"} {
		r.Texts[id] = r.Renew(last, id).Text
	}
	if n := count(); n < 8 {
		t.Errorf("only %d paragraphs of a report that was taken over", n)
	}
}

// The whole check with a report of twenty thousand characters that was taken over.
func BenchmarkCheckTakenOver(b *testing.B) {
	for _, c := range []struct {
		name string
		r    *model.Report
	}{{"full", sample.Full()}, {"long", sample.Long()}} {
		b.Run(c.name, func(b *testing.B) {
			last := c.r.Clone()
			last.Year--
			b.ReportAllocs()
			for b.Loop() {
				model.Check(c.r, last)
			}
		})
	}
}
