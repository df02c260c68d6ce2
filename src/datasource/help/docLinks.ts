import { locationUtil } from '@grafana/data';

/** Pages of the documentation that the app shows. They open beside what is edited, so that nothing unsaved is lost. */
export const docLink = (name: string): string => locationUtil.assureBaseUrl(`/a/modelwatch-app/docs/${name}`);
