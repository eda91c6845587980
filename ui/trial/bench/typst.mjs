// Sets a source text with typst and writes the PDF; with ROUNDS it does it again so often in
// the same process and prints the milliseconds of each. One character is another each time,
// so that typst sets anew what hangs on it, as a program does whose text was edited; what it
// remembers is forgotten after AGE rounds, at once for 0.
//
// usage: node typst.mjs MODULE SOURCE.typ FONTS OUT.pdf [ROUNDS [AGE]]
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

const [folder, source, fonts, out, rounds = '0', age = '10'] = process.argv.slice(2)
const { NodeCompiler } = createRequire(resolve(folder) + '/')('@myriaddreamin/typst-ts-node-compiler')
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] })
const text = readFileSync(source, 'utf8')
writeFileSync(out, compiler.pdf({ mainFileContent: text }))
for (let i = 0; i < Number(rounds); i++) {
	const changed = text.replace('。', '甲乙丙丁戊己庚辛壬癸'[i % 10] + '。')
	const from = performance.now()
	compiler.pdf({ mainFileContent: changed })
	console.log(performance.now() - from)
	compiler.evictCache(Number(age))
}
