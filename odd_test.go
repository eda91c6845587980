//go:build linux

package main

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Characters that no format may hold, or that nobody sees, are told of by the check and
// break no export: each is sound, and is read again with every character that one sees.
func TestOddCharacters(t *testing.T) {
	p := build(t)
	dir := t.TempDir()
	report := filepath.Join(dir, "报告.nianbao")
	content := `{"format":1,"edition":"2021","office":"青禾镇\u0000人民\u202e政府","kind":"township","year":2026,"title":"青禾镇人民政府2026年政府信息公开工作年度报告\ufffe",` +
		`"texts":{"overview/active":"全年\u0001公开\u001b[2J信息\u202e12\u202c条，\ufffe\uffff其中\u200b公告\ud800三条\u007f\u009b。]]>&<!--\u2028葛\udb40\udd00某"},"numbers":{"requests/new/person":"\u202e12\u0000"}}`
	if err := os.WriteFile(report, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	run := func(want int, args ...string) string {
		t.Helper()
		cmd := exec.Command(p.path, args...)
		cmd.Env = []string{"HOME=" + dir}
		out, err := cmd.CombinedOutput()
		var status *exec.ExitError
		if err != nil && !errors.As(err, &status) || cmd.ProcessState.ExitCode() != want {
			t.Fatalf("%v: %v: %s", args, err, out)
		}
		return string(out)
	}
	checked := run(1, "check", report)
	for _, s := range []string{"看不见的方向控制符", "看不见的字符（零宽字符、控制字符等）", "读不出来的字符（显示成方框或者问号）"} {
		if !strings.Contains(checked, s) {
			t.Errorf("the check does not tell %q", s)
		}
	}
	run(0, "export", report, "--to", "docx,xlsx,pdf,ofd,html,txt", "--record", "-o", dir)
	for _, ending := range []string{"docx", "xlsx", "ofd", "html", "txt"} {
		name := "报告." + ending
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		for part, content := range unpacked(t, name, data) {
			if strings.HasSuffix(part, ".xml") || strings.HasSuffix(part, ".rels") {
				d := xml.NewDecoder(strings.NewReader(string(content)))
				for err = nil; err == nil; {
					_, err = d.Token()
				}
				if err != io.EOF {
					t.Errorf("%s: %s: %v", name, part, err)
				}
			}
		}
		if ending == "ofd" {
			continue // it is not read again
		}
		again := filepath.Join(dir, ending+".nianbao")
		run(0, "import", filepath.Join(dir, name), "-o", again)
		shown := strings.NewReplacer("�", "", "\u200b", "", "\n", "", " ", "").Replace(run(0, "show", again))
		for _, s := range []string{"青禾镇人民政府", "全年公开[2J信息12条，其中公告三条。]]>&<!--葛\U000e0100某"} {
			if !strings.Contains(shown, s) {
				t.Errorf("%s: %q is lost: %s", name, s, shown)
			}
		}
	}
}
