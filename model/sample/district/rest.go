package district

import "strconv"

func (w *writer) appeals() {
	if !w.has("appeals/review/total", "appeals/suit/total", "appeals/suit-after-review/total") || w.body.of("appeals", 0).IntN(2) == 0 {
		return
	}
	w.say(
		"本年度因政府信息公开被申请行政复议{appeals/review/total}件；未经复议直接起诉{appeals/suit/total}件，复议后起诉{appeals/suit-after-review/total}件。",
		"全年发生行政复议{appeals/review/total}件，其中结果维持{appeals/review/upheld}件、结果纠正{appeals/review/corrected}件、其他结果{appeals/review/other}件、尚未审结{appeals/review/pending}件。",
	)
}

// troubles and what is done about them.
var troubles = [][3]string{
	{"公开还不够及时，有关<a>的部分信息在形成后没有按时上网", "实行限时发布，<a>信息形成后<5-15>个工作日内上网，由<room>逐月通报", "发布不及时"},
	{"解读形式比较单一，文字多、图表和短视频少", "凡涉及群众利益的文件，都配发图解或者短视频，<next>年不少于<4-12>个", "解读形式单一"},
	{"<below>做得不平衡，个别<one>的公示内容更换不勤", "建立月查季评的办法，连续两次排在末尾的由<head>约谈", "公示更换不勤"},
	{"经办人员变动较大，有<1-4>人从事这项工作不满一年", "安排新到岗人员跟班学习，掌握《条例》和办理规程后再独立承办", "经办人员不熟悉业务"},
	{"有的答复书说理不充分，引用条款不够准确", "完善答复书样本，请法律顾问每季度评查一次案卷", "答复书说理不充分"},
	{"网站栏目划分过细，群众查找<b>信息不方便", "合并内容相近的栏目，增加检索词和办事入口", "栏目查找不便"},
	{"与群众互动不多，对留言和来电中反映的共性问题归纳不够", "每月梳理一次留言和来电，对共性问题统一发布答复口径", "与群众互动不多"},
	{"公开目录更新偏慢，<c>方面新增的事项没有及时列入", "对照权责清单逐项核对目录，每半年调整一次", "目录更新偏慢"},
}

// trouble is the one that a body has in a year in a place: never two years in a row.
func (w *writer) trouble(year, place int) [3]string {
	at := w.body.of("troubles", 0).Perm(len(troubles))
	return troubles[at[(2*(year%1000)+place)%len(troubles)]]
}

func (w *writer) problems() {
	w.say(
		"对照《条例》要求和群众期待，工作中还有不足：",
		"<year>年的工作有进步，也有一些问题需要解决：",
		"存在的主要问题是：",
	)
	for i, mark := range []string{"一是", "；二是"} {
		w.say(mark + w.trouble(w.Year, i)[0])
	}
	w.parts = append(w.parts, "。")
}

func (w *writer) improvements() {
	w.say(
		"上年报告提出的“<first>”问题，已经改正。",
		"针对上年提出的“<second>”问题，<we>调整了分工，目前情况明显好转。",
	)
	w.paragraph()
	for i, mark := range []string{"一", "二"} {
		switch w.Year % 2 {
		case 0:
			w.say(mark + "是" + w.trouble(w.Year, i)[1] + "。")
		default:
			w.say("第" + mark + "，" + w.trouble(w.Year, i)[1] + "。")
		}
	}
}

func (w *writer) other() {
	if unpaid := w.Value("requests/other-unpaid/total"); unpaid.Sign() > 0 {
		n, _ := strconv.Atoi(unpaid.String())
		due, paid := (n+1)*(120+w.random.IntN(60)), 40+w.random.IntN(50)
		w.say("依据《政府信息公开信息处理费管理办法》，本年度发出收费通知" + strconv.Itoa(n+1) + "件，通知金额" + strconv.Itoa(due) +
			"元，实际收取信息处理费" + strconv.Itoa(paid) + "元。")
	} else {
		w.say(
			"依据《政府信息公开信息处理费管理办法》，本年度没有发出收费通知，收取信息处理费的总金额为0元。",
			"依据《政府信息公开信息处理费管理办法》，本年度发出收费通知0件，通知金额0元，实际收取信息处理费0元。",
			"按照《政府信息公开信息处理费管理办法》，<we><year>年没有收取信息处理费。",
		)
	}
	w.paragraph()
	w.say(
		"贯彻落实政务公开年度工作要点情况：围绕<a>更新公开内容<20-80>条，围绕<b>开展“政务开放日”活动<1-3>次。",
		"按照年度政务公开工作要点，<we>承担任务<6-14>项，均已按期完成，其中<c>方面的经验在全<above>交流。",
		"除上述情况外，没有其他需要报告的事项。",
	)
}
