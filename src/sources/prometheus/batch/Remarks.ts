const MOST = 10;
/** Where in the query something stands: the same remark is made at many places. */
const POSITION = / \(\d+:\d+\)$/;

/** Warnings and infos of good answers, each once. */
export class Remarks {
  private readonly texts = new Set<string>();

  add(remarks: readonly string[]): void {
    remarks.forEach((remark) => this.texts.add(remark.replace(POSITION, '')));
  }

  notices(place: string): string[] {
    const all = [...this.texts];
    const more = all.length - MOST;
    return [
      ...all.slice(0, MOST).map((text) => `${place} remarks: ${text}`),
      ...(more > 0 ? [`${place} remarks ${more} more things.`] : []),
    ];
  }
}
