import type { Column } from '../../columns/Column';
import { asText } from '../../columns/asText';

/** Numbers each series anew: the combination of what the columns hold. The same columns give the same numbers. */
export class SeriesCodes {
  private readonly codes = new Map<string, number>();

  /** One for each row. */
  of(columns: readonly Column[], rows: number): Int32Array {
    const texts = columns.map((column) => asText(column)).filter((text) => text !== null);
    if (texts.length === 0) {
      return new Int32Array(rows);
    }
    const series = new Int32Array(rows);
    const byPlace = new Map<string, number>();
    for (let row = 0; row < rows; row++) {
      const place = texts.map(({ codes }) => codes[row]).join(' ');
      const known =
        byPlace.get(place) ?? this.codeOf(texts.map(({ codes, dictionary }) => dictionary[codes[row]] ?? null));
      byPlace.set(place, known);
      series[row] = known;
    }
    return series;
  }

  private codeOf(values: ReadonlyArray<string | null>): number {
    const key = JSON.stringify(values);
    const code = this.codes.get(key) ?? this.codes.size;
    this.codes.set(key, code);
    return code;
  }
}
