import React, { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { TimeZone } from '@grafana/schema';
import { Button, useStyles2 } from '@grafana/ui';
import type { MarkKind } from '../../../query/marks/markKinds';
import { timeFormatter, writeWindow } from '../../shared/timeWords';
import type { MarkedAlarm } from './writeMark';

interface Props {
  /** Writes the mark, and tells its stretch of time; rejects with the reason where it can't be written. */
  onMark: (mark: MarkKind) => Promise<Pick<MarkedAlarm, 'from' | 'to'>>;
  timeZone: TimeZone;
}

interface Choice {
  readonly mark: MarkKind;
  readonly label: string;
  readonly tooltip: string;
  readonly done: string;
}

const CHOICES: readonly Choice[] = [
  {
    mark: 'accept',
    label: 'Accept as normal',
    tooltip: 'The new state is normal: from now on nothing before it is used.',
    done: 'Accepted as normal',
  },
  {
    mark: 'incident',
    label: 'Mark as incident',
    tooltip: 'Limits and references leave this time out.',
    done: 'Marked as incident',
  },
  {
    mark: 'true-alarm',
    label: 'True alarm',
    tooltip: "Counts towards the rule's precision.",
    done: 'Marked as true alarm',
  },
  {
    mark: 'false-alarm',
    label: 'False alarm',
    tooltip: "Counts against the rule's precision.",
    done: 'Marked as false alarm',
  },
];

/** What an Editor may say of an alarm. Each is written as an annotation, which the query reads. */
export function MarkButtons({ onMark, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  const [writing, setWriting] = useState<MarkKind | null>(null);
  const [said, setSaid] = useState<{ readonly isProblem: boolean; readonly text: string } | null>(null);
  const write = async ({ mark, done }: Choice) => {
    setWriting(mark);
    try {
      const { from, to } = await onMark(mark);
      const when =
        mark === 'accept' ? `from ${timeFormatter([from], timeZone)(from)} on` : writeWindow(from, to, timeZone);
      setSaid({ isProblem: false, text: `${done}: ${when}. Refresh the panel to apply it.` });
    } catch (error) {
      setSaid({ isProblem: true, text: error instanceof Error ? error.message : String(error) });
    } finally {
      setWriting(null);
    }
  };
  return (
    <div className={styles.all}>
      <div className={styles.buttons} role="group" aria-label="Mark this alarm">
        {CHOICES.map((choice) => (
          <Button
            key={choice.mark}
            size="sm"
            variant="secondary"
            fill="outline"
            tooltip={choice.tooltip}
            disabled={writing !== null}
            onClick={() => void write(choice)}
          >
            {choice.label}
          </Button>
        ))}
      </div>
      {said && (
        <div role={said.isProblem ? 'alert' : 'status'} className={said.isProblem ? styles.problem : undefined}>
          {said.text}
        </div>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  all: css({ marginTop: theme.spacing(1), display: 'grid', gap: theme.spacing(0.5) }),
  buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) }),
  problem: css({ color: theme.colors.error.text }),
});
