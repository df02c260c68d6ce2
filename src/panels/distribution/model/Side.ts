export type Side = 'baseline' | 'current';

export const SIDES: readonly Side[] = ['baseline', 'current'];

export type SideColors = Readonly<Record<Side, string>>;

/** Which sides are drawn. */
export type SideVisibility = Readonly<Record<Side, boolean>>;
