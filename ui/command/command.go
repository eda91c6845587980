// Package command is the command line of 年报: the same reports, files, checks
// and exports as in the window, for scripts.
package command

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/assets"
	"nianbao/model"
	"nianbao/model/intake"
	"nianbao/model/intake/source"
	"nianbao/model/store"
	"nianbao/ui/release"
)

// Exit statuses.
const (
	Fine     = 0
	Findings = 1 // findings at level error
	Wrong    = 2 // wrong use or an unreadable file
)

// verb is one of the program's commands.
type verb struct {
	usage   string
	options []string // that take a value
	flags   []string // that take none
	run     func(*call) error
}

var verbs = map[string]verb{
	"new":    {"new --office 名称 --year 2026 [--kind township|subdistrict|county|city|department] -o 文件", []string{"office", "year", "kind", "o"}, nil, (*call).create},
	"import": {"import 来源... -o 文件或文件夹 [--json]", []string{"o"}, []string{"json"}, (*call).imports},
	"show":   {"show 文件 [--json]", nil, []string{"json"}, (*call).show},
	"set":    {"set 文件 地址=值...", nil, nil, (*call).set},
	"check":  {"check 文件... [--last 去年的文件] [--settings 设置文件] [--json]", []string{"last", "settings"}, []string{"json"}, (*call).check},
	"export": {"export 文件... --to docx,xlsx,pdf,ofd,html,txt [-o 文件夹] [--record [--last 去年的文件] [--settings 设置文件]]", []string{"to", "o", "last", "settings"}, []string{"record"}, (*call).export},
	"course": {"course 各年的文件... --to docx,pdf,ofd,html,txt [-o 文件夹]", []string{"to", "o"}, nil, (*call).course},
	"sum":    {"sum 文件或文件夹... -o 文件或文件夹 [--roll 应报名单] [--year 2026] [--office 汇总单位] [--last 去年的汇总] [--with-errors] [--take 文件,...] [--leave 文件,...] [--settings 设置文件] [--json]", []string{"o", "roll", "year", "office", "last", "take", "leave", "settings"}, []string{"with-errors", "json"}, (*call).sum},
}

// call is one use of a command.
type call struct {
	verb     verb
	args     []string
	options  map[string]string
	out, err io.Writer // for people
	lines    io.Writer // of JSON
	editions model.Editions
	status   int
}

// Is says that the program's arguments are a command and not a file to open.
func Is(args []string) bool {
	if len(args) == 0 {
		return false
	}
	_, ok := verbs[args[0]]
	return ok || args[0] == "help" || strings.HasPrefix(args[0], "-")
}

// Run does a command and gives the exit status. Results go to out, what went
// wrong to errs, one line each.
func Run(args []string, out, errs io.Writer) (status int) {
	printed := &printer{to: out}
	out, errs = people{printed}, people{errs}
	c := &call{out: out, lines: printed, err: errs}
	defer func() {
		if printed.err != nil {
			status = c.fail(misuse("结果没有全部打印出来，请检查输出的去处和磁盘空间。"))
		}
	}()
	defer func() {
		if bad := recover(); bad != nil {
			fmt.Fprintln(errs, model.Sentence(fmt.Errorf("panic: %v", bad)))
			status = Wrong
		}
	}()
	if len(args) == 0 || slices.Contains([]string{"help", "-h", "--help"}, args[0]) {
		c.usage(out)
		return Fine
	}
	if slices.Contains([]string{"-v", "--version"}, args[0]) {
		fmt.Fprintln(out, "年报", release.Version)
		return Fine
	}
	v, ok := verbs[args[0]]
	if !ok {
		fmt.Fprintf(errs, "没有“%s”这个命令。可用的命令见 nianbao help。\n", args[0])
		return Wrong
	}
	c.verb = v
	if err := c.parse(args[1:]); err != nil {
		return c.fail(err)
	}
	var err error
	if c.editions, err = model.ReadEditions(assets.Editions()); err != nil {
		return c.fail(err)
	}
	if err := v.run(c); err != nil {
		return c.fail(err)
	}
	return c.status
}

func (c *call) usage(w io.Writer) {
	fmt.Fprintln(w, "年报：政府信息公开工作年度报告的填写、核对和导出\n\nnianbao [文件]                      打开窗口")
	for _, name := range []string{"new", "import", "show", "set", "check", "export", "course", "sum"} {
		fmt.Fprintln(w, "nianbao "+verbs[name].usage)
	}
	fmt.Fprintln(w, "nianbao --version                   版本\nnianbao --help                      本说明")
	fmt.Fprintln(w, "\n去年的文件（--last）和导入的来源可以是 txt docx doc xlsx html rtf，也可以是年报程序自己的文件。\n"+
		"check 加上 --last，问题后面还说明正文有多少和去年一样、哪些数变了。\n"+
		"course 把一个单位各年的报告排在一起，画出历年变化的图，列出各年的数。\n"+
		"sum 汇总各单位的报告：有错误的不计入，除非加上 --with-errors 或者用 --take 指定；同一单位报了不同的几份，用 --take 选定一份。\n"+
		"写到 .nianbao 是汇总后的报告，写到 .xlsx 是汇总表，写到 .csv 和 .parquet 是各单位的每一个数，写到文件夹是全部和退回的通知单。")
}

// misuse is wrong use of the command line; its text is for the user.
type misuse string

func (m misuse) Error() string { return string(m) }

// Sentence is what model.Sentence prints.
func (m misuse) Sentence() string { return string(m) }

// parse sorts arguments and options, which may stand anywhere.
func (c *call) parse(args []string) error {
	c.options = map[string]string{}
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if arg == "--" {
			c.args = append(c.args, args[i+1:]...)
			break
		}
		if !strings.HasPrefix(arg, "-") || arg == "-" {
			c.args = append(c.args, arg)
			continue
		}
		name, value, inline := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		switch {
		case slices.Contains(c.verb.flags, name) && !inline:
			c.options[name] = "true"
		case !slices.Contains(c.verb.options, name):
			return misuse(fmt.Sprintf("没有“%s”这个选项。用法：nianbao %s", arg, c.verb.usage))
		case inline:
			c.options[name] = value
		case i+1 < len(args):
			i++
			c.options[name] = args[i]
		default:
			return misuse(fmt.Sprintf("选项“%s”后面缺少内容。用法：nianbao %s", arg, c.verb.usage))
		}
	}
	return nil
}

// need gives an option that the command cannot do without.
func (c *call) need(name string) (string, error) {
	if v := c.options[name]; v != "" {
		return v, nil
	}
	dashes := "--"
	if len(name) == 1 {
		dashes = "-"
	}
	return "", misuse(fmt.Sprintf("缺少 %s%s。用法：nianbao %s", dashes, name, c.verb.usage))
}

// files gives the files named on the command line, at least one.
func (c *call) files() ([]string, error) {
	if len(c.args) == 0 {
		return nil, misuse("没有指定文件。用法：nianbao " + c.verb.usage)
	}
	return c.args, nil
}

// fail prints one clear line and gives the exit status.
func (c *call) fail(err error) int {
	fmt.Fprintln(c.err, oneLine(model.Sentence(err)))
	return Wrong
}

// oneLine keeps a sentence on its line: a file's name or what was typed into a
// cell may have line breaks.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }), " ")
}

// load reads a report of the program's own or of any format that intake reads.
func (c *call) load(path string) (*model.Report, error) {
	if strings.EqualFold(filepath.Ext(path), store.Ending) || !source.Known(path) && !store.Foreign(path) {
		r, _, err := store.Open(path, c.editions)
		return r, err
	}
	draft, err := intake.Open(path, c.editions)
	if err != nil {
		return nil, err
	}
	return draft.Report, nil
}

// settings are the office's that are named, else the user's own; nil if there are none.
func (c *call) settings() (*model.Settings, error) {
	if path := c.options["settings"]; path != "" {
		return store.OpenSettings(path)
	}
	return store.OwnSettings()
}

// last is last year's report, nil if none is named.
func (c *call) last() (*model.Report, error) {
	if path := c.options["last"]; path != "" {
		return c.load(path)
	}
	return nil, nil
}

// follows is an error if last year's report is not that of the year before.
func (c *call) follows(last, r *model.Report, path string) error {
	if last != nil && last.Year != r.Year-1 {
		return misuse(fmt.Sprintf("“%s”是%d年度的报告，核对%d年度的“%s”要用%d年度的。",
			c.options["last"], last.Year, r.Year, path, r.Year-1))
	}
	return nil
}

// line prints one JSON object on a line of its own.
func (c *call) line(v any) error {
	e := json.NewEncoder(c.lines)
	e.SetEscapeHTML(false)
	_ = e.Encode(v) // plain values; the printer keeps what went wrong in writing
	return nil
}
