package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"nianbao/assets"
	"nianbao/model"
	"nianbao/model/hostile"
	"nianbao/model/sample"
	"nianbao/model/store"
)

func TestSaveAndOpenAgain(t *testing.T) {
	all := sample.Editions(t)
	for seed := range uint64(20) {
		random := rand.New(rand.NewPCG(seed, 3))
		r := sample.Report(random, all[random.IntN(len(all))])
		r.Accepted["jump requests/new/person"] = "核对过"
		r.Unplaced = []string{"发布时间：2027-01-20"}
		path := filepath.Join(t.TempDir(), "报告.nianbao")
		if err := store.New(path).Save(r); err != nil {
			t.Fatal(err)
		}
		back, file, err := store.Open(path, all)
		if err != nil {
			t.Fatal(err)
		}
		if diff := model.Differences(r, back); len(diff) > 0 {
			t.Fatalf("differs at %v", diff)
		}
		if back.Accepted["jump requests/new/person"] != "核对过" || len(back.Unplaced) != 1 {
			t.Error("reasons or unplaced lines are lost")
		}
		if err := file.Save(back); err != nil {
			t.Errorf("saving what was read: %v", err)
		}
	}
}

func TestUnknownKeysGoBackIntoTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "报告.nianbao")
	content := strings.Replace(string(assets.Example), "{\n", "{\n  \"remark\": {\"by\": \"<乙>\", \"n\": 1.50},\n", 1)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	r, file, err := store.Open(path, sample.Editions(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := file.Save(r); err != nil {
		t.Fatal(err)
	}
	if b, _ := os.ReadFile(path); !strings.Contains(string(b), `"by": "<乙>"`) || !strings.Contains(string(b), "1.50") {
		t.Errorf("a key that the program does not know is lost:\n%s", b[max(0, len(b)-200):])
	}
}

func TestOutsideChangeIsNotOverwritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "报告.nianbao")
	if err := os.WriteFile(path, assets.Example, 0o644); err != nil {
		t.Fatal(err)
	}
	r, file, err := store.Open(path, sample.Editions(t))
	if err != nil {
		t.Fatal(err)
	}
	theirs := bytes.Replace(assets.Example, []byte("186条"), []byte("187条"), 1)
	if err := os.WriteFile(path, theirs, 0o644); err != nil {
		t.Fatal(err)
	}
	r.Texts["other"] = "改过。"
	if err := file.Save(r); !errors.Is(err, store.ErrChanged) {
		t.Errorf("want store.ErrChanged, got %v", err)
	}
	if now, _ := os.ReadFile(path); !bytes.Equal(now, theirs) {
		t.Error("somebody else's change is gone")
	}
	if err := store.New(path).Save(r); !errors.Is(err, store.ErrExists) {
		t.Errorf("want store.ErrExists, got %v", err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := file.Save(r); !errors.Is(err, store.ErrGone) {
		t.Errorf("want store.ErrGone, got %v", err)
	}
	file.Anew()
	if err := file.Save(r); err != nil {
		t.Errorf("a file that is gone is written anew: %v", err)
	}
}

// Of changes made side by side each is either in the file or refused.
func TestSavesSideBySide(t *testing.T) {
	path := filepath.Join(t.TempDir(), "报告.nianbao")
	if err := os.WriteFile(path, assets.Example, 0o644); err != nil {
		t.Fatal(err)
	}
	all := sample.Editions(t)
	const writers, rounds = 4, 25
	saved := make(chan string, writers*rounds)
	var wait sync.WaitGroup
	for w := range writers {
		wait.Go(func() {
			for k := range rounds {
				r, file, err := store.Open(path, all)
				if err != nil {
					t.Error(err)
					return
				}
				word := fmt.Sprintf("〈%d-%d〉", w, k)
				r.Texts["other"] += word
				switch err := file.Save(r); {
				case err == nil:
					saved <- word
				case !errors.Is(err, store.ErrChanged):
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	close(saved)
	now, _, err := store.Open(path, all)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for word := range saved {
		n++
		if !strings.Contains(now.Texts["other"], word) {
			t.Errorf("%s was saved and is lost", word)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".nianbao*")); n == 0 || len(left) > 0 {
		t.Errorf("%d saves, left behind %v", n, left)
	}
}

// Whatever fails, the old file stands whole and nothing is left beside it.
func TestFailedWriteLeavesTheOldFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "报告.nianbao")
	if err := os.WriteFile(path, []byte("旧"), 0o640); err != nil {
		t.Fatal(err)
	}
	err := store.Write(path, func(w io.Writer) error {
		if _, err := w.Write([]byte("新的一半")); err != nil {
			return err
		}
		return &fs.PathError{Op: "write", Path: path, Err: syscall.ENOSPC}
	})
	if err == nil || !strings.Contains(err.Error(), "磁盘已满") || !strings.Contains(err.Error(), "报告.nianbao") {
		t.Errorf("a full disk says %v", err)
	}
	entries, _ := os.ReadDir(dir)
	if b, _ := os.ReadFile(path); string(b) != "旧" || len(entries) != 1 {
		t.Errorf("left %q and %d files", b, len(entries))
	}
	if err := store.Write(path, func(w io.Writer) error { _, err := w.Write([]byte("新")); return err }); err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o640 {
		t.Errorf("the mode became %v", info.Mode())
	}
	link := filepath.Join(dir, "链接")
	if err := os.Symlink(path, link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if err := store.Write(link, func(w io.Writer) error { _, err := w.Write([]byte("经链接")); return err }); err != nil {
		t.Fatal(err)
	}
	if b, _ := os.ReadFile(path); string(b) != "经链接" {
		t.Errorf("writing through a link replaced the link: %q", b)
	}
}

func TestPanicLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	func() {
		defer func() { _ = recover() }()
		_ = store.Write(filepath.Join(dir, "报告.txt"), func(io.Writer) error { panic("fill") })
	}()
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("%d files are left", len(left))
	}
}

// A device or a pipe is not replaced by a file.
func TestOnlyFilesAreReplaced(t *testing.T) {
	link := filepath.Join(t.TempDir(), "报告.txt")
	if err := os.Symlink(os.DevNull, link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if info, err := os.Stat(link); err != nil || info.Mode().IsRegular() {
		t.Fatalf("the null device is no device: %v %v", info, err)
	}
	filled := false
	err := store.Write(link, func(io.Writer) error { filled = true; return errors.New("stop") })
	if err == nil || !strings.Contains(err.Error(), "不是普通文件") || filled {
		t.Errorf("writing to a device: %v", err)
	}
}

func TestFaultsAreSentences(t *testing.T) {
	for err, want := range map[error]string{
		syscall.ENOSPC:       "“报告.nianbao”没有写成：磁盘已满。请清理磁盘空间，或者换一个位置再保存；原来的文件没有动。",
		syscall.EROFS:        "“报告.nianbao”没有写成：所在的磁盘或文件夹是只读的。请换一个位置再保存。",
		fs.ErrPermission:     "“报告.nianbao”没有读写权限。请换一个位置，或者请管理员开放权限。",
		fs.ErrNotExist:       "“报告.nianbao”找不到，或者所在的文件夹不存在。请检查名称和位置。",
		syscall.ENAMETOOLONG: "“报告.nianbao”的文件名太长。请换一个短一些的名字。",
		store.ErrChanged:     "“报告.nianbao”在打开以后被别的程序改过，没有保存。请另存为一个新文件，再与原文件比较。",
		io.ErrUnexpectedEOF:  "“报告.nianbao”读写时出错。请换一个位置再试；如果一再出错，请检查磁盘。",
	} {
		if got := store.FaultOf("/某处/报告.nianbao", err).Error(); got != want {
			t.Errorf("%v says\n%s\nwant\n%s", err, got, want)
		}
	}
}

// What the decoder takes it writes back, and the second time with the same bytes.
func FuzzDecode(f *testing.F) {
	all := sample.Editions(f)
	f.Add(assets.Example)
	for _, b := range hostile.Seeds("nianbao") {
		f.Add(b)
	}
	f.Add([]byte(`{"format":1,"edition":"2019","year":"2020","numbers":{"disclosure/published/total":""},"x":[1,{"y":null}]}`))
	f.Add([]byte(`{"format":1,"edition":"2008","outline":[{"id":"part-1","title":"甲","mark":"第一"}],"before":{"a":2}}`))
	f.Add([]byte("\ufeff{\"format\":1,\"edition\":\"2021\",\"numbers\":null,\"texts\":null}"))
	f.Fuzz(func(t *testing.T, b []byte) {
		r, more, err := store.DecodeWhole(b, all)
		if err != nil {
			if r != nil {
				t.Fatal("an error comes with a report")
			}
			return
		}
		once := store.EncodeWhole(r, more)
		again, more2, err := store.DecodeWhole(once, all)
		if err != nil {
			t.Fatalf("its own output cannot be read: %v\n%s", err, once)
		}
		if twice := store.EncodeWhole(again, more2); !bytes.Equal(once, twice) {
			t.Fatalf("not the same bytes:\n%s\n%s", once, twice)
		}
		model.Check(r, nil)
	})
}

func TestExampleIsWrittenWithTheSameBytes(t *testing.T) {
	r, err := store.Decode(assets.Example, sample.Editions(t))
	if err != nil {
		t.Fatal(err)
	}
	if got := store.Encode(r); !bytes.Equal(got, assets.Example) {
		t.Error("the example is not as the program writes it")
	}
}

func BenchmarkDecode(b *testing.B) {
	all := sample.Editions(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := store.Decode(assets.Example, all); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	r, err := store.Decode(assets.Example, sample.Editions(b))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		store.Encode(r)
	}
}
