// Prints the sums of a CSV or Parquet file, as DuckDB computes them with the query in
// sums.sql: node duckdb.js sums.sql FILE
const fs = require("node:fs");
const { DuckDBInstance } = require("@duckdb/node-api");

async function main([query, file]) {
  const instance = await DuckDBInstance.create(":memory:");
  const db = await instance.connect();
  const name = "'" + file.replaceAll("'", "''") + "'";
  const source = file.endsWith(".parquet") ? `read_parquet(${name})` : `read_csv(${name}, header = true, all_varchar = true)`;
  await db.run(`CREATE VIEW flat AS SELECT * FROM ${source}`);
  const result = await db.runAndReadAll(fs.readFileSync(query, "utf8"));
  for (const [address, total] of result.getRows()) {
    process.stdout.write(`${address}\t${total}\n`);
  }
}

main(process.argv.slice(2)).catch((err) => {
  console.error("duckdb:", err.message);
  process.exit(1);
});
