package command

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"nianbao/export"
	"nianbao/export/format"
	"nianbao/model"
	"nianbao/model/store"
)

// export is `nianbao export`.
func (c *call) export() error {
	files, err := c.files()
	if err != nil {
		return err
	}
	formats, err := c.formats()
	if err != nil {
		return err
	}
	dir := c.options["o"]
	if dir != "" {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return &store.Fault{Path: dir, Cause: err}
		}
	}
	record, err := c.recorder()
	if err != nil {
		return err
	}
	for _, path := range files {
		if err := c.exportOne(path, dir, formats, record); err != nil {
			c.status = c.fail(err)
		}
	}
	return nil
}

// formats are those that are named.
func (c *call) formats() (formats []format.Format, err error) {
	wanted, err := c.need("to")
	if err != nil {
		return nil, err
	}
	for id := range strings.SplitSeq(wanted, ",") {
		f, ok := format.ByID(strings.ToLower(strings.TrimSpace(id)))
		if !ok {
			return nil, misuse(fmt.Sprintf("不能导出“%s”格式。可以写：%s。", id, strings.Join(format.IDs(), "、")))
		}
		formats = append(formats, f)
	}
	return formats, nil
}

// recorder makes the record of a report's check, nil if none is asked for.
func (c *call) recorder() (func(path string, r *model.Report) (*export.Document, error), error) {
	if c.options["record"] == "" {
		if c.options["last"] != "" || c.options["settings"] != "" {
			return nil, misuse("--last 和 --settings 只在写核对记录时用。用法：nianbao " + c.verb.usage)
		}
		return nil, nil
	}
	last, err := c.last()
	if err != nil {
		return nil, err
	}
	settings, err := c.settings()
	if err != nil {
		return nil, err
	}
	return func(path string, r *model.Report) (*export.Document, error) {
		if err := c.follows(last, r, path); err != nil {
			return nil, err
		}
		day := today()
		record := export.Record{Report: r, Last: last, Check: settings.Desk(r.Office, day).Record(r, last), Day: day, Seal: store.Seal(r)}
		return record.Compose(), nil
	}, nil
}

func (c *call) exportOne(path, dir string, formats []format.Format, record func(string, *model.Report) (*export.Document, error)) error {
	r, err := c.load(path)
	if err != nil {
		return err
	}
	d := export.Compose(r)
	base := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	if dir == "" {
		dir = filepath.Dir(path)
	}
	for _, f := range formats { // one that fails does not keep the others from being written
		if err := c.write(d, f, path, filepath.Join(dir, base+"."+f.Ending)); err != nil {
			c.status = c.fail(err)
		}
	}
	if record == nil {
		return nil
	}
	if d, err = record(path, r); err != nil {
		return err
	}
	for _, f := range format.Record(formats) {
		if err := c.write(d, f, path, filepath.Join(dir, base+"-"+export.RecordMark+"."+f.Ending)); err != nil {
			c.status = c.fail(err)
		}
	}
	return nil
}

func (c *call) write(d *export.Document, f format.Format, path, out string) error {
	if store.Same(path, out) {
		return misuse(fmt.Sprintf("导出会覆盖来源文件“%s”，没有导出。请用 -o 指定另一个文件夹。", path))
	}
	if err := store.Write(out, func(w io.Writer) error { return f.Write(w, d) }); err != nil {
		return err
	}
	fmt.Fprintf(c.out, "已导出“%s”。\n", out)
	if lacks := f.Lacks(d); lacks != "" {
		fmt.Fprintln(c.out, "  ! "+lacks)
	}
	return nil
}
