package hostile

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
)

// Compound is the smallest compound file with one stream of 4096 bytes, as old office
// programs and encrypted documents have it: header, FAT, directory, stream.
func Compound(name string, content []byte) []byte {
	le := binary.LittleEndian
	head := make([]byte, sector)
	copy(head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	le.PutUint16(head[24:], 0x3e)
	le.PutUint16(head[26:], 3)
	le.PutUint16(head[28:], 0xfffe)
	le.PutUint16(head[30:], 9)
	le.PutUint16(head[32:], 6)
	le.PutUint32(head[44:], 1) // FAT sectors
	le.PutUint32(head[48:], 1) // directory
	le.PutUint32(head[56:], 4096)
	le.PutUint32(head[60:], endOfChain)
	le.PutUint32(head[68:], endOfChain)
	for i := range 109 {
		le.PutUint32(head[76+4*i:], 0xffffffff)
	}
	le.PutUint32(head[76:], 0)
	fat := bytes.Repeat([]byte{0xff}, sector)
	le.PutUint32(fat, 0xfffffffd)
	le.PutUint32(fat[4:], endOfChain)
	for i := 2; i < 9; i++ {
		le.PutUint32(fat[4*i:], uint32(i+1))
	}
	le.PutUint32(fat[36:], endOfChain)
	dir := append(entry("Root Entry", 5, 1, endOfChain, 0), entry(name, 2, 0xffffffff, 2, 4096)...)
	dir = append(dir, make([]byte, sector-len(dir))...)
	content = append(content, make([]byte, 4096-len(content))...)
	return bytes.Join([][]byte{head, fat, dir, content}, nil)
}

const (
	sector     = 512
	endOfChain = 0xfffffffe
	fat        = sector     // where the FAT lies
	directory  = 2 * sector // where the directory lies
)

// entry is an entry of the directory.
func entry(name string, kind byte, child, start, size uint32) []byte {
	le := binary.LittleEndian
	e := make([]byte, 128)
	for i, u := range utf16.Encode([]rune(name)) {
		le.PutUint16(e[2*i:], u)
	}
	le.PutUint16(e[64:], uint16(2*len(name)+2))
	e[66], e[67] = kind, 1
	le.PutUint32(e[68:], 0xffffffff)
	le.PutUint32(e[72:], 0xffffffff)
	le.PutUint32(e[76:], child)
	le.PutUint32(e[116:], start)
	le.PutUint32(e[120:], size)
	return e
}

// Block is the beginning of a WordDocument stream: its file information block.
func Block(version, flags uint16) []byte {
	b := make([]byte, 1024)
	binary.LittleEndian.PutUint16(b, 0xa5ec)
	binary.LittleEndian.PutUint16(b[2:], version)
	binary.LittleEndian.PutUint16(b[0x0a:], flags)
	return b
}

// bent is a compound file of Word with 32-bit words put at places.
func bent(words ...uint32) func() []byte {
	return func() []byte {
		b := Compound("WordDocument", Block(0xc1, 0))
		for i := 0; i+1 < len(words); i += 2 {
			binary.LittleEndian.PutUint32(b[words[i]:], words[i+1])
		}
		return b
	}
}

const ole = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

var compounds = []File{
	{"密码.docx", "Word 设了打开密码", func() []byte { return Compound("EncryptedPackage", nil) }, locked, nil, nil},
	{"密码.xlsx", "Excel 设了打开密码", func() []byte { return Compound("EncryptedPackage", nil) }, locked, nil, nil},
	{"密码.doc", "旧 Word 设了打开密码", func() []byte { return Compound("WordDocument", Block(0xc1, 0x0100)) }, locked, nil, nil},
	{"只有文件头.doc", "只有开头 8 个字节", is(ole), broken, nil, nil},
	{"链条成环.doc", "扇区链绕成一个圈", bent(fat+4*9, 2), broken, nil, nil},
	{"链条成环又大.doc", "扇区链绕圈，大小写的是 2 GB", bent(fat+4*9, 2, directory+128+120, 1<<31-1), broken, nil, nil},
	{"链条指向外面.doc", "扇区链指向文件之外", bent(fat+4*5, 0x00ffffff), broken, nil, nil},
	{"FAT在外面.doc", "FAT 的位置在文件之外", bent(76, 0x00ffffff), broken, nil, nil},
	{"FAT数说谎.doc", "文件头说有 42 亿个 FAT 扇区", bent(44, 0xffffffff), broken, nil, nil},
	{"DIFAT成环.doc", "DIFAT 链绕圈，说有 42 亿个", bent(68, 3, 72, 0xffffffff, 5*sector-4, 3), broken, nil, nil},
	{"目录成环.doc", "目录项互为兄弟，绕成圈", bent(directory+128+68, 1, directory+128+72, 1), broken, nil, nil},
	{"目录指向自己.doc", "根目录是自己的孩子", bent(directory+76, 0), broken, nil, nil},
	{"目录链成环.doc", "目录扇区链绕圈", bent(fat+4, 1), broken, nil, nil},
	{"小流成环.doc", "小流的链绕成圈", bent(60, 2, 64, 1, directory+116, 3, directory+120, 4096, fat+4*3, 3), broken, nil, nil},
	{"小FAT数说谎.doc", "文件头说有 42 亿个小 FAT 扇区", bent(60, 2, 64, 0xffffffff, directory+116, 3), broken, nil, nil},
	{"扇区大小说谎.doc", "扇区大小是 2 的 65535 次方", bent(28, 0xfffffffe), broken, nil, nil},
	{"流大小说谎.doc", "正文写的是 4 GB", bent(directory+128+120, 0xffffffff), broken, nil, nil},
	{"字数说谎.doc", "正文说有 21 亿个字", bent(3*sector+0x4c, 0x7fffffff), broken, nil, nil},
	{"片段说谎.doc", "片段表指向流之外", bent(3*sector+0x1a2, 0xfffffff0, 3*sector+0x1a6, 0xff), broken, nil, nil},
	{"Word95.doc", "Word 95 的文件", func() []byte { return Compound("WordDocument", Block(0x68, 0)) }, "是 Word 95 或更早的文件，请用 Word 或 WPS 打开，另存为 .docx 后再导入。", nil, nil},
	{"表格.xls", "旧格式的 Excel 表格", func() []byte { return Compound("Workbook", nil) }, "是旧格式的 Excel 表格（.xls），请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。", nil, nil},
	{"安装包.doc", "其实是安装包（MSI）", func() []byte { return Compound("Property", nil) }, "不是 Word 文档，请用原来的程序打开，另存为 .docx 后再导入。", nil, nil},
	{"全是零.doc", "文件头后面 20 MB 全是零", func() []byte { return append([]byte(ole), make([]byte, 20<<20)...) }, broken, nil, nil},
	{"全是255.doc", "文件头后面 20 MB 全是 0xFF", func() []byte { return append([]byte(ole), bytes.Repeat([]byte{0xff}, 20<<20)...) }, broken, nil, nil},
}
