package cups

import (
	"errors"
	"slices"
	"strings"
)

// Printers lists the names of the printers, the default first. That there is none is an
// error which says what to do.
func (Commands) Printers() ([]string, error) {
	out, err := run("lpstat", "-e")
	if err != nil {
		return nil, unlisted(err)
	}
	names := listed(out)
	if len(names) == 0 {
		if !running() {
			return nil, errAsleep
		}
		return nil, errNone
	}
	if out, err = run("lpstat", "-d"); err == nil { // without a default all are alike
		if i := slices.Index(names, chosen(out, names)); i > 0 {
			names = slices.Concat(names[i:i+1], names[:i], names[i+1:])
		}
	}
	return names, nil
}

var (
	errNone   = &fault{"这台电脑还没有添加打印机。请先在系统设置的“打印机”里添加。", nil}
	errAsleep = &fault{"这台电脑的打印服务（CUPS）没有运行。请让维护人员启动打印服务。", nil}
)

// unlisted is why there is no list, in a sentence.
func unlisted(err error) error {
	var r *refusal
	if errors.As(err, &r) {
		return &fault{"打印系统没有列出打印机。系统的原话是“" + r.said + "”。", err}
	}
	return err
}

// running says that the printing system answers.
func running() bool {
	out, err := run("lpstat", "-r")
	return err == nil && !strings.Contains(out, "not running")
}

// listed are the names that lpstat -e prints, one a line. A name has no space; a sentence
// has.
func listed(out string) (names []string) {
	for line := range strings.Lines(out) {
		if name := strings.TrimSpace(line); name != "" && !strings.ContainsAny(name, " \t") {
			names = append(names, name)
		}
	}
	return names
}

// chosen is the printer of some names with which the sentence of lpstat -d ends, in whatever
// language; "" for none.
func chosen(out string, names []string) (name string) {
	out = strings.TrimSpace(out)
	for _, n := range names {
		if before, ok := strings.CutSuffix(out, n); ok && (strings.HasSuffix(before, " ") || strings.HasSuffix(before, ":") || strings.HasSuffix(before, "：")) {
			name = n
		}
	}
	return name
}
