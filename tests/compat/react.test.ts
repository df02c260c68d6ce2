import fs from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import { reactFaults } from './reactFaults';

const DIST = path.resolve(__dirname, '../../dist');
const modules = globSync('**/*.js', { cwd: DIST }).sort();

it('finds the modules of the app, the data source, and the panels', () => {
  expect(modules.filter((file) => path.basename(file) === 'module.js')).toEqual([
    ...['datasource/module.js', 'module.js'],
    ...['causes', 'distribution', 'drift', 'performance', 'versions'].map((name) => `panels/${name}/module.js`),
  ]);
});

it.each(modules)('%s does nothing that React 19 does not take, nor do the libraries within', (file) => {
  expect(reactFaults(fs.readFileSync(path.join(DIST, file), 'utf8'))).toEqual([]);
});

it.each(modules.filter((file) => path.basename(file) === 'module.js'))('%s takes React from Grafana', (file) => {
  const [, named] = /define\((\[[^\]]*\])/.exec(fs.readFileSync(path.join(DIST, file), 'utf8')) ?? [];
  expect(JSON.parse(named ?? '[]')).toContain('react');
});

it.each([
  ['A.defaultProps={size:1}', 'uses defaultProps'],
  ['class A{static propTypes={}}', 'uses propTypes'],
  ['class A{componentWillMount(){}}', 'uses componentWillMount'],
  ['const a={getChildContext(){}}', 'uses getChildContext'],
  ['n().findDOMNode(this)', 'uses findDOMNode'],
  ['(0,n.unmountComponentAtNode)(e)', 'uses unmountComponentAtNode'],
  ['t.__SECRET_INTERNALS_DO_NOT_USE_OR_YOU_WILL_BE_FIRED.ReactCurrentOwner', 'uses ReactCurrentOwner'],
  ['var a=Symbol.for("react.element")', 'brings a copy of React: react.element'],
  ['var a=Symbol.for("react.transitional.element")', 'brings a copy of React: react.transitional.element'],
  ['define(["react/jsx-dev-runtime"],(e)=>e)', 'asks for react/jsx-dev-runtime'],
  ['n().createElement("input",{ref:"field"})', 'names a ref by a text'],
  ['(0,n.jsx)("input",{ref:"field"})', 'names a ref by a text'],
  ['d().render(n().createElement(A,null),e)', 'calls render of react-dom'],
])('would find %s', (code, fault) => {
  expect(reactFaults(code)).toContain(fault);
});

it.each(['root.render(n().createElement(A,null))', 'n().createElement(A,{ref:field})', 'const a={ref:"main"}'])(
  'takes %s for what it is',
  (code) => {
    expect(reactFaults(code)).toEqual([]);
  }
);
