package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nianbao/assets"
	"nianbao/model"
	"nianbao/model/sample"
	"nianbao/model/store"
)

// put writes a file as other programs do, at another time than before.
func put(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	ago := time.Now().Add(-time.Duration(len(content)) * time.Second)
	if err := os.Chtimes(path, ago, ago); err != nil {
		t.Fatal(err)
	}
}

// opened is the example as a file with versions.
func opened(t *testing.T) (*model.Report, *store.File) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "报告.nianbao")
	put(t, path, string(assets.Example))
	r, f, err := store.Open(path, sample.Editions(t))
	if err != nil {
		t.Fatal(err)
	}
	f.History = &store.History{Dir: t.TempDir(), Now: time.Now}
	return r, f
}

// What another program writes is seen, read, kept as a version and only then written over.
func TestAnothersContentIsKept(t *testing.T) {
	r, f := opened(t)
	if f.State() != store.Still {
		t.Fatal("a file that nobody has touched counts as changed")
	}
	put(t, f.Path, string(assets.Example)) // the same content at another time
	if f.State() != store.Still {
		t.Fatal("a file that was only touched counts as changed")
	}
	theirs := strings.Replace(string(assets.Example), "186条", "187条", 1)
	put(t, f.Path, theirs)
	if f.State() != store.Changed {
		t.Fatal("the change is not seen")
	}
	other, err := f.Theirs(sample.Editions(t))
	if err != nil || other.Report == nil || model.Same(other.Report, r) {
		t.Fatalf("theirs is read as %v, %v", other, err)
	}
	f.Take(other)
	r.Texts["other"] = "我的。"
	if err := f.Save(r); err != nil {
		t.Fatal(err)
	}
	versions := f.History.Versions(f.Path)
	if len(versions) != 3 { // what both were made from, theirs, mine
		t.Fatalf("%d versions", len(versions))
	}
	if b, _ := os.ReadFile(versions[1].Path); string(b) != theirs || time.Since(versions[1].At) < time.Minute {
		t.Errorf("theirs is not kept as it was, of %s", versions[1].At)
	}
	if f.Spare() != nil || f.State() != store.Still {
		t.Error("after that the file is not as it was written")
	}
}

// Another program that goes on writing does not push the versions out.
func TestAnotherThatGoesOnWritingIsOneVersion(t *testing.T) {
	_, f := opened(t)
	for n := range 30 {
		put(t, f.Path, strings.Replace(string(assets.Example), "186条", strings.Repeat("9", n+1)+"条", 1))
		if _, err := f.Theirs(sample.Editions(t)); err != nil {
			t.Fatal(err)
		}
	}
	versions := f.History.Versions(f.Path)
	if len(versions) != 2 {
		t.Fatalf("%d versions", len(versions))
	}
	if b, _ := os.ReadFile(versions[0].Path); !strings.Contains(string(b), strings.Repeat("9", 30)+"条") {
		t.Error("the last that it wrote is not kept")
	}
}

// What cannot be kept is not written over.
func TestWhatCannotBeKeptIsNotWrittenOver(t *testing.T) {
	r, f := opened(t)
	theirs := strings.Replace(string(assets.Example), "186条", "187条", 1)
	put(t, f.Path, theirs)
	other, err := f.Theirs(sample.Editions(t))
	if err != nil {
		t.Fatal(err)
	}
	f.Take(other)
	blocked := filepath.Join(t.TempDir(), "一个文件")
	put(t, blocked, "不是文件夹")
	f.History = &store.History{Dir: blocked, Now: time.Now}
	r.Texts["other"] = "我的。"
	if err := f.Save(r); err == nil || !strings.Contains(err.Error(), "没有覆盖") {
		t.Errorf("it says %v", err)
	}
	if b, _ := os.ReadFile(f.Path); string(b) != theirs {
		t.Error("theirs is gone")
	}
}

func TestAFileThatIsGone(t *testing.T) {
	_, f := opened(t)
	if err := os.RemoveAll(filepath.Dir(f.Path)); err != nil {
		t.Fatal(err)
	}
	if f.State() != store.Gone {
		t.Error("nobody sees that it is gone")
	}
}

// A recovery copy knows its file, and the content that it was made from.
func TestACopyKnowsItsFile(t *testing.T) {
	r, f := opened(t)
	copy := store.New(filepath.Join(t.TempDir(), "1.nianbao"))
	copy.Belong(f.Origin())
	r.Texts["other"] = "没有写进去的。"
	if err := copy.Save(r); err != nil {
		t.Fatal(err)
	}
	again, file, err := store.Open(copy.Path, sample.Editions(t))
	if err != nil || file.Of() == nil || *file.Of() != *f.Origin() || !model.Same(again, r) {
		t.Fatalf("it comes back as %v, %v", file, err)
	}
	base := f.History.Base(file.Of(), sample.Editions(t))
	if base == nil || string(store.Encode(base)) != string(assets.Example) {
		t.Error("the content that it was made from is not found in the file")
	}
	if err := f.Save(r); err != nil { // the first save keeps what was there
		t.Fatal(err)
	}
	if base := f.History.Base(file.Of(), sample.Editions(t)); base == nil || string(store.Encode(base)) != string(assets.Example) {
		t.Error("the content that it was made from is not found among the versions")
	}
	if b, _ := os.ReadFile(f.Path); strings.Contains(string(b), filepath.Dir(f.Path)) {
		t.Error("the file itself says where it lies")
	}
}

// Whatever a file is damaged by, it opens with its last good content, and is kept.
func TestMending(t *testing.T) {
	for name, content := range map[string]string{
		"empty":          "",
		"half":           string(assets.Example[:len(assets.Example)/2]),
		"zeros":          strings.Repeat("\x00", 3000),
		"wrong bytes":    strings.Replace(string(assets.Example), "白杨镇", "\xff\xfe\x80", 1),
		"another format": "PK\x03\x04 nothing of ours",
		"one key wrong":  strings.Replace(string(assets.Example), `"year": 2`, `"year": "二`, 1),
	} {
		t.Run(name, func(t *testing.T) {
			r, f := opened(t)
			r.Texts["other"] = "好的。"
			if err := f.Save(r); err != nil {
				t.Fatal(err)
			}
			put(t, f.Path, content)
			_, _, err := store.Open(f.Path, sample.Editions(t))
			if !store.Damaged(err) {
				t.Fatalf("%v does not count as damage", err)
			}
			got, file, m, ok := f.History.Mend(f.Path, sample.Editions(t))
			if !ok || file == nil || !model.Same(got, r) {
				t.Fatalf("it comes back as %v", got)
			}
			if b, _ := os.ReadFile(m.Kept); string(b) != content {
				t.Error("the damaged file is not kept")
			}
			if b, _ := os.ReadFile(f.Path); string(b) != content {
				t.Error("it was written over without being asked to")
			}
			file.History = f.History
			if err := file.Save(got); err != nil {
				t.Fatal(err)
			}
			if now, _, err := store.Open(f.Path, sample.Editions(t)); err != nil || !model.Same(now, r) {
				t.Errorf("the file is not whole again: %v", err)
			}
		})
	}
	if store.Damaged(os.ErrPermission) || store.Damaged(os.ErrNotExist) {
		t.Error("what cannot be read counts as damaged")
	}
	_, f := opened(t)
	put(t, f.Path, strings.Replace(string(assets.Example), `"format": 1`, `"format": 9`, 1))
	if _, _, err := store.Open(f.Path, sample.Editions(t)); store.Damaged(err) {
		t.Error("what a newer program has written counts as damaged")
	}
}

// A killed program's leavings go with the next save, others' stay.
func TestSweeping(t *testing.T) {
	r, f := opened(t)
	f.Alive = func(pid int) bool { return pid == 77 }
	ours := filepath.Base(store.Beside(f.Path))
	head := ours[:strings.LastIndex(ours[:strings.LastIndex(ours, "-")], "-")+1] // up to the number of the process
	elsewhere := head[:len(head)-9] + "00000000-"
	dir := filepath.Dir(f.Path)
	for name, age := range map[string]time.Duration{
		head + "66-1":      0,
		head + "77-1":      0,
		head + "77-2":      48 * time.Hour,
		elsewhere + "66-1": 0,
		elsewhere + "66-2": 48 * time.Hour,
		".nianbao-xyz":     48 * time.Hour,
	} {
		path := filepath.Join(dir, name)
		put(t, path, "半个")
		at := time.Now().Add(-age)
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	left := func() (out []string) {
		entries, _ := os.ReadDir(dir)
		for _, e := range entries {
			if strings.HasPrefix(e.Name(), ".") {
				out = append(out, strings.Replace(strings.Replace(e.Name(), head, "我-", 1), elsewhere, "他-", 1))
			}
		}
		return out
	}
	if f.State(); len(left()) != 6 {
		t.Fatal("something goes before the save")
	}
	r.Texts["other"] = "新的。"
	if err := f.Save(r); err != nil {
		t.Fatal(err)
	}
	got := strings.Join(left(), " ")
	for name, stays := range map[string]bool{"我-66-1": false, "我-77-1": true, "我-77-2": false, "他-66-1": true, "他-66-2": false, ".nianbao-xyz": true} {
		if strings.Contains(got, name) != stays {
			t.Errorf("%s: stays is %t, left are %s", name, !stays, got)
		}
	}
}

// Who has a report open is told, once, to whoever comes next; who goes on all the same takes
// the note over, and the first is told.
func TestNotes(t *testing.T) {
	_, f := opened(t)
	living := func(int) bool { return true }
	own, other := store.Claim(f.Path, living)
	if own == nil || other != nil {
		t.Fatalf("the first is told of %v", other)
	}
	own.Leave()
	note := `{"who":"李四","host":"别的电脑","pid":1,"since":"2027-01-10T09:00:00+08:00"}`
	names := func() []string {
		got, _ := filepath.Glob(filepath.Join(filepath.Dir(f.Path), ".nianbao-open-*"))
		return got
	}
	if len(names()) != 0 {
		t.Fatal("the note stays")
	}
	own, _ = store.Claim(f.Path, living)
	at := names()[0]
	own.Leave()
	if err := os.WriteFile(at, []byte(note), 0o644); err != nil {
		t.Fatal(err)
	}
	own, other = store.Claim(f.Path, living)
	if other == nil || other.Who != "李四" || own == nil {
		t.Fatalf("told is %v", other)
	}
	own.Leave()
	if b, _ := os.ReadFile(at); string(b) != note {
		t.Error("another's note is taken away or written over")
	}
	own.Take()
	if other := own.Renew(living); other != nil {
		t.Errorf("after taking it over, told is %v", other)
	}
	if err := os.WriteFile(at, []byte(note), 0o644); err != nil {
		t.Fatal(err)
	}
	if other := own.Renew(living); other == nil || other.Who != "李四" {
		t.Error("nobody is told that the note was taken over")
	}
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(at, old, old); err != nil {
		t.Fatal(err)
	}
	if other := own.Renew(living); other != nil {
		t.Error("a note that nobody renews holds for ever")
	}
	own.Leave()
	if len(names()) != 0 {
		t.Error("the note stays")
	}
}

// A later turn is never followed by an earlier one.
func TestTurns(t *testing.T) {
	r, f := opened(t)
	early := f.Turn()
	late := f.Turn()
	r.Texts["other"] = "后。"
	if newest, err := f.SaveAt(late, r); !newest || err != nil {
		t.Fatal(err)
	}
	r.Texts["other"] = "先。"
	if newest, err := f.SaveAt(early, r); newest || err != nil {
		t.Errorf("an earlier write came after a later one: %v", err)
	}
	if err := f.Save(r); errors.Is(err, store.ErrChanged) {
		t.Error(err)
	}
}
