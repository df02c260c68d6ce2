import type { NumberForms } from '../../query/cellForms';

/** How the whole, its groups and its fraction are parted, as one choice: an example of it. */
export interface NumberFormat {
  readonly example: string;
  readonly decimal: '.' | ',';
  readonly thousands: NumberForms['thousands'];
}

const THOUSANDS: ReadonlyArray<NumberForms['thousands']> = [undefined, ',', '.', ' ', "'", '_'];

/** All that a number can be written in; the first is how it is read where nothing is said. */
export const numberFormats: readonly NumberFormat[] = (['.', ','] as const).flatMap((decimal) =>
  THOUSANDS.filter((thousands) => thousands !== decimal).map((thousands) => ({
    example: `12${thousands ?? ''}345${decimal}6`,
    decimal,
    thousands,
  }))
);

/** The format that is set. */
export function formatOf({ decimal = '.', thousands }: NumberForms): NumberFormat {
  return numberFormats.find((one) => one.decimal === decimal && one.thousands === thousands) ?? numberFormats[0];
}

/** With another format, or with something beside the number allowed or not; undefined where nothing is left to say. */
export function changeForms(forms: NumberForms | undefined, change: NumberForms): NumberForms | undefined {
  const { decimal, thousands, currency, percent, duration } = { ...forms, ...change };
  const said = {
    ...(decimal === undefined || decimal === '.' ? {} : { decimal }),
    ...(thousands === undefined ? {} : { thousands }),
    ...(currency === undefined || currency === false ? {} : { currency }),
    ...(percent ? { percent } : {}),
    ...(duration ? { duration } : {}),
  };
  return Object.keys(said).length === 0 ? undefined : said;
}

/** Texts parted by commas, as a list; undefined where there is none. */
export function markersIn(text: string): string[] | undefined {
  const markers = text
    .split(',')
    .map((marker) => marker.trim())
    .filter((marker) => marker !== '');
  return markers.length === 0 ? undefined : markers;
}
