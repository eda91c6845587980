#!/bin/sh
# 卸载 install.sh 装的年报。报告、设置和历史版本都不动。
set -eu
share=${XDG_DATA_HOME:-$HOME/.local/share}
list=$share/nianbao/installed
if [ ! -f "$list" ]; then
	echo "没有找到装好的年报。" >&2
	exit 1
fi
while IFS= read -r file; do
	rm -f "$file"
	rmdir -p "$(dirname "$file")" 2>/dev/null || true # 空了的文件夹
done <"$list"
rm -f "$list"
rmdir "$share/nianbao" 2>/dev/null || true
[ ! -d "$share/applications" ] || update-desktop-database "$share/applications" 2>/dev/null || true
[ ! -d "$share/mime" ] || update-mime-database "$share/mime" 2>/dev/null || true
echo "年报已经卸载。历史版本和没有写进文件的内容还在 ${XDG_CONFIG_HOME:-$HOME/.config}/fyne/org.nianbao.nianbao，不要了可以删掉。"
