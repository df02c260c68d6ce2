import { typeRule } from '../../../distribution/rule/typeRule';
import { describeRuleError, RuleError } from '../../../query/rule/RuleError';
import { columnsOf } from '../../../query/rule/RuleNode';
import { OwnColumns } from '../../OwnColumns';
import type { ReadRule, RuleCell, RuleRequest, RuleSet } from '../../Rules';
import { NoScripts } from '../../NoScripts';
import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { fieldsOf } from '../fields/fieldsOf';
import type { StoreField } from '../fields/StoreField';
import type { StoreFields } from '../fields/StoreFields';
import { probe } from '../search/probe';
import { Remarks } from '../search/Remarks';
import { hullOf, indexOf } from '../search/selectionQuery';
import { countFilters, type FilteredRule } from './countFilters';
import { type AskedField, readRuleFields } from './readRuleFields';
import type { RuleField } from './RuleField';
import { translate } from './translate';

/** Stores that were seen to run no scripts. */
const scriptless = new WeakMap<ElasticsearchClient, string>();

/**
 * Each rule as two filters, of documents that keep it and of those that break it, which the store counts in each window
 * and segment. A rule that it can't count so is refused alone. Throws a SourceError.
 */
export async function countRules(
  { selection, rules, windows, segmentBy }: RuleRequest,
  client: ElasticsearchClient,
  options: RequestOptions
): Promise<RuleSet> {
  const index = indexOf(selection);
  const fields = await fieldsOf(client, index, options);
  const segments = segmentBy.map((name) => fields.getPlain(name));
  if (selection.timeField !== undefined) {
    fields.getPlain(selection.timeField);
  } else if (windows.some((window) => window !== null)) {
    throw new SourceError('A time range needs a "timeField", to tell when a document was logged.', {
      status: 400,
      side: 'plugin',
    });
  }
  const own = new OwnColumns(selection.features ?? []);
  const refused = new Map<string, string>();
  const fitting = rules.filter((rule) => {
    const reason = reasonOf(rule, own, fields);
    if (reason !== null) {
      refused.set(rule.name, reason);
    }
    return reason === null;
  });
  const names = [...new Set(fitting.flatMap(({ node }) => [...columnsOf(node).keys()]))];
  if (names.length === 0) {
    return { cells: [], refused, notices: [] };
  }
  const asked = names.map((name): AskedField => {
    const field = fields.get(own.fieldOf(name));
    const [type, missing] = [own.typeOf(name), own.missingOf(name)];
    const mapping = fields.mappingOf(field.name).description;
    return { field, mapping, ...(type !== undefined && { type }), ...(missing !== undefined && { missing }) };
  });
  const range = hullOf(windows);
  const read = await readRuleFields(client, selection, asked, range, options);
  const known = new Map(names.map((name, at) => [name, read[at]]));
  const translated = fitting.flatMap((rule): FilteredRule[] => {
    const filtered = filteredOrReason(rule, known);
    if (typeof filtered === 'string') {
      refused.set(rule.name, filtered);
      return [];
    }
    return [filtered];
  });
  const remarks = new Remarks();
  const counted = { selection, windows, segments, remarks };
  const plain = translated.filter(({ needsScripts }) => !needsScripts);
  const scripted = translated.filter(({ needsScripts }) => needsScripts);
  const [cells, byScripts, told] = await Promise.all([
    countFilters(client, { ...counted, rules: plain }, options),
    withScripts(client, scripted, refused, (asking) => countFilters(client, { ...counted, rules: asking }, options)),
    probe(
      client,
      selection,
      read.map(({ field }) => field),
      range,
      options
    ),
  ]);
  return {
    cells: [...cells, ...byScripts],
    refused,
    notices: [...remarks.notices(client.place), ...absentNotices(read), ...told],
  };
}

/** Why a rule can't be counted by the fields that there are; null where it can. */
function reasonOf({ node, expr }: ReadRule, own: OwnColumns, fields: StoreFields): string | null {
  for (const [name, at] of columnsOf(node)) {
    const message = problemOf(own.fieldOf(name), fields);
    if (message !== null) {
      return describeRuleError(new RuleError(message, at), expr);
    }
  }
  return null;
}

const UNCOUNTED: Readonly<Partial<Record<StoreField['kind'], string>>> = {
  text: 'holds texts that only a keyword field below it could compare',
  summary: 'holds numbers that were aggregated before',
  other: 'holds nothing that can be compared, or keeps no doc_values',
};

function problemOf(name: string, fields: StoreFields): string | null {
  try {
    const { kind, mapped } = fields.get(name);
    const reason = UNCOUNTED[kind];
    return reason === undefined ? null : `"${name}", mapped as ${mapped}, ${reason}.`;
  } catch (error) {
    if (error instanceof SourceError && [404, 422].includes(error.options.status)) {
      return error.message;
    }
    throw error;
  }
}

function filteredOrReason(
  { name, expr, node }: ReadRule,
  known: ReadonlyMap<string, RuleField>
): FilteredRule | string {
  const fieldOf = (column: string): RuleField => {
    const field = known.get(column);
    if (field === undefined) {
      throw new Error(`the field ${column} was not read`);
    }
    return field;
  };
  try {
    return {
      name,
      ...translate(
        typeRule(node, (column) => fieldOf(column).kinds),
        fieldOf
      ),
    };
  } catch (error) {
    if (error instanceof RuleError) {
      return describeRuleError(error, expr);
    }
    throw error;
  }
}

/** Where the store runs no scripts, the rules that need them are refused: asked once. */
async function withScripts(
  client: ElasticsearchClient,
  rules: readonly FilteredRule[],
  refused: Map<string, string>,
  count: (rules: readonly FilteredRule[]) => Promise<readonly RuleCell[]>
): Promise<readonly RuleCell[]> {
  if (rules.length === 0) {
    return [];
  }
  const reason = scriptless.get(client);
  if (reason === undefined) {
    try {
      return await count(rules);
    } catch (error) {
      if (error instanceof SourceError && error.options.status === 400) {
        rules.forEach(({ name }) => refused.set(name, error.message));
        return [];
      }
      if (!(error instanceof NoScripts)) {
        throw error;
      }
      scriptless.set(client, NEEDS_SCRIPTS(client.place));
    }
  }
  rules.forEach(({ name }) => refused.set(name, scriptless.get(client) ?? NEEDS_SCRIPTS(client.place)));
  return [];
}

const NEEDS_SCRIPTS = (place: string) =>
  `${place} runs no scripts, and two fields of a document are compared by nothing else: allow inline scripts (script.allowed_types) in filters (script.allowed_contexts), or write the difference into a field of its own`;

function absentNotices(fields: readonly RuleField[]): string[] {
  return fields
    .filter(({ field }) => field.absentIn.length > 0)
    .map(
      ({ field: { name, absentIn } }) =>
        `${name} is not mapped in ${absentIn.slice(0, 3).join(', ')}${absentIn.length > 3 ? ` and ${absentIn.length - 3} more` : ''}: its values count as missing there.`
    );
}
