package main

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"strings"
)

var (
	call  = regexp.MustCompile(`^(\d+) +(\w+)\((.*)`)
	local = regexp.MustCompile(`^AF_UNIX\b|^AF_LOCAL\b`)
)

// traced looks at all that the program and the commands it started did with sockets: all are
// the machine's own, and only the commands spoke to the printing service.
func (t *trial) traced() error {
	if t.trace == "" {
		fmt.Println("print: printed as exported; strace cannot trace here: sockets were NOT looked at")
		return nil
	}
	b, err := os.ReadFile(t.trace)
	if err != nil {
		return err
	}
	runs, spoke := map[string]string{}, map[string]int{}
	for line := range strings.Lines(string(b)) {
		m := call.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		thread, name, rest := m[1], m[2], m[3]
		switch {
		case name == "execve" && !strings.Contains(rest, " = -1"):
			path, _, _ := strings.Cut(strings.TrimPrefix(rest, `"`), `"`)
			runs[thread] = path[strings.LastIndexByte(path, '/')+1:]
		case name == "socket" && !local.MatchString(rest):
			return fmt.Errorf("%s opens no socket of the machine: %s", runs[thread], line)
		case name == "connect" && strings.Contains(rest, t.dir+"/"+socket):
			spoke[runs[thread]]++
		}
	}
	fmt.Printf("print: printed as exported; who spoke to the printing service, and how often: %v\n", spoke)
	for name := range spoke {
		if name != "lp" && name != "lpstat" && name != "cancel" {
			return fmt.Errorf("%q spoke to the printing service", name)
		}
	}
	if spoke["lp"] == 0 || spoke["lpstat"] == 0 || spoke["cancel"] == 0 {
		return errors.New("the printing service was not spoken to: nothing was traced")
	}
	return nil
}
