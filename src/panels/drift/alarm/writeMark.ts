import { config, getBackendSrv, isFetchError } from '@grafana/runtime';
import type { MarkKind } from '../../../query/marks/markKinds';
import { markAnnotation } from '../../../query/marks/markAnnotation';

/** An alarm as a mark tells it. */
export interface MarkedAlarm {
  /** The name that the query's marks are found by. */
  readonly of: string;
  readonly feature: string;
  readonly segment: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
  readonly panel?: { readonly dashboardUid: string; readonly id: number };
}

/** Only Editors' marks count, so nobody else is offered any. */
export function mayMark(): boolean {
  const { orgRole, isGrafanaAdmin } = config.bootData.user;
  return orgRole === 'Editor' || orgRole === 'Admin' || isGrafanaAdmin;
}

/** Writes a mark as an annotation. Throws an Error that says why it could not be written. */
export async function writeMark(mark: MarkKind, { from, to, ...marked }: MarkedAlarm): Promise<void> {
  const body = markAnnotation({ mark, ...marked, from, to });
  try {
    await getBackendSrv().post('/api/annotations', body, { showErrorAlert: false, showSuccessAlert: false });
  } catch (error) {
    if (isFetchError<{ message?: string }>(error)) {
      throw new Error(
        error.status === 403
          ? 'Grafana refused the annotation: you need the permission to create annotations (role Editor).'
          : `Grafana could not store the annotation: ${error.data?.message ?? error.statusText ?? error.status}`
      );
    }
    throw error;
  }
}
