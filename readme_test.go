package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/model/store"
	"nianbao/ui/command"
)

// The README's settings are settings, and its command lines are those of the program.
func TestReadme(t *testing.T) {
	b, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)
	_, rest, _ := strings.Cut(text, "```json\n")
	sample, _, ok := strings.Cut(rest, "```")
	if !ok {
		t.Fatal("it shows no settings")
	}
	path := filepath.Join(t.TempDir(), "settings.json")
	if err := os.WriteFile(path, []byte(sample), 0o600); err != nil {
		t.Fatal(err)
	}
	if s, err := store.OpenSettings(path); err != nil {
		t.Error(err)
	} else if s.Due == "" || s.Above == nil || s.Bodies == nil || len(s.Words) < 2 || s.Words[0].Why == "" || s.Words[0].Except == nil {
		t.Errorf("they show not everything: %+v", s)
	}
	var usage bytes.Buffer
	command.Run([]string{"help"}, &usage, &usage)
	plain := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	for _, line := range strings.Split(usage.String(), "\n")[2:] {
		if !strings.Contains(plain(text), plain(line)) {
			t.Errorf("the README does not say %q", line)
		}
	}
}
