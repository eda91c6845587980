package district

import "nianbao/model"

func (w *writer) preface() {
	w.say(
		"本报告依据《中华人民共和国政府信息公开条例》（以下简称《条例》）第四十九条、第五十条编制，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。",
		"根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和<above>政府的要求，现公布<office><year>年政府信息公开工作年度报告，全文分为六个部分。",
		"按照《中华人民共和国政府信息公开条例》（以下简称《条例》）的规定，<we>编制了本报告。",
	)
	w.say(
		"本报告所列数据的统计期限为<year>年1月1日至12月31日。",
		"报告中数据的统计时间从<year>年1月1日起，到<year>年12月31日止。",
	)
	w.say(
		"公众对本报告有疑问的，可以与<unit><room>联系（地址：<street>，电话：<phone>）。",
		"如有疑问，请联系<unit><room>，地址：<street>，电话：<phone>。",
	)
}

func (w *writer) intro() {
	if w.body.of("intro", 0).IntN(3) == 0 {
		return
	}
	w.say(
		"<year>年，<we>坚持以公开为常态、不公开为例外，围绕<a>、<b>等群众关心的事项推进政府信息公开，各项任务按期完成。",
		"<we>认真执行《条例》，<year>年重点做好<a>、<b>和<c>方面的公开，主动回应群众和企业的关切。",
		"一年来，<we>把政府信息公开作为联系群众的日常工作来做，公开的范围有所扩大，<a>等信息做到了随时能查、一看能懂。",
	)
}

func (w *writer) active() {
	w.say(
		"全年通过<site>主动公开政府信息<posts>条，其中<classes>。",
		"<year>年共主动公开政府信息<posts>条，<more>。按内容分：<lines>。",
		"<we>全年公开各类信息<posts>条，<more>，主要是<a>、<b>和<c>方面的内容。",
	)
	const documents = "disclosure/documents/"
	switch {
	case w.has(documents+"issued", documents+"repealed"):
		w.say(
			"本年制发行政规范性文件{disclosure/documents/issued}件，废止{disclosure/documents/repealed}件，年末现行有效{disclosure/documents/in-force}件，在专栏集中公开。",
			"行政规范性文件集中发布，全年制发{disclosure/documents/issued}件、废止{disclosure/documents/repealed}件，到年底现行有效的共{disclosure/documents/in-force}件。",
		)
	case w.has(documents + "in-force"):
		w.say(
			"现行有效的行政规范性文件{disclosure/documents/in-force}件，本年没有变化。",
			"年末现行有效的行政规范性文件仍为{disclosure/documents/in-force}件，均可在网上查到全文。",
		)
	}
	if w.Kind == model.Department && w.has("disclosure/permits/decisions") {
		w.say(
			"办理行政许可{disclosure/permits/decisions}件，作出行政处罚决定{disclosure/penalties/decisions}件，结果自决定之日起7个工作日内上网。",
			"全年办理行政许可{disclosure/permits/decisions}件，行政处罚{disclosure/penalties/decisions}件，信用信息按时公示。",
		)
	}
	if w.has("disclosure/fees/amount") {
		w.say(
			"行政事业性收费{disclosure/fees/amount}万元，收费的项目、依据和标准已经公示。",
			"公示行政事业性收费目录清单，全年收费{disclosure/fees/amount}万元。",
		)
	}
	w.paragraph()
	w.say(
		"围绕<a>发布政策解读材料<3-18>篇，采用问答、图表等形式，让群众看得明白。",
		"凡涉及<a>的文件，都与解读材料同步起草、同步发布，全年解读<3-18>次。",
		"针对群众问得多的<b>，编写“一问一答”<6-40>条，放在网站和<hall>供人取阅。",
	)
}

func (w *writer) onRequest() {
	asked := w.has("requests/new/total")
	switch {
	case !asked && !w.has("requests/carried-in/total"):
		w.say(
			"本年度没有收到政府信息公开申请，也没有上年结转的申请。",
			"<year>年未收到政府信息公开申请，没有结转办理的申请。",
		)
	case !asked:
		w.say(
			"本年度没有收到新的政府信息公开申请，上年结转的{requests/carried-in/total}件已经办结。",
			"<year>年未收到政府信息公开申请；上年结转{requests/carried-in/total}件，全部办结。",
		)
	default:
		w.say(
			"本年度新收政府信息公开申请{requests/new/total}件，上年结转{requests/carried-in/total}件；办结{requests/total/total}件，结转下年度继续办理{requests/carried-out/total}件。",
			"全年收到政府信息公开申请{requests/new/total}件，加上上年结转的{requests/carried-in/total}件，已经办结{requests/total/total}件，结转下年度{requests/carried-out/total}件。",
			"<year>年，<we>新收政府信息公开申请{requests/new/total}件，其中自然人提出{requests/new/person}件；上年结转{requests/carried-in/total}件。全年共办结{requests/total/total}件，其余{requests/carried-out/total}件结转下年度继续办理。",
		)
	}
	if w.has("requests/total/total") && asked {
		w.say(
			"办结的申请中，予以公开{requests/granted/total}件，部分公开{requests/partial/total}件。",
			"<room>逐件登记答复结果，予以公开{requests/granted/total}件，部分公开{requests/partial/total}件，不能公开的说明了依据。",
			"对办结的申请，予以公开{requests/granted/total}件、部分公开{requests/partial/total}件，其余的都书面说明了理由。",
		)
		w.say(
			"申请的内容主要涉及<a>和<b>。",
			"申请人关心的主要是<b>、<c>等方面的信息。",
		)
	}
	w.say(
		"当面、邮寄、网上三种渠道都保持畅通，登记、审核、答复、归档各环节有人负责。",
		"<we>修订了答复文书样式，由法律顾问逐件审核，说明救济途径。",
		"<room>专人受理，接到后当日登记，<2-4>个工作日内转到承办人手里。",
	)
}

func (w *writer) management() {
	w.say(
		"政府信息由起草人提出公开意见，经<room>审查、分管负责人批准后发布，各环节留有记录。",
		"落实“先审查、后公开”，拟稿、复核、签发三道关口各负其责，全年没有发生泄密事件。",
		"信息发布实行三级审核，涉及个人隐私的内容一律隐去姓名、住址和证件号码。",
	)
	w.say(
		"全年核对已公开的信息<120-380>条，更新<20-90>条，撤下<5-40>条。",
		"每季度清理一次过期信息，全年下架归档<30-110>条，补充目录信息<10-50>条。",
		"对机构职能、负责人和公开指南及时作了更新，共<4-16>次。",
	)
}

func (w *writer) platform() {
	w.say(
		"优化网站栏目，调整一级栏目<2-5>个、二级栏目<6-20>个，检查改正错误链接<3-25>处。",
		"配合上级完成网站改版，按<a>、<b>等主题重新归集信息，查找更加方便。",
		"<site>设有公开栏目<12-36>个，每月检查一次，发现问题当日改正。",
	)
	if w.Kind == model.Department {
		w.say(
			"<hall>设政府信息查阅点<1-3>处，全年接待查阅<40-400>人次。",
			"微信公众号全年推送信息<60-320>条，内容以<a>和<b>为主。",
		)
		return
	}
	w.say(
		"<hall>设政务公开专区，配有查询终端<1-4>台，全年接待群众<120-900>人次。",
		"<below>的公示栏统一式样，由包<one>干部每月拍照报送更新情况。",
		"微信公众号全年推送信息<60-320>条，群众点击最多的是<a>和<b>。",
	)
}

func (w *writer) supervision() {
	w.say(
		"成立由<head>任组长的政务公开工作领导小组，全年专题研究<2-6>次。",
		"政务公开由分管负责人主抓、<room>承办，配有专职人员<1-2>人、兼职人员<2-9>人。",
		"<head>负总责，<room>牵头，<below>明确了联络人。",
	)
	w.say(
		"组织业务培训<1-4>次，参加<30-160>人次。",
		"全年开展日常检查<4-12>次，指出的问题都在当月改正。",
	)
	w.say(
		"工作考核：政务公开占年度考核总分的4%，结果纳入评先评优。",
		"把政务公开列入对<below>的年度考核，占百分制的<3-6>分。",
	)
	w.say(
		"社会评议：<score>。",
		"面向群众开展社会评议，<score>。",
		"聘请社会监督员<5-15>名参加社会评议，收到意见建议<4-20>条，逐条作了答复。",
	)
	w.say(
		"责任追究：全年没有发生因违反政府信息公开规定被追究责任的情形。",
		"本年度没有人员因政府信息公开工作被追究责任。",
	)
}
