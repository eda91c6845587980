package main

import (
	"fmt"
	"path/filepath"
	"time"

	"nianbao/assets"
	"nianbao/model"
	"nianbao/model/store"
)

// versions is where a sitting keeps the versions of a file.
func versions(file string) string { return filepath.Join(filepath.Dir(file), "versions") }

// said is what the nth save puts into the report.
func said(n int) string { return fmt.Sprintf("第%d次。", n) }

// sit saves a report three times, four minutes apart by its clock: the second save takes the
// place of the version that the first has begun, the third begins one.
func sit(file string) error {
	editions, err := model.ReadEditions(assets.Editions())
	if err != nil {
		return err
	}
	r, f, err := store.Open(file, editions)
	if err != nil {
		return err
	}
	clock := time.Date(2027, 1, 10, 9, 0, 0, 0, time.Local)
	f.History = &store.History{Dir: versions(file), Now: func() time.Time { return clock }}
	for n := range 3 {
		r.Texts["other"] = said(n + 1)
		if err := f.Save(r); err != nil {
			return err
		}
		if err := f.Spare(); err != nil {
			return err
		}
		clock = clock.Add(4 * time.Minute)
		fmt.Println(n + 1)
	}
	return nil
}
