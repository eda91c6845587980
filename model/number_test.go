package model_test

import (
	"strings"
	"testing"

	"nianbao/model"
)

func TestParseNumber(t *testing.T) {
	for _, c := range []struct {
		typed, want, unit string
		readable          bool
	}{
		{"", "", "", false},
		{" \u3000\t\u00a0", "", "", false},
		{"0", "0", "", true},
		{" 12 ", "12", "", true},
		{"　１２３　", "123", "", true},
		{"007", "7", "", true},
		{"1,234,567", "1234567", "", true},
		{"１，２３４", "1234", "", true},
		{"1 234", "1234", "", true},
		{"12,34", "12,34", "", false}, // two digits are no group: a slip, not a number
		{"1,2345", "1,2345", "", false},
		{"1 2", "1 2", "", false},
		{"1\n123", "1\n123", "", false}, // two lines in a cell are two numbers
		{"1\t234", "1\t234", "", false},
		{"1\u2009234", "1234", "", true},
		{"+19", "+19", "", true},
		{"＋１９", "+19", "", true},
		{"-8", "-8", "", true},
		{"－８", "-8", "", true},
		{"−8", "-8", "", true},
		{"- 8", "-8", "", true},
		{"3.5", "3.5", "", true},
		{"３．５", "3.5", "", true},
		{"190.457379", "190.457379", "", true},
		{"0.10", "0.10", "", true},
		{".5", "0.5", "", true},
		{"5.", "5.", "", false},
		{"14.73万元", "14.73万元", "万元", true},
		{"14.73 万元", "14.73万元", "万元", true},
		{"251000元", "251000元", "元", true},
		{"¥79000.1", "79000.1", "", true},
		{"3件", "3件", "件", true},
		{"万元", "万元", "", false},
		{"/", "/", "", false},
		{"-", "-", "", false},
		{"—", "—", "", false},
		{"无", "无", "", false},
		{"三", "三", "", false},
		{"1e3", "1e3", "", false},
		{"0x10", "0x10", "", false},
		{"--3", "--3", "", false},
		{"٣", "٣", "", false},
		{"999999999999999999", "999999999999999999", "", true},
		{"1000000000000000000", "1000000000000000000", "", false}, // 19 digits: kept, not read
		{"123456789012.345678", "123456789012.345678", "", true},
		{"\ufeff5\u200b", "5", "", true},
	} {
		n := model.ParseNumber(c.typed)
		if n.String() != c.want || n.Unit() != c.unit || n.Readable() != c.readable {
			t.Errorf("%q: got %q, unit %q, readable %v; want %q, %q, %v", c.typed, n.String(), n.Unit(), n.Readable(), c.want, c.unit, c.readable)
		}
		if !n.Readable() && !n.Blank() && n.Raw() != strings.Trim(c.typed, " ") {
			t.Errorf("%q: what cannot be read must be kept as typed, got %q", c.typed, n.Raw())
		}
	}
}

func TestNumberArithmeticIsExact(t *testing.T) {
	p := model.ParseNumber
	if got := p("0.1").Add(p("0.2")); !got.Equal(p("0.3")) || got.String() != "0.3" {
		t.Errorf("0.1 + 0.2 = %s", got)
	}
	if got := p("190.457379").Sub(p("0.000379")); got.String() != "190.457000" {
		t.Errorf("190.457379 - 0.000379 = %s", got)
	}
	if got := p("999999999999999").Add(p("999999999999999")); got.String() != "1999999999999998" {
		t.Errorf("large sum = %s", got)
	}
	big := p("999999999999999")
	sum := big
	for range 200 { // more than any table has
		sum = sum.Add(big)
	}
	if !sum.Readable() {
		t.Error("the total of a table must have room")
	}
	for range 20000 {
		sum = sum.Add(big)
	}
	if sum.Readable() {
		t.Errorf("a sum without room must not be readable, got %s", sum)
	}
	if p("3").Cmp(p("3.00")) != 0 || p("-1").Cmp(p("0")) >= 0 || p("0.000000000000000001").Cmp(p("999999999999999")) >= 0 {
		t.Error("comparison is wrong")
	}
	for _, c := range [][3]string{
		{"50000元", "万元", "5万元"},
		{"14.73万元", "元", "147300元"},
		{"1元", "万元", "0.0001万元"},
		{"2亿元", "万元", "20000万元"},
	} {
		if got, ok := p(c[0]).In(c[1]); !ok || got.String() != c[2] {
			t.Errorf("%s in %s = %s, %v; want %s", c[0], c[1], got, ok, c[2])
		}
	}
	if _, ok := p("3件").In("元"); ok {
		t.Error("a count is no amount")
	}
}

func FuzzParseNumber(f *testing.F) {
	for _, s := range []string{"", "0", "-8", "１，２３４", "14.73万元", "3.", "1 2", "无"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		n := model.ParseNumber(typed)
		again := model.ParseNumber(n.String())
		if n.Readable() && (!again.Readable() || !again.Equal(n)) {
			t.Fatalf("%q reads as %q, which reads as %q", typed, n.String(), again.String())
		}
		if !n.Readable() && n.Raw() == "" && strings.ContainsAny(typed, "0123456789无/") {
			t.Fatalf("%q was lost", typed)
		}
		if n.Readable() {
			if zero := n.Sub(n); zero.Sign() != 0 || !zero.Readable() {
				t.Fatalf("%q minus itself is %q", typed, zero)
			}
		}
	})
}
