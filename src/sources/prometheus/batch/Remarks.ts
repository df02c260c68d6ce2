import { type Notice, warning } from '../../Notice';
import type { Said } from '../client/PrometheusAnswer';

const MOST = 10;
/** Where in the query something stands: the same remark is made at many places. */
const POSITION = / \(\d+:\d+\)$/;

/** Warnings and infos of good answers, each once. */
export class Remarks {
  private readonly warnings = new Set<string>();
  private readonly infos = new Set<string>();

  add({ warnings, infos }: Said): void {
    warnings.forEach((text) => this.warnings.add(text.replace(POSITION, '')));
    infos.forEach((text) => this.infos.add(text.replace(POSITION, '')));
  }

  /** Whether anything may be missing or wrong: such an answer is not to be kept. */
  get warned(): boolean {
    return this.warnings.size > 0;
  }

  notices(place: string): Notice[] {
    const all = [
      ...[...this.warnings].map((text) => warning(`${place} warns: ${text}`)),
      ...[...this.infos].map((text) => `${place} remarks: ${text}`),
    ];
    const more = all.length - MOST;
    return more > 0 ? [...all.slice(0, MOST), `${place} remarks ${more} more things.`] : all;
  }
}
