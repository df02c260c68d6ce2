import ts from 'typescript';

/** What React 19 took away, or warned of in React 18: an assignment or a call of any of these is found. */
const GONE = new Set([
  ...['defaultProps', 'propTypes', 'contextTypes', 'childContextTypes', 'getChildContext'],
  ...['findDOMNode', 'unmountComponentAtNode', 'unstable_renderSubtreeIntoContainer', 'createFactory'],
  ...['componentWillMount', 'componentWillReceiveProps', 'componentWillUpdate'],
  ...['__SECRET_INTERNALS_DO_NOT_USE_OR_YOU_WILL_BE_FIRED', 'ReactCurrentOwner', 'ReactCurrentDispatcher'],
]);
/** A copy of React, or of its runtime for JSX, makes elements of its own kind: Grafana's React refuses or doubles them. */
const ELEMENTS = /^react\.(element|transitional\.element|portal|fragment)$/;
/** What Grafana hands to plugins; each other module of React would be one of the bundle's own. */
const FROM_GRAFANA = new Set(['react', 'react-dom', 'react/jsx-runtime', 'react-router', 'react-router-dom']);
const ELEMENT_MAKERS = /^(createElement|cloneElement|jsxs?|jsxDEV)$/;

/** What a built module does that React 19 doesn't take, one line each. */
export function reactFaults(code: string): string[] {
  const faults = new Set<string>();
  const visit = (node: ts.Node): void => {
    const fault = nameFault(node) ?? elementFault(node) ?? moduleFault(node) ?? refFault(node) ?? rootFault(node);
    if (fault !== null) {
      faults.add(fault);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('module.js', code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS));
  return [...faults].sort();
}

function nameFault(node: ts.Node): string | null {
  const isName =
    ts.isPropertyAccessExpression(node) ||
    ((ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node) || ts.isPropertyDeclaration(node)) &&
      (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)));
  const name = isName && 'text' in node.name ? node.name.text : '';
  return GONE.has(name) ? `uses ${name}` : null;
}

function elementFault(node: ts.Node): string | null {
  return ts.isStringLiteralLike(node) && ELEMENTS.test(node.text) ? `brings a copy of React: ${node.text}` : null;
}

/** The dependencies of the AMD module, as webpack writes them: all are given by Grafana. */
function moduleFault(node: ts.Node): string | null {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 'define') {
    return null;
  }
  const [named] = node.arguments.filter(ts.isArrayLiteralExpression);
  const names = named?.elements.filter(ts.isStringLiteralLike).map(({ text }) => text) ?? [];
  const wrong = names.find((name) => /^react(-dom|-router|\/)?/.test(name) && !FROM_GRAFANA.has(name));
  return wrong === undefined ? null : `asks for ${wrong}`;
}

/** `ref="name"`, as classes once named what they drew. */
function refFault(node: ts.Node): string | null {
  if (!ts.isCallExpression(node) || !ELEMENT_MAKERS.test(calledName(node))) {
    return null;
  }
  const named = node.arguments
    .filter(ts.isObjectLiteralExpression)
    .flatMap(({ properties }) => [...properties])
    .filter(ts.isPropertyAssignment)
    .some(({ name, initializer }) => name.getText() === 'ref' && ts.isStringLiteralLike(initializer));
  return named ? 'names a ref by a text' : null;
}

/** `ReactDOM.render(element, container)`; roots are given the element alone. */
function rootFault(node: ts.Node): string | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) {
    return null;
  }
  const { name } = node.expression;
  const makesElement = ({ arguments: [first] }: ts.CallExpression) =>
    first !== undefined && ts.isCallExpression(first) && ELEMENT_MAKERS.test(calledName(first));
  return /^(render|hydrate)$/.test(name.text) && node.arguments.length > 1 && makesElement(node)
    ? `calls ${name.text} of react-dom`
    : null;
}

/** The last word of what is called: `createElement` of `i().createElement(…)` and of `(0, i.createElement)(…)`. */
function calledName({ expression }: ts.CallExpression): string {
  return /([A-Za-z]+)\)?$/.exec(expression.getText())?.[1] ?? '';
}
