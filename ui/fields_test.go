package ui

import (
	"strings"
	"testing"
)

// FuzzFields: whatever a clipboard holds, its cells are all there, in rows of one length.
func FuzzFields(f *testing.F) {
	for _, s := range []string{"1\t2\r\n3\t4\r\n", "\"甲\n乙\"\t\"a\"\"b\"\n", "\"没有结束\t1\n2", "\"\"\"\"\t\"", "\u00a0\t\x00\ufeff\u202e1", "\t\t\n\n\n1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		rows := fields(text)
		if rows == nil {
			if strings.Trim(text, " \t\n\r\v\f\"\u00a0\u0085\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000") != "" {
				t.Fatalf("%q: nothing", text)
			}
			return
		}
		out := rectangle(rows)
		for _, row := range out {
			if len(row) != len(out[0]) {
				t.Fatalf("%q: rows of %d and %d", text, len(out[0]), len(row))
			}
		}
		if !filled(out[len(out)-1]) {
			t.Fatalf("%q: an empty row at the end", text)
		}
		solid := func(s string) int {
			return len(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '"' || strings.ContainsRune(" \t\n\r\u00a0", r) }), ""))
		}
		n := 0
		for _, row := range out {
			n += solid(strings.Join(row, ""))
		}
		if n > solid(text) {
			t.Fatalf("%q: more than there was", text)
		}
	})
}
