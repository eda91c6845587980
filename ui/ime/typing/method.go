package main

import (
	"os"
	"path/filepath"
	"strings"
)

// inputMethod is a system's input method with a Chinese engine.
type inputMethod struct {
	name   string
	files  map[string]string // its settings, under the home
	start  func(*desk) error
	on     func(*desk) error // ready for Chinese
	toggle string            // keys that turn Chinese off and on, "" if it has none
	turn   string            // the same as one key
	wide   string            // a key that makes Latin characters full-width, "" if none
	window string            // class of the window with the candidates
}

var methods = map[string]inputMethod{
	"fcitx": {
		name: "fcitx",
		files: map[string]string{
			".config/fcitx5/profile": "[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=pinyin\n\n" +
				"[Groups/0/Items/0]\nName=keyboard-us\nLayout=\n\n[Groups/0/Items/1]\nName=pinyin\nLayout=\n\n" +
				"[GroupOrder]\n0=Default\n",
			".config/fcitx5/config":              "[Behavior]\nActiveByDefault=True\nShareInputState=All\n[Hotkey/TriggerKeys]\n0=Control+space\n1=F12\n",
			".config/fcitx5/conf/fullwidth.conf": "[Hotkey]\n0=Control+Shift+F\n",
			".config/fcitx5/conf/pinyin.conf":    "EmojiEnabled=False\n",
		},
		start: func(d *desk) error {
			if err := d.start("fcitx5", "--disable=wayland,waylandim"); err != nil {
				return err
			}
			return until("fcitx5 has its pinyin", func() bool {
				log, _ := os.ReadFile(filepath.Join(d.home, "fcitx5.log"))
				return strings.Contains(string(log), "Loaded addon pinyin") && d.do("fcitx5-remote") == nil
			})
		},
		on: func(d *desk) error {
			return until("fcitx5 is on", func() bool {
				state, err := d.said("fcitx5-remote")
				if err == nil && state == "2" {
					return true
				}
				_ = d.do("fcitx5-remote", "-o")
				return false
			})
		},
		toggle: "ctrl+space",
		turn:   "F12",
		wide:   "ctrl+shift+f",
		window: "fcitx",
	},
	"ibus": {
		name: "ibus",
		start: func(d *desk) error {
			if err := d.start("ibus-daemon", "--xim", "--replace"); err != nil {
				return err
			}
			return until("ibus has libpinyin", func() bool { return d.do("ibus", "engine", "libpinyin") == nil })
		},
		on:     func(d *desk) error { return d.do("ibus", "engine", "libpinyin") },
		window: "ibus-ui-gtk3",
	},
}
