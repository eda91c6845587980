package store_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/model/store"
)

// What is streamed takes the file's place whole, or leaves it and its folder alone.
func TestStream(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "数据.csv")
	write := func(n int, end error) error {
		return store.Stream(path, func(w io.Writer) error {
			for i := range n {
				if _, err := fmt.Fprintln(w, "第", i, "行"); err != nil {
					return err
				}
			}
			return end
		})
	}
	if err := write(100_000, nil); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil || strings.Count(string(before), "\n") != 100_000 {
		t.Fatalf("%d bytes, %v", len(before), err)
	}
	if err := write(50_000, errors.New("boom")); err == nil {
		t.Error("a content that cannot be made is no error")
	}
	if now, _ := os.ReadFile(path); string(now) != string(before) {
		t.Error("the file has changed")
	}
	if err := store.Stream(filepath.Join(dir, "没有", "数据.csv"), func(io.Writer) error { return nil }); err == nil || !strings.Contains(err.Error(), "找不到") {
		t.Errorf("in a folder that is not there: %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("left are %v", left)
	}
}
