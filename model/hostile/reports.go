package hostile

import (
	"fmt"
	"strings"
)

// What the program says of its own files.
const (
	damaged  = "已经损坏或者不完整，读不出来。请从备份中找回，或者请对方重新发送。"
	noOwn    = "不是年报程序的文件。如果是 Word、Excel 或者文本，请用“导入”。"
	noText   = "不是年报程序的文件（文字编码不对）。如果是 Word、Excel 或者文本，请用“导入”。"
	huge     = "太大，不像是一份年报。请确认选对了文件。"
	overfull = "内容太多，不像是一份年报。请确认选对了文件。"
)

func wrong(key string) string {
	return "中“" + key + "”一项的写法不对，读不出来。请从备份中找回，或者请对方重新发送。"
}

func twice(key string) string {
	return "中“" + key + "”一项写了两次，不知道以哪一个为准。请从备份中找回，或者请对方重新发送。"
}

// own is a report of the program's own, with more keys.
func own(more string) func() []byte {
	return is(`{"format":1,"edition":"2021","office":"青禾镇人民政府","kind":"township","year":2024,"title":"` + title + `","texts":{"overview/active":"` + sentence + `"}` + more + `}`)
}

// keys are n keys with a value.
func keys(n int, prefix, value string) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`"` + prefix + itoa(i) + `":` + value)
	}
	return b.String()
}

var reports = []File{
	{"空.nianbao", "空文件", is(""), "是空文件，没有内容。请确认选对了文件，或者从备份中找回。", nil, nil},
	{"空白.nianbao", "只有空格", func() []byte { return is(times(" ", 1000))() }, noOwn, nil, nil},
	{"好.nianbao", "没有问题的文件", own(""), "", read, nil},
	{"BOM.nianbao", "前面有字节顺序标记", is("\ufeff" + string(own("")())), "", read, nil},
	{"截断.nianbao", "只写了一半", func() []byte { b := own("")(); return b[:len(b)/2] }, damaged, nil, nil},
	{"后面有尾巴.nianbao", "后面接着另一份", func() []byte { return append(own("")(), own("")()...) }, damaged, nil, nil},
	{"断电.nianbao", "断电以后全是 NUL", func() []byte { return is(times("\x00", 4096))() }, noOwn, nil, nil},
	{"数组套数组.nianbao", "十万个数组一个套一个", func() []byte { return own(`,"x":` + times("[", 100000) + times("]", 100000))() }, damaged, nil, nil},
	{"数组套数组不闭合.nianbao", "全是左方括号", func() []byte { return is(times("[", 1000000))() }, noOwn, nil, nil},
	{"百万个键.nianbao", "有一百万个不认识的项", func() []byte { return own("," + keys(1000000, "k", "1"))() }, overfull, nil, nil},
	{"百万个数.nianbao", "numbers 里有一百万个数", func() []byte { return own(`,"numbers":{` + keys(1000000, "requests/", `"1"`) + `}`)() }, overfull, nil, nil},
	{"百万行.nianbao", "unplaced 里有一百万行", func() []byte { return own(`,"unplaced":["甲"` + times(`,"甲"`, 1000000) + `]`)() }, overfull, nil, nil},
	{"长文.nianbao", "一段 10 MB", func() []byte { return own(`,"x":"` + times("公开", 10<<20/6) + `"`)() }, "", read, nil},
	{"长文一行.nianbao", "一个部分的文字有 10 MB，没有换行", func() []byte {
		return is(`{"format":1,"edition":"2021","office":"青禾镇人民政府","kind":"township","year":2024,"title":"` + title + `","texts":{"overview/active":"` + times(sentence, 10<<20/25) + `"}}`)()
	}, "", []string{title}, nil},
	{"巨大.nianbao", "33 MB", func() []byte { return own(`,"x":"` + times("a", 33<<20) + `"`)() }, huge, nil, nil},
	{"写了两次.nianbao", "单位写了两次", own(`,"office":"别的单位"`), twice("office"), nil, nil},
	{"数写了两次.nianbao", "一格写了两个数", own(`,"numbers":{"requests/new/person":"1","requests/new/person":"2"}`), twice("requests/new/person"), nil, nil},
	{"转义写两次.nianbao", "同一项一次直接写、一次用转义写", own(`,"offic\u0065":"别的单位"`), twice("office"), nil, nil},
	{"大小写.nianbao", "项名的大小写不同", own(`,"OFFICE":"别的单位"`), "", append([]string{"单位：青禾镇人民政府"}, read...), nil},
	{"大数.nianbao", "数是 1e999999999", own(`,"numbers":{"requests/new/person":1e999999999}`), "", append([]string{"requests/new/person = 1e999999999"}, read...), nil},
	{"长数.nianbao", "数有一百万位", func() []byte { return own(`,"numbers":{"requests/new/person":` + times("9", 1000000) + `}`)() }, "", []string{title}, nil},
	{"年度是大数.nianbao", "年度是 1e999", is(`{"format":1,"edition":"2021","year":1e999}`), "中的年度“1e999”不是年份。请从备份中找回，或者请对方重新发送。", nil, nil},
	{"年度很长.nianbao", "年度有一百万位", func() []byte { return is(`{"format":1,"edition":"2021","year":` + times("9", 1000000) + `}`)() }, "中的年度“99999999999999999999…”不是年份。请从备份中找回，或者请对方重新发送。", nil, nil},
	{"格式是大数.nianbao", "格式版本是 1e400", is(`{"format":1e400}`), "不是年报程序的文件。请确认选对了文件。", nil, nil},
	{"新格式.nianbao", "是更新的程序写的", is(`{"format":99,"edition":"2021"}`), "是更新版本的程序写的（格式 99），本程序读不了。请升级本程序；文件没有改动。", nil, nil},
	{"没见过的版本.nianbao", "版本的名字是路径", is(`{"format":1,"edition":"../../etc/passwd"}`), "用的是本程序不认识的格式版本“../../etc/passwd”。请升级本程序；文件没有改动。", nil, nil},
	{"版本名很长.nianbao", "版本的名字有 1 MB，带换行和控制字符", func() []byte { return is(`{"format":1,"edition":"\u001b[2J\n` + times("x", 1<<20) + `"}`)() }, "用的是本程序不认识的格式版本“�[2J xxxxxxxxxxxxxxx…”。请升级本程序；文件没有改动。", nil, nil},
	{"类型不对.nianbao", "单位是数组", is(`{"format":1,"edition":"2021","office":["甲"]}`), wrong("office"), nil, nil},
	{"数是对象.nianbao", "数是对象", own(`,"numbers":{"requests/new/person":{"a":1}}`), wrong("numbers"), nil, nil},
	{"负数.nianbao", "before 是负数", own(`,"before":{"a":-5}`), wrong("before"), nil, nil},
	{"空值.nianbao", "每一项都是 null", is(`{"format":1,"edition":"2021","office":null,"kind":null,"year":null,"title":null,"numbers":null,"texts":null,"outline":null,"before":null,"accepted":null,"unplaced":null}`), "", nil, nil},
	{"半个代理对.nianbao", `写了 \ud800`, own(`,"unplaced":["甲\ud800乙\udfff"]`), "", append([]string{"甲�乙�"}, read...), nil},
	{"坏UTF8.nianbao", "夹着不成字的字节", own(",\"x\":\"\xff\""), damaged, nil, nil},
	{"UTF16.nianbao", "UTF-16", func() []byte { return append([]byte("\xff\xfe"), own("")()...) }, noText, nil, nil},
	{"空字符.nianbao", "文字里有 NUL 和控制终端的字符", own(`,"unplaced":["甲\u0000乙\u001b[2J丙\u009b"]`), "", read, []string{"\x1b", "\x00"}},
	{"从右到左.nianbao", "单位名称里有从右到左的控制符", own(`,"unplaced":["共\u202e21\u202c条"]`), "", read, nil},
	{"坏地址.nianbao", "地址是 ../../etc/passwd", own(`,"numbers":{"../../etc/passwd":"1","":"2"}`), "", read, []string{"root:"}},
	{"坏标题.nianbao", "小标题的级别是 -5 和 1e9", own(`,"outline":[{"level":-5,"text":"甲"},{"level":1000000000}]`), "", nil, nil},
	{"活数成环.nianbao", "文字里的活数指向自己和不存在的格子", func() []byte {
		return is(`{"format":1,"edition":"2021","year":2024,"title":"` + title + `","texts":{"overview/active":"` + sentence + `{overview/active}{{{}{a/b/c}` + times("{", 10000) + `"}}`)()
	}, "", read, nil},
	{"压缩包.nianbao", "其实是 docx", word(""), noText, nil, nil},
	{"程序.nianbao", "其实是程序", is("\x7fELF\x02\x01\x01\x00"), noOwn, nil, nil},
}

var settings = []File{
	{"好.json", "没有问题的设置", is(`{"format":1,"due":"01-20"}`), "", nil, nil},
	{"空.json", "空文件", is(""), "是空文件，没有内容。请确认选对了文件，或者从备份中找回。", nil, nil},
	{"截断.json", "只有一半", is(`{"format":1,"du`), "不完整，读不出来。" + mend, nil, nil},
	{"数组套数组.json", "十万个数组一个套一个", func() []byte { return is(`{"format":1,"words":` + times("[", 100000) + times("]", 100000) + `}`)() }, "第 1 行的写法不对（引号、逗号和括号要成对，用半角）。" + mend, nil, nil},
	{"五万个词.json", "有五万个词", func() []byte {
		return is(`{"format":1,"words":[{"word":"甲"}` + times(`,{"word":"甲"}`, 50000) + `]}`)()
	}, "内容太多，不像是一份设置。" + mend, nil, nil},
	{"许多词.json", "有一万个不同的词", func() []byte {
		var b strings.Builder
		b.WriteString(`{"format":1,"words":[{"word":"绝密"}`)
		for i := range 10000 {
			fmt.Fprintf(&b, `,{"word":"词%d"}`, i)
		}
		return []byte(b.String() + `]}`)
	}, "内容太多，不像是一份设置。" + mend, nil, nil},
	{"长词.json", "一个词有 5 MB", func() []byte { return is(`{"format":1,"words":[{"word":"` + times("公开", 5<<20/6) + `"}]}`)() }, "太大，不像是一份设置。请确认选对了文件。", nil, nil},
	{"写了两次.json", "期限写了两次", is(`{"format":1,"due":"01-20","due":"12-31"}`), "中“due”一项写了两次，不知道以哪一个为准。" + mend, nil, nil},
	{"不认识.json", "有不认识的项", is(`{"format":1,"run":"cmd /c calc"}`), "里有不认识的项“run”；可以写的是 due、above、bodies、words。" + mend, nil, nil},
	{"大数.json", "格式版本是 1e999", is(`{"format":1e999}`), "第 1 行“format”的写法不对。" + mend, nil, nil},
	{"坏UTF8.json", "夹着不成字的字节", is("{\"format\":1,\"above\":[\"甲\xff\"]}"), "的文字编码不对，应当用 UTF-8。" + mend, nil, nil},
	{"巨大.json", "33 MB", func() []byte { return []byte(`{"format":1,"above":["` + times("a", 33<<20) + `"]}`) }, "太大，不像是一份设置。请确认选对了文件。", nil, nil},
}

const mend = "请改正，或者在“本单位设置”里重新填写。"
