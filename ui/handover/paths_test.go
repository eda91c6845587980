//go:build !windows

package handover

import (
	"os"
	"path/filepath"
	"testing"
)

func TestPaths(t *testing.T) {
	host, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ asked, want string }{
		{"/家/年 报.nianbao", "/家/年 报.nianbao"},
		{"年报.nianbao", filepath.Join(dir, "年报.nianbao")},
		{"../x/./年报.nianbao", filepath.Join(filepath.Dir(dir), "x", "年报.nianbao")},
		{"file:///%E5%AE%B6/%E5%B9%B4%20%E6%8A%A5.nianbao", "/家/年 报.nianbao"},
		{"file:///家/年 报.nianbao", "/家/年 报.nianbao"}, // not as addresses are written, but plain
		{"file:///x/100%25%231%3F.nianbao", "/x/100%#1?.nianbao"},
		{"file:///x/100%.nianbao", "/x/100%.nianbao"},
		{"file:///x/a#1.nianbao", "/x/a#1.nianbao"},
		{"file://localhost/x/a.nianbao", "/x/a.nianbao"},
		{"file://" + host + "/x/a.nianbao", "/x/a.nianbao"},
		{"FILE:/x/a.nianbao", "/x/a.nianbao"},
		{"file:///x/", "/x"},
		{"file://else.where/x/a.nianbao", "file://else.where/x/a.nianbao"},
		{"smb://server/x/a.nianbao", "smb://server/x/a.nianbao"},
		{"trash:///a.nianbao", "trash:///a.nianbao"},
		{"file", filepath.Join(dir, "file")},
		{"", dir},
	} {
		if got := Paths([]string{c.asked}); len(got) != 1 || got[0] != c.want {
			t.Errorf("%q leads to %q, want %q", c.asked, got, c.want)
		}
	}
	if got := Paths(nil); got != nil {
		t.Errorf("nothing leads to %q", got)
	}
}
