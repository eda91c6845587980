package font

import "testing"

func TestClean(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"plain", "政府信息 abc 𬭊", "政府信息 abc 𬭊"},
		{"tab", "甲\t乙", "甲 乙"},
		{"line ends", "甲\r\n乙\r丙\v丁\f戊\u0085己\u2028庚\u2029辛\n壬", "甲\n乙\n丙\n丁\n戊\n己\n庚\n辛\n壬"},
		{"control", "甲\x00\x07\x1b\x7f\u009f乙", "甲乙"},
		{"no UTF-8", "甲\xff\xfe乙\xed\xa0\x80", "甲\ufffd\ufffd乙\ufffd\ufffd\ufffd"},
		{"invisible", "\ufeff甲\u200b\u200c\u200d\u2060\u00ad\u034f乙", "甲乙"},
		{"direction", "甲\u200e\u200f\u202a\u202e\u202c\u2066\u2069乙", "甲乙"},
		{"variants", "葛\U000E0100☑\ufe0f", "葛☑"},
		{"visible signs of category Cf stay", "\u0600", "\u0600"},
		{"spaces stay", "甲\u00a0\u3000乙", "甲\u00a0\u3000乙"},
	} {
		if got := Clean(tt.text); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
