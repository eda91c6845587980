package font

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestRuns(t *testing.T) {
	type run struct{ face, text, actual string }
	tests := []struct {
		name string
		role Role
		text string
		want []run
	}{
		{"empty", Body, "", nil},
		{"one face", Body, "政府信息公开2024年", []run{{"fangsong", "政府信息公开2024年", ""}}},
		{"what FandolFang lacks", Body, "朱镕基、堃龑䶮的㎡", []run{
			{"fangsong", "朱", ""},
			{"song", "镕", ""},
			{"fangsong", "基、", ""},
			{"song", "堃龑䶮", ""},
			{"fangsong", "的", ""},
			{"song", "㎡", ""},
		}},
		{"beyond the plane", Title, "元素𬭊𬭛。", []run{
			{"title", "元素", ""},
			{"rare", "\ue099\ue09c", "𬭊𬭛"},
			{"title", "。", ""},
		}},
		{"no face", Hei, "好😀〓", []run{
			{"hei", "好", ""},
			{"hei", "〓", "😀"},
			{"hei", "〓", ""},
		}},
		{"private use is nobody's", Song, "甲\ue000乙", []run{
			{"song", "甲", ""},
			{"song", "〓", "\ue000"},
			{"song", "乙", ""},
		}},
		{"bytes that are no text", Song, "甲\xff乙", []run{
			{"song", "甲", ""},
			{"song", "〓", "\ufffd"},
			{"song", "乙", ""},
		}},
		{"line end and thin space", Song, "甲\n\u202f乙", []run{
			{"song", "甲", ""},
			{"song", "  ", "\n\u202f"},
			{"song", "乙", ""},
		}},
		{"wide quotation marks in 楷体", Kai, "“一”", []run{
			{"song", "“", ""},
			{"kai", "一", ""},
			{"song", "”", ""},
		}},
		{"last resort", Title, "ꀀ", []run{{"fangsong", "ꀀ", ""}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []run
			for _, r := range Embedded().Runs(tt.role, tt.text) {
				got = append(got, run{r.Face.ID(), r.Text, r.Actual})
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestMissing(t *testing.T) {
	text := "龑䶮镕堃㎡𬭊😀年\xff报\ue000😀\n\u2003\u200b甲"
	want := []rune{'😀', '\ufffd', '\ue000'}
	if got := Embedded().Missing(text); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Every character of 通用规范汉字表, and of GB2312's signs that reports use, is printed
// as itself in every role.
func TestStandard(t *testing.T) {
	file, err := os.ReadFile("testdata/standard.txt")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.TrimSpace(string(file))
	if n := utf8.RuneCountInString(text); n != 8105 {
		t.Fatalf("%d standard characters", n)
	}
	text += "，。、；：？！…—～“”‘’（）《》〈〉「」【】〔〕·％‰＋－×÷±＝≤≥№℃①⑩⑪⑳㈠ⅠⅫ〓○●□■☑√￥§　"
	set := Embedded()
	if missing := set.Missing(text); missing != nil {
		t.Fatalf("missing: %q", missing)
	}
	for role := range roles {
		rare := 0
		for _, r := range set.Runs(role, text) {
			switch {
			case r.Face.ID() == "rare":
				rare += utf8.RuneCountInString(r.Actual)
				for i, c := range []rune(r.Text) {
					if actual := []rune(r.Actual)[i]; r.Face.print(actual) != c || r.Face.Advance(c) != 1 {
						t.Errorf("%v: %q is printed at %U", role, actual, c)
					}
				}
			case r.Actual != "":
				t.Errorf("%v: %q is printed as %q", role, r.Actual, r.Text)
			}
		}
		if rare != 196 {
			t.Errorf("%v: %d characters from the rare face", role, rare)
		}
	}
}

func TestWidth(t *testing.T) {
	for _, tt := range []struct {
		role Role
		text string
		want float64
	}{
		{Body, "政府信息公开", 6},
		{Body, "2024年", 3},
		{Song, "𬭊", 1},
		{Song, "😀", 1},
		{Hei, "“一”", 3},
		{Kai, "“一”", 3},
		{Song, "11", 0.942},
	} {
		sum := 0.0
		for _, r := range Embedded().Runs(tt.role, tt.text) {
			each := 0.0
			for _, c := range r.Text {
				each += r.Face.Advance(c)
			}
			if diff := each - r.Width(); diff > 1e-9 || diff < -1e-9 {
				t.Errorf("%q: width %v, its characters %v", r.Text, r.Width(), each)
			}
			sum += r.Width()
		}
		if diff := sum - tt.want; diff > 1e-9 || diff < -1e-9 {
			t.Errorf("%v %q: %v em, want %v", tt.role, tt.text, sum, tt.want)
		}
	}
}

// Every role covers what every other does, so that Missing need not know the role.
func TestRolesCoverTheSame(t *testing.T) {
	set := Embedded()
	for r := rune(0); r <= 0x10FFFF; r++ {
		in := set.chains[Body].first(r) != nil
		for role := range roles {
			if (set.chains[role].first(r) != nil) != in {
				t.Fatalf("%v and %v differ about %U", Body, role, r)
			}
		}
	}
}

func TestEmBox(t *testing.T) {
	for _, f := range Embedded().Faces() {
		if f.Ascent() != 0.88 || f.Descent() != 0.12 {
			t.Errorf("%s: %v above and %v below the baseline", f.ID(), f.Ascent(), f.Descent())
		}
	}
}

func TestBytesAreACopy(t *testing.T) {
	f := Embedded().Face(Kai)
	b := f.Bytes()
	clear(b)
	if again := f.Bytes(); again[1] != 1 || len(again) != len(b) {
		t.Error("writing into Bytes changed the face")
	}
}

func FuzzRuns(f *testing.F) {
	for _, text := range []string{"", "政府𬭊😀", "甲\xff\r\n\t乙\ue000", "\ufeffa\u202eb\u200bc\ufe0f", "龑 abc\u2028"} {
		for role := range roles {
			f.Add(int(role), text)
		}
	}
	f.Fuzz(func(t *testing.T, n int, text string) {
		role := Role(uint(n) % uint(roles))
		set := Embedded()
		clean := Clean(text)
		if Clean(clean) != clean || !utf8.ValidString(clean) {
			t.Fatalf("Clean(%q) is %q, and again %q", text, clean, Clean(clean))
		}
		missing := set.Missing(text)
		var says strings.Builder
		for _, r := range set.Runs(role, text) {
			says.WriteString(r.Says())
			if utf8.RuneCountInString(r.Says()) != utf8.RuneCountInString(r.Text) || r.Text == "" || r.Text == r.Actual {
				t.Fatalf("%q is printed as %q", r.Actual, r.Text)
			}
			actual := []rune(r.Says())
			for i, c := range []rune(r.Text) {
				if c > 0xFFFF || r.Face.glyphs.at(c) == 0 {
					t.Fatalf("%s has no %U", r.Face.ID(), c)
				}
				if slices.Contains(missing, actual[i]) != (c == geta && actual[i] != geta) {
					t.Fatalf("%q is printed as %q, missing are %q", actual[i], c, missing)
				}
			}
		}
		if says.String() != clean {
			t.Fatalf("runs say %q, not %q", says.String(), clean)
		}
	})
}

func BenchmarkRuns(b *testing.B) {
	set := Embedded()
	text := strings.Repeat("2024年，我单位认真贯彻《中华人民共和国政府信息公开条例》，主动公开政府信息128条，", 65)
	rare := strings.Repeat("镕", 20) + strings.Repeat("政府信息公开𬭊龑", 300)
	for name, text := range map[string]string{"plain": text, "rare": rare} {
		b.Run(name, func(b *testing.B) {
			b.ReportMetric(float64(utf8.RuneCountInString(text)), "characters")
			b.ReportAllocs()
			for b.Loop() {
				set.Runs(Body, text)
			}
		})
	}
}
