package source

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

func TestText(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{
			"lines", "标题\n\n一、总体情况\n  （一）主动公开。\n",
			"0 \"标题\"\n0 \"一、总体情况\"\n0 \"  （一）主动公开。\"\n",
		},
		{"line ends", "甲\r\n乙\r丙\f丁\v戊\u2028己", "0 \"甲\"\n0 \"乙\"\n0 \"丙\"\n0 \"丁\"\n0 \"戊\"\n0 \"己\"\n"},
		{"one cell a line", "规章\n\n0\n\n 0\n\n\u00a00", "0 \"规章\"\n0 \"0\"\n0 \" 0\"\n0 \"\\u00a00\"\n"},
		{
			"upright", "二、情况\n\t信息内容\n\t本年新\n制作数量\n\n\t规章\n\t\u3000\u30000\n\n\n三、情况\n",
			"0 \"二、情况\"\ntable\n  0\"信息内容\" 1\"本年新\\n制作数量\"\n  0\"规章\" 1\"\\u3000\\u30000\"\n0 \"三、情况\"\n",
		},
		{
			"blank cells", "\t一、新收\n\t \n\t\n\t\u00a0\n\t0\n\n\t\n\t\n\t甲\n",
			"table\n  0\"一、新收\" 1\" \" 2\"\" 3\"\\u00a0\" 4\"0\"\n  0\"\" 1\"\" 2\"甲\"\n",
		},
		{
			"prose right below", "\t规章\n\t0\n我镇今年没有制定规章。\n",
			"table\n  0\"规章\" 1\"0\"\n0 \"我镇今年没有制定规章。\"\n",
		},
		{
			"heading right below a label", "\t数量\n\t行政强制\n四、其他\n无\n",
			"table\n  0\"数量\" 1\"行政强制\"\n0 \"四、其他\"\n0 \"无\"\n",
		},
		{
			"heading led by a tab", "\t二、主动公开\n\n\t规章\n\t0\n\n\t三、收到申请\n\n\t新收\n\t1\n",
			"0 \"二、主动公开\"\ntable\n  0\"规章\" 1\"0\"\n0 \"三、收到申请\"\ntable\n  0\"新收\" 1\"1\"\n",
		},
		{
			"prose led by tabs", "\t一、总体情况\n\t今年公开信息多条。\n\n\t二、其他\n\n\t无\n",
			"0 \"\\t一、总体情况\"\n0 \"\\t今年公开信息多条。\"\n0 \"二、其他\"\n0 \"\\t无\"\n",
		},
		{
			"level", "情况\n信息内容\t制发\t废止\n规章\t0\t0\n\n文件\t\t1\n以上。",
			"0 \"情况\"\ntable\n  0\"信息内容\" 1\"制发\" 2\"废止\"\n  0\"规章\" 1\"0\" 2\"0\"\n  0\"文件\" 1\"\" 2\"1\"\n0 \"以上。\"\n",
		},
		{
			"level with leading blanks", "申请人\t\t\n\t自然人\t总计\n新收\t1\t1\n",
			"table\n  0\"申请人\" 1\"\" 2\"\"\n  0\"\" 1\"自然人\" 2\"总计\"\n  0\"新收\" 1\"1\" 2\"1\"\n",
		},
		{
			"level in quotation marks", "\"本年\n新收\"\t总计\n1\t\"说\"\"明\n书\"\n",
			"table\n  0\"本年\\n新收\" 1\"总计\"\n  0\"1\" 1\"说\\\"明\\n书\"\n",
		},
		{
			"list numbers", "1.\t总体情况\n2.\t主动公开情况\n（一）\t概况\n",
			"0 \"1.\\t总体情况\"\n0 \"2.\\t主动公开情况\"\n0 \"（一）\\t概况\"\n",
		},
		{
			"a tab right above an upright table", "电话：\t6543210\n\t规章\n\t0\n\n\t文件\n\t1\n",
			"0 \"电话：\\t6543210\"\ntable\n  0\"规章\" 1\"0\"\n  0\"文件\" 1\"1\"\n",
		},
		{"one pair", "联系电话：\t6543210\n", "0 \"联系电话：\\t6543210\"\n"},
	} {
		d := read(t, "a.txt", []byte(c.text))
		got := strings.TrimPrefix(show(d), "txt \"\"\n")
		if got != c.want {
			t.Errorf("%s:\n%swant:\n%s", c.name, got, c.want)
		}
		if plain := strings.ReplaceAll(c.text, `"`, ""); strings.ReplaceAll(said(d), `"`, "") != solid(plain) {
			t.Errorf("%s: text lost: %q", c.name, said(d))
		}
	}
}

func TestEncodings(t *testing.T) {
	simple := "青禾镇人民政府2024年年度报告\n\t规章\n\t0\n一、总体情况：“镕”字、〔2024〕3号，收费190.457379万元。\n"
	traditional := "當前位置：鄉鎮信息公開情況說明報告\n一、概述\n我鄉堅持按照縣政府統一部署，加強組織領導。\n"
	wideOnly := "青禾镇人民政府年度报告总体情况"
	le := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	be := unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	for _, c := range []struct {
		name, text string
		enc        encoding.Encoding
	}{
		{"UTF-8", simple, encoding.Nop},
		{"UTF-8 with mark", simple, unicode.UTF8BOM},
		{"UTF-16 LE with mark", simple, le},
		{"UTF-16 BE with mark", simple, be},
		{"UTF-16 LE", simple, littleEndian},
		{"UTF-16 BE", simple, bigEndian},
		{"UTF-16 LE, Chinese only", wideOnly, littleEndian},
		{"UTF-16 BE, Chinese only", wideOnly, bigEndian},
		{"GB18030", simple, simplifiedchinese.GB18030},
		{"GBK, traditional", traditional, simplifiedchinese.GBK},
		{"Big5", traditional, traditionalchinese.Big5},
		{"GB18030, beyond the plane", simple + "𬭊\n", simplifiedchinese.GB18030},
	} {
		data, err := c.enc.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatal(c.name, err)
		}
		if d := read(t, "a.txt", data); said(d) != solid(c.text) {
			t.Errorf("%s: %q", c.name, said(d))
		}
	}
	// A UTF-8 text cut within its last character is still UTF-8.
	if d := read(t, "a.txt", []byte(strings.Repeat("公开", 20)+"信"[:2])); !strings.HasPrefix(said(d), "公开公开") {
		t.Errorf("cut UTF-8: %q", said(d))
	}
}
