import type { ScopedVars } from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import { type Replace, wholeVariable } from './interpolateQuery';

/** The variables of the page, and before them those of the panel or row that asks. */
export function pageVariables(scopedVars: ScopedVars = {}): Replace {
  const templates = getTemplateSrv();
  const visit = (template: string, see: (values: string[]) => void) => {
    templates.replace(template, scopedVars, (value: string | string[]) => {
      see([value].flat().filter((entry) => entry !== ''));
      return '';
    });
  };
  return {
    text: (template) => templates.replace(template, scopedVars),
    list: (template) => {
      let values: string[] = [template];
      visit(template, (found) => (values = found));
      return values;
    },
    lacks: (template) => {
      let lacking = false;
      visit(template, (found) => (lacking ||= found.length === 0));
      return lacking;
    },
    within: (template, value) => {
      const name = wholeVariable(template);
      return pageVariables(name === null ? scopedVars : { ...scopedVars, [name]: { text: value, value } });
    },
  };
}
