import type { RecognizedMetric } from '../metric/MetricKind';
import type { CellParts } from './CellParts';

/** Counts with what their series had counted before their first sample in the window. */
export function withEntered({ kind }: Pick<RecognizedMetric, 'kind'>, parts: CellParts): CellParts {
  if (parts.entered.size === 0) {
    return parts;
  }
  const added = (counts: ReadonlyMap<string, number>) => {
    const all = new Map(counts);
    parts.entered.forEach((count, name) => all.set(name, (all.get(name) ?? 0) + count));
    return all;
  };
  const whole = parts.entered.get('+Inf') ?? 0;
  switch (kind) {
    case 'counter':
      return { ...parts, byCategory: added(parts.byCategory) };
    case 'classic':
      return {
        ...parts,
        cumulative: added(parts.cumulative),
        ...(parts.observations !== undefined && { observations: parts.observations + whole }),
        sum: undefined,
      };
    case 'vmrange':
      return { ...parts, byRange: added(parts.byRange), sum: undefined };
    default:
      return parts;
  }
}
