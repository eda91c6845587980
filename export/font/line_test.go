package font

import (
	"testing"
	"unicode/utf8"
)

// TestParts lists pairs between which a line may end, or not.
func TestParts(t *testing.T) {
	for _, pair := range []string{"公开", "。公", "”公", "）（", "年1", "a公", "公a", "，2", " a", "元公", "万公", "一—"} {
		if a, b := two(pair); !Parts(a, b) {
			t.Errorf("no line can end within %q", pair)
		}
	}
	for _, pair := range []string{
		"公，", "公、", "公；", "公：", "公？", "公！", "公）", "公》", "公」", "公』", "公”", "公’", "公％", "公…", "公·",
		"（公", "《公", "「公", "『公", "“公", "‘公", "〔公", "——", "……", "20", "ab", "a1", "1.", "5件", "5万", "万元", "亿元", "5%", "第5", "１２", "公 ", "￥5",
	} {
		if a, b := two(pair); Parts(a, b) {
			t.Errorf("a line can end within %q", pair)
		}
	}
}

func two(s string) (a, b rune) {
	a, n := utf8.DecodeRuneInString(s)
	b, _ = utf8.DecodeRuneInString(s[n:])
	return a, b
}
