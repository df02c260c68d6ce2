import { markAnnotation } from './markAnnotation';
import { isAbout, markSchema } from './mark';
import { marksName } from './marksName';
import { markTags, readMarkTags } from './markTags';

const OF = 'flights/flights.parquet';

test('a mark of a panel is the body of an annotation, which reads back as the same mark', () => {
  const segment = { region: 'EU=west' };
  const body = markAnnotation({
    mark: 'incident',
    of: OF,
    from: 1000,
    to: 2000,
    feature: 'distance: miles',
    segment,
    panel: { dashboardUid: 'flights', id: 2 },
  });
  expect(body).toEqual({
    dashboardUID: 'flights',
    panelId: 2,
    time: 1000,
    timeEnd: 2000,
    tags: [
      'modelwatch',
      'modelwatch-mark:incident',
      'modelwatch-of:flights/flights.parquet',
      'modelwatch-feature:distance%3A miles',
      'modelwatch-segment:region=EU=west',
    ],
    text: 'Incident',
  });
  expect(readMarkTags(body.tags, OF)).toEqual({ mark: 'incident', feature: 'distance: miles', segment });
});

test('an anchor is a point in time, with the words of whoever sets it', () => {
  expect(markAnnotation({ mark: 'accept', of: OF, from: 1000, to: 2000, text: 'New sensor' })).toEqual({
    time: 1000,
    tags: ['modelwatch', 'modelwatch-mark:accept', 'modelwatch-of:flights/flights.parquet'],
    text: 'New sensor',
  });
});

test.each([
  ['another model', ['modelwatch-of:other', 'modelwatch-mark:accept']],
  ['no model', ['modelwatch', 'modelwatch-mark:accept']],
  ['no mark', ['modelwatch', `modelwatch-of:${OF}`]],
  ['two marks', [`modelwatch-of:${OF}`, 'modelwatch-mark:accept', 'modelwatch-mark:incident']],
])('tags of %s are no mark', (_, tags) => {
  expect(readMarkTags(tags, OF)).toBeNull();
});

test('a name too long for a tag is refused, since a tag cut off would mark something else', () => {
  const mark = { mark: 'accept', of: OF, from: 1 } as const;
  expect(() => markAnnotation({ ...mark, feature: 'x'.repeat(101) })).toThrow(
    /tag "modelwatch-feature:x+" is too long/
  );
  const segment = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`name${i}`, 'y'.repeat(60)]));
  expect(() => markAnnotation({ ...mark, segment })).toThrow(/tags are too long/);
});

test('queries over the same data share a name; marksOf gives another', () => {
  expect(marksName({ current: { connection: 'flights', path: 'flights.parquet' } })).toBe(OF);
  expect(marksName({ current: { connection: 'flights' }, decision: { marksOf: 'delay' } })).toBe('delay');
  expect(marksName({ current: {} })).toBe('all');
});

test('long names stay apart although they begin alike, and fit into a tag', () => {
  const name = (end: string) => marksName({ current: { index: `${'logs-'.repeat(30)}${end}` } });
  expect(name('a')).not.toBe(name('b'));
  expect(name('a')).toHaveLength(60);
  expect(() => markAnnotation({ mark: 'accept', of: name('a'), from: 1 })).not.toThrow();
});

test('a mark is about the feature and segment that it names, or about all', () => {
  const asked = { feature: 'a', segment: { region: 'EU', tier: '1' } };
  expect(isAbout({}, asked)).toBe(true);
  expect(isAbout({ feature: 'a', segment: { region: 'EU' } }, asked)).toBe(true);
  expect(isAbout({ feature: 'b' }, asked)).toBe(false);
  expect(isAbout({ segment: { region: 'US' } }, asked)).toBe(false);
  expect(markTags({ mark: 'accept', of: 'x' })).toContain('modelwatch');
});

test.each([
  [{ mark: 'accept', from: '2013-07-04', to: '2013-07-05' }, 'is not used by "accept", which has no end: remove it'],
  [{ mark: 'incident', from: '2013-07-04' }, 'is missing: "incident" marks a stretch of time'],
  [{ mark: 'false-alarm', from: 'yesterday', to: 'now' }, 'is not a time: write an ISO time or now-6h'],
])('a mark that contradicts itself is refused: %j', (mark, message) => {
  expect(markSchema.safeParse(mark).error?.issues[0].message).toBe(message);
});

test.each(['a:b', ' spaced ', '100%', '%3A', 'Grüße: "q"'])('Grafana keeps a name such as "%s" whole', (name) => {
  const marked = { mark: 'incident', of: name, feature: name, segment: { [name]: name } } as const;
  const kept = markTags(marked).map((tag) => {
    const [key, value] = tag.split(':').map((part) => part.trim());
    return value === undefined ? key : `${key}:${value}`;
  });
  expect(readMarkTags(kept, name)).toEqual({ mark: 'incident', feature: name, segment: { [name]: name } });
});
