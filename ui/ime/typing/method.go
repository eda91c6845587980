package main

import (
	"os"
	"path/filepath"
	"strings"
	"time"
)

// inputMethod is a system's input method with a Chinese engine.
type inputMethod struct {
	name   string
	files  map[string]string // its settings, under the home
	start  func(*desk) error
	on     func(*desk) error // ready for Chinese
	keys   map[string]string // what the cases call keys of its own; one without them is left out
	turn   string            // a key that turns Chinese off and on, "" if it has none
	window string            // class of the window with the candidates
	nudge  string            // a letter, where the candidates move with the next one only
	slow   time.Duration     // a phrase may come as late as that
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
			// It would go by the character before the caret, which X11's protocol does not tell.
			".config/fcitx5/conf/punctuation.conf": "HalfWidthPuncAfterLetterOrNumber=False\n",
			".config/fcitx5/conf/pinyin.conf":      "EmojiEnabled=False\n",
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
		keys:   map[string]string{"{turn}": "{ctrl+space}", "{wide}": "{ctrl+shift+f}", "{beyond}": "{space}", "{stop}": "{comma}"},
		turn:   "F12",
		window: "fcitx",
	},
	"ibus": {
		name: "ibus",
		start: func(d *desk) error {
			// By default ibus 1.5.27 gives keys back to X11 before the phrases chosen before them.
			if err := d.start("env", "IBUS_ENABLE_SYNC_MODE=0", "ibus-daemon", "--xim", "--replace"); err != nil {
				return err
			}
			return libpinyin(d)
		},
		on:     libpinyin,
		window: "ibus-ui-gtk3",
		keys:   map[string]string{"{beyond}": "{Escape}"},
		nudge:  "a",
		slow:   time.Second,
	},
}

// libpinyin makes it the engine of ibus, whose command fails also where it did so.
func libpinyin(d *desk) error {
	return until("ibus has libpinyin", func() bool {
		engine, err := d.said("ibus", "engine")
		if err == nil && engine == "libpinyin" {
			return true
		}
		_ = d.do("ibus", "engine", "libpinyin")
		return false
	})
}
