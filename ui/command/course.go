package command

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/export"
	"nianbao/export/format"
	"nianbao/model"
	"nianbao/model/collect"
	"nianbao/model/store"
)

// course is `nianbao course`.
func (c *call) course() error {
	files, err := c.files()
	if err != nil {
		return err
	}
	formats, err := c.formats()
	if err != nil {
		return err
	}
	if slices.ContainsFunc(formats, func(f format.Format) bool { return f.ID == "xlsx" }) {
		return misuse("历年变化不能导出成“xlsx”格式。可以写：docx、pdf、ofd、html、txt。")
	}
	var reports []*model.Report
	newest := 0 // whose file gives its name
	for i, path := range files {
		r, err := c.load(path)
		if err != nil {
			return err // without it the others would tell something else
		}
		if r.Year == 0 {
			return misuse(fmt.Sprintf("“%s”没有写年度，排不进历年变化。请先写上年度。", path))
		}
		if reports = append(reports, r); r.Year > reports[newest].Year {
			newest = i
		}
	}
	dir := c.options["o"]
	if dir == "" {
		dir = filepath.Dir(files[newest])
	} else if err := os.MkdirAll(dir, 0o755); err != nil {
		return &store.Fault{Path: dir, Cause: err}
	}
	d := (&export.Course{Reports: reports}).Compose()
	base := strings.TrimSuffix(filepath.Base(files[newest]), filepath.Ext(files[newest]))
	for _, f := range formats {
		if err := c.write(d, f, files[newest], filepath.Join(dir, base+"-"+collect.MadeCourse+"."+f.Ending)); err != nil {
			c.status = c.fail(err)
		}
	}
	return nil
}
