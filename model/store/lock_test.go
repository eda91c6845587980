package store

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// A lock that a killed program has left behind holds the next save up only as long as its
// maker may still live.
func TestLocksLeftBehind(t *testing.T) {
	ended := exec.Command("true")
	if err := ended.Run(); err != nil {
		t.Fatal(err)
	}
	host, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, says string
		age        time.Duration
		behind     bool
	}{
		{"of a process that has ended", fmt.Sprintf("%d %s\n", ended.Process.Pid, host), 0, true},
		{"of one that lives", fmt.Sprintf("%d %s\n", os.Getpid(), host), 9 * time.Second, false},
		{"of another machine", fmt.Sprintf("%d elsewhere\n", ended.Process.Pid), 9 * time.Second, false},
		{"of another machine, old", fmt.Sprintf("%d elsewhere\n", ended.Process.Pid), 11 * time.Second, true},
		{"of nobody", "", time.Second, false},
		{"of nobody, not new", "", 3 * time.Second, true},
	} {
		name := filepath.Join(t.TempDir(), "lock")
		if err := os.WriteFile(name, []byte(c.says), 0o600); err != nil {
			t.Fatal(err)
		}
		at := time.Now().Add(-c.age)
		if err := os.Chtimes(name, at, at); err != nil {
			t.Fatal(err)
		}
		if got := leftBehind(name); got != c.behind {
			t.Errorf("%s: left behind %t", c.name, got)
		}
	}
	if leftBehind(filepath.Join(t.TempDir(), "none")) {
		t.Error("a lock that is not there was left behind")
	}
}
