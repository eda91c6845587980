package ui

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"nianbao/export/format"
	"nianbao/model"
	"nianbao/model/store"
	"nianbao/ui/widget"
)

// odd are texts that no form has asked for.
var odd = map[string]string{
	"a NUL":             "一\x00二",
	"control signs":     "一\x01\x02\x0b\x0c\x1b[31m二",
	"line separators":   "一\u2028二\u2029三\v四",
	"Windows' lines":    "一\r\n二\r三",
	"tabs":              "一\t二",
	"not a character":   "一\ufffe\uffff二",
	"half a character":  "一\xe4\xb8二",
	"rare characters":   "𠮷野家 😀 👨‍👩‍👧 é",
	"right to left":     "שלום \u202eabc\u202c عربى",
	"nothing to see":    "\u200b\u200e\ufeff",
	"braces":            "{ } {{ }} ｛ ｝ {requests/new/total} {no/such/cell} {}",
	"marks of a format": `<b>&amp;</b> ]]> "x" 'y' \par {\rtf1} =SUM(A1) %s %d`,
	"one long word":     strings.Repeat("字", 3000),
	"one long line":     strings.Repeat("a", 3000),
	"many lines":        strings.Repeat("行\n", 300),
}

// Whatever is pasted stays as it is in the report and its file, and goes out in every
// format as a file that is whole.
func TestOddTextsGoOut(t *testing.T) {
	for name, text := range odd {
		t.Run(name, func(t *testing.T) {
			w := example(t)
			clip := fyne.CurrentApp().Clipboard()
			clip.SetContent(text)
			paste := &fyne.ShortcutPaste{Clipboard: clip}
			for _, place := range w.places() {
				w.show(place)
				if v, ok := w.view.(*cover); ok {
					for _, f := range []*widget.Field{v.title, v.office} {
						w.win.Canvas().Focus(f)
						f.TypedShortcut(paste)
					}
				}
				for _, p := range w.passages() {
					w.win.Canvas().Focus(p.field)
					p.field.TypedShortcut(paste)
				}
			}
			_, _, o := someCell(t, w)
			w.win.Canvas().Focus(o)
			o.TypedShortcut(paste)
			w.onSave()
			if w.unsaved() || !model.Same(kept(t, w, w.file.Path), w.report()) {
				t.Error("the file has something else")
			}
			w.show(placePreview)
			if v := w.view.(*preview); v.pages.Count() == 0 {
				t.Error("the preview is empty")
			}
			for _, f := range format.All {
				var b bytes.Buffer
				if err := f.Write(&b, composed(w)); err != nil {
					t.Errorf("%s: %v", f.ID, err)
				}
				if err := whole(b.Bytes()); err != nil {
					t.Errorf("%s: %v", f.ID, err)
				}
			}
		})
	}
}

// whole says whether a file of XML parts can be read.
func whole(b []byte) error {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil // of another kind
	}
	for _, part := range z.File {
		if ext := filepath.Ext(part.Name); ext != ".xml" && ext != ".rels" {
			continue
		}
		r, err := part.Open()
		if err != nil {
			return err
		}
		for d := xml.NewDecoder(r); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				return err
			}
		}
	}
	return nil
}

// What cannot be opened is told in Chinese, and what was open stays.
func TestWhatIsNoReportIsTold(t *testing.T) {
	dir := t.TempDir()
	put := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	big := put("很大.nianbao", "")
	if err := os.Truncate(big, 1<<30); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(dir, "文件夹")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{
		folder, big, put("空.nianbao", ""), put("空.docx", ""), put("空.txt", ""), put("坏.docx", "PK\x03\x04坏"), put("坏.xlsx", "坏"), put("坏.doc", "坏"),
		put("坏.nianbao", `{"format":1,"edition":"2021","numbers":[`), put("新.nianbao", `{"format":99,"edition":"2021"}`), put("别的.nianbao", `{"format":1,"edition":"2099"}`),
		put("编码.nianbao", "\xb1\xb1\xbe\xa9"), put("图.png", "\x89PNG\r\n\x1a\n"), put("没有后缀", "x"), filepath.Join(dir, "没有.docx"), put("坏.rtf", `{\rtf1 坏`), put("坏.html", "<html><body>"),
	} {
		t.Run(filepath.Base(path), func(t *testing.T) {
			w := example(t)
			_, _, o := someCell(t, w)
			test.Type(o, "7")
			r := w.report()
			w.onDropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
			if len(w.boxes) != 1 || w.report() != r {
				t.Fatalf("%d boxes, the report is another: %t", len(w.boxes), w.report() != r)
			}
			for _, l := range inside[*widget.Label](w.win.Canvas().Overlays().Top()) {
				if strings.Contains(l.Text, "程序内部出错") || strings.ContainsAny(strings.ReplaceAll(l.Text, filepath.Base(path), ""), "abcdefghijklmnopqrstuvwxyz") && !strings.Contains(l.Text, "Word") && !strings.Contains(l.Text, ".nianbao") {
					t.Errorf("it says %q", l.Text)
				}
			}
			if b, err := os.ReadFile(path); err == nil && len(b) < 1<<20 && strings.Contains(path, "新") && !strings.Contains(string(b), "99") {
				t.Error("the file has been changed")
			}
			if got := kept(t, w, w.file.Path); !model.Same(got, r) {
				t.Error("what was typed is not in the file")
			}
		})
	}
	w := example(t)
	w.onDropped(fyne.Position{}, nil)
	second := filepath.Join(dir, "第二份.nianbao")
	if err := os.WriteFile(second, store.Encode(w.report()), 0o600); err != nil {
		t.Fatal(err)
	}
	w.onDropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(second), storage.NewFileURI(folder)})
	if len(w.boxes) != 1 {
		t.Error("of two things dropped one is left out without a word")
	}
}
