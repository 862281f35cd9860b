// Answers SQL, one query a line on stdin, with {Ms, Rows, Sum} a line on stdout.
// Arguments: the node_modules with @duckdb/node-api, and the CSV to load.
const [modules, csv] = process.argv.slice(2);
const duckdb = require(modules + '/@duckdb/node-api');
const readline = require('readline');

(async () => {
  const db = await (await duckdb.DuckDBInstance.create(':memory:')).connect();
  await db.run('set threads = 2');
  await db.run(`create table raw as from read_csv('${csv}', types = {time: 'TIMESTAMP', duration: 'DOUBLE', amount: 'DOUBLE', resolved: 'VARCHAR'})`);
  const text = ['region', 'type', 'agent', 'customer', 'channel', 'resolved'];
  for (const c of text) await db.run(`create type e_${c} as enum (select distinct ${c}::varchar from raw where ${c} is not null)`);
  await db.run(`create table t as select ${text.map((c) => `${c}::e_${c} as ${c}`).join(', ')}, time, duration, amount from raw`);
  await db.run('drop table raw');
  for await (const sql of readline.createInterface({ input: process.stdin })) {
    const start = process.hrtime.bigint();
    const rows = await (await db.run(sql)).getRows();
    const Ms = Number(process.hrtime.bigint() - start) / 1e6;
    const number = (v) => typeof v === 'number' || typeof v === 'bigint';
    const Sum = rows.reduce((sum, r) => sum + Number(r.find(number) ?? 0), 0);
    console.log(JSON.stringify({ Ms, Rows: rows.length, Sum }));
  }
})();
