package command_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/assets"
	"nianbao/ui/command"
)

// What `nianbao sum` says when it cannot do what is asked; nothing is written then.
func TestSumRefuses(t *testing.T) {
	dir := t.TempDir()
	put := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	report := put("甲.nianbao", string(assets.Example))
	empty := filepath.Join(dir, "空")
	if err := os.Mkdir(empty, 0o755); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "汇总.nianbao")
	for name, c := range map[string]struct {
		args []string
		says string
	}{
		"nothing to read":       {[]string{"-o", out}, "没有指定文件。"},
		"nowhere to write":      {[]string{report}, "缺少 -o。"},
		"no such folder":        {[]string{filepath.Join(dir, "没有"), "-o", out}, "“没有”找不到"},
		"an empty folder":       {[]string{empty, "-o", out}, "没有找到报告文件。"},
		"a format not written":  {[]string{report, "-o", filepath.Join(dir, "汇总.pdf")}, "不能把汇总写成“汇总.pdf”。"},
		"no year":               {[]string{report, "-o", out, "--year", "去年"}, "年度“去年”不对"},
		"a roll that is none":   {[]string{report, "-o", out, "--roll", put("坏.xlsx", "PK\x03\x04")}, "“坏.xlsx”"},
		"a roll with a slip":    {[]string{report, "-o", out, "--roll", put("错.txt", "甲镇\n甲镇人民政府\n")}, "“错.txt”不能当应报名单：名单里“甲镇”和“甲镇人民政府”"},
		"a file that is not it": {[]string{report, "-o", out, "--take", "乙.nianbao"}, "“乙.nianbao”不在读到的文件里"},
		"last year of another":  {[]string{report, "-o", out, "--last", put("乙.nianbao", string(assets.Example))}, "核对2026年度的"},
		"only what is broken":   {[]string{put("坏.nianbao", "{"), "-o", out}, "没有可以汇总的"},
	} {
		t.Run(name, func(t *testing.T) {
			var b, errs bytes.Buffer
			if status := command.Run(append([]string{"sum"}, c.args...), &b, &errs); status != command.Wrong || !strings.Contains(errs.String(), c.says) || strings.Count(errs.String(), "\n") != 1 {
				t.Errorf("status %d, says %q", status, errs.String())
			}
			if _, err := os.Stat(out); err == nil {
				t.Error("something is written")
			}
		})
	}
}

// A sum that somebody may have worked on is not written over; the same may be made again.
func TestSumKeepsWhatIsThere(t *testing.T) {
	dir := t.TempDir()
	report, out := filepath.Join(dir, "甲.nianbao"), filepath.Join(dir, "汇总.nianbao")
	if err := os.WriteFile(report, assets.Example, 0o644); err != nil {
		t.Fatal(err)
	}
	sum := func() (int, string) {
		var b, errs bytes.Buffer
		status := command.Run([]string{"sum", dir, "-o", out, "--office", "青原县人民政府"}, &b, &errs)
		return status, b.String() + errs.String()
	}
	for range 2 {
		if status, said := sum(); status != command.Fine || !strings.Contains(said, "计入汇总 1 份") {
			t.Fatalf("status %d: %s", status, said)
		}
	}
	var b, errs bytes.Buffer
	if status := command.Run([]string{"set", out, "overview/active=写了一段。"}, &b, &errs); status != command.Fine {
		t.Fatal(errs.String())
	}
	if status, said := sum(); status != command.Wrong || !strings.Contains(said, "已经存在，没有覆盖") {
		t.Errorf("status %d: %s", status, said)
	}
	if now, _ := os.ReadFile(out); !strings.Contains(string(now), "写了一段。") {
		t.Error("what was written is gone")
	}
}

// A sum that lies in the folder of the reports is not added up with them the next time.
func TestSumIsNotSummed(t *testing.T) {
	dir := t.TempDir()
	for name, changed := range map[string]*strings.Replacer{
		"甲": strings.NewReplacer(), "乙": strings.NewReplacer("白杨镇人民政府", "青杨镇人民政府", `"requests/new/person": "3"`, `"requests/new/person": "4"`),
		"去年甲": strings.NewReplacer(`"year": 2026`, `"year": 2025`), "去年乙": strings.NewReplacer("白杨镇人民政府", "青杨镇人民政府", `"year": 2026`, `"year": 2025`),
	} {
		if err := os.WriteFile(filepath.Join(dir, name+".nianbao"), []byte(changed.Replace(string(assets.Example))), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, out := range []string{filepath.Join(dir, "写出") + "/", filepath.Join(t.TempDir(), "汇总.nianbao")} {
		var b, errs bytes.Buffer
		if status := command.Run([]string{"sum", dir, "-o", out, "--office", "青原县人民政府"}, &b, &errs); status != command.Findings || !strings.Contains(b.String(), "读了 4 个文件，计入汇总 1 份") {
			t.Errorf("status %d: %s%s", status, b.String(), errs.String())
		}
	}
	for _, name := range []string{"退回修改", "历年变化.docx"} { // the test is of these, too
		if _, err := os.Stat(filepath.Join(dir, "写出", name)); err != nil {
			t.Error(err)
		}
	}
}

// A sum of nothing says so in one sentence, and not cell by cell.
func TestSumOfNothing(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{"甲.nianbao": string(assets.Example), "乙.nianbao": strings.Replace(string(assets.Example), "白杨镇人民政府", "白杨镇政府", 1)} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var b, errs bytes.Buffer
	status := command.Run([]string{"sum", dir, "-o", filepath.Join(t.TempDir(), "数据.csv")}, &b, &errs)
	if said := b.String(); status != command.Findings || !strings.Contains(said, "没有一份报告计入，汇总是空的。") || strings.Contains(said, "还没有填") {
		t.Errorf("status %d: %s%s", status, said, errs.String())
	}
}
