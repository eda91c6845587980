package xlsx_test

import (
	"archive/zip"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nianbao/model"
	"nianbao/model/sample"
)

// TestPartsAreValid holds every part against the schemas of the format.
func TestPartsAreValid(t *testing.T) {
	schemas, err := filepath.Abs("../../../shared/schemas/ooxml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(schemas); err != nil {
		t.Skip("../shared/schemas is not here: the parts are not validated")
	}
	xmllint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not installed: the parts are not validated")
	}
	books := map[string][]byte{"a draft": unfinished(t, sample.Full())}
	books["a district"] = workbook(t, received(t, 40, false), lastYear(t, 40))
	for name, make := range reports {
		books[name] = write(t, make())
	}
	for name, book := range books {
		valid := 0
		for path, body := range parts(t, book) {
			schema := ""
			switch {
			case strings.HasSuffix(path, ".rels"):
				schema = "opc-relationships.xsd"
			case strings.HasPrefix(path, "xl/worksheets/"), path == "xl/workbook.xml", path == "xl/styles.xml":
				schema = "sml.xsd"
			case path == "[Content_Types].xml":
				schema = "opc-contentTypes.xsd"
			case path == "docProps/app.xml":
				schema = "shared-documentPropertiesExtended.xsd"
			case strings.HasPrefix(path, "xl/charts/"):
				schema = "dml-chart.xsd"
			case strings.HasPrefix(path, "xl/drawings/"):
				schema = "dml-spreadsheetDrawing.xsd"
			case strings.HasPrefix(path, "xl/theme/"):
				schema = "dml-main.xsd"
			case path == "docProps/core.xml": // its schema needs others that are not there
				schema = ""
			default:
				t.Errorf("%s: no schema for %s", name, path)
			}
			args := []string{"--nonet", "--noout"}
			if schema != "" {
				args = append(args, "--schema", filepath.Join(schemas, schema))
			}
			cmd := exec.Command(xmllint, append(args, "-")...)
			// Excel itself writes xml:space on texts; the schema has forgotten it.
			cmd.Stdin = strings.NewReader(strings.ReplaceAll(body, `<t xml:space="preserve">`, "<t>"))
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%s: %s: %v\n%s", name, path, err, out)
				continue
			}
			valid++
		}
		t.Logf("%s: %d parts", name, valid)
	}
}

var last = regexp.MustCompile(`(<c [^>]*?)(?: t="str")?>(<f>[^<]*</f>)<v>[^<]*</v>`)

// forget takes the last values of all formulas out of a workbook: LibreOffice
// believes them instead of computing.
func forget(t *testing.T, book []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, body := range parts(t, book) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(name, "xl/worksheets/") {
			body = last.ReplaceAllString(body, "$1>$2")
		}
		if _, err := w.Write([]byte(body)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// recalculated opens a workbook in LibreOffice, which computes it anew, and
// gives back what it saves.
func recalculated(t *testing.T, book []byte) *excelize.File {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed: the formulas are not computed anew")
	}
	dir := t.TempDir()
	source := filepath.Join(dir, "report.xlsx")
	if err := os.WriteFile(source, forget(t, book), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(office, "--headless", "-env:UserInstallation=file://"+filepath.ToSlash(dir)+"/profile",
		"--convert-to", "xlsx", "--outdir", filepath.Join(dir, "out"), source)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	f, err := excelize.OpenFile(filepath.Join(dir, "out", "report.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// TestFormulasComeToWhatIsWritten: another program computes what we wrote as the
// formulas' last values.
func TestFormulasComeToWhatIsWritten(t *testing.T) {
	for name, make := range reports {
		book := write(t, make())
		ours, theirs := open(t, book), recalculated(t, book)
		formulas := 0
		for _, sheet := range ours.GetSheetList() {
			for row := 1; row <= 300; row++ {
				for col := 1; col <= 15; col++ {
					at, _ := excelize.CoordinatesToCellName(col, row)
					want, err1 := ours.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
					got, err2 := theirs.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
					if err1 != nil || err2 != nil || got != want {
						t.Errorf("%s: %s %s comes to %q, we wrote %q (%v, %v)", name, sheet, at, got, want, err1, err2)
					}
					if formula, _ := ours.GetCellFormula(sheet, at); formula != "" {
						formulas++
					}
				}
			}
		}
		if formulas < 200 {
			t.Errorf("%s: only %d formulas", name, formulas)
		}
	}
}

// TestCorrectionsGoOn: who corrects a number in an official sheet corrects the
// totals and 数据, and sees that a column does not balance any more.
func TestCorrectionsGoOn(t *testing.T) {
	f := open(t, write(t, sample.Full()))
	for at, n := range map[string]int{"D8": 11, "G6": 4} { // 予以公开·自然人 was 9, 新收·社会公益组织 0
		if err := f.SetCellValue("表三", at, n); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	got := recalculated(t, b.Bytes())
	for at, want := range map[string]string{"D29": "21", "J8": "13", "J29": "24", "J6": "25", "D33": "差 2", "G33": "差 4", "E33": "平", "J33": "差 2"} {
		if value, _ := got.GetCellValue("表三", at); value != want {
			t.Errorf("表三 %s is %q, want %q", at, value, want)
		}
	}
	values := ledger(t, got)
	for ref, want := range map[model.Ref]string{"requests/granted/person": "11", "requests/total/person": "21", "requests/total/total": "24", "requests/new/charity": "4"} {
		if values[ref] != want {
			t.Errorf("%s is %q, want %q", ref, values[ref], want)
		}
	}
}
