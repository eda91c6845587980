package main

import (
	"errors"
	"fmt"
)

// moves sees that a phrase goes where the focus is, in the program: out of a question and
// back into the field under it, and not into a field that was clicked into while letters
// were being composed in another one.
func (d *desk) moves(m inputMethod) error {
	if err := m.on(d); err != nil {
		return err
	}
	first, second := place{130, 500, 190}, place{130, 500, 370}
	say := func(groups ...string) error { return d.say(m, groups...) }
	stands := func(name, want string) error {
		got, err := d.taken()
		if err == nil && got != want {
			_ = d.picture("moved")
			err = fmt.Errorf("%s stands %q, not %q", name, got, want)
		}
		return err
	}
	for _, step := range []func() error{
		func() error { return errors.Join(d.visit(first), say("nihao{space}")) },
		func() error { return say("{ctrl+n}", "zhengfu{space}", "{Escape}", "women{space}") },
		func() error { return stands("behind a question", "你好我们") },
		func() error { return say("xinxi") }, // not chosen yet
		func() error { return errors.Join(d.click(second), say("{ctrl+a}", "women{space}")) },
		func() error { return stands("in the field that was clicked into", "我们") },
		func() error { return errors.Join(d.click(first), say("zhengfu{space}")) },
		func() error { return stands("in the field that was left", "政府") },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	fmt.Println("a phrase goes where the focus is")
	return nil
}
