import type { Row } from '../client/SearchAnswer';
import type { StoreField } from '../fields/StoreField';

/** What is said of values that the store holds otherwise than documents write them, by the sources of a few. */
export function lossesIn(rows: readonly Row[], fields: readonly StoreField[]): string[] {
  return fields.flatMap((field) => {
    const loss = field.kind === 'integer' ? cutIn(rows, field) : tooLongIn(rows, field);
    return loss === undefined ? [] : [loss];
  });
}

function cutIn(rows: readonly Row[], { name, stored = name, mapped }: StoreField): string | undefined {
  const cut = rows.map((row) => valuesAt(row.source, stored).find(isFraction)).filter((value) => value !== undefined);
  return cut.length === 0
    ? undefined
    : `${name} is mapped as ${mapped}, and documents write decimals into it, such as ${String(cut[0])}: they are counted as whole numbers, without what follows the point (${cut.length} of ${rows.length} documents looked at). Map it as double.`;
}

function tooLongIn(rows: readonly Row[], { name, stored = name, mapped }: StoreField): string | undefined {
  const lost = rows.filter(
    (row) =>
      (row.fields[name] ?? []).length === 0 &&
      valuesAt(row.source, stored).some((value) => typeof value === 'string' && value !== '')
  );
  return lost.length === 0
    ? undefined
    : `${name}, mapped as ${mapped}, counts as missing where documents hold a text in it that was not indexed, as one longer than its ignore_above (${lost.length} of ${rows.length} documents looked at): OpenSearch doesn't tell how many there are.`;
}

function isFraction(value: unknown): boolean {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && !Number.isInteger(number);
}

/** What a document's source has at a path: objects within each other, names with dots, lists of either. */
function valuesAt(source: unknown, path: string): unknown[] {
  if (Array.isArray(source)) {
    return source.flatMap((one) => valuesAt(one, path));
  }
  if (path === '') {
    return source === null || source === undefined ? [] : [source];
  }
  if (typeof source !== 'object' || source === null) {
    return [];
  }
  return Object.entries(source).flatMap(([name, value]) => {
    if (name === path) {
      return valuesAt(value, '');
    }
    return path.startsWith(`${name}.`) ? valuesAt(value, path.slice(name.length + 1)) : [];
  });
}
