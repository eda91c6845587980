//go:build linux

package main

import (
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// FyneApp.toml has the version: the program tells the same one, and the news begin with it.
func TestVersion(t *testing.T) {
	toml, err := os.ReadFile("FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?m)^Version = "(\d+\.\d+\.\d+)"$`).FindSubmatch(toml)
	if found == nil {
		t.Fatalf("FyneApp.toml has no version: %s", toml)
	}
	version := string(found[1])
	p := build(t)
	for _, option := range []string{"--version", "-v"} {
		if out, err := exec.Command(p.path, option).CombinedOutput(); err != nil || string(out) != "年报 "+version+"\n" {
			t.Errorf("%s says %q, %v", option, out, err)
		}
	}
	news, err := os.ReadFile("CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	if newest := regexp.MustCompile(`(?m)^## (.*)$`).FindSubmatch(news); newest == nil || string(newest[1]) != version {
		t.Errorf("the newest heading of CHANGELOG.md is %q, the version %s", newest, version)
	}
}

// The program for servers has every command, and nothing of the window or of C.
func TestServerHasNoWindow(t *testing.T) {
	list := exec.Command("go", "list", "-deps", "-tags", "server", "-f", "{{.ImportPath}}{{if .CgoFiles}} cgo{{end}}", ".")
	list.Env = append(os.Environ(), "CGO_ENABLED=0")
	out, err := list.Output()
	if err != nil {
		t.Fatal("go list:", err)
	}
	packages := strings.Split(strings.TrimSpace(string(out)), "\n")
	if !slices.Contains(packages, "nianbao/ui/command") {
		t.Fatal("it has no commands")
	}
	for _, pkg := range packages {
		for _, window := range []string{"fyne", "glfw", "zenity", "go-gl", " cgo"} {
			if strings.Contains(pkg, window) {
				t.Errorf("it has %s", pkg)
			}
		}
		if pkg == "nianbao/ui" || pkg == "nianbao/ui/widget" {
			t.Errorf("it has %s", pkg)
		}
	}
}

// The man page and the completion of the shell know every command, option and format.
func TestManual(t *testing.T) {
	usage, err := exec.Command(build(t).path, "help").Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := regexp.MustCompile(`(?m)^nianbao ([a-z]+ .*)$`).FindAllStringSubmatch(string(usage), -1)
	if len(lines) < 8 {
		t.Fatalf("only %d commands: %s", len(lines), usage)
	}
	for _, file := range []string{"nianbao.1", "nianbao.bash"} {
		b, err := os.ReadFile("assets/package/" + file)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(string(b), `\-`, "-")
		for _, line := range lines {
			for _, word := range regexp.MustCompile(`--?[a-z-]+|^[a-z]+|[a-z]+(?:,[a-z]+)+|[a-z]+(?:\|[a-z]+)+`).FindAllString(line[1], -1) {
				for _, part := range regexp.MustCompile(`[,|]`).Split(word, -1) {
					if !regexp.MustCompile(`(?:^|[^a-z-])` + part + `(?:[^a-z-]|$)`).MatchString(text) {
						t.Errorf("%s does not know %s of “%s”", file, part, line[1])
					}
				}
			}
		}
	}
}
