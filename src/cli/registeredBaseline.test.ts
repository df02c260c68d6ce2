/** @jest-environment node */
import { registeredBaseline } from './registeredBaseline';

const MLFLOW_TRACKING_URI = 'http://127.0.0.1:5000';

test.each([
  ['models:/delay@champion', { model: 'delay', alias: 'champion' }],
  ['models:/delay/7', { model: 'delay', version: '7' }],
  ['models:///delay@champion', { model: 'delay', alias: 'champion' }],
])('%s', (text, named) => {
  expect(registeredBaseline(text, { MLFLOW_TRACKING_URI })).toEqual({
    baseline: { kind: 'model', connection: 'mlflow', ...named },
    connections: { mlflow: { type: 'mlflow', url: MLFLOW_TRACKING_URI } },
  });
});

test('takes who asks from the variables of MLflow', () => {
  const user = { MLFLOW_TRACKING_URI, MLFLOW_TRACKING_USERNAME: 'reader', MLFLOW_TRACKING_TOKEN: 'x' };
  expect(registeredBaseline('models:/delay/7', user)?.connections.mlflow).toEqual({
    type: 'mlflow',
    url: MLFLOW_TRACKING_URI,
    username: 'reader',
    passwordEnv: 'MLFLOW_TRACKING_PASSWORD',
    tokenEnv: 'MLFLOW_TRACKING_TOKEN',
  });
});

test('a file is no model', () => {
  expect(registeredBaseline('models/delay.parquet', {})).toBeNull();
});

test.each([
  'models:/delay',
  'models:/',
  'models:/delay@',
  'models:/a/b/c',
  'models:/delay/0',
  'models:/delay/Production',
])('%s is refused', (text) => {
  expect(() => registeredBaseline(text, { MLFLOW_TRACKING_URI })).toThrow('write models:/NAME@ALIAS');
});

test.each([{}, { MLFLOW_TRACKING_URI: 'sqlite:///m.db' }, { MLFLOW_TRACKING_URI: 'http://' }])(
  'needs the address of a server: %j',
  (environment) => {
    expect(() => registeredBaseline('models:/delay@champion', environment)).toThrow(
      'set the variable MLFLOW_TRACKING_URI'
    );
  }
);
