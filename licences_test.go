package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"nianbao/assets"
)

// Whatever is linked into the program, on any system, its licence can be read there.
func TestEveryModuleHasItsLicence(t *testing.T) {
	known := map[string]bool{}
	for _, l := range assets.Licences() {
		known[l.Name] = true
		if len(l.Text) < 200 {
			t.Errorf("the licence of %s is %q", l.Name, l.Text)
		}
	}
	for _, target := range []string{"linux/amd64", "linux/arm64", "windows/amd64"} {
		system, processor, _ := strings.Cut(target, "/")
		list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}", ".")
		list.Env = append(os.Environ(), "CGO_ENABLED=1", "GOOS="+system, "GOARCH="+processor)
		out, err := list.Output()
		if err != nil {
			t.Fatal("go list:", err)
		}
		modules := append(strings.Fields(string(out)), "Go")
		if system == "windows" {
			modules = append(modules, "mingw-w64")
		}
		if len(modules) < 40 {
			t.Errorf("%s: only %d modules", target, len(modules))
		}
		for _, path := range modules {
			if !known[path] {
				t.Errorf("%s: %s has no licence in assets/licences: run assets/licences/make", target, path)
			}
		}
	}
}
