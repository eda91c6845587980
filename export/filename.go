package export

import (
	"strings"
	"unicode/utf8"
)

// wide are the characters that file systems refuse, and those that stand for them.
var wide = strings.NewReplacer("/", "／", "\\", "＼", ":", "：", "*", "＊", "?", "？", `"`, "＂", "<", "＜", ">", "＞", "|", "｜")

// FileName is a name that every file system takes: of no more bytes than a name can have,
// with some left for what stands behind it.
func FileName(name string) string {
	name = strings.Trim(wide.Replace(Line(name)), " .\t")
	for len(name) > 200 {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	if name == "" {
		return "年报"
	}
	return name
}
