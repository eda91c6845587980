package command

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/store"
)

// set is `nianbao set`: all changes or none.
func (c *call) set() error {
	files, err := c.files()
	if err != nil {
		return err
	}
	if len(files) < 2 {
		return misuse("没有指定要改的值。用法：nianbao " + c.verb.usage)
	}
	r, file, err := store.Open(files[0], c.editions)
	if err != nil {
		return err
	}
	var changes []model.Change
	for _, arg := range files[1:] {
		address, value, ok := strings.Cut(arg, "=")
		if !ok {
			return misuse(fmt.Sprintf("“%s”应当写成 地址=值。没有作任何改动。", arg))
		}
		change, err := change(r, model.Ref(strings.TrimSpace(address)), value)
		if err != nil {
			return err
		}
		changes = append(changes, change)
	}
	r.Apply(changes...)
	if err := file.Save(r); err != nil {
		return err
	}
	fmt.Fprintf(c.out, "已改 %d 处：“%s”。\n", len(changes), files[0])
	return nil
}

// change checks that there is a place for the value.
func change(r *model.Report, ref model.Ref, value string) (model.Change, error) {
	switch ref {
	case "office", "kind", "year", "title":
		ref = "@" + ref
	}
	switch {
	case !utf8.ValidString(value):
		return model.Change{}, misuse(fmt.Sprintf("“%s”的值不是 UTF-8 编码的文字，没有作任何改动。请检查终端或脚本的编码。", ref))
	case ref == model.RefOffice, ref == model.RefTitle:
		value = strings.Join(strings.Fields(value), " ") // stands on one line
	case ref == model.RefKind:
		if model.Kind(value).Name() == "" {
			return model.Change{}, unknownKind(value)
		}
	case ref == model.RefYear:
		year, err := readYear(value)
		if err != nil {
			return model.Change{}, err
		}
		value = strconv.Itoa(year)
	case r.Edition.Cell(ref) != nil:
		return model.Change{At: ref, New: value, Drop: value == ""}, nil
	case r.HasText(ref):
	default:
		return model.Change{}, misuse(fmt.Sprintf("%s版格式里没有“%s”这个地址。没有作任何改动；可用的地址见 nianbao show 文件。", r.Edition.ID, ref))
	}
	return model.Change{At: ref, New: value}, nil
}
