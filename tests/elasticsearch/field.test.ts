import fs from 'node:fs';
import path from 'node:path';
import type { FieldCase } from '../field/support/FieldCase';
import { answer, fieldStore } from '../field/support/fieldStore';
import { testServers } from './support/servers';

const FOLDER = path.resolve(__dirname, '../field');
const names = fs.readdirSync(FOLDER).filter((name) => name.startsWith('es-'));
const cases = names.map((name) => {
  const { fieldCase } = require(path.join(FOLDER, name, 'case')) as { fieldCase: FieldCase };
  return { name, fieldCase };
});

describe.each(testServers())('$name', ({ url, product }) => {
  const possible = cases.filter(({ fieldCase: { only = product } }) => only === product);
  describe.each(possible)('$name', ({ fieldCase }) => {
    beforeAll(() => fieldCase.make(fieldStore(url)));

    it.each(fieldCase.asks.map((ask) => ({ ask, what: ask.what })))('$what', async ({ ask }) => {
      ask.right(await answer(url, ask));
    });
  });
});
