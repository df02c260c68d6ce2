import type { FileMetaData, SchemaElement, SchemaTree } from 'hyparquet';
import { parquetSchema } from 'hyparquet/src/metadata.js';

/** A column whose cells are single values; of a group it is named with dots, `features.age`, as in JSON. */
export interface ParquetLeaf {
  readonly name: string;
  /** Of its chunk in each row group: names may repeat within a file that is wrongly written. */
  readonly index: number;
  readonly element: SchemaElement;
  /** The definition level of a cell that has a value. */
  readonly depth: number;
}

export interface ParquetColumns {
  readonly leaves: readonly ParquetLeaf[];
  /** What holds no single values, and why, by name. */
  readonly leftOut: ReadonlyMap<string, string>;
}

const LEFT_OUT = {
  list: 'a list of values in each row',
  map: 'a map of keys to values in each row',
  interval: 'an interval of months, days and milliseconds, which has no one length',
  variant: 'semi-structured values of any type (VARIANT)',
  bson: 'whole documents (BSON)',
  geometry: 'shapes on a map (GEOMETRY)',
  encrypted: 'encrypted: decrypt the file first',
} as const;

/** The columns of a file in its order. Throws a RangeError where two have one name. */
export function parquetColumns(metadata: FileMetaData): ParquetColumns {
  const leaves = new Map<string, ParquetLeaf>();
  const leftOut = new Map<string, string>();
  let index = 0;
  const visit = (node: SchemaTree, prefix: string, above: number): void => {
    const name = prefix + node.element.name;
    const why = reasonOf(node);
    const depth = above + Number(node.element.repetition_type !== 'REQUIRED');
    const start = index;
    if (why === null && node.children.length > 0) {
      node.children.forEach((child) => visit(child, `${name}.`, depth));
      return;
    }
    index += countLeaves(node);
    const sealed = isEncrypted(metadata, start) ? LEFT_OUT.encrypted : null;
    if (leftOut.has(name) || leaves.has(name)) {
      throw new RangeError(`two columns are named "${name}": give each a name of its own`);
    }
    if (why !== null || sealed !== null) {
      leftOut.set(name, why ?? sealed ?? '');
    } else {
      leaves.set(name, { name, index: start, element: node.element, depth });
    }
  };
  parquetSchema(metadata).children.forEach((child) => visit(child, '', 0));
  return { leaves: [...leaves.values()], leftOut };
}

/** Why no single values can be read of a part of the schema; null where they can. */
function reasonOf({ element }: SchemaTree): string | null {
  const { converted_type: converted, logical_type: logical, repetition_type: repetition } = element;
  const type = logical?.type ?? converted;
  if (type === 'MAP' || converted === 'MAP' || converted === 'MAP_KEY_VALUE') {
    return LEFT_OUT.map;
  }
  if (repetition === 'REPEATED' || type === 'LIST' || converted === 'LIST') {
    return LEFT_OUT.list;
  }
  switch (type) {
    case 'INTERVAL':
      return LEFT_OUT.interval;
    case 'VARIANT':
      return LEFT_OUT.variant;
    case 'BSON':
      return LEFT_OUT.bson;
    case 'GEOMETRY':
    case 'GEOGRAPHY':
      return LEFT_OUT.geometry;
    default:
      return null;
  }
}

function countLeaves({ children }: SchemaTree): number {
  return children.length === 0 ? 1 : children.reduce((sum, child) => sum + countLeaves(child), 0);
}

function isEncrypted({ row_groups }: FileMetaData, index: number): boolean {
  return row_groups.some(({ columns }) => {
    const chunk = columns[index];
    return (
      chunk?.crypto_metadata !== undefined ||
      (chunk?.meta_data === undefined && chunk?.encrypted_column_metadata !== undefined)
    );
  });
}
