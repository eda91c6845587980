//go:build unix

package collect_test

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"nianbao/model/collect"
	"nianbao/model/district"
	"nianbao/model/sample"
)

// A pipe in the folder is told of, whatever it is called, and not waited for.
func TestPipe(t *testing.T) {
	dir := t.TempDir()
	var files []collect.File
	for _, name := range []string{"a.csv", "b.parquet", "c.nianbao", "d.xlsx"} {
		path := filepath.Join(dir, name)
		if err := syscall.Mkfifo(path, 0o644); err != nil {
			t.Fatal(err)
		}
		files = append(files, collect.File{Path: path, Name: name})
	}
	reader := collect.Reader{Editions: sample.Editions(t)}
	told := 0
	err := reader.Read(t.Context(), files, func(returns []*district.Return, _ collect.Progress) {
		for _, r := range returns {
			if told++; !strings.Contains(r.Fault, "不是普通文件") {
				t.Errorf("%s: says %q", r.File, r.Fault)
			}
		}
	})
	if err != nil || told != len(files) {
		t.Errorf("%d of %d told, %v", told, len(files), err)
	}
}
