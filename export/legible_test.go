package export

import (
	"encoding/xml"
	"strings"
	"testing"
)

func TestLegible(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"plain", "政府信息 abc 𬭊龑", "政府信息 abc 𬭊龑"},
		{"tab", "甲\t乙", "甲\t乙"},
		{"line ends", "甲\r\n乙\r丙\v丁\f戊\u0085己\u2028庚\u2029辛\n壬", "甲\n乙\n丙\n丁\n戊\n己\n庚\n辛\n壬"},
		{"controls", "甲\x00\x07\x1b\x7f\u009f乙", "甲乙"},
		{"noncharacters", "甲\ufffe\uffff\ufdd0\U0010ffff乙", "甲乙"},
		{"byte order mark", "\ufeff甲", "甲"},
		{"no UTF-8", "甲\xff乙\xed\xa0\x80", "甲\ufffd乙\ufffd\ufffd\ufffd"},
		{"joiners and variants stay", "葛\U000E0100\u200d☑\ufe0f", "葛\U000E0100\u200d☑\ufe0f"},
	} {
		if got := Legible(tt.text); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		if got, want := Line(tt.text), strings.ReplaceAll(tt.want, "\n", " "); got != want {
			t.Errorf("%s: the line is %q, want %q", tt.name, got, want)
		}
	}
}

// FuzzLegible: XML gives back exactly what is legible, and it stays so.
func FuzzLegible(f *testing.F) {
	f.Add("甲\x00\v\r\n乙\xff\ufffe\u2028")
	f.Fuzz(func(t *testing.T, text string) {
		once := Legible(text)
		if twice := Legible(once); twice != once {
			t.Errorf("%q is not legible: %q", once, twice)
		}
		var b strings.Builder
		if err := xml.EscapeText(&b, []byte(once)); err != nil {
			t.Fatal(err)
		}
		var back string
		if err := xml.Unmarshal([]byte("<t>"+b.String()+"</t>"), &back); err != nil || back != once {
			t.Errorf("%q comes back as %q: %v", once, back, err)
		}
	})
}
