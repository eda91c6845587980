package ui

import (
	"errors"
	"os/exec"
	"runtime"

	"fyne.io/fyne/v2/driver"
	"github.com/go-gl/glfw/v3.4/glfw"
	"github.com/ncruces/zenity"
)

var (
	errDisplay = errors.New("没有图形界面，打不开窗口；请在桌面上运行，或者使用命令（见 nianbao help）。")
	errDriver  = errors.New("打不开窗口：这台电脑现在的显卡驱动没有 " + needed() + "。报告没有动过。\n\n" + cure() + "\n\n不开窗口，也可以用命令核对和导出：见 nianbao help。")
)

// needed is what the toolkit draws with.
func needed() string {
	if runtime.GOARCH == "arm64" {
		return "OpenGL ES 2.0"
	}
	return "OpenGL 2.1"
}

// cure is what helps where it is missing.
func cure() string {
	if runtime.GOOS == "windows" {
		return "下面的办法，有一种行就可以：\n" +
			"1. 安装显卡厂家的驱动程序，重新起动电脑。\n" +
			"2. 在远程桌面里打不开的，到那台电脑上直接打开；在虚拟机里打不开的，打开虚拟机的三维加速。\n" +
			"3. 把 Mesa 的 opengl32.dll 放在 nianbao.exe 旁边，见随程序的“使用说明.txt”。"
	}
	return "下面的办法，有一种行就可以：\n" +
		"1. 安装软件包 libgl1-mesa-dri（管理员运行 apt install libgl1-mesa-dri），或者显卡厂家的驱动程序。\n" +
		"2. 在远程桌面里打不开的，到那台电脑上直接打开；在虚拟机里打不开的，打开虚拟机的三维加速。"
}

// appear shows the window. Where it cannot be made the toolkit writes that into its log
// and goes on without one, and where there is no screen it fails.
func (w *Window) appear() (err error) {
	defer func() {
		bad := recover()
		if _, ours := bad.(*glfw.Error); ours {
			err = errDisplay
		} else if bad != nil {
			panic(bad)
		}
	}()
	for _, hint := range []glfw.Hint{glfw.X11ClassName, glfw.X11InstanceName} {
		glfw.WindowHintString(hint, "nianbao") // by which a desktop knows the window for the program's
	}
	w.win.Show()
	if native, ok := w.win.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			switch c := context.(type) {
			case driver.X11WindowContext:
				ok = c.WindowHandle != 0
			case driver.WindowsWindowContext:
				ok = c.HWND != 0
			}
		})
		if !ok {
			return errDriver
		}
	}
	return nil
}

// tell shows a sentence where there is no window to show it, in a box of the system's,
// which needs no OpenGL.
func tell(sentence string) {
	if err := zenity.Error(sentence, zenity.Title("年报"), zenity.Width(520)); errors.Is(err, exec.ErrNotFound) {
		_ = exec.Command("kdialog", "--title", "年报", "--error", sentence).Run()
	}
}
