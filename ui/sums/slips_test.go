package sums_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/model"
	"nianbao/ui/sums"
)

// slipsIn lists the files of a folder and of that for what no longer holds.
func slipsIn(t *testing.T, folder string) string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			name, _ := filepath.Rel(folder, path)
			out = append(out, strings.ReplaceAll(filepath.ToSlash(name), "退回修改通知单", "～"))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(out, " ")
}

// In the folder stand the slips that hold now. One that was there before and no longer holds,
// and one that somebody has worked on, are laid aside, none is lost; other files stay.
func TestSlipsAreThoseOfNow(t *testing.T) {
	wrong, worse := model.Change{At: newRequests, New: "77"}, model.Change{At: newRequests, New: "78"}
	path := filepath.Join(t.TempDir(), "退回修改")
	var output sums.Output
	for _, o := range sums.Outputs {
		if o.Name == "退回修改/" {
			output = o
		}
	}
	write := func(files map[string]*model.Report, want string) {
		t.Helper()
		n, err := output.Write(work(t, nil, files), path)
		if err != nil {
			t.Fatal(err)
		}
		if n != strings.Count(want, "～")-strings.Count(want, "以前的/") {
			t.Errorf("%d slips are told", n)
		}
		if n == 0 && want == "" {
			if _, err := os.Stat(path); err == nil {
				t.Error("a folder is made for nothing")
			}
			return
		}
		if got := slipsIn(t, path); got != want {
			t.Errorf("there are %s, want %s", got, want)
		}
	}
	right := report(t, "甲镇人民政府", 2026)
	write(map[string]*model.Report{"甲": right}, "")
	both := map[string]*model.Report{"甲": report(t, "甲镇人民政府", 2026, wrong), "乙": report(t, "乙镇人民政府", 2026, wrong)}
	write(both, "乙镇人民政府～.docx 甲镇人民政府～.docx")
	write(both, "乙镇人民政府～.docx 甲镇人民政府～.docx") // the same again is the same
	if err := os.WriteFile(filepath.Join(path, "说明.docx"), []byte("一份别的文件"), 0o644); err != nil {
		t.Fatal(err)
	}
	edited := filepath.Join(path, "甲镇人民政府退回修改通知单.docx")
	if err := os.WriteFile(edited, []byte("有人改过"), 0o644); err != nil {
		t.Fatal(err)
	}
	write(both, "乙镇人民政府～.docx 以前的/甲镇人民政府～.docx 甲镇人民政府～.docx 说明.docx")
	if got, _ := os.ReadFile(filepath.Join(path, "以前的", "甲镇人民政府退回修改通知单.docx")); string(got) != "有人改过" {
		t.Errorf("what somebody wrote is %q", got)
	}
	both["甲"], both["乙"] = right, report(t, "乙镇人民政府", 2026, worse)
	write(both, "乙镇人民政府～.docx 以前的/乙镇人民政府～.docx 以前的/甲镇人民政府～.docx 以前的/甲镇人民政府～（2）.docx 说明.docx")
	both["乙"] = report(t, "乙镇人民政府", 2026)
	write(both, "以前的/乙镇人民政府～.docx 以前的/乙镇人民政府～（2）.docx 以前的/甲镇人民政府～.docx 以前的/甲镇人民政府～（2）.docx 说明.docx")
}
