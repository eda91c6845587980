package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// words are the toolkit's own in Chinese. The toolkit follows the system's
// language; a clerk's system may be English, the program is not.
const words = `{
  "Advanced": "高级", "Cancel": "取消", "Confirm": "确认", "Copy": "复制", "Create Folder": "新建文件夹",
  "Cut": "剪切", "Enter filename": "输入文件名", "Error": "出错", "Favourites": "常用位置", "File": "文件",
  "Folder": "文件夹", "New Folder": "新文件夹", "No": "否", "OK": "确定", "Open": "打开", "Paste": "粘贴",
  "Quit": "退出", "Redo": "重做", "Save": "保存", "Select all": "全选", "Show Hidden Files": "显示隐藏的文件",
  "Undo": "撤销", "Yes": "是", "file.name": {"other": "名称"}, "file.parent": {"other": "上一级"}
}`

// translate makes the toolkit speak Chinese whatever the system speaks.
func translate() error {
	for _, locale := range []fyne.Locale{"en", "zh-Hans", lang.SystemLocale()} {
		if err := lang.AddTranslationsForLocale([]byte(words), locale); err != nil {
			return fmt.Errorf("translations for %s: %w", locale, err)
		}
	}
	return nil
}
