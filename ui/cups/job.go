package cups

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Sides is on which sides of the paper pages are printed.
type Sides string

// The sides, as the printing system calls them.
const (
	OneSided  Sides = "one-sided"
	LongEdge  Sides = "two-sided-long-edge"
	ShortEdge Sides = "two-sided-short-edge"
)

// Job is how a file is printed.
type Job struct {
	Printer string
	Copies  int
	Pages   string // as 1-3,5; "" for all
	Sides   Sides
	Title   string
}

// args are those of lp. The form is A4, whatever paper a printer would take by itself.
func (j Job) args(path string) []string {
	args := []string{"-d", j.Printer, "-n", strconv.Itoa(j.Copies)}
	if j.Pages != "" {
		args = append(args, "-P", j.Pages)
	}
	return append(args, "-o", "sides="+string(j.Sides), "-o", "media=A4", "-t", j.Title, "--", path)
}

// Send gives a file to a printer. When it is back the printing system has a copy of the file,
// and a number for the job.
func (Commands) Send(j Job, path string) (number int, err error) {
	out, err := run("lp", j.args(path)...)
	if err != nil {
		return 0, j.refused(err)
	}
	if number = numbered(out, j.Printer); number == 0 {
		return 0, &fault{"文件已经交给打印系统，但是不知道任务的号码。请到打印机看看；没有印出来的话，用 PDF 程序打开来打印。", fmt.Errorf("lp says %q", out)}
	}
	return number, nil
}

// numbered is the number of a job as lp tells it, in whatever language: request id is
// PRINTER-12 (1 file(s)).
func numbered(out, printer string) int {
	printer, _, _ = strings.Cut(printer, "/") // a set of options of its own has no queue of its own
	for _, word := range strings.Fields(out) {
		if digits, ok := strings.CutPrefix(word, printer+"-"); ok {
			if n, err := strconv.Atoi(digits); err == nil {
				return n
			}
		}
	}
	return 0
}

// refused says why a printer did not take a file, and what to do.
func (j Job) refused(err error) error {
	var r *refusal
	if !errors.As(err, &r) {
		return err
	}
	has := func(words string) bool { return strings.Contains(strings.ToLower(r.said), words) }
	says := "打印机“" + j.Printer + "”没有收下文件，系统的原话是“" + r.said + "”。请换一台打印机，或者用 PDF 程序打开来打印。"
	switch {
	case has("not accepting"):
		says = "打印机“" + j.Printer + "”现在不收文件。请换一台，或者在系统设置的“打印机”里让它重新接受任务。"
	case has("does not exist"), has("unable to connect"), has("bad file descriptor"), has("connection refused"):
		if !running() {
			return errAsleep
		}
		says = "找不到打印机“" + j.Printer + "”，可能刚刚删掉了或者改了名字。请关上这里，重新打印一次。"
	case has("quota"):
		says = "打印机“" + j.Printer + "”给您的限额已经用完。请换一台，或者找管打印机的人。"
	case has("not allowed"), has("unauthorized"), has("forbidden"), has("not authorized"):
		says = "打印机“" + j.Printer + "”不让您用。请换一台，或者找管打印机的人。"
	}
	return &fault{says, err}
}
