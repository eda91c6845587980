package collect_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"nianbao/assets"
	"nianbao/model"
	"nianbao/model/collect"
	"nianbao/model/district"
	"nianbao/model/sample"
)

// tree writes files below a folder.
func tree(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(content), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// What is looked for in a folder, and what is passed over.
func TestFind(t *testing.T) {
	dir := tree(t, map[string]string{
		"甲镇/2026.nianbao": "x", "乙镇/年报.DOCX": "x", "乙镇/~$年报.docx": "x", "名单.xlsx": "x", "全县.csv": "x", "数据.csv": "x",
		"乙镇/照片.jpg": "x", "汇总.nianbao": "x", "乙镇/汇总.xlsx": "x", "退回修改/乙镇退回修改通知单.docx": "x", "退回修改/以前的/乙镇退回修改通知单（2）.docx": "x", "退回修改/乙镇改后.docx": "x", "历年变化/甲镇2024.docx": "x", "历年变化.docx": "x", ".backup/2026.nianbao": "x", "丙镇/.nianbao-1a2b-pc-1-1": "x",
	})
	if err := os.Symlink(filepath.Join(dir, "甲镇"), filepath.Join(dir, "又一个")); err != nil {
		t.Fatal(err)
	}
	found, err := collect.Find(t.Context(), []string{dir, filepath.Join(dir, "甲镇", "2026.nianbao"), filepath.Join(dir, "乙镇", "照片.jpg")}, filepath.Join(dir, "名单.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range found.Files {
		names = append(names, f.Name)
	}
	slices.Sort(names)
	if got, want := strings.Join(names, " "), "乙镇/年报.DOCX 全县.csv 历年变化/甲镇2024.docx 甲镇/2026.nianbao 退回修改/乙镇改后.docx"; got != want {
		t.Errorf("found %s, want %s", got, want)
	}
	slices.Sort(found.Made)
	if got := strings.Join(found.Made, " "); got != "乙镇/汇总.xlsx 历年变化.docx 数据.csv 汇总.nianbao 退回修改/乙镇退回修改通知单.docx 退回修改/以前的/乙镇退回修改通知单（2）.docx" {
		t.Errorf("of what a sum makes, found are %s", got)
	}
	slices.Sort(found.Others)
	if got := strings.Join(found.Others, " "); got != "乙镇/照片.jpg 又一个" {
		t.Errorf("others are %s", got)
	}
	if _, err := collect.Find(t.Context(), []string{filepath.Join(dir, "没有")}); err == nil || !strings.Contains(err.Error(), "找不到") {
		t.Errorf("a folder that is not there: %v", err)
	}
	twice, err := collect.Find(t.Context(), []string{filepath.Join(dir, "甲镇"), filepath.Join(tree(t, map[string]string{"2026.nianbao": "y"}))})
	if err != nil || len(twice.Files) != 2 || twice.Files[0].Name == twice.Files[1].Name {
		t.Errorf("files of one name in two folders are %v, %v", twice, err)
	}
}

// Each file gives a return, whatever it is, and progress is counted.
func TestRead(t *testing.T) {
	files := map[string]string{"空.nianbao": "", "坏.docx": "PK\x03\x04", "乱.txt": "\x00\x01\x02", "半.nianbao": string(assets.Example[:200]), "表.csv": "office\n"}
	for i := range 30 {
		files[fmt.Sprintf("%02d.nianbao", i)] = string(assets.Example)
	}
	dir := tree(t, files)
	found, err := collect.Find(t.Context(), []string{dir})
	if err != nil {
		t.Fatal(err)
	}
	reader := collect.Reader{Editions: sample.Editions(t)}
	got := map[string]*district.Return{}
	last := 0
	err = reader.Read(t.Context(), found.Files, func(returns []*district.Return, p collect.Progress) {
		if p.Done != last+1 || p.All != len(files) {
			t.Errorf("progress is %+v after %d", p, last)
		}
		last = p.Done
		for _, r := range returns {
			got[r.File] = r
		}
	})
	if err != nil || len(got) != len(files) {
		t.Fatalf("%d returns, %v", len(got), err)
	}
	for name, r := range got {
		if good := files[name] == string(assets.Example); good != (r.Fault == "") {
			t.Errorf("%s: %q", name, r.Fault)
		} else if !good && (!strings.HasPrefix(r.Fault, "“"+name+"”") || !strings.HasSuffix(r.Fault, "。")) {
			t.Errorf("%s: %q is no sentence about it", name, r.Fault)
		}
	}
	if n := got["00.nianbao"].Number("requests/new/person"); n.String() != "3" {
		t.Errorf("the number is %s", n)
	}
}

// Reading that is cancelled ends soon, and what was read stays.
func TestCancel(t *testing.T) {
	files := map[string]string{}
	for i := range 200 {
		files[fmt.Sprintf("%03d.nianbao", i)] = string(assets.Example)
	}
	found, err := collect.Find(t.Context(), []string{tree(t, files)})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	n := 0
	reader := collect.Reader{Editions: sample.Editions(t)}
	err = reader.Read(ctx, found.Files, func([]*district.Return, collect.Progress) {
		if n++; n == 10 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || n != 10 {
		t.Errorf("%d were read, %v", n, err)
	}
}

// A fault of the program in one file's check is told of that file, and the others are read.
func TestPanic(t *testing.T) {
	found, err := collect.Find(t.Context(), []string{tree(t, map[string]string{"a.nianbao": string(assets.Example), "b.nianbao": string(assets.Example)})})
	if err != nil {
		t.Fatal(err)
	}
	first := make(chan bool, 1)
	first <- true
	reader := collect.Reader{Editions: sample.Editions(t), Desk: func(string) model.Desk {
		select {
		case <-first:
			panic("boom")
		default:
			return model.Desk{}
		}
	}}
	faults := 0
	if err := reader.Read(t.Context(), found.Files, func(returns []*district.Return, _ collect.Progress) {
		if f := returns[0].Fault; f != "" {
			faults++
			if strings.Contains(f, "boom") {
				t.Errorf("a clerk reads %q", f)
			}
		}
	}); err != nil || faults != 1 {
		t.Errorf("%d faults, %v", faults, err)
	}
}

// How long it will still take.
func TestLeft(t *testing.T) {
	began := time.Unix(0, 0)
	for _, c := range []struct {
		done, all int
		gone      time.Duration
		want      time.Duration
	}{
		{0, 100, 5 * time.Second, 0},
		{1, 100, time.Millisecond, 0},
		{50, 100, 10 * time.Second, 10 * time.Second},
		{100, 100, 10 * time.Second, 0},
	} {
		if got := (collect.Progress{Done: c.done, All: c.all, Began: began}).Left(began.Add(c.gone)); got != c.want {
			t.Errorf("%d of %d after %s: %s, want %s", c.done, c.all, c.gone, got, c.want)
		}
	}
}

// Rolls in files of every kind.
func TestRoll(t *testing.T) {
	dir := tree(t, map[string]string{
		"名单.txt":     "\ufeff单位名称\t别名\r\n白杨镇人民政府\t白杨镇\r\n柳河街道办事处\t\r\n",
		"名单.csv":     "单位名称,别名\n白杨镇人民政府,白杨镇\n柳河街道办事处,\n",
		"图.txt":      "\x00\x01\x02\x03",
		"空.txt":      "\n",
		"报告.nianbao": string(assets.Example),
	})
	for _, name := range []string{"名单.txt", "名单.csv"} {
		roll, err := collect.Roll(filepath.Join(dir, name))
		if err != nil || len(roll.Members) != 2 {
			t.Errorf("%s: %+v, %v", name, roll, err)
		} else if i, ok := roll.Find("白杨镇"); !ok || i != 0 {
			t.Errorf("%s: nobody is called so", name)
		}
	}
	for name, want := range map[string]string{
		"图.txt":  "“图.txt”不是能识别的文本，请另存为文本文件或者表格（.xlsx）。",
		"空.txt":  "“空.txt”不能当应报名单：名单第 1 行起没有单位名称。名单一行写一个单位，或者是有“单位名称”一列的表。",
		"没有.txt": "“没有.txt”不存在，可能已被移走或改名，请重新选择。",
	} {
		if _, err := collect.Roll(filepath.Join(dir, name)); err == nil || model.Sentence(err) != want {
			t.Errorf("%s: %v", name, err)
		}
	}
}
