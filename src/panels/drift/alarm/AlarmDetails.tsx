import React, { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { TimeZone } from '@grafana/schema';
import { useStyles2 } from '@grafana/ui';
import type { MarkKind } from '../../../query/marks/markKinds';
import type { ChangePoint } from '../model/readChangePoint';
import type { MarkedAlarm } from './writeMark';
import { MarkButtons } from './MarkButtons';
import { SinceLine } from './SinceLine';

export interface AlarmActions {
  askSince: () => Promise<ChangePoint | null | undefined>;
  /** Writes a mark; absent where the user may not, or the query does not read marks. */
  mark?: (mark: MarkKind, since: ChangePoint | null) => Promise<Pick<MarkedAlarm, 'from' | 'to'>>;
  /** Said in place of the buttons. */
  whyNoMarks?: string;
}

interface Props {
  actions: AlarmActions;
  timeZone: TimeZone;
}

/** Of an alarm that was clicked: since when, and what an Editor may say of it. */
export function AlarmDetails({ actions, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  const [since, setSince] = useState<ChangePoint | null>(null);
  const { mark } = actions;
  return (
    <div className={styles.all}>
      <SinceLine ask={actions.askSince} timeZone={timeZone} onFound={setSince} />
      {mark ? (
        <MarkButtons onMark={(kind) => mark(kind, since)} timeZone={timeZone} />
      ) : (
        actions.whyNoMarks !== undefined && <div className={styles.note}>{actions.whyNoMarks}</div>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  all: css({
    marginTop: theme.spacing(1),
    paddingTop: theme.spacing(1),
    borderTop: `1px solid ${theme.colors.border.weak}`,
  }),
  note: css({ marginTop: theme.spacing(0.5), color: theme.colors.text.secondary }),
});
