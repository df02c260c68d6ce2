import type { DelayCounts } from '../../../outcomes/DelayCounts';
export function learnDeadline(_d: DelayCounts): number | null { return null; }
