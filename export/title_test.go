package export

import (
	"slices"
	"strings"
	"testing"
)

func TestTitleLines(t *testing.T) {
	for _, tt := range []struct {
		title, office string
		want          []string
	}{
		{"2026年政府信息公开年度报告", "白杨镇人民政府", []string{"2026年政府信息公开年度报告"}},
		{"白杨镇人民政府2026年政府信息公开工作年度报告", "白杨镇人民政府", []string{"白杨镇人民政府", "2026年政府信息公开工作年度报告"}},
		{"白杨镇人民政府2026年政府信息公开工作年度报告", "", []string{"白杨镇人民政府", "2026年政府信息公开工作年度报告"}},
		{"白杨镇人民政府关于2026年政府信息公开工作年度报告", "另一个单位", []string{"白杨镇人民政府", "关于2026年政府信息公开工作年度报告"}},
		{"黔东南苗族侗族自治州雷公山国家级自然保护区管理局2026年年度报告", "黔东南苗族侗族自治州雷公山国家级自然保护区管理局", []string{"黔东南苗族侗族自治州", "雷公山国家级自然保护区管理局", "2026年年度报告"}},
	} {
		if got := titleLines(tt.title, tt.office); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.title, got, tt.want)
		}
	}
}

// FuzzTitle: the lines together are the title.
func FuzzTitle(f *testing.F) {
	f.Add("白杨镇人民政府2026年政府信息公开工作年度报告", "白杨镇人民政府")
	f.Add(strings.Repeat("政府", 60), "")
	f.Add("\xff2026", "\xff")
	f.Fuzz(func(t *testing.T, title, office string) {
		lines := titleLines(title, office)
		if got := strings.Join(lines, ""); got != title {
			t.Errorf("%q is printed as %q", title, got)
		}
	})
}
