package command

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/store"
)

// create is `nianbao new`.
func (c *call) create() error {
	if len(c.args) > 0 {
		return misuse(fmt.Sprintf("多了“%s”。用法：nianbao %s", c.args[0], c.verb.usage))
	}
	office, err := c.need("office")
	if err != nil {
		return err
	}
	typed, err := c.need("year")
	if err != nil {
		return err
	}
	path, err := c.need("o")
	if err != nil {
		return err
	}
	year, err := readYear(typed)
	if err != nil {
		return err
	}
	kind := model.KindOf(office)
	if k, ok := c.options["kind"]; ok {
		if kind = model.Kind(k); kind.Name() == "" {
			return unknownKind(k)
		}
	}
	office = strings.Join(strings.Fields(office), " ")
	if !utf8.ValidString(office) {
		return misuse("单位名称不是 UTF-8 编码的文字，没有新建。请检查终端或脚本的编码。")
	}
	if office == "" {
		return misuse("单位名称是空的，请写全称，例如 --office 白杨镇人民政府。")
	}
	r := model.NewReport(c.editions.ForYear(year), office, kind, year)
	if err := store.New(path).Save(r); err != nil {
		return err
	}
	fmt.Fprintf(c.out, "已新建“%s”：%s，%d年度，%s版格式。\n", path, r.Office, r.Year, r.Edition.ID)
	return nil
}

func readYear(typed string) (int, error) {
	year, err := strconv.Atoi(model.ParseNumber(strings.TrimSuffix(typed, "年")).Digits())
	if err != nil || year < 2008 || year > 2100 {
		return 0, misuse(fmt.Sprintf("“%s”不是报告年度，请写四位年份，例如 2026。", typed))
	}
	return year, nil
}

func unknownKind(k string) error {
	var names []string
	for _, known := range model.Kinds {
		names = append(names, string(known.Kind)+"（"+known.Name+"）")
	}
	return misuse(fmt.Sprintf("没有“%s”这一类单位。可以写：%s。", k, strings.Join(names, "、")))
}
