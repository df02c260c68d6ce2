import { isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml';
import { CommandLineError } from './CommandLineError';

export interface YamlFile {
  readonly content: unknown;
  /** 1-based line of what stands at a path, or of the nearest key above it that is there; null where nothing is. */
  lineOf(path: readonly PropertyKey[]): number | null;
}

/** What a YAML file holds, and where. Throws a CommandLineError that says where it is not YAML. */
export function parseYaml(text: string, path: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  if (error !== undefined) {
    // What follows draws the line.
    const [line] = error.message.split('\n');
    throw new CommandLineError(`${path} is not valid YAML: ${line.replace(/:$/, '.')}`);
  }
  const startOf = (keys: readonly PropertyKey[]): number | undefined => {
    const above = keys.length === 0 ? document.contents : document.getIn(keys.slice(0, -1), true);
    const pair = isMap(above)
      ? above.items.find((item) => isPair(item) && isNode(item.key) && String(item.key) === String(keys.at(-1)))
      : undefined;
    const node = isNode(pair?.key) ? pair.key : document.getIn(keys, true);
    return isNode(node) ? node.range?.[0] : undefined;
  };
  return {
    content: document.toJS() as unknown,
    lineOf(keys) {
      for (let length = keys.length; length > 0; length--) {
        const start = startOf(keys.slice(0, length));
        if (start !== undefined) {
          return lines.linePos(start).line;
        }
      }
      return null;
    },
  };
}
