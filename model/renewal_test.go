package model_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"nianbao/model"
	"nianbao/model/sample"
)

func words(places []model.Place) string {
	var out []string
	for _, p := range places {
		out = append(out, p.Words)
	}
	return strings.Join(out, " ")
}

// Each case is a text of the report of 2025 as it is to begin in 2026.
func TestRenew(t *testing.T) {
	for _, c := range []struct{ text, want, kept, figures string }{
		{"2025年，我镇公开信息1200条。", "2026年，我镇公开信息1200条。", "", "1200条"},
		{"２０２５年度", "２０２６年度", "", ""},
		{"二〇二五年，收到6件", "二〇二六年，收到6件", "", "6件"},
		{"二零二五年 二○二五年 二Ｏ二四年", "二零二六年 二○二六年 二Ｏ二五年", "", ""},
		{"较2024年增长12%，2026年将新增3.5万元。", "较2025年增长12%，2027年将新增3.5万元。", "", "12% 3.5万元"},
		{"2025 年度报告", "2026 年度报告", "", ""},
		{"统计期限为2025年1月1日至12月31日。", "统计期限为2026年1月1日至12月31日。", "", ""},
		{"自2025年1月1日起至2025年12月31日止", "自2026年1月1日起至2026年12月31日止", "", ""},
		{"2025.1.1—2025.12.31", "2026.1.1—2026.12.31", "", ""},
		{"二〇二五年一月一日至十二月三十一日", "二〇二六年一月一日至十二月三十一日", "", ""},
		{"截至2025年底，2025年第一季度", "截至2026年底，2026年第一季度", "", ""},
		{"2025年3月召开会议2次，5月15日宣传", "2026年3月召开会议2次，5月15日宣传", "", "3月 2次 5月15日"},
		{"2025年5月15日开展宣传", "2025年5月15日开展宣传", "2025年5月15日", ""},
		{"国办公开办函〔2019〕60号", "国办公开办函〔2019〕60号", "〔2019〕60号", ""},
		{"涪陵府办发〔2025〕105号、〔2025〕 3 号、[2025]7号、【2025】46号、（2025）8号", "涪陵府办发〔2025〕105号、〔2025〕 3 号、[2025]7号、【2025】46号、（2025）8号", "〔2025〕105号 〔2025〕 [2025]7号 【2025】46号 （2025）8号", ""},
		{"（2025年）", "（2026年）", "", ""},
		{"《条例》（2019年4月3日国令第711号）", "《条例》（2019年4月3日国令第711号）", "2019年4月3日国令", ""},
		{"2025年第711号令", "2025年第711号令", "2025年第711号", ""},
		{"2008年5月1日起施行，2025年9月1日起施行，2025年起施行", "2008年5月1日起施行，2025年9月1日起施行，2025年起施行", "2008年5月1日起施行 2025年9月1日起施行 2025年起施行", ""},
		{"《条例》（2025年修订）", "《条例》（2025年修订）", "2025年修订", ""},
		{"“十四五”规划（2021—2025年）", "“十四五”规划（2021—2025年）", "2021—2025年", ""},
		{"2021-2025年 ２０２１～２０２５年 2024至2025年 2023年至2025年", "2021-2025年 ２０２１～２０２５年 2024至2025年 2023年至2025年", "2021-2025年 ２０２１～２０２５年 2024至2025年 2023年至2025年", ""},
		{"二〇二一—二〇二五年", "二〇二一—二〇二五年", "二〇二一—二〇二五年", ""},
		{"2024、2025年", "2024、2025年", "2024、2025年", ""},
		{"2024年、2025年", "2025年、2026年", "", ""},
		{"2025年版目录，2020年版目录", "2025年版目录，2020年版目录", "2025年版 2020年版", ""},
		{"落实《2025年政务公开工作要点》", "落实《2025年政务公开工作要点》", "2025年", ""},
		{"县政府2025年印发的《办法》", "县政府2025年印发的《办法》", "2025年", ""},
		{"2025年制发文件3件，其中的《办法》已公开", "2026年制发文件3件，其中的《办法》已公开", "", "3件"},
		{"对2010年以来的文件", "对2010年以来的文件", "2010年", ""},
		{"2024年以来；2025年以来", "2024年以来；2026年以来", "2024年", ""},
		{"自2025年起每月公布", "自2025年起每月公布", "2025年", ""},
		{"www.x.gov.cn/2025/b.html", "www.x.gov.cn/2025/b.html", "2025", ""},
		{"公开信息2025条", "公开信息2025条", "", "2025条"},
		{"公开信息2025年第3条", "公开信息2026年第3条", "", ""},
		{"全年收到{requests/new/total}件，办结5件。", "全年收到{requests/new/total}件，办结5件。", "", "5件"},
		{"花括号{2025年}和{{2025年}}", "花括号{2026年}和{{2026年}}", "", ""},
		{"0431-85550126，人民路18号，12345热线，第十二条", "0431-85550126，人民路18号，12345热线，第十二条", "", ""},
		{"1,026条、12.6万次、百分之四、两次、6％、3 件、100餘條", "1,026条、12.6万次、百分之四、两次、6％、3 件、100餘條", "", "1,026条 12.6万次 百分之四 两次 6％ 3 件 100餘條"},
		{"规范性文件底数0。满意率为97.3，邮编：000000；第20，", "规范性文件底数0。满意率为97.3，邮编：000000；第20，", "", "0 97.3"},
		{"五个方面，一事一档，“三公”经费，“十四五”", "五个方面，一事一档，“三公”经费，“十四五”", "", ""},
		{"", "", "", ""},
	} {
		got := model.Renew(c.text, 2025, 2026)
		if got.Text != c.want {
			t.Errorf("%s\nbecomes %s\nnot     %s", c.text, got.Text, c.want)
		}
		if words(got.Kept) != c.kept {
			t.Errorf("%s\nleaves alone %q\nnot          %q", c.text, words(got.Kept), c.kept)
		}
		if words(got.Figures) != c.figures {
			t.Errorf("%s\nto read again %q\nnot           %q", c.text, words(got.Figures), c.figures)
		}
	}
	got := model.Renew("较2029年，２０２９年，二〇二九年。二零三零年", 2029, 2030)
	if got.Text != "较2030年，２０３０年，二〇三〇年。二零三一年" || got.Moved[2].Was != "二〇二九年" || got.Moved[2].Words != "二〇三〇年" {
		t.Errorf("over the decade: %q, %v", got.Text, got.Moved)
	}
}

// Whatever the text: every place stands where it says, in order and apart, and
// nothing but digits of years has changed.
func checkRenewal(t *testing.T, text string) {
	got := model.Renew(text, 2025, 2026)
	if utf8.RuneCountInString(got.Text) != utf8.RuneCountInString(text) {
		t.Fatalf("%q has another length: %q", text, got.Text)
	}
	runes, old := []rune(got.Text), []rune(text)
	touched := make([]bool, len(runes))
	for _, list := range [][]model.Place{got.Moved, got.Kept, got.Figures} {
		for _, p := range list {
			if p.At < 0 || p.End() > len(runes) || string(runes[p.At:p.End()]) != p.Words {
				t.Fatalf("%q: %+v does not stand there", text, p)
			}
			for i := p.At; i < p.End(); i++ {
				if touched[i] {
					t.Fatalf("%q: %+v covers another place", text, p)
				}
				touched[i] = true
			}
		}
	}
	moved := map[int]bool{}
	for _, p := range got.Moved {
		if p.Was != string(old[p.At:p.End()]) {
			t.Fatalf("%q: %+v was not there", text, p)
		}
		for i := p.At; i < p.At+4; i++ {
			moved[i] = true
		}
	}
	for i := range runes {
		if !moved[i] && runes[i] != old[i] {
			t.Fatalf("%q: character %d has changed", text, i)
		}
	}
}

func FuzzRenew(f *testing.F) {
	for _, text := range []string{"2025年1月1日", "〔2025〕3号", "{requests/new/total}件", "{{2025年", "二〇二五年3件", "2024、2025年至", "《2025年》百分之", "2025.1.1", "每5月\n十", "2025-12"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if utf8.ValidString(text) {
			checkRenewal(t, text)
		}
	})
}

func TestRenewRandomTexts(t *testing.T) {
	parts := strings.Split("2025年|２０２４年|二〇二六年|〔|〕|60号|《|》|1月1日|5月15日|至|—|、|起|施行|修订|12件|三次|第|{requests/new/total}|{|}|{{|。|\n| |年|版|.|-|2025|的", "|")
	random := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		var b strings.Builder
		for range random.IntN(9) {
			b.WriteString(parts[random.IntN(len(parts))])
		}
		checkRenewal(t, b.String())
	}
}

// Real reports: their own year is moved wherever it stands as such.
func TestRenewSeeds(t *testing.T) {
	dir := "../../shared/seeds"
	files, _ := filepath.Glob(filepath.Join(dir, "*.txt"))
	if len(files) == 0 {
		t.Log(dir + " is not there: no real reports to try")
		return
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		checkRenewal(t, string(b))
		year := 2020
		if strings.Contains(string(b), "2018年度") {
			year = 2018
		}
		got := model.Renew(string(b), year, year+1)
		if len(got.Moved) == 0 {
			t.Errorf("%s: no year moves", file)
		}
		for _, p := range got.Kept {
			t.Logf("%s leaves %q", filepath.Base(file), p.Words)
		}
	}
}

// A live number that the later form lacks is written out, the others stay. What was
// no number in the earlier form does not become one.
func TestRenewAcrossEditions(t *testing.T) {
	last, r := sample.Old(), sample.Blank("2021", "柳河县住房和城乡建设局", 2021)
	last.Texts["overview/active"] = "2020年收到{requests/new/total}件，许可比上一年增加{disclosure/permits/change}项{{注}}，见{disclosure/rules/issued}。"
	if got, want := r.Renew(last, "overview/active").Text, "2021年收到{requests/new/total}件，许可比上一年增加+19项{{注}}，见{{disclosure/rules/issued}}。"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestFollow(t *testing.T) {
	const old = "收到6件，办结12件，结转3件。"
	places := model.Renew(old, 2025, 2026).Figures
	for _, c := range []struct{ text, want string }{
		{old, "6件 12件 3件"},
		{"今年收到6件，办结12件，结转3件。", "6件 12件 3件"},
		{"收到8件，办结12件，结转3件。", "12件 3件"},
		{"收到6件，办结15件，结转3件。", "6件 3件"},
		{"收到6件。", "6件"},
		{"", ""},
	} {
		got := model.Follow(places, old, c.text)
		if words(got) != c.want {
			t.Errorf("%s: %q, want %q", c.text, words(got), c.want)
		}
		for _, p := range got {
			if string([]rune(c.text)[p.At:p.End()]) != p.Words {
				t.Errorf("%s: %+v does not stand there", c.text, p)
			}
		}
	}
}

func BenchmarkRenew(b *testing.B) {
	text := sample.Full().Texts["overview/active"]
	b.ReportAllocs()
	for b.Loop() {
		model.Renew(text, 2026, 2027)
	}
}
