package compare

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/sample"
	"nianbao/model/store"
)

// years is last year's report and this year's, which begins as its copy.
func years(edit func(last, this *model.Report)) *Comparison {
	last := sample.Blank("2021", "白杨镇人民政府", 2025)
	this := sample.Blank("2021", "白杨镇人民政府", 2026)
	edit(last, this)
	return Reports(this, last)
}

func cellAt(t *testing.T, c *Comparison, ref model.Ref) Cell {
	t.Helper()
	for _, table := range c.Tables {
		for _, cell := range table.Cells {
			if cell.Ref == ref {
				return cell
			}
		}
	}
	t.Fatalf("no cell %s", ref)
	return Cell{}
}

func TestANumber(t *testing.T) {
	const count, amount model.Ref = "requests/new/person", "disclosure/fees/amount"
	for _, c := range []struct {
		at         model.Ref
		last, this string
		kind       Kind
		difference string
		growth     string
	}{
		{count, "", "", Same, "", ""},
		{count, "0", "0", Same, "0", ""},
		{count, "", "0", New, "", ""}, // a blank is not zero
		{count, "0", "", Gone, "", ""},
		{count, "0", "5", Changed, "5", ""}, // nothing grows from zero
		{count, "5", "0", Changed, "-5", "-100.0%"},
		{count, "8", "9", Changed, "1", "+12.5%"},
		{count, "3", "1", Changed, "-2", "-66.7%"},
		{count, "18", "18件", Same, "0", ""},
		{count, "１８", "18", Same, "0", ""},
		{count, "无", "无", Same, "", ""},
		{count, "无", "3", Changed, "", ""},
		{count, "3", "三", Changed, "", ""},
		{count, "3", "3.5", Changed, "", ""},
		{count, "3万元", "3", Changed, "", ""},
		{amount, "190.457379", "200", Changed, "9.542621万元", "+5.0%"},
		{amount, "5", "50000元", Same, "0万元", ""},
		{amount, "5", "0", Changed, "-5万元", "-100.0%"},
		{count, "999999999999999", "1", Changed, "-999999999999998", "-100.0%"},
	} {
		cell := cellAt(t, years(func(last, this *model.Report) {
			last.Apply(model.Change{At: c.at, New: c.last, Drop: c.last == ""})
			this.Apply(model.Change{At: c.at, New: c.this, Drop: c.this == ""})
		}), c.at)
		if cell.Kind != c.kind || cell.Difference.String() != c.difference || cell.Growth != c.growth {
			t.Errorf("%q → %q: %s, %s, %s", c.last, c.this, cell.Kind, cell.Difference, cell.Growth)
		}
	}
}

func TestTotals(t *testing.T) {
	c := years(func(last, this *model.Report) {
		for _, r := range []*model.Report{last, this} {
			for _, cell := range r.Edition.Cells() {
				if !cell.Total() {
					r.Numbers[cell.Ref] = model.Int(1)
				}
			}
		}
		this.Numbers["requests/new/person"] = model.Int(4)
		delete(this.Numbers, "requests/granted/person")
		this.Numbers["appeals/suit/total"] = model.Int(9) // stated
	})
	for _, want := range []Cell{
		{Ref: "requests/new/total", Kind: Changed, Last: model.Int(6), This: model.Int(9), Total: true},
		{Ref: "requests/partial/total", Kind: Same, Last: model.Int(6), This: model.Int(6), Total: true},
		{Ref: "requests/granted/total", Kind: Gone, Last: model.Int(6), This: model.Int(5), Total: true, Partial: true},
		{Ref: "requests/total/total", Kind: Gone, Last: model.Int(126), This: model.Int(125), Total: true, Partial: true},
		{Ref: "appeals/suit/total", Kind: Changed, Last: model.Int(4), This: model.Int(9), Total: true},
	} {
		got := cellAt(t, c, want.Ref)
		if got.Kind != want.Kind || !got.Last.Equal(want.Last) || !got.This.Equal(want.This) || got.Total != want.Total || got.Partial != want.Partial {
			t.Errorf("%s: %+v", want.Ref, got)
		}
		if (got.Kind == Gone) != got.Difference.Blank() {
			t.Errorf("%s differs by %s", want.Ref, got.Difference)
		}
	}
	// What changed most is told without what follows from it.
	var most []string
	for _, cell := range c.Most(3) {
		most = append(most, cell.Short)
	}
	if got := strings.Join(most, " "); got != "本年新收·自然人" {
		t.Errorf("changed most: %s", got)
	}
}

// From 0 to 20 is more of a change than from 1000 to 1100.
func TestWhatChangedMost(t *testing.T) {
	c := years(func(last, this *model.Report) {
		for ref, n := range map[model.Ref][2]int64{
			"disclosure/permits/decisions": {1000, 1100}, "disclosure/penalties/decisions": {0, 20},
			"disclosure/coercion/decisions": {7, 7}, "requests/new/person": {3, 2}, "requests/new/legal": {40, 3},
		} {
			last.Numbers[ref], this.Numbers[ref] = model.Int(n[0]), model.Int(n[1])
		}
	})
	var most []string
	for _, cell := range c.Most(3) {
		most = append(most, cell.Short)
	}
	if got := strings.Join(most, " "); got != "本年新收·法律服务机构 行政处罚 行政许可" {
		t.Errorf("changed most: %s", got)
	}
	if got := len(c.Most(99)); got != 4 {
		t.Errorf("%d numbers have changed", got)
	}
}

func TestAnotherForm(t *testing.T) {
	last := sample.Old()
	this := sample.Blank("2021", last.Office, 2021)
	this.Apply(model.Change{At: "disclosure/permits/decisions", New: "3600"}, model.Change{At: "requests/other-rest/legal", New: "1"})
	c := Reports(this, last)
	for _, want := range []struct {
		at             model.Ref
		kind           Kind
		added, dropped bool
	}{
		{"disclosure/permits/decisions", Changed, false, false},
		{"disclosure/permits/last-year", Gone, false, true},
		{"disclosure/published/total", Gone, false, true}, // an optional row that last year's report has
		{"requests/other/person", Gone, false, true},
		{"requests/other-rest/legal", New, true, false},
		{"requests/other-rest/person", Same, true, false}, // not filled in, and not asked for before
		{"requests/new/legal", Gone, false, false},
	} {
		if cell := cellAt(t, c, want.at); cell.Kind != want.kind || cell.Added != want.added || cell.Dropped != want.dropped {
			t.Errorf("%+v", cell)
		}
	}
	// Every cell of either form is told once.
	seen := map[model.Ref]int{}
	for _, table := range c.Tables {
		for _, cell := range table.Cells {
			seen[cell.Ref]++
		}
	}
	for _, cell := range append(slices.Clone(this.Edition.Cells()), last.Edition.Cells()...) {
		_, has := last.Numbers[cell.Ref]
		if want := 1; seen[cell.Ref] != want && (!cell.Optional() || has) {
			t.Errorf("%s is told %d times", cell.Ref, seen[cell.Ref])
		}
	}
	if got := Reports(sample.Traditional(), last).Tables; len(got) != 3 || got[0].Cells[0].Kind != Gone {
		t.Errorf("a report without tables: %v", got)
	}
}

// told writes the paragraphs of a passage, a line each.
func told(p Passage) (out []string) {
	for _, g := range p.Paragraphs {
		line := string(g.Kind) + ": "
		if g.Moved {
			line = "moved " + line
		}
		out = append(out, line+strings.ReplaceAll(marked(g.Runs), "\n", "¶"))
	}
	return out
}

func TestProse(t *testing.T) {
	const (
		active, management = "overview/active", "overview/management"
		rules              = "健全先审查、后公开的责任链条，信息发布前逐级审核，涉及个人隐私的一律作去标识处理。"
		archive            = "主动公开和依申请公开的材料一事一档，全年形成电子档案436件、纸质档案58卷。"
		website            = "全年通过县政府网站镇级专栏主动公开信息412条，比上一年增加36条。"
		finance            = "及时公开财政预决算和惠农补贴发放名单，做到发放一批、公示一批。"
		training           = "组织业务培训2次，参训163人次，聘请社会监督员12名。"
	)
	type texts map[model.Ref]string
	for name, c := range map[string]struct {
		last, this texts
		want       map[string][]string // by names of passages
	}{
		"a text of its own": {
			texts{active: website},
			texts{active: strings.Replace(website, "412", "430", 1)},
			map[string][]string{"（一）主动公开": {"changed: 全年通过县政府网站镇级专栏主动公开信息[-412-]{+430+}条，比上一年增加36条。"}},
		},
		"between paragraphs that stay": {
			texts{management: rules + "\n" + archive},
			texts{management: rules + "\n" + training + "\n" + archive},
			map[string][]string{"（三）政府信息管理": {"same: " + rules, "new: {+" + training + "+}", "same: " + archive}},
		},
		"another text altogether": {
			texts{active: website},
			texts{active: training},
			map[string][]string{"（一）主动公开": {"gone: [-" + website + "-]", "new: {+" + training + "+}"}},
		},
		"moved to another passage": {
			texts{active: website + "\n" + finance, management: rules},
			texts{active: website, management: rules + "\n" + strings.Replace(finance, "及时", "按月", 1)},
			map[string][]string{
				"（一）主动公开":   {"same: " + website},
				"（三）政府信息管理": {"same: " + rules, "moved changed: [-及时-]{+按月+}公开财政预决算和惠农补贴发放名单，做到发放一批、公示一批。"},
			},
		},
		"in another order": {
			texts{management: rules + "\n" + archive},
			texts{management: archive + "\n" + rules},
			map[string][]string{"（三）政府信息管理": {"same: " + archive, "moved same: " + rules}},
		},
		"split": {
			texts{management: rules + archive},
			texts{management: rules + "\n" + archive},
			map[string][]string{"（三）政府信息管理": {"changed: " + rules + "{+¶+}" + archive}},
		},
		"joined": {
			texts{management: rules + "\n" + archive},
			texts{management: rules + "另外，" + archive},
			map[string][]string{"（三）政府信息管理": {"changed: " + rules + "[-¶-]{+另外，+}" + archive}},
		},
		"nothing yet": {
			texts{active: website},
			texts{},
			map[string][]string{"（一）主动公开": {"gone: [-" + website + "-]"}},
		},
		"nothing before": {
			texts{},
			texts{active: website},
			map[string][]string{"（一）主动公开": {"new: {+" + website + "+}"}},
		},
		"white space": {
			texts{active: "　　" + website + " \n\n"},
			texts{active: website},
			map[string][]string{"（一）主动公开": {"same: " + website}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			got := years(func(last, this *model.Report) {
				for id, text := range c.last {
					last.Texts[id] = text
				}
				for id, text := range c.this {
					this.Texts[id] = text
				}
			})
			if len(got.Passages) != len(c.want) {
				t.Errorf("%d passages", len(got.Passages))
			}
			for _, p := range got.Passages {
				if told := told(p); !slices.Equal(told, c.want[p.Name]) {
					t.Errorf("%s:\n is %q\nnot %q", p.Name, told, c.want[p.Name])
				}
			}
		})
	}
}

// However many paragraphs there are, none that was kept with a change passes for a new one.
func TestManyParagraphs(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	for _, n := range []int{3, 40, 150, 400} {
		var were, are []string
		for i := range n {
			p := fmt.Sprintf("第%d项工作：", i) + sample.Paragraph(random)
			were, are = append(were, p), append(are, strings.Replace(p, "本年度", "这一年", 1))
		}
		c := years(func(last, this *model.Report) {
			last.Texts["overview/active"], this.Texts["overview/active"] = strings.Join(were, "\n"), strings.Join(are, "\n")
		})
		if got := len(c.Passages[0].Paragraphs); got != n {
			t.Errorf("of %d: %d paragraphs", n, got)
		}
		for _, g := range c.Passages[0].Paragraphs {
			if g.Kind != Changed {
				t.Errorf("of %d: %s: %s", n, g.Kind, marked(g.Runs))
			}
		}
	}
}

// Live numbers are compared as they are printed.
func TestLiveNumbers(t *testing.T) {
	const words = "全年收到申请{requests/new/person}件，均已答复。"
	c := years(func(last, this *model.Report) {
		last.Texts["overview/on-request"], this.Texts["overview/on-request"] = words, words
		last.Numbers["requests/new/person"], this.Numbers["requests/new/person"] = model.Int(4), model.Int(7)
	})
	if got := told(c.Passages[0]); got[0] != "changed: 全年收到申请[-4-]{+7+}件，均已答复。" {
		t.Error(got)
	}
	if c.Share != (Share{13, 14}) || c.Share.Percent() != 92 {
		t.Errorf("the share is %v, %d%%", c.Share, c.Share.Percent())
	}
}

// Last year's passages stand where the window shows them, also under other headings; and
// what has no place is told all the same.
func TestOutlines(t *testing.T) {
	last, this := sample.Full(), sample.Full()
	last.Year--
	last.Outline = append(last.Edition.Outline(), model.Heading{ID: "part-1", Title: "附则"})
	last.Texts["part-1"] = "本报告由党政办公室解释。"
	this.Outline = slices.DeleteFunc(this.Edition.Outline(), func(h model.Heading) bool { return h.ID == "overview/platform" })
	delete(this.Texts, "overview/platform")
	c := Reports(this, last)
	gone := 0
	for _, p := range c.Passages {
		for _, g := range p.Paragraphs {
			if g.Kind == Gone {
				gone++
				if g.From != "overview/platform" && g.From != "part-1" || p.ID == "" {
					t.Errorf("%s is gone from %s", g.From, p.Name)
				}
			}
		}
	}
	if gone != 2 || c.Share.Percent() != 100 {
		t.Errorf("%d paragraphs are gone, the share is %v", gone, c.Share)
	}

	this = sample.Blank("2008", "", 2015)
	this.Outline = []model.Heading{{ID: "part-9", Title: "概述"}}
	for _, p := range Reports(this, last).Passages {
		if p.Share.All != 0 || len(p.Paragraphs) == 0 {
			t.Errorf("%+v", p)
		}
	}
}

// What holds of any two reports.
func TestOfAnyTwoReports(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	editions := sample.Editions(t)
	for n := range 300 {
		last := sample.Report(random, editions[random.IntN(len(editions))])
		this := sample.Report(random, editions[random.IntN(len(editions))])
		if n%3 == 0 { // last year's, brought up to date here and there
			this = last.Clone()
			this.Year++
			for id, text := range this.Texts {
				if random.IntN(2) == 0 {
					this.Texts[id] = model.Escape(altered(random, this.Expand(text)))
				}
			}
		}
		before := [2][]byte{store.Encode(this), store.Encode(last)}
		c := Reports(this, last)
		if !bytes.Equal(store.Encode(this), before[0]) || !bytes.Equal(store.Encode(last), before[1]) {
			t.Fatal("a report was changed")
		}
		if wrong := whole(c, this, last); wrong != "" {
			t.Fatalf("%d: %s", n, wrong)
		}
		self := Reports(this, this)
		if self.Share.Same != self.Share.All || self.Count(Changed)+self.Count(New) > 0 {
			t.Fatalf("%d: compared with itself: %v, %d changed, %d new", n, self.Share, self.Count(Changed), self.Count(New))
		}
	}
}

// whole says what of two reports a comparison does not tell, or tells wrong.
func whole(c *Comparison, this, last *model.Report) string {
	var now, was, printed, wasPrinted []string
	share := Share{}
	for _, p := range c.Passages {
		sum := Share{}
		for _, g := range p.Paragraphs {
			sum = sum.plus(g.Share)
			if wrong := both(g.Last(), g.This(), g.Runs); wrong != "" {
				return wrong
			}
			now, was = append(now, model.Paragraphs(g.This())...), append(was, model.Paragraphs(g.Last())...)
		}
		if sum != p.Share || p.ID != "" && p.Share.All != length(this.Prose(p.ID)) {
			return fmt.Sprintf("%s: %v of %d characters, its paragraphs say %v", p.Name, p.Share, length(this.Prose(p.ID)), sum)
		}
		share = share.plus(sum)
	}
	if share != c.Share {
		return "the shares do not add up"
	}
	gather := func(r *model.Report) (out []string) {
		if r.Edition.Preface != nil {
			out = model.Paragraphs(r.Prose(r.Edition.Preface.ID))
		}
		for _, part := range r.Parts() {
			for _, t := range part.Texts {
				out = append(out, model.Paragraphs(r.Prose(t.ID))...)
			}
		}
		return out
	}
	printed, wasPrinted = gather(this), gather(last)
	slices.Sort(was)
	slices.Sort(wasPrinted)
	switch {
	case !slices.Equal(now, printed):
		return "this year's paragraphs are not all there in their order"
	case !slices.Equal(was, wasPrinted):
		return "last year's paragraphs are not all there"
	}
	return ""
}

// length is of a text's paragraphs.
func length(text string) (n int) {
	for _, p := range model.Paragraphs(text) {
		n += model.Length(p)
	}
	return n
}

func BenchmarkReports(b *testing.B) {
	random := rand.New(rand.NewPCG(7, 8))
	for name, make := range map[string]func() *model.Report{"full": sample.Full, "long": sample.Long} {
		last, this := make(), make()
		last.Year--
		for id, text := range this.Texts { // brought up to date
			var out []string
			for _, p := range strings.Split(this.Expand(text), "\n") {
				out = append(out, model.Escape(altered(random, p)))
			}
			this.Texts[id] = strings.Join(out, "\n")
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Reports(this, last)
			}
		})
	}
	b.Run("nothing alike", func(b *testing.B) {
		this, last := sample.Full(), sample.Full()
		for id := range last.Texts {
			last.Texts[id] = sample.Text(random)
		}
		for b.Loop() {
			Reports(this, last)
		}
	})
}
