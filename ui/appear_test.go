//go:build unix

package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What cannot be shown in the window is shown in a box of the system's, whichever it has.
func TestASentenceWithoutAWindow(t *testing.T) {
	for _, program := range []string{"zenity", "kdialog"} {
		dir := t.TempDir()
		said := filepath.Join(dir, "said")
		if err := os.WriteFile(filepath.Join(dir, program), []byte("#!/bin/sh\necho \"$*\" >"+said+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
		t.Setenv("PATH", dir)
		tell(errDriver.Error())
		b, err := os.ReadFile(said)
		if err != nil || !strings.Contains(string(b), "OpenGL") || !strings.Contains(string(b), "--title 年报") && !strings.Contains(string(b), "--title=年报") {
			t.Errorf("%s is asked to say %q, %v", program, b, err)
		}
	}
}
