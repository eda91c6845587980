package cups

import (
	"errors"
	"strconv"
	"strings"
)

// State is what has become of a job.
type State struct {
	Waits   bool   // it is still with the printing system
	Stopped bool   // and the printer prints nothing until somebody lets it
	Dropped bool   // it was cancelled or given up; of one that was done this is never said
	Why     string // what keeps the printer from printing, in Chinese if it is known, or ""
}

// Look tells what has become of a job.
func (Commands) Look(printer string, job int) (s State, err error) {
	jobs, err := run("lpstat", "-W", "not-completed", "-o")
	if err != nil {
		return s, err
	}
	if _, s.Waits = entry(jobs, job); !s.Waits {
		if jobs, err = run("lpstat", "-l", "-W", "completed", "-o"); err == nil {
			said, _ := entry(jobs, job)
			s.Dropped = strings.Contains(said, "canceled") || strings.Contains(said, "aborted")
		}
		return s, nil // that it does not wait is known
	}
	printer, _, _ = strings.Cut(printer, "/")
	out, err := run("lpstat", "-l", "-p", printer)
	if err != nil {
		return s, err
	}
	s.Stopped, s.Why = standing(out)
	return s, nil
}

// Cancel takes a job back.
func (Commands) Cancel(printer string, job int) error {
	printer, _, _ = strings.Cut(printer, "/")
	_, err := run("cancel", printer+"-"+strconv.Itoa(job))
	var r *refusal
	if errors.As(err, &r) {
		return &fault{"打印任务没有撤回，可能已经印完了。系统的原话是“" + r.said + "”。", err}
	}
	return err
}

// entry finds a job in a list, and the lines that follow about it. Numbers are one after the
// other for all printers; the name before one is not the printer's if that is Chinese.
func entry(list string, job int) (said string, there bool) {
	for line := range strings.Lines(list) {
		f := strings.Fields(line)
		switch {
		case len(f) == 0:
		case line[0] != '\t' && there:
			return said, true
		case line[0] != '\t':
			there = strings.HasSuffix(f[0], "-"+strconv.Itoa(job))
		case there:
			said += line
		}
	}
	return said, there
}

// standing reads what lpstat says of a printer at length: a sentence, what the printer or who
// stopped it has to say, and what keeps it from printing in words of the standard.
func standing(out string) (stopped bool, why string) {
	first, rest, _ := strings.Cut(out, "\n")
	stopped = strings.Contains(first, " disabled ")
	words, _, _ := strings.Cut(rest, "\n")
	words = strings.TrimSpace(words)
	for line := range strings.Lines(rest) {
		if alerts, ok := strings.CutPrefix(strings.TrimSpace(line), "Alerts:"); ok {
			why = reason(alerts)
		}
	}
	switch {
	case why != "":
	case ordinary[words] != "":
		why = ordinary[words]
	case stopped && words != "Form mounted:" && words != "Paused" && words != "reason unknown":
		why = words
	}
	return stopped, why
}

// reason is the first of the standard's words for what keeps a printer from printing, in
// Chinese.
func reason(alerts string) string {
	for _, r := range []struct{ word, says string }{
		{"media-empty", "没有纸了"},
		{"media-needed", "没有纸了"},
		{"media-jam", "卡纸了"},
		{"cover-open", "盖子开着"},
		{"door-open", "盖子开着"},
		{"interlock-open", "盖子开着"},
		{"toner-empty", "没有墨粉了"},
		{"marker-supply-empty", "没有墨了"},
		{"input-tray-missing", "纸盒没有装好"},
		{"offline", "没有联机"},
		{"shutdown", "没有开机"},
		{"timed-out", "没有回答"},
		{"connecting-to-device", "还没有连上"},
	} {
		if strings.Contains(alerts, r.word) {
			return r.says
		}
	}
	return ""
}

// ordinary are the printing system's own words for what happens most often. It has others for
// when all goes well.
var ordinary = map[string]string{
	"The printer may not exist or is unavailable at this time.": "连不上，可能没有开机",
	"The printer is not responding.":                            "没有回答，可能没有开机",
	"The printer is offline.":                                   "没有联机",
	"The printer is unreachable at this time.":                  "连不上，可能没有开机",
	"The printer is in use.":                                    "正忙着",
	"Unable to locate printer.":                                 "在网络上找不到",
}
