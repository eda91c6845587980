// Package sums writes what a district's office makes of the reports that it received: the
// sum as a report, the workbook, the numbers for a database, and the slips with which
// reports go back. The window and the command line write the same files.
package sums

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"nianbao/export/xlsx"
	"nianbao/model"
	"nianbao/model/collect"
	"nianbao/model/district"
	"nianbao/model/flat"
	"nianbao/model/store"
)

// Work is a district's reports, summed.
type Work struct {
	*district.Tally
	Sum  *district.Sum
	Last *model.Report   // last year's sum, nil if it is not at hand
	Of   []model.Finding // of the sum itself
	Day  time.Time       // of the slips

	editions model.Editions
}

// New sums up what came in.
func New(t *district.Tally, last *model.Report, editions model.Editions, day time.Time) *Work {
	s := t.Sum()
	w := &Work{Tally: t, Sum: s, Last: last, Day: day, editions: editions}
	if len(s.Parts) > 0 { // of nothing there is nothing to be said cell by cell
		w.Of = s.Check(last)
	}
	return w
}

// Output is a kind of file that is made of it.
type Output struct {
	Name  string // of the file, or of the folder if it ends with a slash
	About string
	write func(w *Work, path string) (files int, err error)
}

// Outputs lists what is made of the sum of a year.
var Outputs = []Output{
	{collect.MadeReport, "汇总后的报告，可以接着写成本级的年报", (*Work).report},
	{collect.MadeWorkbook, "各表合计、每个单位的每一个数、报送情况、问题和图表", (*Work).workbook},
	{collect.MadeCSV, "每个单位的每一个数，一行一个，给数据库用", (*Work).rows},
	{collect.MadeParquet, "同上，按列压缩", (*Work).rows},
	{collect.MadeCorrections + "/", "有错误的单位每个一份通知单，逐格列出要改的；以前写的移到“以前的”里", (*Work).corrections},
	{collect.MadeResending + "/", "读不出来、年度或者格式不对、报了不同几份的单位，每个一份通知单", (*Work).resending},
}

// All lists whatever can be made.
func All() []Output { return append(slices.Clone(Outputs), courses...) }

// ByEnding is the output that a file's name asks for by its ending.
func ByEnding(path string) (Output, bool) {
	for _, o := range Outputs {
		if !o.Folder() && strings.EqualFold(filepath.Ext(path), filepath.Ext(o.Name)) {
			return o, true
		}
	}
	return Output{}, false
}

// Folder says that the output is a folder of files.
func (o Output) Folder() bool { return strings.HasSuffix(o.Name, "/") }

// Write writes the output to a path. It says how many files it wrote: none where there is
// nothing to be told.
func (o Output) Write(w *Work, path string) (files int, err error) { return o.write(w, path) }

// report writes the sum as a report. One that is there and differs is not written over:
// somebody may have worked on it.
func (w *Work) report(path string) (int, error) { return 1, store.New(path).Save(w.Sum.Report) }

func (w *Work) workbook(path string) (int, error) {
	return 1, store.Stream(path, func(to io.Writer) error { return xlsx.District(to, w.Tally, w.Sum, w.Last) })
}

// rows writes the numbers of all reports that count.
func (w *Work) rows(path string) (int, error) {
	return 1, store.Stream(path, func(to io.Writer) error {
		out := flat.NewCSV(to)
		if strings.EqualFold(filepath.Ext(path), ".parquet") {
			out = flat.NewParquet(to)
		}
		for _, e := range w.Sum.Parts {
			if err := out.Write(e.Return); err != nil {
				return err
			}
		}
		return out.Close()
	})
}

// folder makes a folder for slips.
func folder(path string) error {
	if err := os.MkdirAll(path, 0o755); err != nil {
		return &store.Fault{Path: path, Cause: err}
	}
	return nil
}
