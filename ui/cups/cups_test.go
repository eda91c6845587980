//go:build !windows

package cups

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/model"
)

// system puts commands of a printing system before all others: scripts for a shell, by their
// names. $said is a file that a script can write to.
func system(t *testing.T, scripts map[string]string) (said func() string) {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "said")
	for name, script := range scripts {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("said", file)
	t.Setenv("PATH", dir+string(os.PathListSeparator)+"/usr/bin:/bin")
	return func() string {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
}

// lpstat answers by its first argument.
func lpstat(list, preset, runs string) string {
	return fmt.Sprintf("case $1 in -e) printf '%%s' '%s' ;; -d) echo '%s' ;; -r) echo '%s' ;; esac", list, preset, runs)
}

func TestPrinters(t *testing.T) {
	for _, c := range []struct {
		name, list, preset string
		want               []string
	}{
		{"the default first", "甲\nHP_LaserJet\n乙\n", "system default destination: 乙", []string{"乙", "甲", "HP_LaserJet"}},
		{"none is the default", "甲\n乙\n", "no system default destination", []string{"甲", "乙"}},
		{"in Chinese", "甲\n乙\n", "系统默认目标：乙", []string{"乙", "甲"}},
		{"no default, in Chinese", "目标\n乙\n", "无系统默认目标", []string{"目标", "乙"}},
		{"odd names", "-odd\n=odd\na-1.b_c@x\no(d)$HOME;ls\n二楼/双面\n", "system default destination: =odd", []string{"=odd", "-odd", "a-1.b_c@x", "o(d)$HOME;ls", "二楼/双面"}},
		{"one name is the end of another", "laser\ncolour-laser\n", "system default destination: colour-laser", []string{"colour-laser", "laser"}},
		{"a default that is gone", "甲\n", "lpstat: error - PRINTER environment variable names non-existent destination \"nope\".", []string{"甲"}},
		{"no end of line, a warning between", "甲\nlpstat: some warning\n\n乙", "", []string{"甲", "乙"}},
	} {
		system(t, map[string]string{"lpstat": lpstat(c.list, c.preset, "scheduler is running")})
		if got, err := (Commands{}).Printers(); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, %v", c.name, got, err)
		}
	}
}

// The language and the characters are the same whatever the clerk's are.
func TestLanguage(t *testing.T) {
	t.Setenv("LC_ALL", "zh_CN.GB18030")
	t.Setenv("LANGUAGE", "zh_CN")
	said := system(t, map[string]string{"lpstat": `echo "$LC_ALL,$LANGUAGE" >>"$said"; echo 甲`})
	if _, err := (Commands{}).Printers(); err != nil {
		t.Fatal(err)
	}
	if got := said(); got != "C.UTF-8,\nC.UTF-8,\n" {
		t.Errorf("asked in %q", got)
	}
}

func TestNoPrinters(t *testing.T) {
	for _, c := range []struct {
		name    string
		scripts map[string]string
		says    string
	}{
		{"no printing system", nil, "没有装打印系统"},
		{"its service is off", map[string]string{"lpstat": lpstat("", "no system default destination", "scheduler is not running")}, "没有运行"},
		{"no printer", map[string]string{"lpstat": lpstat("", "no system default destination", "scheduler is running")}, "还没有添加打印机"},
		{"it fails", map[string]string{"lpstat": "echo 'lpstat: Something else.' >&2; exit 1"}, "“Something else.”"},
	} {
		system(t, c.scripts)
		if c.scripts == nil {
			t.Setenv("PATH", t.TempDir())
		}
		if names, err := (Commands{}).Printers(); names != nil || err == nil || !strings.Contains(model.Sentence(err), c.says) {
			t.Errorf("%s: %q, %v", c.name, names, err)
		}
	}
}

func TestSend(t *testing.T) {
	const path = "/tmp/年 报/-报告'$(x)\".pdf"
	for _, c := range []struct {
		job  Job
		want []string
	}{
		{Job{"二楼", 1, "", OneSided, "白杨镇 报告（草稿）"}, []string{"-d", "二楼", "-n", "1", "-o", "sides=one-sided", "-o", "media=A4", "-t", "白杨镇 报告（草稿）", "--", path}},
		{Job{"-odd", 20, "1-3,5", ShortEdge, "-t"}, []string{"-d", "-odd", "-n", "20", "-P", "1-3,5", "-o", "sides=two-sided-short-edge", "-o", "media=A4", "-t", "-t", "--", path}},
		{Job{"x;touch>y", 2, "2", LongEdge, "$(reboot)`x`"}, []string{"-d", "x;touch>y", "-n", "2", "-P", "2", "-o", "sides=two-sided-long-edge", "-o", "media=A4", "-t", "$(reboot)`x`", "--", path}},
	} {
		said := system(t, map[string]string{"lp": `for a; do printf '%s\n' "$a"; done >"$said"; echo "request id is $2-12 (1 file(s))"`})
		n, err := Commands{}.Send(c.job, path)
		if err != nil || n != 12 {
			t.Errorf("%v: job %d, %v", c.job, n, err)
		}
		if got := strings.Split(strings.TrimSuffix(said(), "\n"), "\n"); !slices.Equal(got, c.want) {
			t.Errorf("lp got %q", got)
		}
	}
}

func TestNumbered(t *testing.T) {
	for _, c := range []struct {
		out, printer string
		want         int
	}{
		{"request id is test-7 (1 file(s))\n", "test", 7},
		{"request id is test-7-31 (1 file(s))\n", "test-7", 31},
		{"请求 ID 为 二楼-5 (1 个文件)\n", "二楼", 5},
		{"request id is 二楼-6 (1 file(s))\n", "二楼/双面", 6},
		{"request id is other-7 (1 file(s))\n", "test", 0},
		{"", "test", 0},
	} {
		if got := numbered(c.out, c.printer); got != c.want {
			t.Errorf("%q: %d, want %d", c.out, got, c.want)
		}
	}
}

// What printers refuse is told in a sentence, with what to do.
func TestRefused(t *testing.T) {
	for _, c := range []struct{ said, runs, says string }{
		{`lp: Destination "二楼" is not accepting jobs.`, "scheduler is running", "现在不收文件"},
		{"lp: Error - The printer or class does not exist.", "scheduler is running", "找不到打印机“二楼”"},
		{"lp: Error - The printer or class does not exist.", "scheduler is not running", "没有运行"},
		{"lp: Quota limit reached.", "scheduler is running", "限额"},
		{"lp: Not allowed to print.", "scheduler is running", "不让您用"},
		{"lp: Unauthorized", "scheduler is running", "不让您用"},
		{"lp: Bad file descriptor", "scheduler is not running", "没有运行"},
		{"warning\nlp: Error - Whatever else.", "scheduler is running", "系统的原话是“Whatever else.”"},
		{"", "scheduler is running", "没有收下文件"},
	} {
		system(t, map[string]string{"lp": "printf '%s\n' '" + c.said + "' >&2; exit 1", "lpstat": lpstat("", "", c.runs)})
		n, err := Commands{}.Send(Job{Printer: "二楼", Copies: 1, Sides: OneSided}, "/x.pdf")
		if err == nil || n != 0 || !strings.Contains(model.Sentence(err), c.says) {
			t.Errorf("%q: job %d, %v", c.said, n, err)
		}
	}
	system(t, map[string]string{"lp": "echo done"})
	if _, err := (Commands{}).Send(Job{Printer: "二楼", Copies: 1}, "/x.pdf"); err == nil || !strings.Contains(model.Sentence(err), "不知道任务的号码") {
		t.Errorf("without a number: %v", err)
	}
}

// What lpstat says of a job and its printer, as CUPS 2.4 prints it.
func TestLook(t *testing.T) {
	const jobs = "%E4%BA%8C%E6%A5%BC-12 root            258048   Mon Nov 23 01:47:08 2026\n" +
		"test-3                  root            258048   Mon Nov 23 01:47:08 2026\n"
	const past = "test-4                  root            258048   Mon Nov 23 01:48:12 2026\n\tStatus: The printer is in use.\n\tAlerts: job-canceled-by-user\n\tqueued for test\n" +
		"test-2                  root            258048   Mon Nov 23 01:47:08 2026\n\tStatus: \n\tAlerts: processing-to-stop-point\n\tqueued for test\n" +
		"test-5                  root              3072   Mon Nov 23 01:48:12 2026\n\tStatus: \n\tAlerts: job-aborted-by-system\n\tqueued for test\n"
	const rest = "\tForm mounted:\n\tContent types: any\n\tDescription: %s\n\tAlerts: %s\n\tLocation: \n"
	of := func(sentence, words, alerts string) string {
		if words != "" {
			words = "\t" + words + "\n"
		}
		return "printer 二楼 " + sentence + "Mon Nov 23 01:47:07 2026\n" + words + fmt.Sprintf(rest, "disabled ", alerts)
	}
	for _, c := range []struct {
		name    string
		job     int
		printer string
		want    State
	}{
		{"cancelled", 4, "", State{Dropped: true}},
		{"given up", 5, "", State{Dropped: true}},
		{"printing", 12, of("now printing 二楼-12.  enabled since ", "", "none"), State{Waits: true}},
		{"printing, and it says so", 12, of("now printing 二楼-12.  enabled since ", "Copying print data.", "none"), State{Waits: true}},
		{"done", 2, of("is idle.  enabled since ", "", "none"), State{}},
		{"stopped for a reason", 12, of("disabled since ", "正在换墨盒", "paused"), State{Waits: true, Stopped: true, Why: "正在换墨盒"}},
		{"stopped", 12, of("disabled since ", "Paused", "paused"), State{Waits: true, Stopped: true}},
		{"stopped, no words", 12, of("disabled since ", "", "paused"), State{Waits: true, Stopped: true}},
		{"not there", 12, of("now printing 二楼-12.  enabled since ", "The printer may not exist or is unavailable at this time.", "none"), State{Waits: true, Why: "连不上，可能没有开机"}},
		{"no paper", 12, of("now printing 二楼-12.  enabled since ", "Load paper.", "media-empty-error toner-low"), State{Waits: true, Why: "没有纸了"}},
		{"no toner, and stopped", 12, of("disabled since ", "Replace.", "toner-empty"), State{Waits: true, Stopped: true, Why: "没有墨粉了"}},
	} {
		system(t, map[string]string{"lpstat": "case $1$2 in -Wnot-completed) cat <<'E'\n" + jobs + "E\n;; -l-W) cat <<'E'\n" + past + "E\n;; -l-p) cat <<'E'\n" + c.printer + "E\n;; esac"})
		if got, err := (Commands{}).Look("二楼/双面", c.job); err != nil || got != c.want {
			t.Errorf("%s: %+v, %v", c.name, got, err)
		}
	}
	system(t, map[string]string{"lpstat": "exit 1"})
	if _, err := (Commands{}).Look("二楼", 12); err == nil {
		t.Error("a failing lpstat knows what became of a job")
	}
}

func TestCancel(t *testing.T) {
	said := system(t, map[string]string{"cancel": `echo "$@" >"$said"`})
	if err := (Commands{}).Cancel("二楼/双面", 12); err != nil || said() != "二楼-12\n" {
		t.Errorf("cancelled %q, %v", said(), err)
	}
	system(t, map[string]string{"cancel": "echo 'cancel: cancel-job failed: Job #12 is already completed' >&2; exit 1"})
	if err := (Commands{}).Cancel("二楼", 12); err == nil || !strings.Contains(model.Sentence(err), "没有撤回") {
		t.Errorf("error %v", err)
	}
}
