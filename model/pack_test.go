package model_test

import (
	"testing"

	"nianbao/model"
)

// A number is the same after it was packed, and small counts take a byte.
func TestPack(t *testing.T) {
	typed := []string{
		"", "0", "3", "31", "-8", "+19", "４２", "1,234", "190.457379", "14.73万元", "0.5元", "12件", "-0.001",
		"999999999999999999", "-999999999999999999", "约3", "３万左右", "12.", "1 2 3", "无",
	}
	var b []byte
	for _, s := range typed {
		b = model.ParseNumber(s).Pack(b)
	}
	for _, s := range typed {
		want := model.ParseNumber(s)
		n, rest, err := model.Unpack(b)
		if err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if !n.Equal(want) || n.Unit() != want.Unit() || n.Blank() != want.Blank() {
			t.Errorf("%q came back as %q", s, n.Raw())
		}
		b = rest
	}
	if len(b) > 0 {
		t.Errorf("%d bytes are left", len(b))
	}
	if got := len(model.Int(15).Pack(nil)); got != 1 {
		t.Errorf("15 takes %d bytes", got)
	}
}

// What is no packed number is refused, and never read beyond its end.
func FuzzUnpack(f *testing.F) {
	f.Add(model.ParseNumber("14.73万元").Pack(nil))
	f.Add(model.ParseNumber("约3").Pack(nil))
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01})
	f.Fuzz(func(t *testing.T, b []byte) {
		n, rest, err := model.Unpack(b)
		if err != nil {
			return
		}
		if again, _, err := model.Unpack(n.Pack(nil)); err != nil || !again.Equal(n) {
			t.Errorf("%v came back as %v, %v", n, again, err)
		}
		if len(rest) >= len(b) {
			t.Error("nothing was taken")
		}
	})
}
