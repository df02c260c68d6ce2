/**
 * jsdom finds the style of an element by trying every rule on it and on all elements around it, at every call: nine
 * tenths of the time of a test that draws an editor. This gives the same answers: it tries only rules whose classes or
 * tag the element has, as browsers do, and keeps what it found until the document changes.
 */
interface Rule {
  readonly order: number;
  readonly selector: string;
  readonly style: CSSStyleDeclaration;
  /** Depends on what a field holds, of which no change of the document tells. */
  readonly fleeting: boolean;
}

interface Found {
  readonly declaration: CSSStyleDeclaration;
  readonly visibility: string;
}

const FLEETING = /:(checked|indeterminate|valid|invalid|in-range|out-of-range|placeholder-shown|default)/;

/** jsdom's own, slow way. */
export const plainStyle = window.getComputedStyle.bind(window);

export function rememberStyles(): void {
  const observer = new MutationObserver((changes) => current(changes));
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const inert = document.implementation.createHTMLDocument();
  const declarations = new Map<string, CSSStyleDeclaration>();
  let rules = new Map<string, Rule[]>();
  let found = new WeakMap<Element, Found>();
  let focused: Element | null = null;
  let sheets = '';

  function forget(): void {
    found = new WeakMap();
  }

  function current(changes: readonly MutationRecord[]): void {
    if (changes.length > 0 || focused !== document.activeElement) {
      focused = document.activeElement;
      forget();
    }
    // Emotion inserts rules into a sheet, of which no change of the document tells.
    const counts = Array.from(document.styleSheets, ({ cssRules }) => cssRules.length).join();
    if (sheets !== counts || changes.some(touchesSheets)) {
      sheets = counts;
      rules = byKey(document);
      declarations.clear();
      forget();
    }
  }

  function lookUp(element: Element): Found {
    const known = found.get(element);
    if (known) {
      return known;
    }
    const candidates = keysOf(element).flatMap((key) => rules.get(key) ?? []);
    const matched = [...new Set(candidates)]
      .sort((one, other) => one.order - other.order)
      .filter(({ selector }) => matches(element, selector));
    const inline = (element as HTMLElement).style;
    const visibility = visibilityOf(element, matched, inline);
    const basis = defaultsOf(element);
    const key = [basis.outerHTML, visibility, inline.cssText, ...matched.map(({ order }) => order)].join('\n');
    const declaration = declarations.get(key) ?? declare(basis, matched, visibility, inline);
    declarations.set(key, declaration);
    const answer = { declaration, visibility };
    const { parentElement: parent } = element;
    if (!candidates.some(({ fleeting }) => fleeting) && (!parent || found.has(parent))) {
      found.set(element, answer);
    }
    return answer;
  }

  function visibilityOf(element: Element, matched: readonly Rule[], inline: CSSStyleDeclaration): string {
    const own = [inline, ...matched.map(({ style }) => style).reverse()]
      .map((style) => style.getPropertyValue('visibility'))
      .find((value) => value !== '');
    return own ?? (element.parentElement ? lookUp(element.parentElement).visibility : 'visible');
  }

  function declare(
    basis: Element,
    matched: readonly Rule[],
    visibility: string,
    inline: CSSStyleDeclaration
  ): CSSStyleDeclaration {
    // A document of its own has none of the sheets: what jsdom says of an element there is the browser's default.
    const declaration = plainStyle(basis);
    matched.forEach(({ style }) => copy(style, declaration));
    declaration.setProperty('visibility', visibility);
    copy(inline, declaration);
    return declaration;
  }

  function defaultsOf(element: Element): Element {
    const bare = inert.createElementNS(element.namespaceURI, element.localName);
    for (const name of ['hidden', 'type', 'open']) {
      const value = element.getAttribute(name);
      if (value !== null) {
        bare.setAttribute(name, value);
      }
    }
    return bare;
  }

  window.getComputedStyle = (element, pseudo) => {
    current(observer.takeRecords());
    const known = element.isConnected && element.ownerDocument === document && !pseudo;
    return known ? lookUp(element).declaration : plainStyle(element, pseudo);
  };
}

function copy(from: CSSStyleDeclaration, to: CSSStyleDeclaration): void {
  for (const property of Array.from(from)) {
    to.setProperty(property, from.getPropertyValue(property), from.getPropertyPriority(property));
  }
}

function touchesSheets({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  const isSheet = (node: Node | null) => node !== null && /^(style|link)$/i.test(node.nodeName);
  const holdsSheet = (node: Node) =>
    isSheet(node) || (node instanceof Element && node.querySelector('style, link') !== null);
  return isSheet(target) || isSheet(target.parentNode) || [...addedNodes, ...removedNodes].some(holdsSheet);
}

const required = new Map<string, Set<string>>();

/** The rules of all sheets by a class, or else the tag, that an element must have to be chosen; `*` where there is none. */
function byKey({ styleSheets }: Document): Map<string, Rule[]> {
  const rules = new Map<string, Rule[]>();
  let order = 0;
  for (const { selectorText: selector, style } of Array.from(styleSheets).flatMap((sheet) =>
    styleRules(sheet.cssRules)
  )) {
    const rule = { order: order++, selector, style, fleeting: FLEETING.test(selector) };
    const keys = required.get(selector) ?? requiredBy(selector);
    required.set(selector, keys);
    for (const key of keys) {
      const others = rules.get(key);
      if (others) {
        others.push(rule);
      } else {
        rules.set(key, [rule]);
      }
    }
  }
  return rules;
}

/** As jsdom does: of media only those for screens count, and of no other group. */
function styleRules(rules: CSSRuleList): CSSStyleRule[] {
  return Array.from(rules as Iterable<CSSRule> & ArrayLike<CSSRule>).flatMap((rule) => {
    const { media, cssRules } = rule as CSSMediaRule;
    if (media) {
      return Array.from(media).includes('screen') ? styleRules(cssRules) : [];
    }
    return 'selectorText' in rule ? [rule as CSSStyleRule] : [];
  });
}

function requiredBy(selector: string): Set<string> {
  let plain = selector.replace(/\[[^\]]*\]/g, '');
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain.replace(/\([^()]*\)/g, '');
  }
  if (plain.includes('\\')) {
    return new Set(['*']);
  }
  return new Set(
    plain.split(',').map((part) => {
      const [last] = part
        .trim()
        .split(/[\s>+~]+/)
        .slice(-1);
      const [compound] = (last ?? '').split(':');
      const [, name] = /\.([\w-]+)/.exec(compound ?? '') ?? [];
      const [tag] = /^[\w-]+/.exec(compound ?? '') ?? [];
      return name ? `.${name}` : tag ? tag.toLowerCase() : '*';
    })
  );
}

function keysOf(element: Element): string[] {
  return ['*', element.localName.toLowerCase(), ...Array.from(element.classList, (name) => `.${name}`)];
}

function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}
