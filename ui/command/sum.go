package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"nianbao/model"
	"nianbao/model/collect"
	"nianbao/model/district"
	"nianbao/model/store"
	"nianbao/ui/sums"
)

// sum is `nianbao sum`.
func (c *call) sum() error {
	paths, err := c.files()
	if err != nil {
		return err
	}
	target, err := c.need("o")
	if err != nil {
		return err
	}
	outputs, err := outputsTo(target)
	if err != nil {
		return err
	}
	last, err := c.last()
	if err != nil {
		return err
	}
	d, found, err := c.collected(paths, target)
	if err != nil {
		return err
	}
	told := summed{sums.New(d.Tally(), last, c.editions, sums.Today(today())), found}
	if err := c.follows(last, told.Sum.Report, target); err != nil {
		return err
	}
	if c.options["json"] != "" {
		err = c.sumLines(told)
	} else {
		c.sumText(told)
	}
	if err != nil {
		return err
	}
	if len(told.Sum.Parts) == 0 {
		c.status = Findings
	}
	if slices.ContainsFunc(told.Entries, func(e *district.Entry) bool { return e.State != district.Past && e.Count(model.Error) > 0 }) || model.Count(told.Of, model.Error) > 0 {
		c.status = Findings
	}
	if slices.ContainsFunc(told.Entries, func(e *district.Entry) bool { return e.State == district.Unreadable }) {
		c.status = Wrong
	}
	for _, o := range outputs {
		n, err := o.Write(told.Work, o.path)
		switch {
		case err != nil:
			c.status = c.fail(err)
		case c.options["json"] != "" || n == 0:
		case o.Folder():
			fmt.Fprintf(c.out, "已写成“%s”，%d 份。\n", o.path, n)
		default:
			fmt.Fprintf(c.out, "已写成“%s”。\n", o.path)
		}
	}
	return nil
}

// summed is what came of a sum.
type summed struct {
	*sums.Work
	Found *collect.Found
}

// collected reads what lies among the paths.
func (c *call) collected(paths []string, target string) (*district.District, *collect.Found, error) {
	settings, err := c.settings()
	if err != nil {
		return nil, nil, err
	}
	d := &district.District{Name: c.options["office"], Faults: c.options["with-errors"] != "", Taken: names(c.options["take"]), Left: names(c.options["leave"])}
	if roll := c.options["roll"]; roll != "" {
		if d.Roll, err = collect.Roll(roll); err != nil {
			return nil, nil, err
		}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	found, err := collect.Find(ctx, paths, c.options["roll"], c.options["last"], target)
	if err != nil {
		return nil, nil, err
	}
	if len(found.Files) == 0 {
		return nil, nil, misuse("没有找到报告文件。请确认文件夹，可以读的是 nianbao docx doc xlsx html rtf txt csv parquet。")
	}
	day := today()
	reader := collect.Reader{Editions: c.editions, Desk: func(office string) model.Desk { return settings.Desk(office, day) }}
	err = reader.Read(ctx, found.Files, func(returns []*district.Return, _ collect.Progress) {
		for _, r := range returns {
			d.Add(r)
		}
	})
	if errors.Is(err, context.Canceled) {
		return nil, nil, misuse("汇总中断了，没有写任何文件。")
	}
	if err != nil {
		return nil, nil, err
	}
	if d.Year, err = c.year(d.Latest()); err != nil {
		return nil, nil, err
	}
	d.Edition = c.editions.ForYear(d.Year)
	for _, chosen := range []map[string]bool{d.Taken, d.Left} {
		for name := range chosen {
			if !slices.ContainsFunc(found.Files, func(f collect.File) bool { return f.Name == name }) {
				return nil, nil, misuse(fmt.Sprintf("--take 或者 --leave 里的“%s”不在读到的文件里。名称要写得和列出来的一样。", name))
			}
		}
	}
	return d, found, nil
}

// year is the one that is asked for, else the latest.
func (c *call) year(latest int) (int, error) {
	if text := c.options["year"]; text != "" {
		year, err := strconv.Atoi(text)
		if err != nil || !c.editions.ForYear(year).Covers(year) {
			return 0, misuse(fmt.Sprintf("年度“%s”不对，请写成 2026 这样。", text))
		}
		return year, nil
	}
	if latest == 0 {
		return 0, misuse("读到的文件里没有一份写明年度的报告，没有可以汇总的。")
	}
	return latest, nil
}

// names are those of an option that lists several.
func names(option string) map[string]bool {
	out := map[string]bool{}
	for name := range strings.SplitSeq(option, ",") {
		if name = strings.TrimSpace(name); name != "" {
			out[name] = true
		}
	}
	return out
}

// sumText tells people what came of it.
func (c *call) sumText(s summed) {
	counted := len(s.Sum.Parts)
	listed := 0
	for _, b := range s.Bodies {
		if b.Listed {
			listed++
		}
	}
	fmt.Fprintf(c.out, "%s%d年度：", orOffice(s.Name), s.Year)
	if s.Roll != nil {
		fmt.Fprintf(c.out, "应报 %d 个单位，", listed)
	}
	fmt.Fprintf(c.out, "读了 %d 个文件，计入汇总 %d 份。\n", len(s.Found.Files), counted)
	for _, known := range district.States {
		if known.State != district.Missing {
			c.entriesOf(s.Tally, known.State, known.Name)
			continue
		}
		var names []string
		for _, b := range s.Bodies {
			if b.State == known.State {
				names = append(names, b.Name)
			}
		}
		if len(names) > 0 {
			fmt.Fprintf(c.out, "%s（%d）：%s\n", known.Name, len(names), strings.Join(names, "、"))
		}
	}
	if counted == 0 {
		fmt.Fprintln(c.out, "没有一份报告计入，汇总是空的。请看上面各份文件的情况。")
	}
	for _, g := range s.Sum.Gaps {
		fmt.Fprintf(c.out, "  ! %s 的“%s”%s，没有加进去。\n", oneLine(g.Entry.File), g.Cell.Name(), oneLine(g.Why))
	}
	for _, f := range s.Of {
		fmt.Fprintf(c.out, "汇总数 %s %s\n", signs[f.Level], oneLine(f.Text))
	}
	if n := len(s.Found.Others); n > 0 {
		fmt.Fprintf(c.out, "另有 %d 个文件不是报告的格式，没有读：%s\n", n, some(s.Found.Others))
	}
	if n := len(s.Found.Made); n > 0 {
		fmt.Fprintf(c.out, "另有 %d 个是汇总写出来的，没有读：%s\n", n, some(s.Found.Made))
	}
	if n := len(s.Found.Shut); n > 0 {
		fmt.Fprintf(c.out, "另有 %d 个文件夹打不开，里面的没有读：%s\n", n, some(s.Found.Shut))
	}
}

// entriesOf lists the files of a state; of those about which nothing is to be done only how many.
func (c *call) entriesOf(t *district.Tally, state district.State, name string) {
	var of []*district.Entry
	for _, e := range t.Entries {
		if e.State == state {
			of = append(of, e)
		}
	}
	if len(of) == 0 {
		return
	}
	if state == district.Received || state == district.Past {
		fmt.Fprintf(c.out, "%s（%d）\n", name, len(of))
		return
	}
	fmt.Fprintf(c.out, "%s（%d）：\n", name, len(of))
	for _, e := range of {
		in := "没有计入"
		if e.Counted {
			in = "已计入"
		}
		fmt.Fprintf(c.out, "  %s（%s）%s%s\n", oneLine(e.File), cmp.Or(oneLine(e.Office), memberName(t, e), "单位未知"), oneLine(e.Why), in+"。")
		if state == district.Faulty {
			for _, f := range e.Found {
				fmt.Fprintf(c.out, "    %s %s\n", signs[f.Level], oneLine(f.Text))
			}
		}
	}
}

// memberName is the body of the roll whose file it is, "" if that is not known.
func memberName(t *district.Tally, e *district.Entry) string {
	if e.Member < 0 {
		return ""
	}
	return t.Bodies[e.Member].Name
}

// some are the first of many names.
func some(names []string) string {
	const few = 5
	out := oneLine(strings.Join(names[:min(few, len(names))], "、"))
	if len(names) > few {
		out += "等"
	}
	return out
}

func orOffice(name string) string {
	if name == "" {
		return ""
	}
	return name + " "
}

// output is a file or folder that a sum is written to.
type output struct {
	sums.Output
	path string
}

// outputsTo are the files that a target asks for: one by its ending, all in a folder.
func outputsTo(target string) ([]output, error) {
	info, err := os.Stat(target)
	if err == nil && info.IsDir() || strings.HasSuffix(target, "/") {
		if err := os.MkdirAll(target, 0o755); err != nil {
			return nil, &store.Fault{Path: target, Cause: err}
		}
		var out []output
		for _, o := range sums.All() {
			out = append(out, output{o, filepath.Join(target, o.Name)})
		}
		return out, nil
	}
	o, ok := sums.ByEnding(target)
	if !ok {
		return nil, misuse(fmt.Sprintf("不能把汇总写成“%s”。-o 可以写 .nianbao、.xlsx、.csv、.parquet 的文件名，或者一个文件夹（以 / 结尾）。", filepath.Base(target)))
	}
	return []output{{o, target}}, nil
}
