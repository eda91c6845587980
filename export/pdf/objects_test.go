package pdf

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"nianbao/export"
	"nianbao/export/font"
	"nianbao/export/layout"
	"nianbao/model/sample"
)

// A file that is not as the library writes it is refused, wherever it ends and whatever
// stands in it, and never taken for another.
func TestApart(t *testing.T) {
	b := layout.Layout(export.Compose(sample.Old()), font.Embedded())
	fonts, cut := faces(b)
	cut.Wait()
	file, err := pages(b, &writing{by: facesBy(fonts)})
	if err != nil {
		t.Fatal(err)
	}
	all, err := apart(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(all[0], []byte("<</Type /Pages")) || !bytes.Contains(all[len(all)-1], []byte(catalog)) {
		t.Errorf("the first object is %.40q, the last %.40q", all[0], all[len(all)-1])
	}
	for name, broken := range map[string][]byte{
		"empty": nil, "not a file": []byte("xref\n0 "), "cut short": file[:len(file)/2],
		"no places":   bytes.Replace(file, []byte("startxref"), []byte("startnone"), 1),
		"a new place": bytes.Replace(file, []byte("1 0 obj"), []byte("9 9 obj"), 1),
	} {
		if _, err := apart(broken); !errors.Is(err, errParts) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := joined(all[:len(all)-1], fonts); !errors.Is(err, errParts) {
		t.Errorf("without a catalog: %v", err)
	}
}

// The codes of a font stand for the real characters, also for those that it prints at code
// points of its own.
func TestCodesSayRealCharacters(t *testing.T) {
	fonts, cut := faces(layout.Layout(export.Compose(sample.Rare()), font.Embedded()))
	cut.Wait()
	for _, f := range fonts {
		if f.Face.ID() != "rare" {
			continue
		}
		if says := f.says(); !strings.Contains(says, "<D872DF4A>") { // 𬭊, U+2CB4A
			t.Errorf("the map of the rare face is\n%s", says)
		}
		return
	}
	t.Error("the rare face prints nothing")
}
