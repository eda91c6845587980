package reading

import (
	"fmt"
	"strings"
	"testing"
)

// told writes statements as a reviewer would note them: subject act number.
func told(text string, about string) []string {
	var out []string
	for _, s := range Read(text, 2026).Statements(about) {
		note := strings.TrimSpace(s.Subject + " " + s.Act)
		switch {
		case s.Claims:
			note += " all"
		case s.Denies:
			note += " none"
		default:
			note += " " + s.Number.Digits
		}
		out = append(out, fmt.Sprintf("%s «%s»", note, string([]rune(text)[s.From:s.To])))
	}
	return out
}

func TestStatements(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"2026年，我镇共收到政府信息公开申请5件，上年结转1件，办结5件，结转下年度继续办理1件。", []string{
			"application received 5 «共收到政府信息公开申请5件»", "application carried-in 1 «上年结转1件»",
			"application done 5 «办结5件»", "application carried-out 1 «结转下年度继续办理1件»",
		}},
		{"全年收到公民、法人和其他组织提出的政府信息公开申请３２件，其中予以公开20件、部分公开5件，不予公开7件。", []string{
			"application received 32 «收到公民、法人和其他组织提出的政府信息公开申请３２件»",
			"application granted 20 «予以公开20件»", "application partial 5 «部分公开5件»", "application denied 7 «不予公开7件»",
		}},
		{"本年度受理依申请公开三十二件。", []string{"application received 32 «受理依申请公开三十二件»"}},
		{"共收到5件政府信息公开申请，3件予以公开，1件部分公开，1件不予公开。", []string{
			"application received 5 «共收到5件政府信息公开申请»", "application granted 3 «3件予以公开»",
			"application partial 1 «1件部分公开»", "application denied 1 «1件不予公开»",
		}},
		{"2026年未收到政府信息公开申请。", []string{"application received none «未收到政府信息公开申请»"}},
		{"全年没有收到公民、法人或其他组织提出的政府信息公开申请。", []string{"application received none «没有收到公民、法人或其他组织提出的政府信息公开申请»"}},
		{"未发生行政复议、行政诉讼。", []string{"review none «未发生行政复议»", "suit none «未发生行政复议、行政诉讼»"}},
		{"因政府信息公开引发的行政复议2件，行政诉讼1件。", []string{"review 2 «行政复议2件»", "suit 1 «行政诉讼1件»"}},
		{"因政府信息公开引起的行政复议1件、行政诉讼0件。", []string{"review 1 «行政复议1件»", "suit 0 «行政诉讼0件»"}},
		{"收到政府信息公开申请8件，均已办结。", []string{"application received 8 «收到政府信息公开申请8件»", "application done all «均已办结»"}},
		{"全年制发行政规范性文件3件，废止1件，现行有效12件。", []string{
			"document issued 3 «制发行政规范性文件3件»", "document repealed 1 «废止1件»", "document in-force 12 «现行有效12件»",
		}},
		{"收到申请44件，自然人、商业企业、法律服务机构分别提出26件、10件、8件。", []string{
			"application received 44 «收到申请44件»", "application from/person 26 «26件»", "application from/business 10 «10件»", "application from/legal 8 «8件»",
		}},
		{"收到行政复议3件，已审结的2件均为维持，1件未审结。", []string{
			"review received 3 «收到行政复议3件»", "review upheld 2 «2件均为维持»", "review pending 1 «1件未审结»",
		}},
		{"收到申请40件，加上上年结转的3件，全年需答复43件。", []string{
			"application received 40 «收到申请40件»", "application carried-in 3 «上年结转的3件»", "application due 43 «需答复43件»",
		}},
		{"收到申请9件，2025年转来的申请1件，合计10件。", []string{
			"application received 9 «收到申请9件»", "application carried-in 1 «2025年转来的申请1件»", "application due 10 «合计10件»",
		}},
		{"收到申请53件，涉征收补偿类申请增多。连同上年结转的4件，全年应办57件，年内处理完毕51件。", []string{
			"application received 53 «收到申请53件»", "application carried-in 4 «上年结转的4件»", "application due 57 «应办57件»", "application done 51 «处理完毕51件»",
		}},
		{"收到申请5件，其中2件因本机关不掌握相关信息无法提供，1件属于重复申请，不予处理。", []string{
			"application received 5 «收到申请5件»", "application row/unable-not-held 2 «2件因本机关不掌握相关信息»",
			"application row/refuse-repeat 1 «1件属于重复申请»",
		}},
		{"收到政府信息公开申请9件。上年结转而来2件，还有3件在期限之内，结转至2027年。", []string{
			"application received 9 «收到政府信息公开申请9件»", "application carried-in 2 «上年结转而来2件»", "application carried-out 3 «3件在期限之内，结转至2027年»",
		}},
		{"4件申请于年内收到，2025年结转1件。", []string{"application received 4 «4件申请于年内收到»", "application carried-in 1 «2025年结转1件»"}},
		{"收到申请5件，其中个人申请4件、企业申请1件。", []string{
			"application received 5 «收到申请5件»", "application from/person 4 «申请4件»", "application from/business 1 «申请1件»",
		}},
		{"新收申请5件，上年结转1件，两项合计6件。", []string{"application received 5 «新收申请5件»", "application carried-in 1 «上年结转1件»", "application due 6 «两项合计6件»"}},
		{"行政复议2件，结果维持。", []string{"review 2 «行政复议2件»", "review upheld all «结果维持»"}},
		{"行政复议、行政诉讼均为0件。", []string{"review 0 «行政复议、行政诉讼均为0件»", "suit 0 «行政诉讼均为0件»"}},
		{"办理行政许可12件，行政处罚3件。", []string{"permit handled 12 «办理行政许可12件»", "penalty 3 «行政处罚3件»"}},
		{"通过网络收到申请4件，通过信函收到1件。", nil},
		{"食品经营许可12件。", nil},
		{"全年收到行政复议1件，复议机关维持原答复1件。", []string{"review received 1 «收到行政复议1件»", "review upheld 1 «维持原答复1件»"}},
		{"行政复议案件2件，均获维持。", []string{"review 2 «行政复议案件2件»", "review upheld all «均获维持»"}},
		{"收到政府信息公开申请3件，没有结转。", []string{"application received 3 «收到政府信息公开申请3件»", "application carried none «没有结转»"}},
		{"行政事业性收费12.39万元。", []string{"fees 12.39 «行政事业性收费12.39万元»"}},
		{"收到申请32件，延期答复2件，年内办结34件，其中予以公开15件。", []string{"application received 32 «收到申请32件»", "application done 34 «年内办结34件»", "application granted 15 «予以公开15件»"}},
		{"收到申请32件；征求第三方意见3件，予以公开1件；予以公开15件。", []string{"application received 32 «收到申请32件»", "application granted 15 «予以公开15件»"}},
		{"收到县政府转来的申请2件。均已办结。", nil},
		{"因政府信息公开引发的行政复议7件，土地确权行政复议2件。", []string{"review 7 «行政复议7件»"}},
		// What speaks of something else says nothing.
		{"2025年收到政府信息公开申请3件。", nil},
		{"较上年增加2件。", nil},
		{"收到群众来信3件，办结3件。", nil},
		{"全年受理低保申请120件。", nil},
		{"收到政府信息公开申请百余件。", nil},
		{"收到政府信息公开申请近30件。", nil},
		{"主动公开政府信息261条。", nil},
		{"收到3件锦旗。", nil},
		{"全年未对政府信息公开申请收取任何费用。", nil},
		{"收到政府信息公开申请5件，3件因涉及土地确权不予公开。", []string{"application received 5 «收到政府信息公开申请5件»"}},
		{"收到信访事项3件，均已办结。", nil},
	} {
		got := told(c.text, "")
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s\n got %s\nwant %s", c.text, strings.Join(got, "\n     "), strings.Join(c.want, "\n     "))
		}
	}
}
