import type { Comparator } from './RuleNode';

/** What a comparison is with its sides exchanged. */
export const MIRRORED: Readonly<Record<Comparator, Comparator>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};
