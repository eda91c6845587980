package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nianbao/model"
	"nianbao/model/store"
)

// No test depends on the settings of the user who runs it.
func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "nianbao")
	if err != nil {
		panic(err)
	}
	for _, name := range []string{"XDG_CONFIG_HOME", "HOME", "AppData"} {
		os.Setenv(name, dir)
	}
	status := m.Run()
	os.RemoveAll(dir)
	os.Exit(status)
}

// Settings that are named count, else the user's own.
func TestCheckWithSettings(t *testing.T) {
	folder(t)
	ok(t, "set", "示例.nianbao", "overview/platform=本单位由村委公布事项。")
	write := func(path, content string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("县里的.json", `{"format":1,"words":[{"word":"村委","instead":"村民委员会"}]}`)
	rules := func(args ...string) (out []string) {
		t.Helper()
		c, _ := checkedOf(t, args...)
		for _, f := range c.Findings {
			out = append(out, f.Rule)
		}
		return out
	}
	if got := rules("示例.nianbao"); strings.Contains(strings.Join(got, " "), "office-words") {
		t.Errorf("without settings: %v", got)
	}
	if got := rules("示例.nianbao", "--settings", "县里的.json"); !strings.Contains(strings.Join(got, " "), "office-words") {
		t.Errorf("with settings: %v", got)
	}
	own, err := store.SettingsPath()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Remove(own) })
	if err := store.SaveSettings(own, &model.Settings{Words: []model.Word{{Word: "村委"}}}); err != nil {
		t.Fatal(err)
	}
	if got := rules("示例.nianbao"); !strings.Contains(strings.Join(got, " "), "office-words") {
		t.Errorf("with the user's own: %v", got)
	}
	// A slip of the pen in them is not passed over: less would be checked than is thought.
	write(own, `{"format":1,"wrods":[]}`)
	for _, args := range [][]string{{"check", "示例.nianbao"}, {"export", "示例.nianbao", "--to", "pdf", "--record"}, {"check", "示例.nianbao", "--settings", "没有.json"}} {
		if status, _, errs := do(t, args...); status != Wrong || !strings.Contains(errs, ".json”") || strings.Count(errs, "\n") != 1 {
			t.Errorf("%v: status %d, %q", args, status, errs)
		}
	}
}

// The record lies beside what is exported, in the formats that can hold it.
func TestExportRecord(t *testing.T) {
	dir := folder(t)
	old := today
	t.Cleanup(func() { today = old })
	today = func() time.Time { return time.Date(2027, 1, 8, 9, 0, 0, 0, time.Local) }
	ok(t, "set", "示例.nianbao", "requests/new/person=9")
	ok(t, "export", "示例.nianbao", "--to", "txt,html,xlsx", "--record", "-o", "出")
	for _, name := range []string{"示例.txt", "示例.html", "示例.xlsx", "示例-核对记录.txt", "示例-核对记录.html"} {
		if _, err := os.Stat(filepath.Join(dir, "出", name)); err != nil {
			t.Error(err)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "出", "示例-核对记录.xlsx")); err == nil {
		t.Error("a record was written as a workbook")
	}
	text, err := os.ReadFile(filepath.Join(dir, "出", "示例-核对记录.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"核对日期为2027年1月8日", "报告不能定稿", "没有载入去年的报告"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the record does not say %q", want)
		}
	}
	ok(t, "export", "示例.nianbao", "--to", "xlsx", "--record", "-o", "表")
	if _, err := os.Stat(filepath.Join(dir, "表", "示例-核对记录.pdf")); err != nil {
		t.Error(err)
	}
	for _, args := range [][]string{
		{"export", "示例.nianbao", "--to", "txt", "--last", "示例.nianbao"},
		{"export", "示例.nianbao", "--to", "txt", "--record", "--last", "示例.nianbao", "-o", "三"},
	} {
		if status, _, errs := do(t, args...); status != Wrong || strings.Count(errs, "\n") != 1 {
			t.Errorf("%v: status %d, %q", args, status, errs)
		}
	}
}
