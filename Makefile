# Two commands do it all: `make run` and `make test`. Both install what is missing.
#
#   run     build, then open the window; without a display, draft the example through into out/
#   test    every test, in random order
#   build   the program, at build/nianbao
#   package what is handed on, in build/package: for Debian, other Linux, Windows and servers
#   installed  the packages, installed and used in a fresh Debian and in Wine, and taken away again
#   typing  a Chinese input method, typed through into the program and into an entry of GTK
#   window  a clerk's way through the window, with real keys, on a screen of its own
#   wine    the program for Windows, at build/nianbao.exe, and a Chinese input method in Wine
#   network the same way and every command, traced: no network is opened
#   calls   a save of the real program, killed at each of its system calls
#   kill    the program, typed into and killed at 300 random moments: what is missing then
#   disk    a disk that is full, read-only or pulled out while a report on it is open
#   two     two windows that edit one file for a minute: where every edit of both is
#   print   printed from the window on printers that are files: what they got, and what is told
#   district  40 bodies' reports with known faults: what is said of them, and the sums of others
#   bench   speed and memory beside typst, LibreOffice and an empty window, with the aims
#   profile where time and memory go, in build/profile
#   parts   speed and memory of each part of the code
#   lint    gofumpt, go vet, staticcheck
#   fuzz    every fuzz target for FUZZTIME each (60s)
#   fuzz-readers  those of the readers, the decoders and the clipboard, for 30s each

# One set of flags everywhere: another set would be another three-minute build.
# x11: with Wayland's protocol no Chinese can be typed (GLFW has no text input there).
# no_animations: a blinking caret alone takes a quarter of a processor where the
# display is drawn in software, as on most office machines.
export GOFLAGS := -buildvcs=false -tags=x11,no_emoji,no_animations,migrated_fynedo

BUILD_PACKAGES := gcc libgl1-mesa-dev xorg-dev
TEST_PACKAGES  := python3 poppler-utils libxml2-utils libreoffice-writer-nogui libreoffice-calc-nogui
RUN_PACKAGES   := zenity xdg-utils
WINDOW_PACKAGES := $(RUN_PACKAGES) xvfb libgl1-mesa-dri openbox wmctrl xdotool xclip imagemagick poppler-utils
WINE_PACKAGES  := gcc-mingw-w64-x86-64 wine wine64 xvfb libgl1-mesa-dri openbox xdotool imagemagick x11-utils dbus locales fcitx5 fcitx5-pinyin
BENCH_PACKAGES := xvfb openbox xdotool libgl1-mesa-dri libreoffice-writer-nogui time
PACKAGE_PACKAGES := git gcc gcc-aarch64-linux-gnu gcc-mingw-w64-x86-64 pkgconf librsvg2-bin icoutils python3
INSTALLED_PACKAGES := debootstrap lintian qemu-user-static unzip poppler-utils xvfb libgl1-mesa-dri openbox xdotool imagemagick wine wine64 gcc-mingw-w64-x86-64
TYPING_PACKAGES := $(WINDOW_PACKAGES) dbus
TRIAL_PACKAGES := strace xvfb libgl1-mesa-dri openbox zenity
DISTRICT_PACKAGES := python3 python3-openpyxl postgresql
PRINT_PACKAGES := $(TRIAL_PACKAGES) cups cups-client cups-filters poppler-utils
METHOD         ?= fcitx
METHOD_PACKAGES_fcitx := fcitx5 fcitx5-chinese-addons fcitx5-module-fullwidth fcitx5-frontend-gtk3
METHOD_PACKAGES_ibus  := ibus ibus-libpinyin ibus-gtk3
EXAMPLE        := out/白杨镇人民政府2026年政府信息公开工作年度报告.nianbao
FUZZTIME       ?= 60s
FUZZ           ?= .

.PHONY: run test package installed typing window network calls kill disk two print district build wine bench profile parts lint fuzz fuzz-readers clean

run: build
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then .ci/packages $(RUN_PACKAGES) && exec build/nianbao; fi; \
	echo "没有图形界面：改为把自带的示例核对一遍，并导出到 out/ 文件夹。"; \
	mkdir -p out && cp assets/example.nianbao "$(EXAMPLE)" && \
	build/nianbao check "$(EXAMPLE)" && \
	build/nianbao export "$(EXAMPLE)" --to docx,xlsx,pdf,ofd,html,txt -o out

build:
	@.ci/packages $(BUILD_PACKAGES)
	go build -o build/nianbao .

test:
	@.ci/packages $(BUILD_PACKAGES) $(TEST_PACKAGES)
	@[ -d ../shared ] || echo "../shared is not beside the project: the tests over real reports and file-format schemas are skipped."
	go vet ./...
	go test -shuffle=on ./...

window: build
	@.ci/packages $(WINDOW_PACKAGES)
	.ci/window

network: build
	@.ci/packages $(WINDOW_PACKAGES) $(TRIAL_PACKAGES)
	.ci/network

wine: export GOOS := windows
wine: export CGO_ENABLED := 1
wine: export CC := x86_64-w64-mingw32-gcc
wine:
	@.ci/packages $(WINE_PACKAGES)
	go build -ldflags "-s -w -H windowsgui" -o build/nianbao.exe .
	go test -c -o build/ime.test.exe ./ui/ime
	go test -c -o build/launch.test.exe ./ui/launch
	.ci/wine

package:
	@.ci/packages $(PACKAGE_PACKAGES)
	.ci/package/all

installed: package
	@.ci/packages $(INSTALLED_PACKAGES)
	.ci/installed/debian
	.ci/installed/old
	.ci/installed/windows

typing: build
	@.ci/packages $(TYPING_PACKAGES) $(METHOD_PACKAGES_$(METHOD))
	go run ./ui/ime/typing -method $(METHOD)

calls: build
	@.ci/packages $(TRIAL_PACKAGES)
	go build -o build/calls ./ui/trial/calls
	build/calls

kill: build
	@.ci/packages $(TRIAL_PACKAGES)
	go build -o build/kill ./ui/trial/kill
	build/kill

disk: build
	@.ci/packages $(TRIAL_PACKAGES)
	go build -o build/disk ./ui/trial/disk
	build/disk

two: build
	@.ci/packages $(TRIAL_PACKAGES)
	go build -o build/two ./ui/trial/two
	build/two

print: build
	@.ci/packages $(PRINT_PACKAGES)
	go build -o build/print ./ui/trial/print
	build/print

district: build
	@.ci/packages $(DISTRICT_PACKAGES)
	go build -o build/district ./ui/trial/district
	.ci/district

bench: build
	@.ci/packages $(BENCH_PACKAGES)
	@command -v node >/dev/null || .ci/packages nodejs npm
	@[ -d build/peers/node_modules ] || npm install --silent --prefix build/peers @myriaddreamin/typst-ts-node-compiler@0.7.0
	go build -o build/empty ./ui/testdata/empty
	go build -o build/bench ./ui/trial/bench
	@build/bench

profile:
	@.ci/packages $(BUILD_PACKAGES)
	.ci/profile

parts:
	@.ci/packages $(BUILD_PACKAGES)
	go test -run '^$$' -bench . -benchmem ./model/... ./export/... ./ui/...

lint:
	@.ci/packages $(BUILD_PACKAGES)
	@test -z "$$(go run mvdan.cc/gofumpt@v0.12.0 -l . | tee /dev/stderr)"
	go vet ./...
	go run honnef.co/go/tools/cmd/staticcheck@v0.8.2 ./...

fuzz:
	@.ci/fuzz $(FUZZTIME) $(FUZZ)

fuzz-readers:
	@.ci/fuzz 30s ./model/store ./model/intake ./ui

clean:
	rm -rf build out
