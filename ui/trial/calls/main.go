// Command calls kills the program with SIGKILL at every system call of a save, for real: at
// each opening, writing, syncing, renaming, removing and closing of `nianbao set`, and of a
// sitting in which a report is saved three times with its versions, as the window does. Each
// time the file must be whole, the old one or the new one, its versions too, and the next
// `nianbao set` must work.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
)

var (
	program = flag.String("program", "build/nianbao", "the program")
	report  = flag.String("report", "assets/example.nianbao", "the report that is saved")
	saves   = flag.String("sit", "", "save this file three times with its versions: what is killed, not the trial")
)

// calls are what a save asks of the system that leaves something behind, or ends it. What is
// only read or set between them changes nothing.
var calls = []string{
	"openat", "newfstatat", "write", "fchmod", "fsync", "close", "renameat", "unlinkat", "mkdirat", "getdents64",
}

// strace counts the calls of each thread; those of a save are all in the first, as in the
// program, where the toolkit sees to that.
func init() { runtime.LockOSThread() }

func main() {
	flag.Parse()
	do := run
	if *saves != "" {
		do = func() error { return sit(*saves) }
	}
	if err := do(); err != nil {
		fmt.Fprintln(os.Stderr, "calls:", err)
		os.Exit(1)
	}
}

func run() error {
	if out, err := exec.Command("strace", "-f", "-qq", "-o", os.DevNull, "true").CombinedOutput(); err != nil {
		return fmt.Errorf("strace cannot trace here, so nothing can be killed at its calls: %w: %s", err, out)
	}
	whole, err := filepath.Abs(*program)
	if err != nil {
		return err
	}
	own, err := os.Executable()
	if err != nil {
		return err
	}
	content, err := os.ReadFile(*report)
	if err != nil {
		return err
	}
	trials := []*trial{
		{name: "nianbao set", program: whole, old: content, times: 1, args: func(file string) []string {
			return []string{whole, "set", file, "other=" + said(1), "requests/new/person=7"}
		}},
		{name: "three saves with versions", program: whole, old: content, times: 3, args: func(file string) []string {
			return []string{own, "-sit", file}
		}},
	}
	var wait sync.WaitGroup
	errs := make([]error, len(trials))
	for i, t := range trials {
		wait.Go(func() { errs[i] = t.run() })
	}
	wait.Wait()
	fmt.Printf("%-28s%8s%8s%8s%8s%10s\n", "killed at every call", "kills", "old", "new", "torn", "next save")
	for i, t := range trials {
		next := "works"
		if errs[i] != nil {
			next = "see below"
		}
		fmt.Printf("%-28s%8d%8d%8d%8d%10s\n", t.name, t.kills, t.olds, t.kills-t.olds-t.torn, t.torn, next)
	}
	return errors.Join(errs...)
}
