package docx

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/export"
	"nianbao/model"
	"nianbao/model/sample"
)

// Every part is valid by the schemas of ECMA-376.
func TestSchemas(t *testing.T) {
	schemas, err := filepath.Abs(filepath.Join("..", "..", "..", "shared", "schemas", "ooxml"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(schemas, "wml.xsd")); err != nil {
		t.Skip("the schemas of ECMA-376 are not at ../shared/schemas/ooxml: no part has been validated")
	}
	lint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not installed: no part has been validated")
	}
	dir := t.TempDir()
	core := coreSchema(t, schemas, dir)
	files := map[string][]byte{"a draft": unfinished(t, sample.Full())}
	r := sample.Draft()
	record := export.Record{Report: r, Check: model.Desk{}.Record(r, nil), Seal: "1A2B-3C4D"}
	files["a record"] = written(t, record.Compose())
	slip := export.Slip{Report: r, Findings: model.Check(r, nil), From: "青禾县政务公开办公室"}
	files["a slip"] = written(t, slip.Compose())
	files["a course"] = written(t, course())
	draft := course()
	draft.Draft = true
	files["the draft of a course"] = written(t, draft)
	for name, make := range reports {
		files[name] = write(t, make())
	}
	for name, file := range files {
		for part, text := range unzip(t, file) {
			schema := filepath.Join(schemas, "wml.xsd")
			switch {
			case strings.HasPrefix(part, "word/media/"):
				continue // a picture
			case part == "[Content_Types].xml":
				schema = filepath.Join(schemas, "opc-contentTypes.xsd")
			case strings.HasSuffix(part, ".rels"):
				schema = filepath.Join(schemas, "opc-relationships.xsd")
			case part == "docProps/core.xml":
				schema = core
			case part == "docProps/app.xml":
				schema = filepath.Join(schemas, "shared-documentPropertiesExtended.xsd")
			case part == "docProps/custom.xml":
				schema = filepath.Join(schemas, "shared-documentPropertiesCustom.xsd")
			}
			file := filepath.Join(dir, "part.xml")
			if err := os.WriteFile(file, text, 0o644); err != nil {
				t.Fatal(err)
			}
			if out, err := exec.Command(lint, "--nonet", "--noout", "--schema", schema, file).CombinedOutput(); err != nil {
				t.Errorf("%s: %s: %v\n%s", name, part, err, out)
			}
		}
	}
}

// course is a document with charts.
func course() *export.Document {
	return (&export.Course{Reports: sample.Course()}).Compose()
}

// coreSchema makes the schema of the core properties usable without the net:
// it imports Dublin Core from there, of which a few elements are enough here.
func coreSchema(t *testing.T, schemas, dir string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(schemas, "opc-coreProperties.xsd"))
	if err != nil {
		t.Fatal(err)
	}
	const open = `<xs:import id="xml" `
	if !strings.Contains(string(text), open) {
		t.Fatal("the schema does not import the xml attributes")
	}
	schema := strings.Replace(string(text), open, open+`schemaLocation="`+filepath.ToSlash(filepath.Join(schemas, "xml.xsd"))+`" `, 1)
	for name, elements := range map[string]string{
		"dc":      "creator description identifier language subject title",
		"dcterms": "created modified",
	} {
		url := "http://dublincore.org/schemas/xmls/qdc/2003/04/02/" + name + ".xsd"
		if !strings.Contains(schema, url) {
			t.Fatalf("the schema does not import %s", url)
		}
		schema = strings.Replace(schema, url, name+".xsd", 1)
		space := map[string]string{"dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/"}[name]
		stub := `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="` + space + `">`
		for _, element := range strings.Fields(elements) {
			stub += `<xs:element name="` + element + `" type="xs:string"/>`
		}
		if err := os.WriteFile(filepath.Join(dir, name+".xsd"), []byte(stub+`</xs:schema>`), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(dir, "core.xsd")
	if err := os.WriteFile(file, []byte(schema), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}
