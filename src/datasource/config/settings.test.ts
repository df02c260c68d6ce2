/** @jest-environment node */
import { removeConnection, renameConnection, type Settings } from './settings';

/** Names that begin alike, each with a stored password and a typed header. */
const settings = {
  jsonData: {
    version: 1,
    connections: {
      prod: { type: 'prometheus', url: 'a' },
      'prod.eu': { type: 'prometheus', url: 'b' },
      'prod.eu.west': { type: 'prometheus', url: 'c' },
      production: { type: 'prometheus', url: 'd' },
    },
  },
  secureJsonFields: {
    'prod.password': true,
    'prod.eu.password': true,
    'prod.eu.west.password': true,
    'production.password': true,
  },
  secureJsonData: { 'prod.header.X': 'x', 'prod.eu.header.X': 'y' },
} as unknown as Settings;

const cleared = ({ secureJsonFields = {} }: Settings) =>
  Object.keys(secureJsonFields).filter((key) => secureJsonFields[key] === false);

it.each(['prod', 'prod.eu', 'prod.eu.west', 'production'])(
  'removing or renaming %s clears its own secrets alone',
  (name) => {
    for (const changed of [removeConnection(settings, name), renameConnection(settings, name, 'live')]) {
      expect(cleared(changed).filter((key) => key.endsWith('password'))).toEqual([`${name}.password`]);
      const others = Object.entries(settings.secureJsonData ?? {}).filter(([key]) => !key.startsWith(`${name}.header`));
      expect(changed.secureJsonData).toMatchObject(Object.fromEntries(others));
    }
  }
);

it('a renamed connection keeps what was typed', () =>
  expect(renameConnection(settings, 'prod', 'live').secureJsonData).toMatchObject({
    'prod.header.X': '',
    'live.header.X': 'x',
    'prod.eu.header.X': 'y',
  }));
