import type { PerformanceVerdict } from './PerformanceVerdict';
export function describePerformance(v: PerformanceVerdict): string { return v.reason.code; }
export function nextStep(_v: PerformanceVerdict): string { return ''; }
