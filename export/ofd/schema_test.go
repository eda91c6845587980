package ofd_test

import (
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"testing"
)

// Every part is valid by the schemas of GB/T 33190.
func TestSchemas(t *testing.T) {
	schemas, err := filepath.Abs(filepath.Join("..", "..", "..", "shared", "schemas", "ofd"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(schemas, "OFD.xsd")); err != nil {
		t.Skip("the schemas of GB/T 33190 are not at ../shared/schemas/ofd: no part has been validated")
	}
	lint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not installed: no part has been validated")
	}
	for name, b := range books(t) {
		r, dir := read(t, b), t.TempDir()
		files := map[string][]string{} // by their schemas
		for part, text := range r.parts {
			if path.Ext(part) == ".ttf" {
				continue
			}
			schema := map[string]string{"OFD.xml": "OFD.xsd", "Document.xml": "Document.xsd", "PublicRes.xml": "Res.xsd", "Content.xml": "Page.xsd"}[path.Base(part)]
			if schema == "" {
				t.Fatalf("%s: the part %s is not known", name, part)
			}
			file := filepath.Join(dir, filepath.FromSlash(part))
			if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, text, 0o600); err != nil {
				t.Fatal(err)
			}
			files[schema] = append(files[schema], file)
		}
		if len(files) != 4 {
			t.Errorf("%s has parts of %d kinds", name, len(files))
		}
		for schema, list := range files {
			args := append([]string{"--nonet", "--noout", "--schema", filepath.Join(schemas, schema)}, list...)
			if out, err := exec.Command(lint, args...).CombinedOutput(); err != nil {
				t.Errorf("%s: %v\n%s", name, err, out)
			}
		}
	}
}
