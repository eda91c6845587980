package model_test

import (
	"testing"
	"time"

	"nianbao/model"
	"nianbao/model/sample"
)

func TestDeadline(t *testing.T) {
	for _, c := range []struct {
		today string
		due   model.Day
		says  string
	}{
		{"2026-12-31", "", ""},
		{"2027-01-23", "", ""},
		{"2027-01-24", "", "报告应当在2027年1月31日前公布，还有 7 天。"},
		{"2027-01-30", "", "报告应当在2027年1月31日前公布，还有 1 天。"},
		{"2027-01-31", "", "报告应当在2027年1月31日前公布，今天是最后一天。"},
		{"2027-02-01", "", "报告应当在2027年1月31日前公布，已经过了 1 天。"},
		{"2027-12-31", "", "报告应当在2027年1月31日前公布，已经过了 334 天。"},
		{"2028-01-01", "", ""},
		{"2027-01-10", "01-15", "报告应当在2027年1月15日前公布，还有 5 天。"},
		{"2027-01-30", "02-29", ""},
		{"", "", ""},
	} {
		desk := model.Desk{Due: c.due}
		if c.today != "" {
			day, err := time.ParseInLocation("2006-01-02 15:04", c.today+" 23:30", time.FixedZone("东八区", 8*3600))
			if err != nil {
				t.Fatal(err)
			}
			desk.Today = day
		}
		found := desk.Check(sample.Example(t), nil)
		switch {
		case c.says == "" && len(found) == 0:
		case len(found) != 1 || found[0].Text != c.says || found[0].Level != model.Hint || found[0].At[0] != model.RefYear:
			t.Errorf("%s: %v, want %s", c.today, found, c.says)
		}
	}
}

func TestParseDay(t *testing.T) {
	for text, want := range map[string]model.Day{
		"1月20日": "01-20", "01-20": "01-20", "1.5": "01-05", "１月２０号": "01-20", "12/31": "12-31", "01月31": "01-31",
		"": "", "1月": "", "2月30日": "", "13-01": "", "2027年1月20日": "", "一月二十日前": "", "1月20日前": "", "1月20日12": "",
	} {
		got, ok := model.ParseDay(text)
		if ok != (want != "") || ok && got != want {
			t.Errorf("%q: %q %v", text, got, ok)
		}
		if again, _ := model.ParseDay(got.String()); ok && again != got {
			t.Errorf("%q is written %q", got, got.String())
		}
	}
}
