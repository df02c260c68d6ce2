import { mergeConfusions } from './mergeConfusions';
import { mergeDelays } from './mergeDelays';
import { mergeErrors } from './mergeErrors';
import { mergeForecasts } from './mergeForecasts';
import { mergeLists } from './mergeLists';
import { mergeScores } from './mergeScores';
import type { Outcomes } from './Outcomes';
import type { ScoreTable } from './ScoreTable';

/**
 * Outcomes of several sets of rows as those of all of them together. What one of the parts with rows doesn't tell, the
 * whole doesn't tell either. None give no rows.
 */
export function mergeOutcomes(parts: readonly Outcomes[]): Outcomes {
  const filled = parts.filter(({ rows }) => rows > 0);
  if (filled.length === 1) {
    return filled[0];
  }
  const labelled = filled.filter((part) => part.labelled > 0);
  const open = filled.filter((part) => part.rows > part.labelled);
  const confusions = known(labelled.map(({ confusion }) => confusion));
  const unlabelled = known(open.map((part) => part.unlabelled));
  const errors = known(labelled.map((part) => part.errors));
  const delays = known(filled.map((part) => part.delays));
  const forecasts = known(labelled.map((part) => part.forecasts));
  const lists = known(filled.map((part) => part.lists));
  const scores = mergeTables(filled);
  return {
    rows: filled.reduce((sum, { rows }) => sum + rows, 0),
    labelled: filled.reduce((sum, part) => sum + part.labelled, 0),
    ...(confusions && { confusion: mergeConfusions(confusions) }),
    ...(unlabelled && { unlabelled: mergeCounts(unlabelled) }),
    ...(scores.size > 0 && { scores }),
    ...(errors && { errors: mergeErrors(errors) }),
    ...(forecasts && { forecasts: mergeForecasts(forecasts) }),
    ...(lists && { lists: mergeLists(lists) }),
    ...(delays && { delays: mergeDelays(delays) }),
  };
}

/** All of them, or null where one is unknown or there are none. */
function known<T>(values: ReadonlyArray<T | undefined>): T[] | null {
  const given = values.filter((value): value is T => value !== undefined);
  return given.length > 0 && given.length === values.length ? given : null;
}

function mergeTables(parts: readonly Outcomes[]): Map<string, ScoreTable> {
  const columns = new Set(parts.flatMap(({ scores }) => [...(scores?.keys() ?? [])]));
  const merged = new Map<string, ScoreTable>();
  for (const column of columns) {
    const tables = known(parts.map(({ scores }) => scores?.get(column)));
    if (tables) {
      merged.set(column, mergeScores(tables));
    }
  }
  return merged;
}

function mergeCounts(parts: ReadonlyArray<ReadonlyMap<string, number>>): Map<string, number> {
  const merged = new Map<string, number>();
  for (const part of parts) {
    for (const [name, count] of part) {
      merged.set(name, (merged.get(name) ?? 0) + count);
    }
  }
  return merged;
}
