package pdf

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"nianbao/assets"
	"nianbao/export"
	"nianbao/export/font"
	"nianbao/export/layout"
	"nianbao/model"
	"nianbao/model/intake"
	"nianbao/model/sample"
)

var samples = map[string]func() *model.Report{
	"full": sample.Full, "old": sample.Old, "draft": sample.Draft, "long": sample.Long, "rare": sample.Rare,
	"long title": sample.LongTitle, "traditional": sample.Traditional, "huge": sample.Huge,
}

// drawn writes a report with the embedded fonts to a file and lays it out.
func drawn(t *testing.T, r *model.Report) (path string, d *export.Document, b *layout.Book) {
	t.Helper()
	d = export.Compose(r)
	b = layout.Layout(d, font.Embedded())
	var out bytes.Buffer
	if err := Draw(&out, b); err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return path, d, b
}

// poppler runs one of its programs; without it the test is passed over.
func poppler(t *testing.T, program string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("%s is not installed (Debian: poppler-utils)", program)
	}
	out, err := exec.Command(program, args...).Output()
	if err != nil {
		t.Fatalf("%s: %v", program, err)
	}
	return string(out)
}

// tight leaves out all white space.
func tight(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, font.Clean(s))
}

// speaks checks that the file gives back all that was composed: every sentence as it
// is read on the page, and every character in the order of the document.
func speaks(t *testing.T, path string, d *export.Document, b *layout.Book) {
	t.Helper()
	var read strings.Builder
	for i, page := range strings.Split(poppler(t, "pdftotext", "-enc", "UTF-8", path, "-"), "\f") {
		read.WriteString(strings.TrimSuffix(tight(page), "—"+strconv.Itoa(i+1)+"—"))
	}
	for _, block := range d.Blocks {
		if text := tight(block.Text); !strings.Contains(read.String(), text) {
			t.Errorf("not found: %s", text)
		}
	}
	want := ""
	for _, p := range b.Pages {
		for _, text := range p.Texts {
			want += text.Run.Says()
		}
	}
	if got := tight(poppler(t, "pdftotext", "-enc", "UTF-8", "-raw", path, "-")); got != tight(want) {
		t.Errorf("the file says something else:\n got %s\nwant %s", got, tight(want))
	}
}

func TestText(t *testing.T) {
	for name, report := range samples {
		t.Run(name, func(t *testing.T) {
			path, d, b := drawn(t, report())
			speaks(t, path, d, b)
		})
	}
}

// TestSeeds draws real reports.
func TestSeeds(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/seeds/*.txt")
	if files == nil {
		t.Skip("the folder shared/seeds is not here")
	}
	editions, err := model.ReadEditions(assets.Editions())
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			draft, err := intake.Open(file, editions)
			if err != nil {
				t.Fatal(err)
			}
			path, d, b := drawn(t, draft.Report)
			speaks(t, path, d, b)
		})
	}
}

func TestFonts(t *testing.T) {
	path, _, b := drawn(t, sample.Rare())
	lines := strings.Split(strings.TrimSpace(poppler(t, "pdffonts", path)), "\n")[2:]
	if len(lines) != len(b.Fonts()) {
		t.Errorf("%d fonts in the file, %d in the book", len(lines), len(b.Fonts()))
	}
	for _, line := range lines {
		if fields := strings.Fields(line); fields[len(fields)-5] != "yes" || fields[len(fields)-4] != "yes" {
			t.Errorf("not embedded, or not said to be cut: %s", line)
		}
	}
}

func TestCover(t *testing.T) {
	path, _, b := drawn(t, sample.Rare())
	about := poppler(t, "pdfinfo", path)
	for _, want := range []string{"龑䶮𬭊镕街道办事处2026年政府信息公开工作年度报告", "Author:          龑䶮𬭊镕街道办事处\n", "Jan  1", " 2027", "A4"} {
		if !strings.Contains(about, want) {
			t.Errorf("%q is not in\n%s", want, about)
		}
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(file, []byte("/Lang (zh-CN)")) {
		t.Error("the language is not set")
	}
	for _, e := range b.Outline {
		title := strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "\r", `\r`).Replace(text(e.Text))
		if !bytes.Contains(file, []byte("<</Title ("+title+")")) {
			t.Errorf("no bookmark %s", e.Text)
		}
	}
}

func TestSameBytes(t *testing.T) {
	var first, second bytes.Buffer
	for _, w := range []*bytes.Buffer{&first, &second} {
		if err := Write(w, export.Compose(sample.Full())); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two files of one document differ")
	}
}

// TestPanic draws a run that breaks its promise, which the library panics on.
func TestPanic(t *testing.T) {
	b := layout.Layout(export.Compose(sample.Old()), font.Embedded())
	b.Pages[0].Texts[0].Run.Text = "\xE4"
	var out bytes.Buffer
	if err := Draw(&out, b); err == nil || out.Len() > 0 {
		t.Errorf("%d bytes and the error %v", out.Len(), err)
	}
}

type full struct{}

var errFull = errors.New("full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriterFails(t *testing.T) {
	if err := Write(full{}, export.Compose(sample.Old())); !errors.Is(err, errFull) {
		t.Errorf("error %v", err)
	}
}

// TestDraft: each page of a draft says so in a line of its own, and else what it says when
// it is finished.
func TestDraft(t *testing.T) {
	read := func(d *export.Document) []string {
		path := filepath.Join(t.TempDir(), "report.pdf")
		var out bytes.Buffer
		if err := Draw(&out, layout.Layout(d, font.Embedded())); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return strings.Split(poppler(t, "pdftotext", "-enc", "UTF-8", path, "-"), "\f")
	}
	for name, report := range samples {
		d := export.Compose(report())
		final := read(d)
		d.Draft = true
		draft := read(d)
		if len(draft) != len(final) {
			t.Fatalf("%s: the draft has %d pages, the report %d", name, len(draft), len(final))
		}
		for i, page := range draft[:len(draft)-1] {
			rest, ok := strings.CutPrefix(page, export.DraftMark+"\n")
			if !ok || tight(rest) != tight(final[i]) {
				t.Errorf("%s, page %d: the draft says\n%s\nthe report\n%s", name, i+1, page, final[i])
			}
		}
	}
}
