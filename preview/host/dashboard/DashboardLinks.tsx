import React from 'react';
import { textUtil, urlUtil } from '@grafana/data';
import { getTemplateSrv, locationService } from '@grafana/runtime';
import { LinkButton } from '@grafana/ui';
import type { DashboardLink } from './Dashboard';

/** Links to other pages, in the dashboard's header. */
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
          icon="external-link-alt"
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
