package chart

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"nianbao/export/font"
	"nianbao/model"
)

var update = flag.Bool("update", false, "write the golden files anew")

// numbers reads numbers as they are typed, "" for a gap.
func numbers(typed ...string) (out []model.Number) {
	for _, t := range typed {
		out = append(out, model.ParseNumber(t))
	}
	return out
}

func years(n int) (out []string) {
	for i := range n {
		out = append(out, fmt.Sprintf("%d年", 2026-n+i+1))
	}
	return out
}

// samples are charts as they are met with.
var samples = map[string]*Chart{
	"bars": {
		Unit: "件", Labels: years(4),
		Series: []Series{{"本年新收", numbers("61", "77", "52", "80")}, {"本年办结", numbers("58", "75", "", "76")}, {"结转下年度", numbers("3", "5", "0", "9")}},
	},
	"stacked": {
		Unit: "件", Kind: Stacked, Labels: years(3),
		Series: []Series{{"予以公开", numbers("30", "41", "")}, {"不予公开", numbers("5", "7", "9")}, {"其他处理", numbers("0", "2", "14")}},
	},
	"lines": {
		Unit: "万元", Kind: Lines, Labels: years(5),
		Series: []Series{{"收费", numbers("190.457379", "88.2", "", "14", "15.5")}},
	},
}

func svg(d *Drawing) string {
	return d.SVG("", func(b *strings.Builder, t *Text) {
		fmt.Fprintf(b, "<text transform=%q font-family=\"sans-serif\" font-size=%q>%s</text>\n", t.Place(), Decimal(t.Size), t.Run.Says())
	})
}

func TestGolden(t *testing.T) {
	for name, c := range samples {
		got := svg(c.Draw(font.Embedded(), 300, 160))
		path := filepath.Join("testdata", name+".svg")
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s: the drawing differs from %s; -update writes it anew", name, path)
		}
	}
}

// random makes a chart of any shape: few numbers and many, small and huge, below 0, gaps,
// what is no number, names of every length.
func random(r *rand.Rand) *Chart {
	words := []rune("政府信息公开白杨镇人民柳河县住房和城乡建设局街道办事处（一）、2026年abc 龑")
	name := func(most int) string {
		var b strings.Builder
		for range r.IntN(most + 1) {
			b.WriteRune(words[r.IntN(len(words))])
		}
		return b.String()
	}
	c := &Chart{Unit: name(4), Kind: Kind(r.IntN(3))}
	count := []int{0, 1, 2, 5, 15, 40, 90}[r.IntN(7)]
	for i := range count {
		if label := fmt.Sprintf("%d年", 1990+i); r.IntN(2) == 0 {
			c.Labels = append(c.Labels, label)
		} else {
			c.Labels = append(c.Labels, name(16))
		}
	}
	most := int64(math.Pow10(r.IntN(18)))
	for range r.IntN(10) {
		s := Series{Name: name(14)}
		for range r.IntN(count + 2) {
			switch r.IntN(8) {
			case 0:
				s.Numbers = append(s.Numbers, model.Number{})
			case 1:
				s.Numbers = append(s.Numbers, model.ParseNumber("无"))
			case 2:
				s.Numbers = append(s.Numbers, model.Int(-r.Int64N(most)-1))
			case 3:
				s.Numbers = append(s.Numbers, model.ParseNumber(fmt.Sprintf("%d.%06d", r.Int64N(1000), r.IntN(1e6))))
			case 4:
				s.Numbers = append(s.Numbers, model.Int(0))
			default:
				s.Numbers = append(s.Numbers, model.Int(r.Int64N(most)))
			}
		}
		c.Series = append(c.Series, s)
	}
	return c
}

// Texts never overlap, and nothing stands outside the frame.
func TestNothingOverlapsOrSticksOut(t *testing.T) {
	r := rand.New(rand.NewPCG(20, 26))
	for n := range 1000 {
		c := random(r)
		width, height := 160+r.Float64()*500, 120+r.Float64()*300
		d := c.Draw(font.Embedded(), width, height)
		complain := func(format string, args ...any) {
			t.Helper()
			t.Errorf("chart %d, kind %d, %d labels, %d series, %.0f × %.0f: %s", n, c.Kind, len(c.Labels), len(c.Series), width, height, fmt.Sprintf(format, args...))
		}
		const slack = 0.5 // a pen's half, and what a face sticks out of its em box
		for i := range d.Texts {
			a := &d.Texts[i]
			x0, y0, x1, y1 := a.Box()
			if x0 < -slack || y0 < -slack || x1 > d.Width+slack || y1 > d.Height+slack {
				complain("%q sticks out: %.1f %.1f %.1f %.1f", a.Run.Says(), x0, y0, x1, y1)
			}
			for j := range i {
				b := &d.Texts[j]
				u0, v0, u1, v1 := b.Box()
				if min(x1, u1)-max(x0, u0) > slack && min(y1, v1)-max(y0, v0) > slack {
					complain("%q overlaps %q", a.Run.Says(), b.Run.Says())
				}
			}
		}
		for _, s := range d.Shapes {
			for _, step := range s.Path {
				for _, p := range step.Points() {
					if !(p.X >= -slack && p.Y >= -slack && p.X <= d.Width+slack && p.Y <= d.Height+slack) {
						complain("a shape sticks out to %.1f %.1f", p.X, p.Y)
					}
				}
			}
		}
		if t.Failed() {
			return
		}
	}
}

// said lists the texts of a drawing.
func said(d *Drawing) map[string]int {
	out := map[string]int{}
	for _, t := range d.Texts {
		out[t.Run.Says()]++
	}
	return out
}

// A number is written as it was typed, a gap is not drawn at all, a 0 is written.
func TestNumbersAreWhatTheyAre(t *testing.T) {
	d := samples["bars"].Draw(font.Embedded(), 440, 200)
	got := said(d)
	for _, want := range []string{"61", "77", "52", "58", "75", "76", "3", "5", "9", "单位：件", "本年新收", "2023年", "2026年"} {
		if got[want] != 1 {
			t.Errorf("%q stands %d times", want, got[want])
		}
	}
	if got["0"] != 2 { // at the axis, and the one that is nothing
		t.Errorf("0 stands %d times", got["0"])
	}
	if got := said(samples["lines"].Draw(font.Embedded(), 440, 200)); got["190.457379"] != 1 || got["15.5"] != 1 {
		t.Errorf("the amounts are not written exactly: %v", got)
	}
	if got := said(samples["stacked"].Draw(font.Embedded(), 440, 200)); got["不全"] != 1 {
		t.Errorf("a stack that lacks a part does not say so: %v", got)
	}
	if got := said((&Chart{Labels: years(3), Series: []Series{{"甲", numbers("", "无")}}}).Draw(font.Embedded(), 440, 200)); got["没有可以画出的数"] != 1 {
		t.Errorf("an empty chart does not say so: %v", got)
	}
}

// A gap parts a line, and has no bar.
func TestGaps(t *testing.T) {
	count := func(kind Kind, typed ...string) int {
		c := &Chart{Kind: kind, Labels: years(len(typed)), Series: []Series{{"甲", numbers(typed...)}}}
		n := 0
		for _, s := range c.Draw(font.Embedded(), 440, 200).Shapes {
			if s.Color == looks[0].ink {
				n++
			}
		}
		return n
	}
	for _, c := range []struct {
		kind  Kind
		typed []string
		want  int
	}{
		{Lines, []string{"1", "2", "3"}, 1 + 3},     // a line and three marks
		{Lines, []string{"1", "2", "", "3"}, 1 + 3}, // the last one has no line
		{Lines, []string{"1", "2", "", "3", "4"}, 2 + 4},
		{Lines, []string{"", ""}, 0},
		{Bars, []string{"1", "", "3"}, 2 * 2}, // fill and edge
		{Bars, []string{"1", "0", "无"}, 2},
		{Stacked, []string{"1", "", "-3"}, 2 * 2},
	} {
		if got := count(c.kind, c.typed...); got != c.want {
			t.Errorf("kind %d of %q: %d shapes, want %d", c.kind, c.typed, got, c.want)
		}
	}
}

func TestScale(t *testing.T) {
	for _, c := range []struct {
		least, most float64
		whole       bool
		count       int
		want        string
	}{
		{0, 0, true, 8, "0 1"},
		{0, 1, true, 8, "0 1"},
		{0, 3, true, 8, "0 1 2 3"},
		{0, 91, true, 8, "0 20 40 60 80 100"},
		{0, 91, true, 3, "0 50 100"},
		{-12, 12, true, 8, "-15 -10 -5 0 5 10 15"},
		{0, 0.3, false, 6, "0 0.1 0.2 0.3"},
		{0, 190.457379, false, 8, "0 50 100 150 200"},
		{0, 400_000, true, 6, "0 10万 20万 30万 40万"},
		{0, 5e17, true, 6, "0 100000万亿 200000万亿 300000万亿 400000万亿 500000万亿"},
	} {
		var got []string
		for _, tick := range scale(c.least, c.most, c.whole, c.count) {
			got = append(got, tick.Label)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("scale from %g to %g, %d ticks: %s, want %s", c.least, c.most, c.count, s, c.want)
		}
	}
}

// The axis reaches over every number, has 0, and is evenly divided into at most so many.
func TestScaleReaches(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 8))
	for range 20_000 {
		most, least := math.Pow(10, r.Float64()*24-6), 0.0
		if r.IntN(3) == 0 {
			least = -most * r.Float64() * 3
		}
		whole := r.IntN(2) == 0 && most > 1
		if whole {
			most, least = math.Round(most), math.Round(least)
		}
		count := 2 + r.IntN(12)
		ticks := scale(least, most, whole, count)
		first, last := ticks[0], ticks[len(ticks)-1]
		slack := (most - least) * 1e-6
		if first.Value > least+slack || last.Value < most-slack || len(ticks) > max(count, 3) {
			t.Fatalf("%d ticks for %g to %g, at most %d: %v", len(ticks), least, most, count, ticks)
		}
		zero := false
		for i, tick := range ticks {
			zero = zero || tick.Label == "0"
			if i > 1 && math.Abs((tick.Value-ticks[i-1].Value)/(ticks[1].Value-ticks[0].Value)-1) > 1e-9 {
				t.Fatalf("uneven: %v", ticks)
			}
			if i > 0 && tick.Label == ticks[i-1].Label {
				t.Fatalf("two ticks are called %s: %v", tick.Label, ticks)
			}
		}
		if !zero {
			t.Fatalf("no 0 from %g to %g: %v", least, most, ticks)
		}
	}
}

func TestSameChartSameDrawing(t *testing.T) {
	for _, c := range samples {
		if !reflect.DeepEqual(c.Draw(font.Embedded(), 400, 200), c.Draw(font.Embedded(), 400, 200)) {
			t.Error("two drawings of one chart differ")
		}
	}
}

func TestSaid(t *testing.T) {
	c := &Chart{Unit: "件", Labels: years(2), Series: []Series{{"新收", numbers("3", "")}, {"办结", numbers("2", "1")}}}
	if got, want := c.Said(), "新收：2025年3件，2026年没有数；办结：2025年2件，2026年1件"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func BenchmarkDraw(b *testing.B) {
	bodies := &Chart{Unit: "件", Series: []Series{{Name: "本年新收"}}}
	for i := range 40 {
		bodies.Labels = append(bodies.Labels, fmt.Sprintf("柳河县第%d街道办事处", i))
		bodies.Series[0].Numbers = append(bodies.Series[0].Numbers, model.Int(int64(i*i)))
	}
	for name, c := range map[string]*Chart{"years": samples["bars"], "bodies": bodies} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.Draw(font.Embedded(), 440, c.Height(440))
			}
		})
	}
}
