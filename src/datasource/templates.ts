import type { ScopedVars, TypedVariableModel } from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import type { Token } from './fill/tokens';
import type { Value, Variables } from './fill/Variables';

/** The variables of the page, and before them those of the panel or row that asks. */
export function pageVariables(scopedVars: ScopedVars = {}): Variables {
  const templates = getTemplateSrv();
  return {
    valueOf(token): Value | null {
      let values: string[] | null = null;
      // Of a text that names a format Grafana asks that one instead.
      const text = templates.replace(token.plain, scopedVars, (value: unknown) => {
        values = [value].flat().map(String).filter(Boolean);
        return '';
      });
      if (values !== null) {
        return { values, custom: null };
      }
      return text === token.plain ? null : { values: choicesOf(token, templates.getVariables()), custom: text };
    },
    written: (token) => templates.replace(token.text, scopedVars),
    within: (name, value) => pageVariables({ ...scopedVars, [name]: { text: value, value } }),
  };
}

const ALL = '$__all';

/** What can be chosen of a variable, all but "All". */
function choicesOf({ name }: Token, variables: readonly TypedVariableModel[]): string[] {
  const variable = variables.find((one) => one.name === name);
  const options = variable !== undefined && 'options' in variable ? variable.options : [];
  return options
    .flatMap(({ value }) => value)
    .map(String)
    .filter((value) => value !== ALL && value !== '');
}
