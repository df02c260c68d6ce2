/** @jest-environment node */
import { fillLucene } from './fillLucene';
import { variablesOf } from './testing/variablesOf';

const variables = variablesOf({
  models: ['a', 'b c'],
  model: ['New York'],
  quote: ['x"y'],
  backslash: ['C:\\temp'],
  injection: ['UA" OR carrier:"AA'],
  money: ['price$usd'],
  field: ['region/zone'],
  star: ['*'],
  filter: ['a:1 OR b:2'],
  term: ['a:"x y"'],
  n: ['5'],
  none: [],
  all: { custom: '.*', values: ['a', 'b'] },
  allStar: { custom: '*', values: [] },
});

it.each([
  ['city:"$quote"', 'city:"x\\"y"'],
  ['city:"$backslash"', 'city:"C:\\\\temp"'],
  ['city:"$injection"', 'city:"UA\\" OR carrier:\\"AA"'],
  ['city:"$money"', 'city:"price\\$usd"'],
  ['city:"${model:raw}"', 'city:"New York"'],
  ['city:"x $model"', 'city:"x New York"'],
  ['model:$models', 'model:("a" OR "b c")'],
  ['model:"$models"', 'model:("a" OR "b c")'],
  ['-model:"v-$models"', '-model:("v-a" OR "v-b c")'],
  ['model:($models OR "z")', 'model:(("a" OR "b c") OR "z")'],
  ['model:$model AND n:1', 'model:"New York" AND n:1'],
  ['model:v$n', 'model:"v5"'],
  ['model:v$n*', 'model:v5*'],
  ['a:>$n', 'a:>5'],
  ['a:[$n TO 9]', 'a:["5" TO 9]'],
  ['$field:"$model"', 'region\\/zone:"New York"'],
  ['NOT $field:x', 'NOT region\\/zone:x'],
  ['model:$star', 'model:*'],
  ['model:$all', 'model:*'],
  ['model:"$all"', 'model:*'],
  ['model:"$allStar" AND a:1', 'model:* AND a:1'],
  ['$filter', 'a:1 OR b:2'],
  ['$filter AND c:"$n"', '(a:1 OR b:2) AND c:"5"'],
  ['$term AND c:"$n"', 'a:"x y" AND c:"5"'],
  ['a:"$nosuch" AND b:$n', 'a:"$nosuch" AND b:"5"'],
  ['a:"say \\"$n\\""', 'a:"say \\"5\\""'],
  ['plain:text AND "q"', 'plain:text AND "q"'],
])('%s becomes %s', (text, filled) => expect(fillLucene(text, 'query', variables)).toBe(filled));

it.each([
  ['$models', 'The variable "models" has several values, and "query" takes one here. Write field:$models'],
  ['$models:x', 'has several values'],
  ['"$models":x', 'has several values'],
  ['model:$models*', 'has several values'],
  ['model:>$models', 'has several values'],
  ['model:${models:json}', 'Leave out the format "json"'],
  ['model:"v$all"', 'The variable "all" stands for all of its values by ".*"'],
  ['model:"$none"', 'The variable "none" has no value'],
  ['$none', 'The variable "none" has no value'],
])('%s is refused', (text, message) => expect(() => fillLucene(text, 'query', variables)).toThrow(message));
