import type { DelayCounts } from '../../../outcomes/DelayCounts';
export function delayCurve(d: DelayCounts) { return { ages: [...d.ages], shares: [...d.ages].map(() => 0) }; }
