package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"nianbao/assets"
	"nianbao/model/store"
)

// A file that is opened a second time comes into the window that is there; what was open is
// saved first, and a question is not pushed aside.
func TestReceive(t *testing.T) {
	w := example(t)
	first := w.file.Path
	_, cell, o := someCell(t, w)
	test.Type(o, "7")
	if says := w.receive([]string{first}); says != "" || !w.unsaved() {
		t.Errorf("the file that is open: %q; it was opened anew: %t", says, !w.unsaved())
	}
	if says := w.receive(nil); says != "" || w.session == nil {
		t.Errorf("the program without a file: %q", says)
	}
	other := filepath.Join(t.TempDir(), "另一份.nianbao")
	r := w.report().Clone()
	r.Office = "河湾镇人民政府"
	if err := store.New(other).Save(r); err != nil {
		t.Fatal(err)
	}
	if says := w.receive([]string{other}); says != "" || w.file.Path != other || w.report().Office != r.Office {
		t.Errorf("another file: %q, %s is open", says, w.file.Path)
	}
	if got, _ := kept(t, w, first).Get(cell.Ref); got != "7" {
		t.Errorf("the file that was open has %q", got)
	}
	w.onAbout()
	if says := w.receive([]string{first}); !strings.Contains(says, "请先回答") || w.file.Path != other {
		t.Errorf("while a box asks: %q", says)
	}
	w.receive([]string{first}) // twice, and it is told once
	if says := told(w); !strings.Contains(says, "“"+filepath.Base(first)+"”没有打开") || len(w.boxes) != 2 {
		t.Errorf("the window tells %q in %d boxes", says, len(w.boxes))
	}
	w.boxes[1].escape()
	if w.receive([]string{first}); len(w.boxes) != 2 {
		t.Errorf("asked once more it tells nothing")
	}
	w.boxes[1].escape()
	w.boxes[0].escape()
	if says := w.receive([]string{first}); says != "" || w.file.Path != first {
		t.Errorf("when all is answered: %q, %s is open", says, w.file.Path)
	}
}

// What cannot be opened is told in the window: where a file is opened with two clicks, nobody
// sees what the program prints.
func TestWhatIsGivenFromOutside(t *testing.T) {
	w := example(t)
	at := w.file.Path
	dir := t.TempDir()
	pdf, picture, odd := filepath.Join(dir, "报告.pdf"), filepath.Join(dir, "报告.扫描"), filepath.Join(dir, "报告.copy")
	for path, content := range map[string][]byte{pdf: []byte("%PDF-1.7\n\xe2\xe3\xcf\xd3\n"), picture: []byte("\x89PNG\r\n\x1a\n\x00"), odd: assets.Example} {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		files []string
		says  string
	}{
		{[]string{pdf}, "“报告.pdf”是 PDF 文件，请提供同一份报告的 Word 文档或文本。"},
		{[]string{picture}, "“报告.扫描”其实是一张图片"},
		{[]string{filepath.Join(dir, "没有.nianbao")}, "“没有.nianbao”找不到"},
		{[]string{filepath.Join(dir, "没有.docx")}, "“没有.docx”不存在"},
		{[]string{filepath.Join(dir, "没有")}, "“没有”找不到"},
		{[]string{at, pdf}, "一次只能打开一份报告"},
		{[]string{"smb://server/x/报告.nianbao"}, "“报告.nianbao”不在这台电脑上"},
		{[]string{dir}, "是一个文件夹"},
	} {
		if refused := w.receive(c.files); refused != "" || !w.asking() || !strings.Contains(told(w), c.says) {
			t.Errorf("%q: %q", c.files, refused)
			continue
		}
		w.boxes[0].escape()
		if w.asking() || w.file == nil || w.file.Path != at {
			t.Errorf("%q: the report is not open any more", c.files)
		}
	}
	w.receive([]string{odd})
	if w.asking() || w.file == nil || w.file.Path != odd {
		t.Error("a report of the program's own is not opened under another name")
	}
}
