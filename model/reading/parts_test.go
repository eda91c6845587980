package reading

import (
	"strings"
	"testing"
)

func TestParts(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"2026年共公开信息12条，其中，领导分工1条；乡村治理3条；安全生产8条。", "12 = 1 3 8"},
		{"全年收到申请5件（其中自然人4件、企业1件），办结5件，其中予以公开3件、部分公开2件。", "5 = 4 1 | 5 = 3 2"},
		{"受理咨询400人次，其中：电话50人次，现场150人次，微信200人次。", "400 = 50 150 200"},
		{"收到申请10件，其中网上申请6件，办结9件，结转1件。", "10 ≥ 6"},
		{"收到申请10件，其中网上6件，信函4件，办结9件，结转1件。", "10 = 6 4"},
		{"共公开信息12条，其中动态3条、通知4条等。", "12 ≥ 3 4"},
		{"共公开信息12条，其中包括动态3条、通知4条。", "12 ≥ 3 4"},
		{"共公开信息12条，其中动态3条。", "12 ≥ 3"},
		{"网站9条，微信3条，以上共12条。", "12 = 9 3"},
		{"发现问题12个，已整改9个，其余3个正在整改。", "12 = 9 3"},
		{"通过微信、短信等渠道公开200条，其中网站100条，微信等新媒体100条。", "200 = 100 100"},
		{"全年公开信息200条，其中公开栏100余条，微信80余条。在各类信息中，动态30条，政策50条，宣传100余条。", "200 = 100+ 80+ | 200 ≥ 30 50 100+"},
		{"公开信息30条，较上年增加5条，其中网站20条，微信10条。", "30 = 20 10"},
		{"受理5件：自然人4件，法人1件。", "5 = 4 1"},
		{"收到申请5件，上年结转1件，办结6件。", ""},
	} {
		var got []string
		for _, p := range Read(c.text, 2026).Parts() {
			line := p.Whole.Digits + map[bool]string{true: " ≥", false: " ="}[p.more]
			for _, n := range p.Of {
				line += " " + n.Digits
				if n.Rough {
					line += "+"
				}
			}
			got = append(got, line)
		}
		if s := strings.Join(got, " | "); s != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, s, c.want)
		}
	}
}

// A sentence of a thousand characters is a table that was pasted: neither it nor what goes on
// from it is read.
func TestPastedTable(t *testing.T) {
	table := "共公开信息12条，" + strings.Repeat("网站7条，微信5条，", 120) + "合计999条"
	text := Read(table+"。其中网站8条、微信9条。共公开信息12条，其中网站7条、微信6条。", 2026)
	got := text.Parts()
	if len(got) != 1 || got[0].Sum() != 13 {
		t.Errorf("lists: %+v", got)
	}
	if s := Read("收到申请3件，"+table+"。办结申请4件。", 2026).Statements("application"); len(s) != 1 || s[0].Number.Digits != "4" {
		t.Errorf("statements: %+v", s)
	}
}

// The numbers of a text, worked out.
func TestNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"三十二件": "32件", "一百零五件": "105件", "两万三千余条": "23000+条", "３２件": "32件", "1,234条": "1234条",
		"190.457万元": "190.457万元", "百余件": "100+件", "百分之五十": "50%", "12.5%": "12.5%", "十件": "10件", "二十件": "20件",
		"1.2万条": "12000条", "0件": "0件", "三件": "3件",
	} {
		got := ""
		for _, tok := range Read("共"+text, 2026).sentences[0] {
			if tok.kind == number {
				got = tok.number.Digits
				if tok.number.Rough {
					got += "+"
				}
				got += tok.number.Unit
			}
		}
		if got != want {
			t.Errorf("%s is read as %q, want %q", text, got, want)
		}
	}
}
