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
  const [country, state, region] = name.trim().toUpperCase().split(PARTS);
  requireKnown(new Library(), name, { country, state, region });
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
      const [first, last] = [yearOf(range.from, timezone), yearOf(range.to, timezone)];
      const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
      return years.flatMap(ofYear).filter((holiday) => touches(range, holiday.range));
    },
    earlier: (holiday, years) =>
      ofYear(yearOf(holiday.range.from, timezone) - years).find(({ name: other }) => other === holiday.name),
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

type Named = Readonly<Record<'country' | 'state' | 'region', string | undefined>>;

function requireKnown(library: Holidays, asked: string, { country = '', state, region }: Named): void {
  const countries = library.getCountries('en');
  if (!Object.hasOwn(countries, country)) {
    throw unknown(asked, countries, '');
  }
  const states = library.getStates(country, 'en') ?? {};
  if (state !== undefined && !Object.hasOwn(states, state)) {
    throw unknown(asked, { [country]: countries[country], ...prefixed(states, country) }, country);
  }
  const regions = state === undefined ? {} : (library.getRegions(country, state, 'en') ?? {});
  if (region !== undefined && !Object.hasOwn(regions, region)) {
    const parent = `${country}-${state}`;
    throw unknown(asked, { [parent]: states[state ?? ''], ...prefixed(regions, parent) }, parent);
  }
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
