import type { z } from 'zod';

/** A check of a list whose entries are told apart by a name: of two the later would hide the earlier. */
export function unique<Entry>(nameOf: (entry: Entry) => string) {
  return (entries: readonly Entry[], context: z.core.$RefinementCtx) => {
    const names = entries.map(nameOf);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) {
      context.addIssue({ code: 'custom', message: `holds a name twice: "${twice}"` });
    }
  };
}
