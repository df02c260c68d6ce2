import { readAliases } from './aliasesOf';

it('finds the fields that aliases stand for, within objects too, in all indices', () => {
  const answer = {
    'a-1': {
      mappings: { properties: { score: { path: 'x' }, user: { properties: { age: { path: 'user.years' } } } } },
    },
    'a-2': { mappings: { properties: { name: { path: 'model' }, path: { properties: { path: { path: 'file' } } } } } },
  };
  expect([...readAliases(answer)]).toEqual([
    ['score', 'x'],
    ['user.age', 'user.years'],
    ['name', 'model'],
    ['path.path', 'file'],
  ]);
});

it.each([[{}], [{ error: 'no permissions' }], [{ a: null }], [{ a: { mappings: [] } }]])(
  'finds none in %j',
  (answer) => {
    expect(readAliases(answer).size).toBe(0);
  }
);
