//go:build linux

package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"nianbao/assets"
	"nianbao/model/hostile"
	"nianbao/ui/command"
)

// What a file from outside may cost at the most.
const (
	mostTime   = 2 * time.Second // of the processor
	mostMemory = 200 << 20
)

// TestMain also writes the hostile files, in a process of its own: on Linux a process
// passes its own peak of memory on to those that it starts, and so must stay small. And it
// takes away the program that the tests have built.
func TestMain(m *testing.M) {
	if dir := os.Getenv("WRITE_HOSTILE_FILES"); dir != "" {
		for _, f := range slices.Concat(hostile.Reports(), hostile.Settings(), hostile.Foreign()) {
			if err := os.WriteFile(filepath.Join(dir, f.Name), f.Make(), 0o600); err != nil {
				panic(err)
			}
		}
		os.Exit(0)
	}
	status := m.Run()
	if built != "" {
		os.RemoveAll(built)
	}
	os.Exit(status)
}

// Hostile files are opened by the program itself: each is read, or is refused in one
// sentence, at a bounded cost, and nothing else happens.
func TestHostile(t *testing.T) {
	p := build(t)
	files := t.TempDir()
	write := exec.Command(os.Args[0])
	write.Env = append(os.Environ(), "WRITE_HOSTILE_FILES="+files)
	if out, err := write.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	example := filepath.Join(files, "示例.nianbao")
	if err := os.WriteFile(example, assets.Example, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, f := range hostile.Reports() {
		p.opens(t, f, "show", filepath.Join(files, f.Name))
	}
	for _, f := range hostile.Settings() {
		p.opens(t, f, "check", example, "--settings", filepath.Join(files, f.Name))
	}
	for _, f := range hostile.Foreign() {
		path, draft := filepath.Join(files, f.Name), filepath.Join(t.TempDir(), "读入.nianbao")
		p.opens(t, f, "import", path, "-o", draft)
		if f.Says == "" { // what was let in can be opened again
			p.opens(t, f, "show", draft)
		}
	}
	if n := p.seen; n < 60 {
		t.Errorf("only %d files", n)
	}
	t.Logf("most: %.2f s, %d MB, of which this process passes on up to %d MB", p.time.Seconds(), p.memory>>20, peak(t)>>20)
}

// What is no file is not waited for.
func TestNoFile(t *testing.T) {
	p := build(t)
	dir := t.TempDir()
	for _, ending := range []string{".nianbao", ".docx", ".xlsx", ".doc", ".txt", ""} {
		pipe, loop, folder := filepath.Join(dir, "管道"+ending), filepath.Join(dir, "环"+ending), filepath.Join(dir, "夹"+ending)
		if err := errors.Join(syscall.Mkfifo(pipe, 0o600), os.Symlink(loop, loop), os.Mkdir(folder, 0o700)); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink("/dev/zero", filepath.Join(dir, "零"+ending)); err != nil {
			t.Fatal(err)
		}
		noFile, noFolder, endless, absent := "不是普通文件，请选择一份报告文件。", "是一个文件夹，请选择里面的报告文件。", "读不出来，请检查磁盘或优盘后再试。", "不存在，可能已被移走或改名，请重新选择。"
		p.opens(t, hostile.File{Name: "管道" + ending, What: "管道", Says: noFile}, "import", pipe, "-o", filepath.Join(dir, "x"))
		p.opens(t, hostile.File{Name: "零" + ending, What: "设备 /dev/zero", Says: noFile}, "import", filepath.Join(dir, "零"+ending), "-o", filepath.Join(dir, "x"))
		p.opens(t, hostile.File{Name: "环" + ending, What: "指向自己的链接", Says: endless}, "import", loop, "-o", filepath.Join(dir, "x"))
		p.opens(t, hostile.File{Name: "夹" + ending, What: "文件夹", Says: noFolder}, "import", folder, "-o", filepath.Join(dir, "x"))
		p.opens(t, hostile.File{Name: "无" + ending, What: "不存在", Says: absent}, "import", filepath.Join(dir, "无"+ending), "-o", filepath.Join(dir, "x"))
		if ending == ".nianbao" || ending == "" {
			noFile, noFolder, endless, absent = "不是普通文件。请换一个文件，或者换一个位置。", "是一个文件夹，不是文件。请选择文件夹里的文件。", "读写时出错。请换一个位置再试；如果一再出错，请检查磁盘。", "找不到，或者所在的文件夹不存在。请检查名称和位置。"
		}
		p.opens(t, hostile.File{Name: "管道" + ending, What: "管道", Says: noFile}, "show", pipe)
		p.opens(t, hostile.File{Name: "零" + ending, What: "设备 /dev/zero", Says: noFile}, "show", filepath.Join(dir, "零"+ending))
		p.opens(t, hostile.File{Name: "环" + ending, What: "指向自己的链接", Says: endless}, "show", loop)
		p.opens(t, hostile.File{Name: "夹" + ending, What: "文件夹", Says: noFolder}, "show", folder)
		p.opens(t, hostile.File{Name: "无" + ending, What: "不存在", Says: absent}, "show", filepath.Join(dir, "无"+ending))
	}
}

// Nothing that reads documents can start a program or open a connection: what that takes is
// not among the packages that the readers are made of.
func TestReadersReachNothing(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "nianbao/model/intake", "nianbao/model/store").Output()
	if err != nil {
		t.Fatal("go list:", err)
	}
	all := strings.Fields(string(out))
	if !slices.Contains(all, "nianbao/model/intake/source") {
		t.Fatal("the readers are not there")
	}
	for _, pkg := range []string{"net", "net/http", "os/exec", "plugin"} {
		if slices.Contains(all, pkg) {
			t.Errorf("the readers can reach %s", pkg)
		}
	}
}

// shown is how a file's name is told of: on one line, and unable to steer a terminal.
var shown = strings.NewReplacer("\n", " ", "\x1b", "�", "\u202e", "�")

// program is the program itself, as it is built for clerks.
type program struct {
	path   string
	seen   int
	time   time.Duration // the most that a file took
	memory int64
}

var built string // the folder that it is in

func build(t *testing.T) *program {
	t.Helper()
	path := filepath.Join(built, "nianbao")
	if built != "" {
		return &program{path: path}
	}
	var err error
	if built, err = os.MkdirTemp("", "nianbao"); err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(built, "nianbao")
	if out, err := exec.Command("go", "build", "-o", path, "nianbao").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v: %s", err, out)
	}
	return &program{path: path}
}

// opens runs a command on a file, with nothing around it but empty folders.
func (p *program) opens(t *testing.T, f hostile.File, args ...string) {
	t.Helper()
	p.seen++
	home := t.TempDir()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	// Into files: what this process holds would count as the program's.
	var errs strings.Builder
	out, err := os.Create(p.path + ".out")
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	cmd := exec.CommandContext(ctx, p.path, args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = home, out, &errs
	cmd.Env = []string{"HOME=" + home, "TMPDIR=" + home, "XDG_CONFIG_HOME=" + home, "XDG_CACHE_HOME=" + home, "XDG_DATA_HOME=" + home, "PATH=" + home, "LANG=zh_CN.UTF-8"}
	_ = cmd.Run() // its status is looked at below
	if cmd.ProcessState == nil || ctx.Err() != nil {
		t.Errorf("%s: %s does not end", f.Name, args[0])
		return
	}
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	spent, memory := cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime(), usage.Maxrss<<10
	p.time, p.memory = max(p.time, spent), max(p.memory, memory)
	said := strings.TrimSpace(errs.String())
	told := said
	if told == "" {
		told = "读入"
	}
	t.Logf("%-7s%5.2f s %4d MB  %s（%s）：%s", args[0], spent.Seconds(), memory>>20, shown.Replace(f.Name), f.What, told)
	if spent > mostTime || memory > mostMemory {
		t.Errorf("%s: %s takes %v and %d MB", f.Name, args[0], spent, memory>>20)
	}
	if entries, err := os.ReadDir(home); err != nil || len(entries) > 0 {
		t.Errorf("%s: %s leaves %v, %v", f.Name, args[0], entries, err)
	}
	if want := "“" + shown.Replace(f.Name) + "”" + f.Says; f.Says != "" {
		if said != want || cmd.ProcessState.ExitCode() != command.Wrong {
			t.Errorf("%s: %s says (status %d)\n\t%s\nwant\t%s", f.Name, args[0], cmd.ProcessState.ExitCode(), said, want)
		}
		return
	}
	if status := cmd.ProcessState.ExitCode(); said != "" || status != command.Fine && args[0] != "check" {
		t.Errorf("%s: %s says (status %d) %s", f.Name, args[0], status, said)
	}
	for _, s := range f.Holds {
		if args[0] == "show" && !within(t, out.Name(), s) {
			t.Errorf("%s: %q is not read", f.Name, s)
		}
	}
	for _, s := range f.Lacks {
		if within(t, out.Name(), s) {
			t.Errorf("%s: %q is read", f.Name, s)
		}
	}
}

// within says that the beginning of a file has a text.
func within(t *testing.T, path, text string) bool {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, 1<<16))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Contains(string(b), text)
}

// peak is the most memory that this process has taken.
func peak(t *testing.T) int64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		t.Fatal(err)
	}
	return usage.Maxrss << 10
}
