package sample

import (
	"strings"

	"nianbao/assets"
	"nianbao/model"
)

// Blank is an empty report of an edition. Whatever is wrong with the editions panics:
// they are built in.
func Blank(edition, office string, year int) *model.Report {
	all, err := model.ReadEditions(assets.Editions())
	if err != nil {
		panic(err)
	}
	return model.NewReport(all.ByID(edition), office, model.KindOf(office), year)
}

// zeros fills every number that is typed in.
func zeros(r *model.Report) {
	for _, c := range r.Edition.Cells() {
		if !c.Total() && !c.Optional() {
			r.Numbers[c.Ref] = model.Int(0)
		}
	}
}

// put sets numbers as they are typed.
func put(r *model.Report, numbers map[model.Ref]string) {
	for ref, typed := range numbers {
		if r.Edition.Cell(ref) == nil {
			panic("no cell " + ref)
		}
		r.Numbers[ref] = model.ParseNumber(typed)
	}
}

// Full is a finished report of the form in force, of about 2,500 characters; its
// numbers balance.
func Full() *model.Report {
	r := Blank("2021", "白杨镇人民政府", 2026)
	zeros(r)
	put(r, map[model.Ref]string{
		"disclosure/documents/issued": "4", "disclosure/documents/repealed": "2", "disclosure/documents/in-force": "31",
		"disclosure/permits/decisions": "1204", "disclosure/penalties/decisions": "37", "disclosure/coercion/decisions": "5",
		"disclosure/fees/amount": "190.457379",
		"requests/new/person":    "18", "requests/new/business": "3", "requests/carried-in/person": "2",
		"requests/granted/person": "9", "requests/partial/person": "3", "requests/deny-third-party/person": "1",
		"requests/unable-not-held/person": "4", "requests/refuse-repeat/person": "1", "requests/other-rest/person": "1",
		"requests/carried-out/person": "1", "requests/granted/business": "2", "requests/unable-not-made/business": "1",
		"appeals/review/upheld": "1", "appeals/review/corrected": "1", "appeals/suit-after-review/pending": "1",
	})
	for id, text := range prose {
		r.Texts[id] = text
	}
	r.Before["disclosure/note"] = 1
	return r
}

var prose = map[model.Ref]string{
	"preface": "本报告依照《中华人民共和国政府信息公开条例》（以下简称《条例》）和上级关于编制年度报告的要求编写，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。本报告中所列数据的统计期限为2026年1月1日至12月31日。\n" +
		"本报告电子版可在白杨镇人民政府网站（www.baiyang.example.gov.cn/zwgk/nianbao/2026.html）查阅和下载。如对本报告有疑问，请与白杨镇党政办公室联系（地址：白杨镇中心街18号；邮编：000000；电话：0000-1234567）。",
	"overview/intro": "2026年，我镇以群众看得到、听得懂、能监督为目标，把政府信息公开贯穿决策、执行、管理、服务和结果的全过程，围绕惠民惠农补贴、农村人居环境整治、土地流转和村级财务等群众关心的事项做好公开工作，各项任务按期完成。",
	"overview/active": "全年通过县政府网站镇级专栏主动公开信息412条，比上一年增加36条，其中政策文件类58条、财政资金类43条、乡村振兴类127条、民生保障类96条、工作动态类88条。制发行政规范性文件{disclosure/documents/issued}件，废止{disclosure/documents/repealed}件，年末现行有效{disclosure/documents/in-force}件，全部在专栏集中公开，并提供正文下载、在线预览和解读材料。\n" +
		"围绕重点领域，我镇及时公开财政预决算、“三公”经费、惠农补贴发放名单、低保和特困供养对象、危房改造对象等信息，做到发放一批、公示一批、留痕一批。对《白杨镇农村生活垃圾分类管理办法》等4件与群众利益密切相关的文件，同步发布图文解读和“一问一答”，由分管负责人到村解读11场次，现场答复群众提问76人次。",
	"overview/on-request":  "进一步畅通当面、邮寄、网络三种申请渠道，完善登记、审核、办理、答复、归档的工作流程。全年收到政府信息公开申请{requests/new/total}件，上年结转{requests/carried-in/total}件；全年办结{requests/total/total}件，结转下年度继续办理{requests/carried-out/total}件。办结的申请中，予以公开{requests/granted/total}件，部分公开{requests/partial/total}件。申请内容主要集中在征地补偿、宅基地审批和村级工程建设等方面。我镇未收取信息处理费。",
	"overview/management":  "（一）严格审查。健全“先审查、后公开，谁公开、谁负责”的责任链条，信息发布前由拟稿人自审、科室负责人复审、分管负责人终审，涉及个人隐私的信息一律作去标识化处理。\n（二）动态清理。对现行有效的{disclosure/documents/in-force}件文件逐件核对效力，及时标注废止、失效情况；对超过公示期限且含有个人信息的312条历史公示内容予以下架归档。\n（三）规范归档。主动公开和依申请公开的材料一事一档，全年形成电子档案436件、纸质档案58卷。",
	"overview/platform":    "优化镇级专栏栏目设置，调整一级栏目6个、二级栏目23个，更新公开指南和机构职能信息9次。在便民服务中心设置政务公开专区1处，配备查询终端2台、资料架4组，全年接待群众查阅1386人次。14个村（社区）公示栏统一式样、统一编号，由包村干部每月5日前拍照报送更新情况。镇微信公众号“白杨发布”全年推送信息289条，阅读量约12.6万次。",
	"overview/supervision": "成立由镇长任组长的政务公开工作领导小组，全年召开专题会议4次，把公开工作纳入各村（社区）、各科室年度综合考核，分值占比4%。组织业务培训2次，参训163人次。聘请社会监督员12名，开展社会评议1次，发放问卷500份，收回486份，满意和基本满意率为97.3%。全年未发生因信息公开被追究责任的情形。",
	"disclosure/note":      "2026年，我镇主动公开的行政规范性文件、行政许可、行政处罚、行政强制和行政事业性收费情况如下表所示。\n表中行政事业性收费金额为全年实际入库数，收费项目和标准已在县政府网站公布。",
	"problems/problems":    "2026年，我镇政府信息公开工作取得了一定成效，但与群众的期待相比仍有差距：一是部分村级公示栏更新不够及时，个别内容停留在上一季度；二是政策解读形式较为单一，图解、视频等方式运用不多；三是个别答复书说理不够充分，对法律依据的引用不够完整；四是专职人员流动较快，业务能力有待进一步提高。",
	"problems/improvements": "一是建立村级公示栏月查季评制度，由镇纪委和党政办公室联合抽查，结果按季通报，连续两次排名末位的村（社区）由包村领导约谈。\n二是丰富解读形式，凡涉及群众切身利益的文件，原则上配发一图读懂或短视频，全年不少于10件。\n" +
		"三是完善答复书样本，邀请县司法局和法律顾问每季度开展一次案卷评查，对“本机关不掌握相关政府信息”“没有现成信息需要另行制作”等情形统一表述，做到事实清楚、依据准确、救济途径明确。\n四是实行政务公开专员AB岗制度，新到岗人员须经县级业务部门跟班学习不少于5个工作日。",
	"other": "根据《政府信息公开信息处理费管理办法》，我镇2026年发出信息处理费收费通知0件，总金额0元，实际收取金额0元。\n贯彻落实上级政务公开年度工作要点情况：围绕优化营商环境，公开涉企政策31条，组织“政企面对面”活动3次；围绕民生保障，公开就业岗位信息64批次、医保缴费指南2份；围绕基层政务公开标准化规范化，修订26个试点领域公开事项标准目录中涉及我镇的17个，公开事项238项。",
}

// Old is a report of the form of 2019, with the row and the amount that only it has.
func Old() *model.Report {
	r := Blank("2019", "柳河县住房和城乡建设局", 2020)
	zeros(r)
	put(r, map[model.Ref]string{
		"disclosure/permits/last-year": "120", "disclosure/permits/change": "+19", "disclosure/permits/decisions": "3480",
		"disclosure/penalties/last-year": "46", "disclosure/penalties/change": "-8", "disclosure/penalties/decisions": "12",
		"disclosure/procurement/projects": "3", "disclosure/procurement/amount": "14.73万元",
		"disclosure/published/total": "1026",
		"requests/new/legal":         "2", "requests/granted/legal": "2",
	})
	r.Texts["overview/active"] = "全年公开信息1026条，其中房地产市场监管类320条、住房保障类215条、城市建设管理类491条。"
	r.Texts["problems/problems"] = "公开信息的时效性有待提高，解读材料偏少。"
	r.Texts["other"] = "无其他需要报告的事项。"
	return r
}

// Draft is a report that is not finished: blanks, cells that are no numbers and totals
// that are not what their parts come to.
func Draft() *model.Report {
	r := Blank("2021", "白杨镇人民政府", 2026)
	put(r, map[model.Ref]string{
		"disclosure/rules/issued": "无", "disclosure/rules/repealed": "/", "disclosure/documents/issued": "３",
		"disclosure/fees/amount": "123456789012.345678",
		"requests/new/person":    "5", "requests/new/business": "—", "requests/granted/person": "4", "requests/granted/total": "6",
		"requests/granted/research": "2件，另有1件在核实", "requests/total/person": "9", "requests/carried-in/total": "0",
		"appeals/review/upheld": "1", "appeals/review/total": "2",
	})
	r.Texts["overview/active"] = "全年主动公开信息XX条，收到申请{requests/new/research}件。"
	return r
}

// Signs has what the formats use for themselves: the lines of a table drawn with
// characters, the first characters of formulas, tabs and breaks inside a paragraph; and an
// outline of its own.
func Signs() *model.Report {
	r := Old()
	put(r, map[model.Ref]string{"disclosure/published/total": "1 026", "requests/granted/research": "1│2"})
	r.Texts["overview/active"] = "│公示栏│每月5日前更新。\n├─答复书由司法所复核。"
	r.Texts["other"] = "=1+1\n@某人"
	r.Texts["part-1"] = "=本报告\t由局办公室\v解释。"
	r.Outline = []model.Heading{
		{ID: "overview", Title: "总体情况"},
		{ID: "overview/active", Title: "主动公开情况"},
		{ID: "disclosure", Title: "主动公开政府信息情况"},
		{ID: "requests", Title: "收到和处理政府信息公开申请情况"},
		{ID: "appeals", Title: "政府信息公开行政复议、行政诉讼情况"},
		{ID: "problems", Title: "存在的主要问题及改进情况"},
		{ID: "other", Title: "其他需要报告的事项"},
		{ID: "part-1", Title: "附则", Mark: "│七、"},
	}
	return r
}

// Long has about 20,000 characters in one section.
func Long() *model.Report {
	r := Full()
	r.Texts["overview/active"] = strings.Repeat(r.Texts["overview/active"]+"\n", 60)
	return r
}

// Rare has characters that only a few faces have, or none.
func Rare() *model.Report {
	r := Full()
	r.Office = "龑䶮𬭊镕街道办事处"
	r.Title = "龑䶮𬭊镕街道办事处2026年政府信息公开工作年度报告"
	r.Outline = []model.Heading{
		{ID: "overview", Title: "总体情况𬭊"},
		{ID: "overview/active", Title: "龑䶮𬭊镕😀公开"},
		{ID: "disclosure", Title: "主动公开政府信息情况"},
	}
	r.Texts["overview/active"] = "刘龑、䶮先生、𬭊元素和朱镕基等姓名用字均能印出；表情😀没有字形，以〓代之。堃㎡①㈠Ⅲ≥℃、Ångström、Привет，全角ＡＢＣ１２３。"
	return r
}

// LongTitle has a title of several lines.
func LongTitle() *model.Report {
	r := Full()
	r.Office = "黔东南苗族侗族自治州雷公山国家级自然保护区管理局综合行政执法支队第三大队"
	r.Title = r.Office + "关于2026年度政府信息公开工作暨政务公开重点任务落实情况的年度报告"
	return r
}

// Traditional is a report in Traditional Chinese, without tables.
func Traditional() *model.Report {
	r := Blank("2008", "花蓮縣政府", 2012)
	r.Outline = []model.Heading{{ID: "part-1", Title: "概述"}, {ID: "part-2", Title: "主動公開政府信息的情況"}}
	r.Texts["part-1"] = "本報告依據「政府信息公開條例」編製。臺灣、澎湖、廈門等處「機關」與『團體』所提出之申請，均已於期限內辦結；餘五十二件，續行審查。"
	r.Texts["part-2"] = "全年主動公開信息計一千二百三十四則，較上一年度增加百分之十二點五，爰檢討改進如下：一、強化網站檢索功能；二、縮短審查時程。"
	return r
}

// Huge has numbers of twelve digits everywhere.
func Huge() *model.Report {
	r := Full()
	for _, c := range r.Edition.Cells() {
		if !c.Total() {
			r.Numbers[c.Ref] = model.ParseNumber("123456789012")
		}
	}
	return r
}
