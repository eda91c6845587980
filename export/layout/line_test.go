package layout

import (
	"strings"
	"testing"

	"nianbao/export/font"
)

var flowing = &flow{fonts: font.Embedded()}

func said(gs []glyph) string {
	var b strings.Builder
	for _, g := range gs {
		b.WriteRune(g.said)
	}
	return b.String()
}

// broken sets a paragraph of body text; its first line has room for 26 characters.
func broken(text string) []string {
	var out []string
	for _, l := range justify(flowing.glyphs(nil, font.Body, text)) {
		out = append(out, said(l.glyphs))
	}
	return out
}

// TestLineEnds shows where lines end. In the texts ~n~ stands for n characters 国.
func TestLineEnds(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"26 characters after the indent, then 28 a line", "~60~", "~26~|~28~|~6~"},
		{"a comma begins no line: a character goes down with it", "~25~公，~30~", "~25~|公，~26~|~4~"},
		{"also when it is the last mark", "~26~。", "~25~|国。"},
		{"half a character too much is rather squeezed in", "~24~412条~10~", "~24~412条|~10~"},
		{"a full stop begins no line", "~25~公。工作~30~", "~25~|公。工作~24~|~6~"},
		{"two marks together go down with their character", "~24~公》）工~20~", "~24~|公》）工~20~"},
		{"the opening bracket ends no line", "~25~（公开）~20~", "~25~|（公开）~20~"},
		{"nor does a book's bracket", "~25~《条例》~20~", "~25~|《条例》~20~"},
		{"nor an opening quotation mark", "~25~“三公”~20~", "~25~|“三公”~20~"},
		{"the ellipsis is not parted", "~25~等……~10~", "~25~|等……~10~"},
		{"the dash is not parted", "~25~——公开~10~", "~25~|——公开~10~"},
		{"a number is kept whole", "~24~1234567件~10~", "~24~|1234567件~10~"},
		{"a number is kept with its unit", "~25~412条~10~", "~25~|412条~10~"},
		{"and with 万元", "~23~190.45万元~10~", "~23~|190.45万元~10~"},
		{"a date may end after its month", "~21~2026年12月31日~10~", "~21~2026年12月|31日~10~"},
		{"a percentage keeps its sign", "~25~97.3%~10~", "~25~|97.3%~10~"},
		{"a Latin word is kept whole", "~24~Windows~10~", "~24~|Windows~10~"},
		{"an address longer than half a line is broken at its marks", "~20~www.example.gov.cn/zwgk/nianbao/2026.html", "~20~www.|example.gov.cn/zwgk/nianbao/2026.html"},
		{"a word longer than a line is broken anywhere", "a" + strings.Repeat("0", 99), "a" + strings.Repeat("0", 50) + "|" + strings.Repeat("0", 49)},
		{"a space hangs out at the end", "~26~ 公", "~26~ |公"},
		{"a line of marks alone is broken all the same", strings.Repeat("。", 60), strings.Repeat("。", 26) + "|" + strings.Repeat("。", 28) + "|" + strings.Repeat("。", 6)},
	} {
		want := strings.Split(spelled(c.want), "|")
		if got := broken(spelled(c.text)); strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%s:\n got %s\nwant %s", c.name, strings.Join(got, "|"), strings.Join(want, "|"))
		}
	}
}

func spelled(s string) string {
	parts := strings.Split(s, "~")
	for i := 1; i < len(parts); i += 2 {
		n := 0
		for _, d := range parts[i] {
			n = 10*n + int(d-'0')
		}
		parts[i] = strings.Repeat("国", n)
	}
	return strings.Join(parts, "")
}

// TestWrap shows how the texts of narrow cells are broken.
func TestWrap(t *testing.T) {
	tall := &grid{look: look{label: 10, number: 10, left: true}}
	for _, c := range []struct {
		text string
		wide float64
		want string
	}{
		{"商业企业", 32, "商业|企业"},
		{"社会公益组织", 32, "社会|公益|组织"},
		{"尚未审结", 27, "尚未|审结"},
		{"总计", 27, "总计"},
		{"（三）不予公开", 32, "（三）|不予|公开"},
		{"三、本年度办理结果", 20, "三、|本年|度办|理结|果"},
		{"三、本年度办理结果", 19, "三|、|本|年|度|办|理|结|果"},
		{"未经复议直接起诉", 70, "未经复议|直接起诉"},
	} {
		var got []string
		for _, l := range tall.cell(flowing.glyphs(nil, font.Song, c.text), 1, c.wide).lines {
			got = append(got, said(l))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s in %.0f points: got %s, want %s", c.text, c.wide, strings.Join(got, "|"), c.want)
		}
	}
}

// FuzzLines breaks any text: no character is lost, no line is wider than the measure,
// and what must stay together does where there is another place to end.
func FuzzLines(f *testing.F) {
	for _, seed := range []string{
		"", " ", "2026年，我镇主动公开信息412条。", "《条例》）（“公”……——１２３", "www.example.gov.cn/zwgk/nianbao/2026.html", "龑𬭊😀a\u0301",
		strings.Repeat("公开，", 40), strings.Repeat("（", 70), strings.Repeat("1", 200), strings.Repeat("a b", 90),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		gs := flowing.glyphs(nil, font.Body, text)
		rest, wide := gs, measure-2*advance
		for _, l := range justify(gs) {
			n := len(l.glyphs)
			if n == 0 || n > len(rest) {
				t.Fatalf("a line of %d glyphs, %d are left", n, len(rest))
			}
			if said(l.glyphs) != said(rest[:n]) {
				t.Fatalf("%q is set as %q", said(rest[:n]), said(l.glyphs))
			}
			if w := spread(l); n > 1 && w > wide+0.01 {
				t.Fatalf("%q is %.2f points wide, there are %.2f", said(l.glyphs), w, wide)
			}
			if n < len(rest) && !font.Parts(rest[n-1].said, rest[n].said) {
				for i := 1; i < n; i++ {
					if font.Parts(rest[i-1].said, rest[i].said) && !font.Word(rest[n-1].said) {
						t.Fatalf("%q ends before %q, it could end before %q", said(l.glyphs), rest[n].said, said(rest[i:n]))
					}
				}
			}
			rest, wide = rest[n:], measure
		}
		if len(rest) > 0 {
			t.Fatalf("lost %q", said(rest))
		}
		for _, most := range []float64{10, 25, 60} {
			n := 0
			for _, l := range wrap(gs, 9, most*0.7, most) {
				if len(l) > 1 && natural(l, 9) > most+0.01 {
					t.Fatalf("%q does not fit %.0f points", said(l), most)
				}
				n += len(l)
			}
			if n != len(gs) {
				t.Fatalf("%d of %d glyphs in a cell", n, len(gs))
			}
		}
	})
}

// spread is the width of a line as it is set.
func spread(l line) float64 {
	gs, x := trimmed(l.glyphs), 0.0
	for i, g := range gs {
		if x += g.em * bodySize; g.wide() {
			x += advance - bodySize
		}
		if i > 0 && stretches(gs[i-1], g) {
			x += l.gap
		}
	}
	return x
}
