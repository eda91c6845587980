//go:build server

package front

import "errors"

// Open cannot open a window. An error is a Chinese sentence.
func Open([]string) error {
	return errors.New("这是没有窗口的年报程序，供服务器使用，只能用命令，见 nianbao help；要打开窗口，请安装桌面版。")
}
