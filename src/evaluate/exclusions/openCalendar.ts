import type Holidays from 'date-holidays';
import { BadQuery } from '../../query/BadQuery';
import { fromWallClock, toWallClock } from '../../query/calendar';
import { editDistance } from '../../query/editDistance';
import { touches } from './Exclusions';
import type { Holiday, HolidayCalendar } from './Holiday';

/** A code of ISO 3166-1, then the parts that the library knows: `DE`, `DE-BY`, `DE-BY-A`. */
const PARTS = /[-. ]/;
const MOST_NAMED = 6;

/**
 * A calendar of the library `date-holidays`, with all days that are public holidays there. Throws a BadQuery for a name that it doesn't
 * know, with those that come near. The library is loaded when the first calendar is asked for: its data take megabytes.
 */
export async function openCalendar(name: string, timezone: string): Promise<HolidayCalendar> {
  const { default: Library } = await import('date-holidays');
  const { country, state, region } = placeOf(new Library(), name);
  // Its times are those on the wall of any zone: the query's zone is applied below.
  const options = { types: ['public' as const], timezone: 'UTC', languages: ['en'] };
  const library = new Library({ country, state, region }, options);
  const byYear = new Map<number, readonly Holiday[]>();
  const ofYear = (year: number) => {
    const known = byYear.get(year) ?? holidaysOf(library, year, { calendar: name, timezone });
    byYear.set(year, known);
    return known;
  };
  return {
    within: (range) => {
      // A holiday of several days may have begun in the year before.
      const [first, last] = [yearOf(range.from, timezone) - 1, yearOf(range.to, timezone)];
      const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
      return years.flatMap(ofYear).filter((holiday) => touches(range, holiday.range));
    },
    earlier: (holiday, years) => {
      const year = yearOf(holiday.range.from, timezone);
      const named = (of: number) => ofYear(of).filter((one) => one.name === holiday.name);
      // Each day of some holidays is one of its own with the same name: the third day is compared with the third.
      const day = named(year).findIndex(({ range }) => range.from === holiday.range.from);
      return named(year - years)[day];
    },
  };
}

function holidaysOf(
  library: Holidays,
  year: number,
  { calendar, timezone }: { calendar: string; timezone: string }
): Holiday[] {
  return library.getHolidays(year, 'en').map(({ name, start, end }) => ({
    name,
    calendar,
    range: { from: fromWallClock(start.getTime(), timezone), to: fromWallClock(end.getTime(), timezone) },
  }));
}

function yearOf(time: number, timezone: string): number {
  return new Date(toWallClock(time, timezone)).getUTCFullYear();
}

interface Place {
  readonly country: string;
  readonly state?: string;
  readonly region?: string;
}

/** The place that a name stands for, as the library writes it; a few of its codes are names in mixed case. */
function placeOf(library: Holidays, asked: string): Place {
  const [first, second, third, ...more] = asked.trim().split(PARTS);
  const countries = library.getCountries('en');
  const country = codeAmong(countries, first);
  if (country === undefined) {
    throw unknown(asked, countries, '');
  }
  const states = library.getStates(country, 'en') ?? {};
  const state = codeAmong(states, second);
  if (second !== undefined && state === undefined) {
    throw unknown(asked, { [country]: countries[country], ...prefixed(states, country) }, country);
  }
  const regions = state === undefined ? {} : (library.getRegions(country, state, 'en') ?? {});
  const region = codeAmong(regions, third);
  if ((third !== undefined && region === undefined) || more.length > 0) {
    const parent = `${country}-${state}`;
    throw unknown(asked, { [parent]: states[state ?? ''], ...prefixed(regions, parent) }, parent);
  }
  return { country, state, region };
}

function codeAmong(known: Readonly<Record<string, string>>, code: string | undefined): string | undefined {
  return Object.keys(known).find((one) => one.toUpperCase() === code?.toUpperCase());
}

function prefixed(names: Readonly<Record<string, string>>, parent: string): Record<string, string> {
  return Object.fromEntries(Object.entries(names).map(([code, name]) => [`${parent}-${code}`, name]));
}

/** Names that come near: by code, or by the name of the place ("Bayern"). */
function unknown(asked: string, known: Readonly<Record<string, string>>, parent: string): BadQuery {
  const text = asked.trim().toLowerCase();
  const distance = ([code, name]: [string, string]) =>
    Math.min(editDistance(text, code.toLowerCase()), editDistance(text, name.toLowerCase()));
  const near = Object.entries(known)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, MOST_NAMED)
    .map(([code, name]) => `${code} (${name})`);
  const where = parent === '' ? '' : ` in ${parent}`;
  return new BadQuery(
    `"exclude": unknown calendar "${asked}"${where}. Similar names: ${near.join(', ')}. Write a country code such as US, or one with a part such as DE-BY.`
  );
}
