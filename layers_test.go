package main

import (
	"os/exec"
	"path"
	"strings"
	"testing"
)

// Imports run one way: main → ui → export, model/store, model/intake → model;
// assets imports nothing of ours; exporters do not know each other.
func TestLayers(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "./...").Output()
	if err != nil {
		t.Fatal("go list:", err)
	}
	may := map[string][]string{ // a folder → what it and its folders may import
		"nianbao/assets":         {},
		"nianbao/model":          {"nianbao/model/reading"},
		"nianbao/model/reading":  {"nianbao/assets"},
		"nianbao/model/compare":  {"nianbao/model", "nianbao/model/reading"},
		"nianbao/model/district": {"nianbao/model", "nianbao/model/reading"},
		"nianbao/model/flat":     {"nianbao/model", "nianbao/model/district"},
		"nianbao/model/collect":  {"nianbao/model", "nianbao/model/district", "nianbao/model/flat", "nianbao/model/intake", "nianbao/model/intake/source", "nianbao/model/store"},
		"nianbao/model/sample":   {"nianbao/model", "nianbao/model/store", "nianbao/assets"}, // for tests only
		"nianbao/model/store":    {"nianbao/model"},
		"nianbao/model/intake":   {"nianbao/model", "nianbao/assets", "nianbao/model/intake/source"},
		"nianbao/export":         {"nianbao/model", "nianbao/model/compare", "nianbao/model/district", "nianbao/assets", "nianbao/export", "nianbao/export/chart", "nianbao/export/font", "nianbao/export/layout", "nianbao/export/picture"},
		"nianbao/ui/ime":         {},
		"nianbao/ui/widget":      {"nianbao/ui/ime"},
	}
	rule := func(pkg string) []string { // of the nearest folder above
		for dir := pkg; dir != "nianbao" && dir != "."; dir = path.Dir(dir) {
			if allowed, ok := may[dir]; ok {
				return append(allowed, dir)
			}
		}
		return nil
	}
	seen := 0
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		pkg := fields[0]
		if !strings.HasPrefix(pkg, "nianbao/") {
			continue
		}
		seen++
		allowed := rule(pkg)
		if allowed == nil || pkg == "nianbao/export/format" { // ui, and the list of the exporters, see all below them
			continue
		}
		for _, dep := range fields[1:] {
			ours := strings.HasPrefix(dep, "nianbao/")
			ok := !ours && (pkg != "nianbao/model" && pkg != "nianbao/model/reading" || !strings.Contains(dep, "."))
			for _, a := range allowed {
				ok = ok || dep == a
			}
			if !ok {
				t.Errorf("%s imports %s", pkg, dep)
			}
		}
	}
	if seen < 10 {
		t.Errorf("only %d packages were looked at", seen)
	}
}
