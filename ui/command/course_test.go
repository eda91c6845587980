package command

import (
	"os"
	"strings"
	"testing"
)

func TestCourse(t *testing.T) {
	folder(t)
	ok(t, "new", "--office", "白杨镇人民政府", "--year", "2024", "-o", "2024.nianbao")
	ok(t, "set", "2024.nianbao", "disclosure/permits/decisions=12")
	out := ok(t, "course", "示例.nianbao", "2024.nianbao", "--to", "pdf,ofd,docx,html,txt", "-o", "图")
	for _, ending := range []string{"pdf", "ofd", "docx", "html", "txt"} {
		name := "图/示例-历年变化." + ending
		if b, err := os.ReadFile(name); err != nil || len(b) < 500 || !strings.Contains(out, name) {
			t.Errorf("%s: %d bytes, %v; it says %s", name, len(b), err, out)
		}
	}
	text, err := os.ReadFile("图/示例-历年变化.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"2024年的报告没有填全“本年新收”", "图1　政府信息公开申请的收到和办结", "│2024年│      12│"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("it does not say %s:\n%s", want, text)
		}
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"course", "--to", "pdf"}, "没有指定文件"},
		{[]string{"course", "示例.nianbao"}, "--to"},
		{[]string{"course", "示例.nianbao", "--to", "xlsx"}, "xlsx"},
		{[]string{"course", "示例.nianbao", "没有.nianbao", "--to", "pdf"}, "没有.nianbao"},
	} {
		if status, _, errs := do(t, c.args...); status != Wrong || !strings.Contains(errs, c.want) {
			t.Errorf("%v: status %d, %s", c.args, status, errs)
		}
	}
}
