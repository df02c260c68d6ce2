import { writeOut } from './writeOut';

/** Elements of a list that are written at once. */
const AT_ONCE = 1000;

/** Writes an object to standard output as `JSON.stringify(object, null, 2)` spells it. */
export async function writeJson(object: Readonly<Record<string, unknown>>): Promise<void> {
  for (const part of jsonParts(object)) {
    await writeOut(part);
  }
}

/**
 * That text in parts, long lists some elements at a time: of 50,000 rows it is 45 MB, and a single character beyond Latin-1,
 * as the arrow of a reason, doubles what a string takes and makes it slow to write.
 */
export function* jsonParts(object: Readonly<Record<string, unknown>>): Generator<string> {
  let before = '{\n';
  for (const [key, value] of Object.entries(object)) {
    for (const part of value instanceof Array && value.length > AT_ONCE ? listParts(key, value) : [entry(key, value)]) {
      if (part !== '') {
        yield before + part;
        before = '';
      }
    }
    before = before === '' ? ',\n' : before;
  }
  yield before === '{\n' ? '{}\n' : '\n}\n';
}

function* listParts(key: string, list: readonly unknown[]): Generator<string> {
  const head = `  ${JSON.stringify(key)}: [\n`;
  const tail = '\n  ]';
  for (let from = 0; from < list.length; from += AT_ONCE) {
    const some = entry(key, list.slice(from, from + AT_ONCE));
    const isLast = from + AT_ONCE >= list.length;
    yield (from === 0 ? head : ',\n') + some.slice(head.length, some.length - tail.length) + (isLast ? tail : '');
  }
}

/** A property as it stands in an object; empty where JSON has none of it. */
function entry(key: string, value: unknown): string {
  return JSON.stringify({ [key]: value }, null, 2).slice(2, -2);
}
