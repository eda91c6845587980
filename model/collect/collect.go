// Package collect reads the reports of a district from files and folders: on all cores, one
// by one, with memory for a few files at a time.
package collect

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"nianbao/model"
	"nianbao/model/district"
	"nianbao/model/flat"
	"nianbao/model/intake"
	"nianbao/model/store"
)

// Reader reads files.
type Reader struct {
	Editions model.Editions
	Desk     func(office string) model.Desk // for the check of a body's report; nil for none
}

// Progress is how far reading has come.
type Progress struct {
	Done, All int
	Began     time.Time
}

// Left is about how long it will still take; 0 where that cannot be told yet.
func (p Progress) Left(now time.Time) time.Duration {
	gone := now.Sub(p.Began)
	if p.Done < 10 && gone < time.Second || p.Done == 0 {
		return 0
	}
	return time.Duration(float64(gone) / float64(p.Done) * float64(p.All-p.Done))
}

// Read reads files on all cores. What comes of them is handed to got, one at a time, in no
// certain order; a file that cannot be read is a return that says why. It ends early with
// the context's error.
func (r *Reader) Read(ctx context.Context, files []File, got func([]*district.Return, Progress)) error {
	p := Progress{All: len(files), Began: time.Now()}
	todo, done := make(chan File), make(chan []*district.Return)
	workers := min(runtime.GOMAXPROCS(0), max(1, len(files)))
	for range workers {
		go func() {
			for f := range todo {
				done <- r.read(f)
			}
			done <- nil
		}()
	}
	go func() {
		defer close(todo)
		for _, f := range files {
			select {
			case todo <- f:
			case <-ctx.Done():
				return
			}
		}
	}()
	for workers > 0 {
		returns := <-done
		if returns == nil {
			workers--
			continue
		}
		p.Done++
		if ctx.Err() == nil {
			got(returns, p)
		}
	}
	return ctx.Err()
}

// read reads one file; it never gives nothing.
func (r *Reader) read(f File) (out []*district.Return) {
	defer func() {
		if bad := recover(); bad != nil {
			out = []*district.Return{district.Refuse(f.Name, model.Sentence(fmt.Errorf("panic: %v", bad)))}
		}
	}()
	returns, err := r.open(f)
	if err != nil {
		return []*district.Return{district.Refuse(f.Name, why(f, err))}
	}
	return returns
}

// why is the sentence about a file that could not be read.
func why(f File, err error) string {
	var row *flat.Misread
	if errors.As(err, &row) {
		return "“" + filepath.Base(f.Path) + "”" + row.Error()
	}
	return model.Sentence(err)
}

func (r *Reader) open(f File) ([]*district.Return, error) {
	switch strings.ToLower(filepath.Ext(f.Path)) {
	case store.Ending:
		report, _, err := store.Open(f.Path, r.Editions)
		if err != nil {
			return nil, err
		}
		return r.received(f, report, nil), nil
	case ".csv", ".parquet":
		return r.flat(f)
	}
	draft, err := intake.Open(f.Path, r.Editions)
	if err != nil {
		return nil, err
	}
	return r.received(f, draft.Report, draft.Notes), nil
}

func (r *Reader) received(f File, report *model.Report, notes []string) []*district.Return {
	var desk model.Desk
	if r.Desk != nil {
		desk = r.Desk(report.Office)
	}
	if n := len(report.Unplaced); n > 0 {
		notes = append(notes, fmt.Sprintf("有 %d 行没有找到位置。", n))
	}
	return []*district.Return{district.Receive(f.Name, report, desk.Check(report, nil), notes)}
}

// flat reads many reports from one table.
func (r *Reader) flat(f File) (out []*district.Return, err error) {
	info, err := os.Stat(f.Path) // before it is opened: a pipe would wait for its other end
	if err != nil {
		return nil, &store.Fault{Path: f.Path, Cause: err}
	}
	if !info.Mode().IsRegular() {
		return nil, &flat.Misread{Why: "不是普通文件，没有读。"}
	}
	in, err := os.Open(f.Path)
	if err != nil {
		return nil, &store.Fault{Path: f.Path, Cause: err}
	}
	defer in.Close()
	got := func(ret *district.Return) { out = append(out, ret) }
	if strings.EqualFold(filepath.Ext(f.Path), ".csv") {
		err = flat.ReadCSV(in, f.Name, r.Editions, got)
	} else {
		err = flat.ReadParquet(in, info.Size(), f.Name, r.Editions, got)
	}
	var row *flat.Misread
	if err != nil && !errors.As(err, &row) {
		err = &store.Fault{Path: f.Path, Cause: err}
	}
	return out, err
}
