package main

import (
	"os/exec"
	"strings"
	"testing"

	"nianbao/assets"
)

// Whatever is linked into the program, its licence can be read there.
func TestEveryModuleHasItsLicence(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}", ".").Output()
	if err != nil {
		t.Fatal("go list:", err)
	}
	known := map[string]bool{}
	for _, l := range assets.Licences() {
		known[l.Name] = true
		if len(l.Text) < 200 {
			t.Errorf("the licence of %s is %q", l.Name, l.Text)
		}
	}
	for _, path := range strings.Fields(string(out)) {
		if !known[path] {
			t.Errorf("%s has no licence in assets/licences: run assets/licences/make", path)
		}
	}
}
