package command

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nianbao/assets"
	"nianbao/model"
)

// No test depends on the day on which it runs.
func init() { today = func() time.Time { return time.Time{} } }

// do runs a command line in a folder.
func do(t *testing.T, args ...string) (status int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	status = Run(args, &o, &e)
	return status, o.String(), e.String()
}

// ok runs a command line that must succeed and gives what it prints.
func ok(t *testing.T, args ...string) string {
	t.Helper()
	status, out, errs := do(t, args...)
	if status != Fine {
		t.Fatalf("%v: status %d, %s%s", args, status, out, errs)
	}
	return out
}

func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	t.Chdir(dir)
	if err := os.WriteFile("示例.nianbao", assets.Example, 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func shownOf(t *testing.T, file string) shown {
	t.Helper()
	var s shown
	if err := json.Unmarshal([]byte(ok(t, "show", file, "--json")), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

func checkedOf(t *testing.T, args ...string) (checked, int) {
	t.Helper()
	status, out, errs := do(t, append([]string{"check", "--json"}, args...)...)
	var c checked
	if err := json.Unmarshal([]byte(out), &c); err != nil {
		t.Fatalf("%v: %v: %s%s", args, err, out, errs)
	}
	return c, status
}

// A year's work: a new report is filled in, checked, exported and read back.
func TestYear(t *testing.T) {
	folder(t)
	ok(t, "new", "--office", "青石镇人民政府", "--year", "2026", "-o", "新.nianbao")
	s := shownOf(t, "新.nianbao")
	if s.Edition != "2021" || s.Kind != "township" || s.Year != 2026 || s.Title != "青石镇人民政府2026年政府信息公开工作年度报告" {
		t.Errorf("new: %+v", s)
	}
	if c, status := checkedOf(t, "新.nianbao"); status != Findings || c.Errors < 200 {
		t.Errorf("an empty report has %d errors, status %d", c.Errors, status)
	}
	args := []string{"set", "新.nianbao", "overview/active=全年公开信息12条。\n另有公报。", "problems/problems=解读材料形式单一，群众看不明白。", "other=没有收取信息处理费。"}
	for ref, v := range shownOf(t, "示例.nianbao").Numbers {
		if v != "" && ref != "requests/new/total" {
			args = append(args, string(ref)+"="+v)
		}
	}
	ok(t, args...)
	c, status := checkedOf(t, "新.nianbao")
	for _, f := range c.Findings {
		if f.Level != model.Hint || f.Rule != "section-missing" { // subheadings with nothing under them
			t.Errorf("filled in: %v", f)
		}
	}
	if status != Fine || c.Errors+c.Warnings > 0 || len(c.Findings) != 5 {
		t.Errorf("filled in: status %d, %d findings", status, len(c.Findings))
	}
	ok(t, "export", "--to", "docx,xlsx,html,txt,pdf,ofd", "新.nianbao", "-o", "发布")
	for _, ending := range []string{"docx", "xlsx", "html", "txt"} {
		ok(t, "import", "发布/新."+ending, "-o", ending+".nianbao")
		back := shownOf(t, ending+".nianbao")
		want := shownOf(t, "新.nianbao")
		if !equalMaps(back.Numbers, want.Numbers) || !equalMaps(back.Texts, want.Texts) || back.Title != want.Title {
			t.Errorf("%s: not the same report", ending)
		}
	}
	for ending, start := range map[string]string{"pdf": "%PDF-", "ofd": "PK"} {
		if b, err := os.ReadFile("发布/新." + ending); err != nil || !bytes.HasPrefix(b, []byte(start)) {
			t.Errorf("%s: %v", ending, err)
		}
	}
	left, _ := filepath.Glob(".nianbao-*")
	if more, _ := filepath.Glob("发布/.nianbao-*"); len(left)+len(more) > 0 {
		t.Errorf("temporary files are left: %v %v", left, more)
	}
}

func equalMaps(a, b map[model.Ref]string) bool {
	if len(a) != len(b) {
		return false
	}
	for k, v := range a {
		if b[k] != v {
			return false
		}
	}
	return true
}

func TestSetIsAllOrNothing(t *testing.T) {
	folder(t)
	before, _ := os.ReadFile("示例.nianbao")
	for _, args := range [][]string{
		{"requests/new/person=5", "requests/new/nobody=1"},
		{"requests/new/person=5", "没有等号"},
		{"requests/new/person=5", "year=去年"},
		{"requests/new/person=5", "kind=village"},
		{"requests/new/person=5", "other=\xffa"},
		{"requests/new/person=5", "overview/part-1=没有这个小标题"},
	} {
		status, _, errs := do(t, append([]string{"set", "示例.nianbao"}, args...)...)
		after, _ := os.ReadFile("示例.nianbao")
		if status != Wrong || !bytes.Equal(before, after) || strings.Count(errs, "\n") != 1 {
			t.Errorf("%v: status %d, %s", args, status, errs)
		}
	}
	ok(t, "set", "示例.nianbao", "requests/new/person=１，００３", "disclosure/fees/amount= 190.457379 ", "requests/partial/legal=", "office=青石镇人民政府")
	s := shownOf(t, "示例.nianbao")
	if s.Numbers["requests/new/person"] != "1003" || s.Numbers["requests/new/total"] != "1004" || s.Numbers["disclosure/fees/amount"] != "190.457379" ||
		s.Numbers["requests/partial/legal"] != "" || s.Office != "青石镇人民政府" {
		t.Errorf("set: %v", s.Numbers["requests/new/person"])
	}
}

func TestCheckAgainstLastYear(t *testing.T) {
	folder(t)
	last := bytes.Replace(assets.Example, []byte(`"year": 2026`), []byte(`"year": 2025`), 1)
	if err := os.WriteFile("去年.nianbao", last, 0o644); err != nil {
		t.Fatal(err)
	}
	c, status := checkedOf(t, "示例.nianbao", "--last", "去年.nianbao")
	rules := map[string]bool{}
	for _, f := range c.Findings {
		rules[f.Rule] = true
	}
	if status != Findings || !rules["carried-in"] || !rules["in-force-roll"] || !rules["same-as-last-year"] || len(rules) != 3 {
		t.Errorf("status %d, %v", status, c.Findings)
	}
	if status, _, errs := do(t, "check", "示例.nianbao", "--last", "示例.nianbao"); status != Wrong || !strings.Contains(errs, "2025") {
		t.Errorf("a report is not its own last year: %d %s", status, errs)
	}
}

// Each bad input gets one clear sentence that names the file, exit status 2, and
// nothing is written.
func TestBadInput(t *testing.T) {
	dir := folder(t)
	write := func(name string, content []byte) {
		if err := os.WriteFile(name, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("空.nianbao", nil)
	write("空.docx", nil)
	write("半截.nianbao", assets.Example[:len(assets.Example)/2])
	write("新版.nianbao", []byte(`{"format":9,"edition":"2021"}`))
	write("新格式.nianbao", []byte(`{"format":1,"edition":"2031","office":"甲"}`))
	write("乱码.nianbao", []byte("\xff\xfe\x00\x01"))
	write("年度.nianbao", []byte(`{"format":1,"edition":"2021","year":"去年"}`))
	write("数组.nianbao", []byte(`[1,2,3]`))
	write("负数.nianbao", []byte(`{"format":1,"edition":"2021","before":{"requests/note":-5}}`))
	write("数是表.nianbao", []byte(`{"format":1,"edition":"2021","numbers":{"requests/new/person":[1]}}`))
	write("照片.docx", append([]byte("\x89PNG\r\n\x1a\n"), make([]byte, 200)...))
	write("闲话.txt", []byte("今天天气很好。\n我们去郊游。\n"))
	write("坏.docx", []byte("PK\x03\x04 不是压缩包"))
	if err := os.Mkdir("文件夹.nianbao", 0o755); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args  []string
		names string // what the sentence speaks of
	}{
		{[]string{"show", "没有.nianbao"}, "没有.nianbao"},
		{[]string{"show", "空.nianbao"}, "空.nianbao"},
		{[]string{"show", "半截.nianbao"}, "半截.nianbao"},
		{[]string{"check", "新版.nianbao"}, "升级"},
		{[]string{"set", "新格式.nianbao", "other=无"}, "升级"},
		{[]string{"show", "乱码.nianbao"}, "乱码.nianbao"},
		{[]string{"show", "年度.nianbao"}, "去年"},
		{[]string{"show", "数组.nianbao"}, "数组.nianbao"},
		{[]string{"show", "数是表.nianbao"}, "numbers"},
		{[]string{"show", "文件夹.nianbao"}, "文件夹"},
		{[]string{"import", "空.docx", "-o", "出.nianbao"}, "空.docx"},
		{[]string{"import", "照片.docx", "-o", "出.nianbao"}, "照片.docx"},
		{[]string{"import", "坏.docx", "-o", "出.nianbao"}, "坏.docx"},
		{[]string{"import", "闲话.txt", "-o", "出.nianbao"}, "闲话.txt"},
		{[]string{"import", "示例.nianbao", "-o", "出.nianbao"}, "不用导入"},
		{[]string{"new", "--office", "\xff镇", "--year", "2026", "-o", "出.nianbao"}, "UTF-8"},
		{[]string{"export", "负数.nianbao", "--to", "txt", "-o", "出"}, "before"},
		{[]string{"show", "换\n行.nianbao"}, "换 行.nianbao"},
		{[]string{"new", "--office", " \n", "--year", "2026", "-o", "出.nianbao"}, "单位名称"},
		{[]string{"import", "-o", "出.nianbao"}, "用法"},
		{[]string{"import", "闲话.txt"}, "-o"},
		{[]string{"export", "示例.nianbao", "--to", "docx,wps"}, "wps"},
		{[]string{"export", "示例.nianbao"}, "--to"},
		{[]string{"export", "空.nianbao", "--to", "docx", "-o", "出"}, "空.nianbao"},
		{[]string{"new", "--office", "甲镇", "--year", "明年", "-o", "出.nianbao"}, "明年"},
		{[]string{"new", "--office", "甲镇", "--year", "2026", "--kind", "x", "-o", "出.nianbao"}, "x"},
		{[]string{"new", "--office", "甲镇", "--year", "2026", "-o", "示例.nianbao"}, "已经存在"},
		{[]string{"new", "--office", "甲镇", "--year", "2026", "-o", "没有/出.nianbao"}, "出.nianbao"},
		{[]string{"check", "示例.nianbao", "--nope"}, "--nope"},
		{[]string{"check", "示例.nianbao", "--last"}, "--last"},
		{[]string{"sumup"}, "sumup"},
		{[]string{"show"}, "用法"},
	} {
		status, out, errs := do(t, c.args...)
		if status != Wrong || !strings.Contains(errs, c.names) || strings.Count(errs, "\n") != 1 || out != "" {
			t.Errorf("%v: status %d, printed %q, said %q", c.args, status, out, errs)
		}
		for _, english := range []string{"error", "invalid", "unexpected", "panic", "EOF", "no such"} {
			if strings.Contains(errs, english) {
				t.Errorf("%v: a clerk cannot read %q", c.args, errs)
			}
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "出.nianbao")); err == nil {
		t.Error("a failed command left a file")
	}
	if got, _ := os.ReadFile("示例.nianbao"); !bytes.Equal(got, assets.Example) {
		t.Error("a failed command changed a file")
	}
}

// A character that cannot be printed is told, and one format that fails does not
// keep the others from being written.
func TestExportTellsWhatItCannotDo(t *testing.T) {
	folder(t)
	ok(t, "set", "示例.nianbao", "other=没有收取信息处理费😀。")
	if out := ok(t, "export", "示例.nianbao", "--to", "pdf,docx"); strings.Count(out, "😀") != 1 {
		t.Errorf("said %s", out)
	}
	if err := os.Mkdir("示例.html", 0o755); err != nil {
		t.Fatal(err)
	}
	status, out, errs := do(t, "export", "示例.nianbao", "--to", "html,txt")
	if status != Wrong || !strings.Contains(out, "示例.txt") || !strings.Contains(errs, "示例.html") {
		t.Errorf("status %d, %s, %s", status, out, errs)
	}
}

// One bad source among several does not keep the others from being read.
func TestImportOfSeveral(t *testing.T) {
	folder(t)
	ok(t, "export", "示例.nianbao", "--to", "txt,html")
	if err := os.WriteFile("坏.txt", nil, 0o644); err != nil {
		t.Fatal(err)
	}
	status, out, errs := do(t, "import", "示例.txt", "坏.txt", "--json", "-o", "出")
	if status != Wrong || strings.Count(out, "\n") != 1 || !strings.Contains(errs, "坏.txt") {
		t.Errorf("status %d, %s, %s", status, out, errs)
	}
	shownOf(t, filepath.Join("出", "示例.nianbao"))
}

func TestNumbersMayBeJSONNumbers(t *testing.T) {
	folder(t)
	content := `{"format":1,"edition":"2021","office":"甲镇","kind":"township","year":2024,"title":"t","numbers":{"requests/new/person":3,"disclosure/fees/amount":1.50,"requests/new/total":"9"},"texts":{}}`
	if err := os.WriteFile("数.nianbao", []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	s := shownOf(t, "数.nianbao")
	if s.Numbers["requests/new/person"] != "3" || s.Numbers["disclosure/fees/amount"] != "1.50" || s.Numbers["requests/new/total"] != "9" {
		t.Errorf("%v", s.Numbers)
	}
}

func TestFindingsStandOnALineEach(t *testing.T) {
	folder(t)
	ok(t, "set", "示例.nianbao", "disclosure/permits/decisions=3\n件多")
	_, out, _ := do(t, "check", "示例.nianbao")
	if !strings.HasPrefix(out, "示例.nianbao") || strings.Count(out, "\n") != 2 || !strings.Contains(out, "“3 件多”") {
		t.Errorf("printed %q", out)
	}
}

// full is an output that takes no more.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func TestWhatCannotBePrintedIsNotDone(t *testing.T) {
	folder(t)
	for _, args := range [][]string{
		{"help"},
		{"show", "示例.nianbao"},
		{"show", "示例.nianbao", "--json"},
		{"check", "示例.nianbao"},
		{"check", "示例.nianbao", "--json"},
	} {
		var errs bytes.Buffer
		if status := Run(args, full{}, &errs); status != Wrong || strings.Count(errs.String(), "\n") != 1 || strings.Contains(errs.String(), "space") {
			t.Errorf("%v: status %d, said %q", args, status, errs.String())
		}
	}
}

func TestCheckTellsOfTheDeadline(t *testing.T) {
	path := filepath.Join(t.TempDir(), "报告.nianbao")
	if err := os.WriteFile(path, assets.Example, 0o600); err != nil {
		t.Fatal(err)
	}
	before := today
	defer func() { today = before }()
	today = func() time.Time { return time.Date(2027, 1, 30, 9, 0, 0, 0, time.Local) }
	if out := ok(t, "check", path); !strings.Contains(out, "· 报告应当在2027年1月31日前公布，还有 1 天。") {
		t.Error(out)
	}
}
