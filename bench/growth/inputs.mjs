import fs from 'node:fs';
import path from 'node:path';
import { parquetWriteFile } from 'hyparquet-writer';

const DAY = Date.UTC(2026, 0, 1);
/** Rows of a wide file. */
const WIDE_ROWS = 60;

/** A number in [0, 1) that looks random, the same each time. */
function noise(row, column) {
  let x = Math.imul(row + 1, 0x9e3779b1) ^ Math.imul(column + 1, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
  return ((x ^ (x >>> 15)) >>> 0) / 2 ** 32;
}

/** Whoever holds `count` things writes them into a folder of its own, once. */
function once(folder, write) {
  if (!fs.existsSync(path.join(folder, 'done'))) {
    fs.mkdirSync(folder, { recursive: true });
    write(folder);
    fs.writeFileSync(path.join(folder, 'done'), '');
  }
  return folder;
}

/** `now.parquet` and `old.parquet` of that many row groups, five rows each. */
export function rowGroups(folder, count) {
  return once(folder, () => {
    for (const [name, seed] of [
      ['old', 1],
      ['now', 2],
    ]) {
      const rows = Array.from({ length: 5 * count }, (_, row) => row);
      parquetWriteFile({
        filename: path.join(folder, `${name}.parquet`),
        rowGroupSize: 5,
        columnData: [
          { name: 'id', type: 'INT32', data: rows },
          { name: 'time', type: 'TIMESTAMP', data: rows.map((row) => new Date(timeOf(row, rows.length))) },
          { name: 'x', type: 'DOUBLE', data: rows.map((row) => noise(row, seed)) },
          { name: 'c', type: 'STRING', data: rows.map((row) => `c${Math.floor(5 * noise(row, seed + 7))}`) },
        ],
      });
    }
  });
}

/** `now` and `old` of that many columns and few rows, in the format of this name. */
export function columns(folder, count, format) {
  const names = ['id', 'time', 'c', ...Array.from({ length: count - 3 }, (_, k) => `f${k}`)];
  const valueOf = (row, column, seed) => {
    switch (column) {
      case 0:
        return row;
      case 1:
        return new Date(timeOf(row, WIDE_ROWS)).toISOString();
      case 2:
        return `c${row % 3}`;
      default:
        return Math.round(1000 * noise(row, column * 3 + seed));
    }
  };
  return once(folder, () => {
    for (const [name, seed] of [
      ['old', 1],
      ['now', 2],
    ]) {
      const rows = Array.from({ length: WIDE_ROWS }, (_, row) => names.map((_, column) => valueOf(row, column, seed)));
      const file = path.join(folder, `${name}.${format}`);
      if (format === 'csv') {
        fs.writeFileSync(file, `${[names, ...rows].map((row) => row.join(',')).join('\n')}\n`);
      } else if (format === 'parquet') {
        const columnData = names.map((name, k) => ({
          name,
          type: k === 1 ? 'TIMESTAMP' : k === 2 ? 'STRING' : 'INT32',
          data: rows.map((row) => (k === 1 ? new Date(row[k]) : row[k])),
        }));
        parquetWriteFile({ filename: file, columnData });
      } else {
        const objects = rows.map((row) => JSON.stringify(Object.fromEntries(names.map((name, k) => [name, row[k]]))));
        fs.writeFileSync(file, format === 'json' ? `[${objects.join(',\n')}]` : `${objects.join('\n')}\n`);
      }
    }
  });
}

/** `now.csv` and `old.csv` of that many rows, each with a text of its own. */
export function distinct(folder, count) {
  const lineOf = (row, seed) =>
    `${row},${new Date(timeOf(row, count)).toISOString()},v${row},${noise(row, seed).toFixed(6)}`;
  return once(folder, () => writeRows(folder, count, 'id,time,c,x', lineOf));
}

/** `now.csv` and `old.csv` of 200 rows for each of that many segments. */
export function segments(folder, count) {
  const rows = 100 * count;
  const lineOf = (row, seed) =>
    `${row},${new Date(timeOf(row, rows)).toISOString()},s${row % count},${noise(row, seed).toFixed(6)}`;
  return once(folder, () => writeRows(folder, rows, 'id,time,c,x', lineOf));
}

/** A folder `now` and one `old` of that many files. */
export function parts(folder, count) {
  return once(folder, () => {
    for (const [name, seed] of [
      ['old', 1],
      ['now', 2],
    ]) {
      fs.mkdirSync(path.join(folder, name), { recursive: true });
      for (let part = 0; part < count; part++) {
        const rows = Array.from({ length: 5 }, (_, k) => {
          const row = 5 * part + k;
          return `${row},${new Date(timeOf(row, 5 * count)).toISOString()},c${row % 3},${noise(row, seed).toFixed(6)}\n`;
        });
        fs.writeFileSync(
          path.join(folder, name, `part-${String(part).padStart(6, '0')}.csv`),
          `id,time,c,x\n${rows.join('')}`
        );
      }
    }
  });
}

function writeRows(folder, count, head, lineOf) {
  for (const [name, seed] of [
    ['old', 1],
    ['now', 2],
  ]) {
    const file = fs.openSync(path.join(folder, `${name}.csv`), 'w');
    let lines = [head];
    for (let row = 0; row < count; row++) {
      lines.push(lineOf(row, seed));
      if (lines.length >= 50_000 || row === count - 1) {
        fs.writeSync(file, `${lines.join('\n')}\n`);
        lines = [];
      }
    }
    fs.closeSync(file);
  }
}

/** All rows of a file lie within ten days. */
function timeOf(row, rows) {
  return DAY + Math.floor((row / rows) * 10 * 86_400_000);
}
