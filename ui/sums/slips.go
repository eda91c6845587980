package sums

import (
	"io"
	"path/filepath"
	"strings"
	"time"

	"nianbao/export"
	"nianbao/export/docx"
	"nianbao/model"
	"nianbao/model/district"
)

// corrections writes a slip for each body whose report has errors.
func (w *Work) corrections(path string) (int, error) {
	return w.slips(path, func(s *district.Standing) []*export.Slip {
		var out []*export.Slip
		for _, e := range s.Entries {
			if e.State == district.Faulty {
				slip := w.slip(s, e)
				slip.Report, slip.Findings = e.Report(), errorsOf(e)
				out = append(out, slip)
			}
		}
		return out
	})
}

// resending writes a slip for each body that must send its report again, or say which of
// several it is.
func (w *Work) resending(path string) (int, error) {
	return w.slips(path, func(s *district.Standing) []*export.Slip {
		if s.State == district.Received || s.State == district.Faulty || !s.State.Returned() {
			return nil // its report is there, whatever else has come
		}
		var reasons, files []string
		var slip *export.Slip
		for _, e := range s.Entries {
			if e.State != s.State {
				continue
			}
			slip = w.slip(s, e)
			files = append(files, filepath.Base(e.File))
			if why := reason(e); len(reasons) == 0 || reasons[len(reasons)-1] != why {
				reasons = append(reasons, why)
			}
		}
		slip.File, slip.Reason = strings.Join(files, "、"), strings.Join(reasons, "；")
		return []*export.Slip{slip}
	})
}

// reason is why a file is no report of the year, a clause.
func reason(e *district.Entry) string {
	switch e.State {
	case district.Unreadable:
		return "文件读不出来，不能汇总"
	case district.Doubled:
		return "几份报告的内容不同，请确定以哪一份为准"
	}
	return strings.TrimRight(e.Why, "。")
}

func (w *Work) slip(s *district.Standing, e *district.Entry) *export.Slip {
	slip := &export.Slip{Office: s.Name, Year: w.Year, File: filepath.Base(e.File), From: w.Name, Day: w.Day}
	if due, ok := s.Due.In(w.Year + 1); ok && due.After(w.Day) {
		slip.Due = due
	}
	return slip
}

func errorsOf(e *district.Entry) (out []model.Finding) {
	for _, f := range e.Found {
		if f.Level == model.Error {
			out = append(out, f)
		}
	}
	return out
}

// slips writes what a body is to be told, a file each, and lays aside what was written
// before and no longer holds.
func (w *Work) slips(path string, of func(*district.Standing) []*export.Slip) (files int, err error) {
	to, err := shelve(path)
	if err != nil {
		return 0, err
	}
	for _, s := range w.Bodies {
		for _, slip := range of(s) {
			d := slip.Compose()
			if err := to.put(s.Name, func(b io.Writer) error { return docx.Write(b, d) }); err != nil {
				return to.files, err
			}
		}
	}
	return to.files, to.end()
}

// Today is the day without its hour.
func Today(now time.Time) time.Time {
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
}
