package ui

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nianbao/ui/cups"
	"nianbao/ui/widget"
)

// desk is a printing system of a test's own.
type desk struct {
	names  []string
	none   error // why there are none
	refuse error
	states []cups.State // what it says of a job, one after the other
	jobs   []cups.Job
	files  []string // as they lay there when they were sent
	taken  []int    // jobs that were cancelled
}

func (d *desk) Printers() ([]string, error) { return d.names, d.none }

func (d *desk) Send(job cups.Job, path string) (int, error) {
	if b, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(b), "%PDF") {
		return 0, errors.New("no PDF")
	}
	if info, err := os.Stat(filepath.Dir(path)); err != nil || info.Mode().Perm() != 0o700 {
		return 0, errors.New("others can look into the folder")
	}
	d.jobs, d.files = append(d.jobs, job), append(d.files, path)
	return len(d.jobs), d.refuse
}

func (d *desk) Look(string, int) (s cups.State, err error) {
	if len(d.states) > 0 {
		s, d.states = d.states[0], d.states[1:]
	}
	return s, nil
}

func (d *desk) Cancel(_ string, number int) error {
	d.taken = append(d.taken, number)
	return nil
}

// sentence is an error that a clerk can read.
type sentence string

func (s sentence) Error() string { return "internal" }

func (s sentence) Sentence() string { return string(s) }

// told are the words of the uppermost question.
func told(w *Window) string {
	var out []string
	for _, l := range inside[*widget.Label](w.win.Canvas().Overlays().Top()) {
		out = append(out, l.Text)
	}
	return strings.Join(out, "\n")
}

func TestPrint(t *testing.T) {
	w := example(t)
	d := &desk{names: []string{"二楼", "HP_LaserJet"}, states: []cups.State{{Waits: true}, {}}}
	w.hands.printers = d
	w.onPrint()
	if says := told(w); !strings.Contains(says, "一共 5 页") {
		t.Errorf("the question says %s", says)
	}
	tapReply(t, w, "打印")
	if len(d.jobs) != 1 || d.jobs[0] != (cups.Job{Printer: "二楼", Copies: 1, Sides: cups.OneSided, Title: official}) || filepath.Base(d.files[0]) != official+".pdf" {
		t.Fatalf("sent %v, %v", d.jobs, d.files)
	}
	if says := told(w); !strings.Contains(says, "送进打印机“二楼”的队列（任务 1，1 份）") || !strings.Contains(says, "正在打印") {
		t.Errorf("told %s", says)
	}
	if _, err := os.Stat(filepath.Dir(d.files[0])); err == nil {
		t.Error("the file is left behind")
	}
	tapReply(t, w, "知道了")
	if w.asking() {
		t.Error("something is still asked")
	}
}

func TestPrinterAndSidesAreRemembered(t *testing.T) {
	w := example(t)
	d := &desk{names: []string{"二楼", "HP_LaserJet"}}
	w.hands.printers = d
	for i, names := range [][]string{d.names, {"新的", "二楼", "HP_LaserJet"}, {"新的"}} {
		d.names = names
		p := w.askPrinting(&printout{name: "报告", doc: composed(w)})
		if i == 0 {
			p.printer.SetSelected("HP_LaserJet")
			p.sides.SetSelected(duplex[2].name)
			p.copies.Put("３份")
			p.pages.Put("４，１～２")
		}
		tapReply(t, w, "打印")
		tapReply(t, w, "知道了")
	}
	want := []cups.Job{
		{Printer: "HP_LaserJet", Copies: 3, Pages: "1-2,4", Sides: cups.ShortEdge, Title: "报告"},
		{Printer: "HP_LaserJet", Copies: 1, Sides: cups.ShortEdge, Title: "报告"},
		{Printer: "新的", Copies: 1, Sides: cups.ShortEdge, Title: "报告"},
	}
	if !slices.Equal(d.jobs, want) {
		t.Errorf("sent %v", d.jobs)
	}
}

// What cannot be meant is told, and nothing is printed.
func TestWrongAnswers(t *testing.T) {
	w := example(t)
	d := &desk{names: []string{"二楼"}}
	w.hands.printers = d
	p := w.askPrinting(&printout{name: "报告", doc: composed(w)})
	for _, c := range []struct{ copies, pages, says string }{
		{"", "", "份数请写一个数"},
		{"0", "", "份数请写一个数"},
		{"-1", "", "份数请写一个数"},
		{"1.5", "", "份数请写一个数"},
		{"两", "", "份数请写一个数"},
		{"2件", "", "份数请写一个数"},
		{"100", "", "最多印 99 份"},
		{"1", "9", "一共只有 5 页"},
		{"1", "三", "“三”不是页码"},
	} {
		p.copies.Put(c.copies)
		p.pages.Put(c.pages)
		tapReply(t, w, "打印")
		if !strings.Contains(p.note.Text, c.says) || len(d.jobs) > 0 {
			t.Errorf("%q, %q: told %s, sent %v", c.copies, c.pages, p.note.Text, d.jobs)
		}
	}
	p.copies.SetText("1")
	test.Type(p.copies, "2") // goes before
	if p.note.Text != "" {
		t.Error("what was wrong is still told")
	}
	tapReply(t, w, "取消")
	if w.asking() || len(d.jobs) > 0 {
		t.Error("it is printed all the same")
	}
}

// A printer that takes nothing is told where another can be chosen; it is not remembered.
func TestRefusingPrinter(t *testing.T) {
	w := example(t)
	d := &desk{names: []string{"二楼", "三楼"}, refuse: sentence("打印机现在不收文件。")}
	w.hands.printers = d
	p := w.askPrinting(&printout{name: "报告", doc: composed(w)})
	p.printer.SetSelected("三楼")
	p.copies.Put("2")
	tapReply(t, w, "打印")
	if !strings.Contains(told(w), "打印机现在不收文件。") || p.copies.Text != "2" {
		t.Errorf("told %s", told(w))
	}
	if got := w.app.Preferences().String(keyPrinter); got != "" {
		t.Errorf("%s is remembered", got)
	}
	if _, err := os.Stat(filepath.Dir(d.files[0])); err == nil {
		t.Error("the file is left behind")
	}
	d.refuse = nil
	p.printer.SetSelected("二楼")
	tapReply(t, w, "打印")
	if len(d.jobs) != 2 || d.jobs[1].Printer != "二楼" || d.jobs[1].Copies != 2 {
		t.Errorf("sent %v", d.jobs)
	}
	tapReply(t, w, "知道了")
}

func TestStoppedPrinter(t *testing.T) {
	w := example(t)
	d := &desk{names: []string{"二楼"}, states: []cups.State{{Waits: true, Stopped: true, Why: "正在换墨盒。"}, {Waits: true, Stopped: true}, {Waits: true, Why: "没有纸了"}}}
	w.hands.printers = d
	w.onPrint()
	tapReply(t, w, "打印")
	if says := told(w); !strings.Contains(says, "任务 1 留在队列里，没有打印。停着的原因：正在换墨盒。\n") {
		t.Errorf("told %s", says)
	}
	tapReply(t, w, "撤回，另选打印机")
	if !slices.Equal(d.taken, []int{1}) {
		t.Errorf("taken back %v", d.taken)
	}
	tapReply(t, w, "打印")
	tapReply(t, w, "留在队列里")
	if w.asking() || len(d.taken) != 1 {
		t.Errorf("taken back %v", d.taken)
	}
	w.onPrint()
	tapReply(t, w, "打印")
	if says := told(w); !strings.Contains(says, "! 打印机没有纸了。") {
		t.Errorf("told %s", says)
	}
	tapReply(t, w, "知道了")
}

// A job is looked at until it is done, and not for ever.
func TestAJobIsFollowed(t *testing.T) {
	w := example(t)
	d := &desk{names: []string{"二楼"}, states: []cups.State{{Waits: true}}}
	w.hands.printers = d
	p := w.askPrinting(&printout{name: "报告", doc: composed(w)})
	p.box.escape()
	e := w.send(p, cups.Job{Printer: "二楼", Copies: 1})
	if !e.next.waiting() {
		t.Error("nobody looks after it")
	}
	e.look()
	if !strings.Contains(e.says.Text, "请到打印机取纸") {
		t.Errorf("told %s", e.says.Text)
	}
	e.box.escape()

	d.states = []cups.State{{Dropped: true}}
	e = w.send(p, cups.Job{Printer: "二楼", Copies: 1})
	if e.next.waiting() || !strings.Contains(e.says.Text, "被取消了") {
		t.Errorf("told %s", e.says.Text)
	}
	e.box.escape()

	d.states = slices.Repeat([]cups.State{{Waits: true}}, 50)
	e = w.send(p, cups.Job{Printer: "二楼", Copies: 1})
	for e.next.waiting() {
		e.next.stop()
		e.look()
	}
	if e.looks != mostLooks || !strings.Contains(e.says.Text, "轮到了就打印") {
		t.Errorf("after %d looks told %s", e.looks, e.says.Text)
	}
	e.box.escape()
}

// Where there is no printer, the program for PDF gets the report, and why is told.
func TestNoPrinter(t *testing.T) {
	w := example(t)
	w.hands.printers = &desk{none: sentence("这台电脑还没有添加打印机。")}
	var got []string
	w.hands.print = func(path string) (bool, error) {
		got = append(got, path)
		return false, nil
	}
	w.onPrint()
	if says := told(w); len(got) != 1 || !strings.Contains(says, "这台电脑还没有添加打印机。\n报告已经用系统的 PDF 程序打开。") {
		t.Fatalf("told %s", says)
	}
	if b, err := os.ReadFile(got[0]); err != nil || !strings.HasPrefix(string(b), "%PDF") {
		t.Errorf("what it got is %.10q, %v", b, err)
	}
	tapReply(t, w, "知道了")
	if w.asking() {
		t.Error("something is still asked")
	}
}

// While printers are looked for nothing can be printed, and a question that was left is not
// answered later.
func TestPrintersAreWaitedFor(t *testing.T) {
	w := example(t)
	d := &desk{none: errors.New("late")}
	w.hands.printers = d
	var late func()
	w.aside = func(do func() error, then func(error)) { late = func() { then(safely(do)) } }
	p := w.askPrinting(&printout{name: "报告", doc: composed(w)})
	tapReply(t, w, "打印")
	if !strings.Contains(p.note.Text, "还在找打印机") || !p.printer.Disabled() {
		t.Errorf("told %s", p.note.Text)
	}
	tapReply(t, w, "取消")
	late()
	if w.asking() || len(d.jobs) > 0 {
		t.Error("it is printed all the same")
	}
}

// Where no printing system can be asked, the program for PDF prints or shows the report.
func TestPrintByAProgram(t *testing.T) {
	w := example(t)
	var got []string
	printed, refuse := true, error(nil)
	w.hands = hands{
		open: func(path string) error { got = append(got, "open "+filepath.Base(path)); return refuse },
		print: func(path string) (bool, error) {
			got = append(got, "print "+filepath.Base(path))
			return printed, refuse
		},
	}
	old := filepath.Join(os.Getenv("XDG_CACHE_HOME"), "nianbao", "print", "old")
	if err := os.MkdirAll(old, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(old, time.Time{}, time.Now().Add(-48*time.Hour)); err != nil {
		t.Fatal(err)
	}
	says := func(reply, want string) {
		t.Helper()
		w.onPrint()
		tapReply(t, w, reply)
		if !strings.Contains(told(w), want) {
			t.Errorf("told %s, not %s", told(w), want)
		}
		tapReply(t, w, "知道了")
	}
	says("打印", "送到默认的打印机")
	if _, err := os.Stat(old); err == nil {
		t.Error("what was printed days ago is still there")
	}
	says(openWords, "Ctrl+P")
	printed = false
	says("打印", "报告已经用系统的 PDF 程序打开")
	refuse = errors.New("none")
	says("打印", official+".pdf")
	says(openWords, official+".pdf")
	want := []string{"print " + official + ".pdf", "open " + official + ".pdf", "print " + official + ".pdf", "print " + official + ".pdf", "open " + official + ".pdf"}
	if !slices.Equal(got, want) {
		t.Errorf("the system got %q", got)
	}
}

// A report with errors is printed as a draft.
func TestPrintADraft(t *testing.T) {
	w := example(t)
	d := &desk{names: []string{"二楼"}}
	w.hands.printers = d
	spoil(t, w)
	w.onPrint()
	tapReply(t, w, "打印草稿")
	if !strings.Contains(told(w), "每页印有“草稿”") {
		t.Errorf("the question says %s", told(w))
	}
	tapReply(t, w, "打印")
	if len(d.jobs) != 1 || d.jobs[0].Title != official+"（草稿）" {
		t.Errorf("sent %v", d.jobs)
	}
	tapReply(t, w, "知道了")
}

// The question has room for its words, and so has what is told then.
func TestThePrintQuestionHasRoom(t *testing.T) {
	for _, large := range []bool{false, true} {
		w := example(t)
		w.look.large = large
		w.repaint()
		w.win.Resize(fyne.NewSize(1280, 680))
		d := &desk{names: []string{"二楼东侧走廊尽头复印室的彩色双面打印机"}, refuse: sentence(strings.Repeat("打印机现在不收文件。", 8))}
		w.hands.printers = d
		see := func(where string) {
			top := w.win.Canvas().Overlays().Top()
			top.Refresh()
			roomy(t, fmt.Sprintf("large %v, %s", large, where), top, w.win.Canvas().Size())
		}
		w.onPrint()
		see("the question")
		tapReply(t, w, "打印")
		see("a refusal")
		d.refuse, d.states = nil, []cups.State{{Waits: true, Stopped: true, Why: strings.Repeat("正在换墨盒", 20)}, {}}
		tapReply(t, w, "打印")
		see("a stopped printer")
		tapReply(t, w, "撤回，另选打印机")
		tapReply(t, w, "打印")
		see("what was sent")
		tapReply(t, w, "知道了")
		w.hands.printers = nil
		w.onPrint()
		see("the question without printers")
		tapReply(t, w, "取消")
	}
}
