import { css } from '@emotion/css';
import React from 'react';
import { useObservable } from 'react-use';
import { textUtil, urlUtil } from '@grafana/data';
import { getTemplateSrv, locationService } from '@grafana/runtime';
import { SceneObjectBase, type SceneComponentProps, type SceneObject, type SceneObjectState } from '@grafana/scenes';
import type { DashboardLink } from '@grafana/schema';
import { LinkButton, Text } from '@grafana/ui';

const line = css({ flexBasis: '100%', display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' });

export function DashboardTitle({ title }: { title: string }) {
  return (
    <Text element="h1" variant="h3">
      {title}
    </Text>
  );
}

interface ControlsLineState extends SceneObjectState {
  readonly controls: SceneObject[];
}

/** Controls on a line of their own. */
export class ControlsLine extends SceneObjectBase<ControlsLineState> {
  static readonly Component = ({ model }: SceneComponentProps<ControlsLine>) => (
    <div className={line}>
      {model.useState().controls.map((control) => (
        <control.Component key={control.state.key} model={control} />
      ))}
    </div>
  );
}

/** Links to other pages; what they keep of the address changes with it. */
export function DashboardLinks({ links }: { links: readonly DashboardLink[] }) {
  useObservable(locationService.getLocationObservable());
  return (
    <>
      {links.map((link) => (
        <LinkButton
          key={link.title}
          href={addressOf(link)}
          target={link.targetBlank ? '_blank' : undefined}
          tooltip={link.tooltip}
          variant="secondary"
          size="sm"
        >
          {link.title}
        </LinkButton>
      ))}
    </>
  );
}

function addressOf({ url = '', keepTime, includeVars }: DashboardLink): string {
  const kept = Object.entries(locationService.getSearchObject()).filter(
    ([name]) => (keepTime && ['from', 'to'].includes(name)) || (includeVars && name.startsWith('var-'))
  );
  return textUtil.sanitizeUrl(
    urlUtil.appendQueryToUrl(getTemplateSrv().replace(url), urlUtil.toUrlParams(Object.fromEntries(kept)))
  );
}
