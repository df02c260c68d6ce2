/** @jest-environment node */
import { fillPromql } from './fillPromql';
import { variablesOf } from './testing/variablesOf';

const variables = variablesOf({
  models: ['a', 'b.c'],
  model: ['delay'],
  injection: ['a",env="prod'],
  backslash: ['C:\\temp'],
  money: ['price$usd'],
  metric: ['flight_latency_seconds'],
  labels: ['model', 'labels.version'],
  matchers: ['model="delay",env="prod"'],
  dotted: ['labels.version'],
  regex: ['server0[56]'],
  none: [],
  all: { custom: '.*', values: ['a', 'b'] },
});

it.each([
  ['model=~"$models"', 'model=~"(a|b\\\\.c)"'],
  ['model="$models"', 'model=~"a|b\\\\.c"'],
  ['model!="$models"', 'model!~"a|b\\\\.c"'],
  ["model='x.$models'", 'model=~"x\\\\.a|x\\\\.b\\\\.c"'],
  ['model=`$model`', 'model="delay"'],
  ['model=~"${models:regex}"', 'model=~"(a|b\\\\.c)"'],
  ['model=~"^$models-x$"', 'model=~"^(a|b\\\\.c)-x$"'],
  ['model="$injection"', 'model="a\\",env=\\"prod"'],
  ['model="$backslash"', 'model="C:\\\\temp"'],
  ['model=~"$backslash"', 'model=~"C:\\\\\\\\temp"'],
  ['model="$money"', 'model="price\\x24usd"'],
  ['model=~"$money"', 'model=~"price\\\\$usd"'],
  ['host=~"${regex:raw}"', 'host=~"server0[56]"'],
  ['host=~"${regex:pipe}x"', 'host=~"server0[56]x"'],
  ['host=~"$regex"', 'host=~"server0\\\\[56\\\\]"'],
  ['model=~"$all"', 'model=~".*"'],
  ['model="$all"', 'model=~".*"'],
  ['$matchers', 'model="delay",env="prod"'],
  ['$dotted="x"', '"labels.version"="x"'],
  [
    'sum by ($labels) (rate(${metric}_count{$matchers}[5m]))',
    'sum by (model, "labels.version") (rate(flight_latency_seconds_count{model="delay",env="prod"}[5m]))',
  ],
  ['model=~"a$|[[:alpha:]]+"', 'model=~"a$|[[:alpha:]]+"'],
  ['rate(x[$__window])', 'rate(x[$__window])'],
  ['model="$nosuch",m="$model"', 'model="$nosuch",m="delay"'],
  // Without matchers all series of the metric are meant.
  ['sum(increase(${metric}{$none}[5m]))', 'sum(increase(flight_latency_seconds{}[5m]))'],
  ['${metric}{model="$model", $none}', 'flight_latency_seconds{model="delay", }'],
])('%s becomes %s', (text, filled) => expect(fillPromql(text, 'matchers', variables)).toBe(filled));

it.each([
  ['$models', 'The variable "models" has several values'],
  ['rate($models[5m])', 'The variable "models" has several values'],
  ['label_replace(x, "a", "$models", "", "")', 'The variable "models" has several values'],
  ['model="$none"', 'The variable "none" has no value'],
  ['$none{model="a"}', 'The variable "none" has no value'],
  ['x{$none="a"}', 'The variable "none" has no value'],
  ['x{$none,model="a"}', 'The variable "none" has no value'],
  ['sum by ($none) (x)', 'The variable "none" has no value'],
])('%s is refused', (text, message) => expect(() => fillPromql(text, 'matchers', variables)).toThrow(message));
