const DAY = 86_400_000;
/** Primes that share no factor with what they are taken modulo, so that values look mixed and are the same each time. */
const MIXERS = [7919, 104_729, 15_485_863];

export const FIRST_DAY = Date.UTC(2024, 2, 1);
export const DAYS = 60;
const ROWS_A_DAY = 60;
/** In the last 20 days amounts are twice as large, and another release answers. */
const CHANGE_DAY = 40;

type Row = Readonly<Record<string, string | number>>;

/** A log of another model: no column is called as in the demo. */
export function orders(): Row[] {
  return rows((day, mixed) => ({
    amount: Number(((20 + (mixed[0] % 60)) * (day < CHANGE_DAY ? 1 : 2)).toFixed(2)),
    country: ['AT', 'CH', 'DE', 'LI'][mixed[1] % 4],
    release: day < CHANGE_DAY ? 'r1' : 'r2',
    predicted: mixed[2] % 10 < 2 ? 'fraud' : 'fine',
    truth: mixed[0] % 10 < 2 ? 'fraud' : 'fine',
  }));
}

/** One without versions and labels, for which nothing changes. */
export function refunds(): Row[] {
  return rows((_, mixed) => ({ refunded: 5 + (mixed[1] % 40), shop: ['north', 'south'][mixed[2] % 2] }));
}

export function toCsv(table: readonly Row[]): string {
  const names = Object.keys(table[0]);
  return [names, ...table.map((row) => names.map((name) => row[name]))].map((cells) => cells.join(',')).join('\n');
}

function rows(rowOf: (day: number, mixed: readonly number[]) => Row): Row[] {
  return Array.from({ length: DAYS * ROWS_A_DAY }, (_, i) => {
    const time = FIRST_DAY + (i * DAY) / ROWS_A_DAY;
    const mixed = MIXERS.map((mixer) => Math.floor(((i * mixer) % 1_000_003) / 7));
    return { logged_at: new Date(time).toISOString(), ...rowOf(Math.floor(i / ROWS_A_DAY), mixed) };
  });
}
