package district_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/model/district"
	"nianbao/model/sample"
	"nianbao/model/store"
)

// sent takes a report in as package collect does.
func sent(file string, r *model.Report) *district.Return {
	return district.Receive(file, r, model.Check(r, nil), nil)
}

// report is the example as another body's.
func report(t *testing.T, office string, changes ...string) *model.Report {
	r := sample.Example(t)
	r.Title = strings.ReplaceAll(r.Title, r.Office, office)
	for id, text := range r.Texts {
		r.Texts[id] = strings.ReplaceAll(text, "白杨镇", strings.TrimSuffix(office, "人民政府"))
	}
	r.Office = office
	for _, c := range changes {
		at, value, _ := strings.Cut(c, "=")
		r.Apply(model.Change{At: model.Ref(at), New: value})
	}
	return r
}

// told is a tally as an office would tell it.
func told(tally *district.Tally) string {
	var out strings.Builder
	for _, s := range tally.Bodies {
		fmt.Fprintf(&out, "%s：%s", s.Name, s.State.Name())
		for _, e := range s.Entries {
			fmt.Fprintf(&out, "；%s %s", e.File, e.State)
			if e.Counted {
				out.WriteString("✓")
			}
		}
		out.WriteString("\n")
	}
	for _, e := range tally.Loose {
		fmt.Fprintf(&out, "？ %s %s\n", e.File, e.State)
	}
	return out.String()
}

func of(t *testing.T, roll string, returns ...*district.Return) *district.District {
	t.Helper()
	d := &district.District{Name: "青原县人民政府", Year: 2026, Edition: sample.Editions(t).ForYear(2026)}
	if roll != "" {
		var err error
		if d.Roll, err = district.ReadRoll(table(roll)); err != nil {
			t.Fatal(err)
		}
	}
	for _, r := range returns {
		d.Add(r)
	}
	return d
}

// What becomes of each file and of each body.
func TestTally(t *testing.T) {
	old := report(t, "甲镇人民政府")
	old.Year = 2025
	other := report(t, "甲镇人民政府")
	other.Edition = sample.Editions(t).ByID("2019")
	wrong := []string{"requests/new/person=77"}
	for name, c := range map[string]struct {
		roll    string
		returns []*district.Return
		set     func(*district.District)
		want    string
	}{
		"all is well": {
			"甲镇\n乙镇\n",
			[]*district.Return{sent("b.docx", report(t, "乙镇人民政府")), sent("a.nianbao", report(t, "甲镇人民政府"))},
			nil,
			"甲镇：已收到；a.nianbao received✓\n乙镇：已收到；b.docx received✓\n",
		},
		"one is missing": {"甲镇\n乙镇\n", []*district.Return{sent("a", report(t, "甲镇人民政府"))}, nil, "甲镇：已收到；a received✓\n乙镇：未报\n"},
		"the same twice counts once": {
			"甲镇\n",
			[]*district.Return{sent("a", report(t, "甲镇人民政府")), sent("b", report(t, "甲镇人民政府"))},
			nil,
			"甲镇：已收到；a received✓；b repeated\n",
		},
		"two that differ do not count": {
			"甲镇\n",
			[]*district.Return{sent("a", report(t, "甲镇人民政府")), sent("b", report(t, "甲镇人民政府", wrong...))},
			nil,
			"甲镇：重复报送，内容不同；a doubled；b doubled\n",
		},
		"until one is taken": {
			"甲镇\n",
			[]*district.Return{sent("a", report(t, "甲镇人民政府")), sent("b", report(t, "甲镇人民政府", wrong...))},
			func(d *district.District) { d.Taken = map[string]bool{"b": true} },
			"甲镇：重复报送，内容不同；a doubled；b doubled✓\n",
		},
		"never both": {
			"甲镇\n",
			[]*district.Return{sent("a", report(t, "甲镇人民政府")), sent("b", report(t, "甲镇人民政府", wrong...))},
			func(d *district.District) { d.Taken = map[string]bool{"a": true, "b": true} },
			"甲镇：重复报送，内容不同；a doubled✓；b doubled\n",
		},
		"errors are out": {"甲镇\n", []*district.Return{sent("a", report(t, "甲镇人民政府", wrong...))}, nil, "甲镇：有错误；a faulty\n"},
		"errors are in, if that is wanted": {
			"甲镇\n",
			[]*district.Return{sent("a", report(t, "甲镇人民政府", wrong...))},
			func(d *district.District) { d.Faults = true }, "甲镇：有错误；a faulty✓\n",
		},
		"left out by choice": {
			"甲镇\n",
			[]*district.Return{sent("a", report(t, "甲镇人民政府"))},
			func(d *district.District) { d.Left = map[string]bool{"a": true} }, "甲镇：已收到；a received\n",
		},
		"last year's": {"甲镇\n", []*district.Return{sent("a", old)}, nil, "甲镇：未报；a past\n"},
		"last year's beside the right one": {
			"甲镇\n",
			[]*district.Return{sent("a", old), sent("b", report(t, "甲镇人民政府"))},
			nil,
			"甲镇：已收到；a past；b received✓\n",
		},
		"one of last year's among many": {
			"甲镇\n乙镇\n",
			[]*district.Return{sent("a", old), sent("b", report(t, "乙镇人民政府")), sent("c", report(t, "丙镇人民政府")), sent("d", report(t, "丁镇人民政府"))},
			nil,
			"甲镇：年度不对；a other-year\n乙镇：已收到；b received✓\n丁镇人民政府：不在名单里；d stranger\n丙镇人民政府：不在名单里；c stranger\n",
		},
		"the years before lie beside": {
			"甲镇\n乙镇\n",
			[]*district.Return{sent("2025/a", old), sent("2026/b", report(t, "乙镇人民政府"))},
			nil,
			"甲镇：未报；2025/a past\n乙镇：已收到；2026/b received✓\n",
		},
		"of a body that nobody lists there is nothing but an old one": {
			"甲镇\n",
			[]*district.Return{sent("2025/x", report(t, "丙镇人民政府", "@year=2025")), sent("2026/a", report(t, "甲镇人民政府"))},
			nil,
			"甲镇：已收到；2026/a received✓\n丙镇人民政府：其他年度的；2025/x past\n",
		},
		"another form": {"甲镇\n", []*district.Return{sent("a", other)}, nil, "甲镇：格式不对；a other-form\n"},
		"a stranger": {
			"甲镇\n",
			[]*district.Return{sent("a", report(t, "甲镇人民政府")), sent("x", report(t, "丙镇人民政府"))},
			nil,
			"甲镇：已收到；a received✓\n丙镇人民政府：不在名单里；x stranger\n",
		},
		"without a roll nobody is one": {"", []*district.Return{sent("x", report(t, "丙镇人民政府"))}, nil, "丙镇人民政府：已收到；x received✓\n"},
		"unreadable, by the name of the file": {
			"甲乙镇\n丙丁镇\n",
			[]*district.Return{district.Refuse("县/甲乙镇人民政府2026年年报.docx", "打不开。"), district.Refuse("扫描件.pdf", "打不开。")},
			nil,
			"甲乙镇：读不出来；县/甲乙镇人民政府2026年年报.docx unreadable\n丙丁镇：未报\n？ 扫描件.pdf unreadable\n",
		},
		"nobody's": {"甲镇\n", []*district.Return{sent("a", report(t, ""))}, nil, "甲镇：未报\n？ a stranger\n"},
	} {
		t.Run(name, func(t *testing.T) {
			d := of(t, c.roll, c.returns...)
			if c.set != nil {
				c.set(d)
			}
			if got := told(d.Tally()); got != c.want {
				t.Errorf("told is\n%swant\n%s", got, c.want)
			}
		})
	}
}

// What is told of several that differ is what became of them.
func TestDoubledIsTold(t *testing.T) {
	for name, c := range map[string]struct{ taken, left, want string }{
		"none is chosen":          {"", "", "“甲镇”报了 2 份内容不同的报告，要选定用哪一份。"},
		"one is":                  {"b", "", "“甲镇”报了 2 份内容不同的报告，用的是选定的一份。"},
		"both are":                {"b a", "", "“甲镇”报了 2 份内容不同的报告，选定的不止一份，用的是“a”。"},
		"one is, and is left out": {"b", "b", "“甲镇”报了 2 份内容不同的报告，要选定用哪一份。"},
	} {
		t.Run(name, func(t *testing.T) {
			d := of(t, "甲镇\n", sent("a", report(t, "甲镇人民政府")), sent("b", report(t, "甲镇人民政府", "requests/new/person=77")))
			d.Taken, d.Left = map[string]bool{}, map[string]bool{}
			for _, f := range strings.Fields(c.taken) {
				d.Taken[f] = true
			}
			for _, f := range strings.Fields(c.left) {
				d.Left[f] = true
			}
			for _, e := range d.Tally().Entries {
				if e.Why != c.want || e.Counted && c.left != "" {
					t.Errorf("of %s is told %s", e.File, e.Why)
				}
			}
		})
	}
}

// The year that is summed is the last one that is collected: neither one that somebody typed
// wrong, nor the one of which most reports lie here.
func TestLatest(t *testing.T) {
	for name, c := range map[string]struct {
		years []int
		want  int
	}{
		"nothing":                   {nil, 0},
		"no year":                   {[]int{0, 0}, 0},
		"one":                       {[]int{2026}, 2026},
		"one of last year":          {[]int{2026, 2026, 2025}, 2026},
		"one typed wrong":           {[]int{2026, 2026, 2027}, 2026},
		"the years before":          {[]int{2024, 2024, 2024, 2025, 2025, 2025, 2026, 2026}, 2026},
		"this year's begin to come": {[]int{2025, 2025, 2025, 2025, 2026}, 2025},
		"a body's own":              {[]int{2026, 2024, 2025}, 2026},
	} {
		d := &district.District{}
		for i, year := range c.years {
			d.Add(&district.Return{File: fmt.Sprint(i), Year: year})
		}
		if got := d.Latest(); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

// What became of each does not depend on the order in which they came.
func TestOrderDoesNotMatter(t *testing.T) {
	returns := []*district.Return{
		sent("a", report(t, "甲镇人民政府")), sent("b", report(t, "甲镇人民政府", "requests/new/person=77")), sent("c", report(t, "乙镇人民政府")),
		sent("d", report(t, "乙镇人民政府")), sent("e", report(t, "丙镇人民政府")), district.Refuse("f", "打不开。"),
	}
	want := ""
	for seed := range uint64(20) {
		random := rand.New(rand.NewPCG(seed, 0))
		random.Shuffle(len(returns), func(i, j int) { returns[i], returns[j] = returns[j], returns[i] })
		tally := of(t, "甲镇\n乙镇\n", returns...).Tally()
		got := told(tally) + string(store.Encode(tally.Sum().Report))
		if want == "" {
			want = got
		}
		if got != want {
			t.Fatalf("in another order it is\n%s\nnot\n%s", got, want)
		}
	}
}

// The sum of random reports is, cell by cell, what adding them one by one comes to; a
// return gives back the numbers that the report had.
func TestSum(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	e := sample.Editions(t).ForYear(2026)
	d := of(t, "")
	d.Faults = true
	want := map[model.Ref]int64{}
	for i := range 60 {
		r := model.NewReport(e, fmt.Sprintf("第%d镇人民政府", i), model.Township, 2026)
		for _, c := range e.Cells() {
			if !c.Total() && c.As() != "amount" {
				n := random.Int64N(1000)
				r.Numbers[c.Ref] = model.Int(n)
				want[c.Ref] += n
			}
		}
		ret := sent(fmt.Sprint(i), r)
		for c, n := range ret.Numbers {
			if !n.Equal(r.Value(c.Ref)) {
				t.Fatalf("%s is %s, was %s", c.Ref, n, r.Value(c.Ref))
			}
		}
		d.Add(ret)
	}
	sum := d.Tally().Sum()
	for ref, n := range want {
		if got := sum.Report.Numbers[ref]; !got.Equal(model.Int(n)) {
			t.Errorf("%s: %s, want %d", ref, got, n)
		}
	}
	for _, c := range e.Cells() {
		if c.As() == "amount" {
			continue
		}
		total := model.Int(0)
		for _, p := range sum.PartsOf(c.Ref) {
			total = total.Add(p.Number)
		}
		if got := sum.Report.Value(c.Ref); !got.Equal(total) {
			t.Errorf("%s: the parts come to %s, the sum is %s", c.Ref, total, got)
		}
	}
}

// Amounts are exact and brought to one unit; what cannot be added is told.
func TestAmounts(t *testing.T) {
	e := sample.Editions(t).ForYear(2026)
	var amount *model.Cell
	for _, c := range e.Cells() {
		if c.As() == "amount" {
			amount = c
			break
		}
	}
	if amount == nil {
		t.Fatal("the form has no amount")
	}
	for name, c := range map[string]struct {
		typed []string
		want  string
		gaps  int
	}{
		"in the unit of the form": {[]string{"190.457379", "0.1", "0.2"}, "190.757379", 0},
		"in units of their own":   {[]string{"1.5万元", "300元"}, "1.53", 0},
		"full width, with commas": {[]string{"１，２３４．５", "1"}, "1235.5", 0},
		"blank, and not a number": {[]string{"", "约3", "2"}, "2", 2},
		"all are blank":           {[]string{"", ""}, "", 2},
		"nought is a number":      {[]string{"0", "0"}, "0", 0},
		"negative is none":        {[]string{"-3", "5"}, "5", 1},
	} {
		t.Run(name, func(t *testing.T) {
			d := of(t, "")
			d.Faults = true
			for i, typed := range c.typed {
				r := model.NewReport(e, fmt.Sprintf("第%d镇", i), model.Township, 2026)
				for _, cell := range e.Cells() {
					if !cell.Total() {
						r.Numbers[cell.Ref] = model.Int(0)
					}
				}
				r.Apply(model.Change{At: amount.Ref, New: typed})
				d.Add(sent(fmt.Sprint(i), r))
			}
			sum := d.Tally().Sum()
			if got := sum.Report.Value(amount.Ref).String(); got != c.want || len(sum.Gaps) != c.gaps {
				t.Errorf("%s of %s, want %s; gaps are %v", got, amount.Unit(), c.want, sum.Gaps)
			}
		})
	}
}

// The identities are held against the sum, and last year's sum.
func TestSumIsChecked(t *testing.T) {
	d := of(t, "", sent("a", report(t, "甲镇人民政府")), sent("b", report(t, "乙镇人民政府")))
	sum := d.Tally().Sum()
	if found := sum.Check(nil); len(found) > 0 {
		t.Errorf("the sum of right reports has %v", found)
	}
	last := sum.Report.Clone()
	last.Year = 2025
	found := sum.Check(last)
	if !slices.ContainsFunc(found, func(f model.Finding) bool { return f.Rule == "carried-in" }) {
		t.Errorf("beside a last year that carried out another number, found is %v", found)
	}
	d.Faults = true
	d.Add(sent("c", report(t, "丙镇人民政府", "requests/new/person=77")))
	if found := d.Tally().Sum().Check(nil); len(found) != 1 || found[0].Rule != "requests-balance" {
		t.Errorf("with a part that does not balance, found is %v", found)
	}
}

// An amount for which the form has no unit needs one, but for nought.
func TestAmountsWithUnitsOfTheirOwn(t *testing.T) {
	e := sample.Editions(t).ByID("2019")
	var amount *model.Cell
	for _, c := range e.Cells() {
		if c.As() == "amount" && c.Unit() == "" {
			amount = c
			break
		}
	}
	if amount == nil {
		t.Fatal("the form has no such amount")
	}
	for name, c := range map[string]struct {
		typed []string
		want  string
		gaps  int
	}{
		"one unit":           {[]string{"1.5万元", "0", "2万元"}, "3.5万元", 0},
		"several":            {[]string{"1.5万元", "300元"}, "15300元", 0},
		"noughts alone":      {[]string{"0", "0"}, "0", 0},
		"one without":        {[]string{"1.5", "300元"}, "300元", 1},
		"nought with a unit": {[]string{"0元", "2万元"}, "2万元", 0},
	} {
		t.Run(name, func(t *testing.T) {
			d := &district.District{Year: 2020, Edition: e, Faults: true}
			for i, typed := range c.typed {
				r := model.NewReport(e, fmt.Sprintf("第%d镇", i), model.Township, 2020)
				for _, cell := range e.Cells() {
					if !cell.Total() && !cell.Optional() {
						r.Numbers[cell.Ref] = model.Int(0)
					}
				}
				r.Apply(model.Change{At: amount.Ref, New: typed})
				d.Add(sent(fmt.Sprint(i), r))
			}
			sum := d.Tally().Sum()
			if got := sum.Report.Value(amount.Ref).String(); got != c.want || len(sum.Gaps) != c.gaps {
				t.Errorf("%s, want %s; gaps are %v", got, c.want, sum.Gaps)
			}
		})
	}
}
