//go:build !windows

package launch

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// script puts a program of the opener's name before all others.
func script(t *testing.T, text string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, opener()), []byte("#!/bin/sh\n"+text), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
}

func TestTheOpenerGetsTheFile(t *testing.T) {
	said := filepath.Join(t.TempDir(), "said")
	script(t, `printf '%s\n' "$1" >> `+said)
	const path = "/tmp/年 报/报告.pdf"
	if err := errors.Join(Open(path), Folder(path)); err != nil {
		t.Fatal(err)
	}
	if printed, err := Print(path); printed || err != nil {
		t.Errorf("printed %t, %v", printed, err)
	}
	got, err := os.ReadFile(said)
	if want := path + "\n/tmp/年 报\n" + path + "\n"; err != nil || string(got) != want {
		t.Errorf("the opener got %q, %v", got, err)
	}
}

func TestAnOpenerThatFailsIsTold(t *testing.T) {
	script(t, "exit 4")
	if err := Open("/tmp/报告.pdf"); !errors.Is(err, errNone) || !strings.Contains(err.Error(), "exit status 4") {
		t.Errorf("error %v", err)
	}
	t.Setenv("PATH", t.TempDir())
	if err := Folder("/tmp/报告.pdf"); !errors.Is(err, errNone) {
		t.Errorf("without an opener: error %v", err)
	}
}
