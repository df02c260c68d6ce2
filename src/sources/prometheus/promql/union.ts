import { quote } from './quote';

/** The label that tells a union's arms apart. */
export const ARM_LABEL = 'modelwatch_arm';

export interface Arm {
  /** Comes back as the value of `ARM_LABEL`. */
  readonly id: string;
  readonly expr: string;
}

/**
 * Several expressions as one: each result carries its arm's id. `increase` over several metrics at once is no way, since
 * it drops their names and then finds the same labels twice. The tree is balanced, because `or` compares all series of its
 * left side with all of its right: a chain of n arms would take time n².
 */
export function union(arms: readonly Arm[]): string {
  if (arms.length === 1) {
    const [{ id, expr }] = arms;
    return `label_replace(${expr},"${ARM_LABEL}",${quote(id)},"","")`;
  }
  const middle = arms.length >> 1;
  return `(${union(arms.slice(0, middle))} or ${union(arms.slice(middle))})`;
}
