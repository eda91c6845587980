#!/bin/sh
# 把年报装到自己的文件夹（~/.local）里：不需要管理员，别的用户不受影响。
set -eu
cd "$(dirname "$0")"
bin=$HOME/.local/bin
share=${XDG_DATA_HOME:-$HOME/.local/share}
list=$share/nianbao/installed

place() { # 权限 文件 装到哪里
	mkdir -p "$(dirname "$3")"
	install -m "$1" "$2" "$3"
	echo "$3" >>"$list"
}

[ ! -f "$list" ] || ./uninstall.sh >/dev/null # 以前的版本
mkdir -p "$share/nianbao"
place 755 nianbao "$bin/nianbao"
place 755 uninstall.sh "$share/nianbao/uninstall.sh"
find share -type f | while IFS= read -r file; do place 644 "$file" "$share/${file#share/}"; done
# 菜单和文件管理器不一定认得 ~/.local/bin：写全路径。
sed "s|^Exec=nianbao|Exec=\"$bin/nianbao\"|" share/applications/nianbao.desktop >"$share/applications/nianbao.desktop"
update-desktop-database "$share/applications" 2>/dev/null || true
update-mime-database "$share/mime" 2>/dev/null || true

echo "年报装好了：在“办公”菜单里，也可以双击 .nianbao 文件。"
case :$PATH: in
*:"$bin":*) ;;
*) echo "要在终端里用 nianbao 命令，请重新登录；还不行，就写全：$bin/nianbao" ;;
esac
echo "卸载：$share/nianbao/uninstall.sh"
