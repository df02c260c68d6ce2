import { css } from '@emotion/css';
import React from 'react';
import { textUtil, urlUtil } from '@grafana/data';
import { getTemplateSrv, locationService } from '@grafana/runtime';
import type { DashboardLink } from '@grafana/schema';
import { LinkButton, Text } from '@grafana/ui';

// As high as nothing: the gaps above and below it count once.
const wholeLine = css({ flexBasis: '100%', marginBottom: -16 });

export function DashboardTitle({ title }: { title: string }) {
  return (
    <Text element="h1" variant="h3">
      {title}
    </Text>
  );
}

/** Puts the controls after it on a line of their own. */
export function LineBreak() {
  return <div className={wholeLine} />;
}

/** Links to other pages. */
export function DashboardLinks({ links }: { links: readonly DashboardLink[] }) {
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
