package command

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"nianbao/model"
	"nianbao/model/intake"
	"nianbao/model/store"
)

// imported is what `nianbao import --json` prints for each source.
type imported struct {
	Source   string   `json:"source"`
	File     string   `json:"file"`
	Edition  string   `json:"edition"`
	Office   string   `json:"office"`
	Kind     string   `json:"kind"`
	Year     int      `json:"year"`
	Title    string   `json:"title"`
	Numbers  int      `json:"numbers"`
	Texts    int      `json:"texts"`
	Unplaced []string `json:"unplaced"`
	Notes    []string `json:"notes"`
}

// imports is `nianbao import`. One source that cannot be read does not keep the
// others from being read.
func (c *call) imports() error {
	sources, err := c.files()
	if err != nil {
		return err
	}
	target, err := c.need("o")
	if err != nil {
		return err
	}
	info, statErr := os.Stat(target)
	folder := statErr == nil && info.IsDir() || len(sources) > 1 || strings.HasSuffix(target, "/")
	if folder {
		if err := os.MkdirAll(target, 0o755); err != nil {
			return &store.Fault{Path: target, Cause: err}
		}
	}
	for _, src := range sources {
		path := target
		if folder {
			base := filepath.Base(src)
			path = filepath.Join(target, strings.TrimSuffix(base, filepath.Ext(base))+store.Ending)
		}
		if err := c.importOne(src, path); err != nil {
			c.status = c.fail(err)
		}
	}
	return nil
}

func (c *call) importOne(src, path string) error {
	draft, err := intake.Open(src, c.editions)
	if err != nil {
		if _, _, ours := store.Open(src, c.editions); ours == nil {
			return misuse(fmt.Sprintf("“%s”已经是年报程序的文件，不用导入；请直接打开，或者复制一份。", filepath.Base(src)))
		}
		return err
	}
	r := draft.Report
	if err := store.New(path).Save(r); err != nil {
		return err
	}
	if c.options["json"] != "" {
		return c.line(imported{
			Source: src, File: path, Edition: r.Edition.ID, Office: r.Office, Kind: string(r.Kind), Year: r.Year, Title: r.Title,
			Numbers: filled(r), Texts: len(r.Texts), Unplaced: list(r.Unplaced), Notes: list(draft.Notes),
		})
	}
	fmt.Fprintf(c.out, "已导入“%s” → “%s”：%s，%d年度，%s版格式，%d 个数，%d 段文字。\n",
		src, path, orUnknown(r.Office), r.Year, r.Edition.ID, filled(r), len(r.Texts))
	for _, note := range draft.Notes {
		fmt.Fprintln(c.out, "  ! "+note)
	}
	if len(r.Unplaced) > 0 {
		fmt.Fprintf(c.out, "  以下 %d 行没有找到位置，已随文件保存：\n", len(r.Unplaced))
		for _, line := range r.Unplaced {
			fmt.Fprintln(c.out, "    "+strings.ReplaceAll(line, "\t", "｜"))
		}
	}
	return nil
}

func filled(r *model.Report) int {
	n := 0
	for _, cell := range r.Edition.Cells() {
		if !r.Value(cell.Ref).Blank() {
			n++
		}
	}
	return n
}

func orUnknown(office string) string {
	if office == "" {
		return "（单位名称未知）"
	}
	return office
}

func list(lines []string) []string {
	if lines == nil {
		return []string{}
	}
	return lines
}
