/** @jest-environment node */
import { filterText } from './filterText';

it.each([
  // Rebuilt from public reports: grafana/grafana#7331, #9470, #10035
  ['city:"$town"', '$town'],
  ['host=~"$server"', '$server'],
  ['[[town]]', '[[town]]'],
  ['${town:csv}', '${town:csv}'],
  // grafana/grafana-infinity-datasource#654, #506; grafadruid/druid-grafana#179
  ['at:[${__from} TO ${__to:date}]', '${__from}'],
  // grafana/grafana#26090, #15168
  ['rate(calls[$__interval])', '$__interval'],
  ['rate(calls[$__rate_interval])', '$__rate_interval'],
])('%s holds %s', (text, name) =>
  expect(filterText.safeParse(text).error?.issues[0].message).toMatch(
    `holds the variable ${name}, which nothing filled`
  )
);

it.each([
  'price:"$5"',
  'model=~"^(a|b)$"',
  'x=~"a$|[[:alpha:]]+"',
  'city:"US\\$dollar"',
  'model="price\\x24usd"',
  'increase(calls[$__window])',
  '/ends$/',
])('%s is a text', (text) => expect(filterText.safeParse(text).success).toBe(true));
