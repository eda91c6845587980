package command

import (
	"fmt"
	"time"

	"nianbao/model"
	"nianbao/model/compare"
)

// checked is what `nianbao check --json` prints for each file.
type checked struct {
	File     string          `json:"file"`
	Edition  string          `json:"edition"`
	Office   string          `json:"office"`
	Year     int             `json:"year"`
	Errors   int             `json:"errors"`
	Warnings int             `json:"warnings"`
	Findings []model.Finding `json:"findings"`
	Compared *compared       `json:"compared,omitempty"` // with last year's report
}

// signs stand before findings.
var signs = map[model.Level]string{model.Error: "×", model.Warning: "!", model.Hint: "·"}

// today is the day of the check.
var today = time.Now

// check is `nianbao check`.
func (c *call) check() error {
	files, err := c.files()
	if err != nil {
		return err
	}
	last, err := c.last()
	if err != nil {
		return err
	}
	settings, err := c.settings()
	if err != nil {
		return err
	}
	worst := Fine
	for _, path := range files {
		r, err := c.load(path)
		if err != nil {
			worst = c.fail(err)
			continue
		}
		if err := c.follows(last, r, path); err != nil {
			worst = c.fail(err)
			continue
		}
		found := settings.Desk(r.Office, today()).Check(r, last)
		if model.Count(found, model.Error) > 0 {
			worst = max(worst, Findings)
		}
		if err := c.tell(path, r, last, found); err != nil {
			return err
		}
	}
	c.status = worst
	return nil
}

func (c *call) tell(path string, r, last *model.Report, found []model.Finding) error {
	errors, warnings := model.Count(found, model.Error), model.Count(found, model.Warning)
	var with *compare.Comparison
	if last != nil {
		with = compare.Reports(r, last)
	}
	if c.options["json"] != "" {
		if found == nil {
			found = []model.Finding{}
		}
		out := checked{File: path, Edition: r.Edition.ID, Office: r.Office, Year: r.Year, Errors: errors, Warnings: warnings, Findings: found}
		if with != nil {
			out.Compared = comparedOf(with, c.options["last"])
		}
		return c.line(out)
	}
	fmt.Fprintf(c.out, "%s：%s %d年度：%d 个错误，%d 个警告\n", path, orUnknown(r.Office), r.Year, errors, warnings)
	for _, f := range found {
		fmt.Fprintf(c.out, "  %s %s\n", signs[f.Level], oneLine(f.Text))
		if f.Accepted != "" {
			fmt.Fprintf(c.out, "    已说明：%s\n", f.Accepted)
		}
	}
	if with != nil {
		c.contrast(with)
	}
	return nil
}
