package hostile

const rich = `{\rtf1\ansi\ansicpg936\uc0 `

// escaped is a text in the Unicode escapes of RTF.
func escaped(s string) string {
	out := ""
	for _, r := range s {
		switch {
		case r == '\n':
			out += `\par `
		case r < 0x80:
			out += string(r)
		default:
			out += `\u` + itoa(int(int16(r))) + ` `
		}
	}
	return out
}

// rtf is the short report in RTF with more behind it.
func rtf(more string) func() []byte {
	return func() []byte { return []byte(rich + escaped(report()) + `\par ` + more + `}`) }
}

var riches = []File{
	{"百万个组.rtf", "一百万个空的组", func() []byte { return rtf(times("{}", 1000000))() }, "", read, nil},
	{"百万层.rtf", "一百万个组一个套一个", func() []byte { return rtf(times("{", 1000000) + times("}", 1000000))() }, deep, nil, nil},
	{"不闭合.rtf", "组没有结束", func() []byte { return is(rich + escaped(report()) + times("{a", 100))() }, broken, nil, nil},
	{"多闭合.rtf", "结束多于开始", rtf("}}}}}}"), "", read, nil},
	{"bin说谎.rtf", `\bin 说后面有 2147483647 个字节`, rtf(`{\*\x\bin2147483647 abc}`), broken, nil, nil},
	{"bin负数.rtf", `\bin 后面是负数`, rtf(`{\*\x\bin-99999 }后面的话。`), "", read, nil},
	{"uc说谎.rtf", `\uc 说每个字后面有 2147483647 个替代字`, rtf(`\uc2147483647\u20013 x`), "", read, nil},
	{"数字溢出.rtf", "控制字的数有 60 位", func() []byte { return rtf(`\u` + times("9", 60) + ` \f99999999999999999999 \itap2147483647\par`)() }, deep, nil, nil},
	{"长控制字.rtf", "控制字有 1 MB 长", func() []byte { return rtf(`\` + times("a", 1<<20) + " ")() }, "", read, nil},
	{"字体百万.rtf", "字体表有 50 万种字体", func() []byte {
		b := []byte(rich + `{\fonttbl`)
		for i := range 500000 {
			b = append(b, `{\f`+itoa(i)+`\fcharset134 x;}`...)
		}
		return append(b, `}`+escaped(report())+`}`...)
	}, "", read, nil},
	{"许多段.rtf", "20 万段", func() []byte { return rtf(times(`a\par `, 200000))() }, tooMuch, nil, nil},
	{"许多字.rtf", "一段 19 MB", func() []byte { return rtf(times("abcdefgh", 19<<17))() }, tooMuch, nil, nil},
	{"许多换行.rtf", "一段里有一百万个换行", func() []byte { return rtf(times(`a\line `, 1000000))() }, tooMuch, nil, nil},
	{"宽表.rtf", "一行 1000 格", func() []byte {
		return rtf(`\trowd` + times(`\cellx100`, 1000) + `\intbl ` + times(`1\cell `, 1000) + `\row`)()
	}, bigGrid, nil, nil},
	{"百万格.rtf", "20000 行 50 格", func() []byte { return rtf(times(`\intbl `+times(`1\cell`, 50)+`\row`+"\n", 20000))() }, tooMuch, nil, nil},
	{"深表.rtf", "表格套了 200 层，每层两格都带字", func() []byte {
		s := ""
		for i := range 150 {
			s += `\pard\intbl\itap` + itoa(i+1) + ` ab\nestcell `
		}
		return rtf(s)()
	}, "", read, nil},
	{"脚注套脚注.rtf", "1000 个脚注一个套一个", func() []byte { return rtf(times(`{\footnote a`, 1000) + times(`}`, 1000))() }, "", read, nil},
	{"列表编号.rtf", "30 万个列表编号，不分段", func() []byte { return rtf(times(`{\listtext a}`, 300000))() }, "", read, nil},
	{"对象.rtf", "嵌着 OLE 对象和公式编辑器", rtf(`{\object\objemb\objupdate{\*\objclass Equation.3}{\*\objdata 0105000002000000}}{\field{\*\fldinst INCLUDEPICTURE "http://127.0.0.1:9/x"}{\fldrslt 域的结果。}}`), "", read, []string{"Equation", "127.0.0.1"}},
	{"外部模板.rtf", "模板在网上", rtf(`{\*\template http://127.0.0.1:9/x.dotm}`), "", read, []string{"127.0.0.1"}},
	{"代理对.rtf", "只有半个代理对", rtf(`\u-10179 \u-10179 x\u-8704 `), "", read, nil},
	{"坏字节.rtf", "GBK 只有半个字，十六进制写错", rtf(`\'d2\'zz x`), "", read, nil},
	{"控制字符.rtf", "正文里有控制字符和从右到左的控制符", rtf(`\u8238 21\u8236 ` + "\x01\x1b[2J\x7f"), "", read, []string{"\x1b", "\x01"}},
	{"截断.rtf", "只有一半", is(rich + escaped(report())), broken, nil, nil},
	{"巨大.rtf", "51 MB", func() []byte { return []byte(rich + times("a", 51<<20)) }, tooBig, nil, nil},
}
