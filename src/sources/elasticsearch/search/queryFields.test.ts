/** @jest-environment node */
import { queryFields } from './queryFields';

it.each<[string, string[]]>([
  ['calls.model:a', ['calls.model']],
  ['modle:a AND (status:>=500 OR NOT host:"a:b")', ['modle', 'status', 'host']],
  ['_exists_:user.id -error:*', ['user.id', 'error']],
  ['free text', []],
  ['at:[2024-01-01T00\\:00 TO *} AND x:{1 TO 2]', ['at', 'x']],
  ['path:/a:b\\/c/ y:1', ['path', 'y']],
  ['odd\\:name:1 with\\ blank:2', ['odd:name', 'with blank']],
  ['calls.\\*:a', []],
  ['a:(b c:d) a:1', ['a', 'c']],
  ['+must:1 -not:2 !no:3', ['must', 'not', 'no']],
  ['"phrase: here" x:"', ['x']],
  ['title:(quick OR brown)^2', ['title']],
  ['url:a/b/c:d', ['url', 'a/b/c']],
  ['', []],
])('%s', (query, fields) => {
  expect(queryFields(query)).toEqual(fields);
});
