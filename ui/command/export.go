package command

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"nianbao/export"
	"nianbao/export/format"
	"nianbao/model/store"
)

// export is `nianbao export`.
func (c *call) export() error {
	files, err := c.files()
	if err != nil {
		return err
	}
	wanted, err := c.need("to")
	if err != nil {
		return err
	}
	var formats []format.Format
	for id := range strings.SplitSeq(wanted, ",") {
		f, ok := format.ByID(strings.ToLower(strings.TrimSpace(id)))
		if !ok {
			return misuse(fmt.Sprintf("不能导出“%s”格式。可以写：%s。", id, strings.Join(format.IDs(), "、")))
		}
		formats = append(formats, f)
	}
	dir := c.options["o"]
	if dir != "" {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return &store.Fault{Path: dir, Cause: err}
		}
	}
	for _, path := range files {
		if err := c.exportOne(path, dir, formats); err != nil {
			c.status = c.fail(err)
		}
	}
	return nil
}

func (c *call) exportOne(path, dir string, formats []format.Format) error {
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
