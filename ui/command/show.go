package command

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"nianbao/model"
)

// shown is what `nianbao show --json` prints. Numbers has every cell of the
// form with the value that is printed there, "" for a blank one.
type shown struct {
	File     string               `json:"file"`
	Edition  string               `json:"edition"`
	Office   string               `json:"office"`
	Kind     string               `json:"kind"`
	Year     int                  `json:"year"`
	Title    string               `json:"title"`
	Numbers  map[model.Ref]string `json:"numbers"`
	Texts    map[model.Ref]string `json:"texts"`
	Outline  []model.Heading      `json:"outline"`
	Unplaced []string             `json:"unplaced"`
}

// show is `nianbao show`.
func (c *call) show() error {
	files, err := c.files()
	if err != nil {
		return err
	}
	if len(files) > 1 {
		return misuse("一次只能查看一份文件。用法：nianbao " + c.verb.usage)
	}
	r, err := c.load(files[0])
	if err != nil {
		return err
	}
	if c.options["json"] != "" {
		s := shown{
			File: files[0], Edition: r.Edition.ID, Office: r.Office, Kind: string(r.Kind), Year: r.Year, Title: r.Title,
			Numbers: map[model.Ref]string{}, Texts: r.Texts, Outline: r.Headings(), Unplaced: list(r.Unplaced),
		}
		for _, cell := range r.Edition.Cells() {
			if _, has := r.Numbers[cell.Ref]; has || !cell.Optional() {
				s.Numbers[cell.Ref] = r.Value(cell.Ref).String()
			}
		}
		return c.line(s)
	}
	fmt.Fprintf(c.out, "%s\n单位：%s　类别：%s　年度：%d　格式：%s版\n", r.Title, r.Office, r.Kind.Name(), r.Year, r.Edition.ID)
	for _, cell := range r.Edition.Cells() {
		if v := r.Value(cell.Ref); !v.Blank() {
			fmt.Fprintf(c.out, "%s = %s\t%s\n", cell.Ref, v, cell.Name())
		}
	}
	for _, id := range slices.Sorted(maps.Keys(r.Texts)) {
		fmt.Fprintf(c.out, "%s =\n    %s\n", id, strings.ReplaceAll(r.Texts[id], "\n", "\n    "))
	}
	for _, line := range r.Unplaced {
		fmt.Fprintf(c.out, "（没有位置）%s\n", line)
	}
	return nil
}
