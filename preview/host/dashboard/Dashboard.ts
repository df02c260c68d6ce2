import type { DataSourceRef, DataTransformerConfig, FieldConfigSource } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';

/** The parts of a dashboard's JSON that the preview shows. */
export interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly description?: string;
  readonly time?: { readonly from: string; readonly to: string };
  readonly timezone?: string;
  readonly weekStart?: string;
  readonly refresh?: string | false;
  readonly graphTooltip?: number;
  readonly timepicker?: { readonly refresh_intervals?: string[]; readonly hidden?: boolean };
  readonly templating?: { readonly list?: DashboardVariable[] };
  readonly annotations?: { readonly list?: DashboardAnnotation[] };
  readonly links?: DashboardLink[];
  readonly panels: DashboardPanel[];
}

export interface DashboardPanel {
  readonly id: number;
  readonly type: string;
  readonly title?: string;
  readonly description?: string;
  readonly transparent?: boolean;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly datasource?: DataSourceRef;
  readonly targets?: Array<DataQuery & { panelId?: number }>;
  readonly transformations?: DataTransformerConfig[];
  readonly options?: object;
  readonly fieldConfig?: FieldConfigSource;
  readonly pluginVersion?: string;
  readonly maxDataPoints?: number;
  readonly interval?: string;
  readonly collapsed?: boolean;
  readonly panels?: DashboardPanel[];
}

export interface DashboardVariable {
  readonly type: string;
  readonly name: string;
  readonly label?: string;
  readonly description?: string;
  readonly hide?: number;
  readonly skipUrlSync?: boolean;
  readonly query?: string | DataQuery;
  readonly current?: { readonly value?: string | string[]; readonly text?: string | string[] };
  readonly datasource?: DataSourceRef;
  readonly regex?: string;
  readonly refresh?: number;
  readonly sort?: number;
  readonly multi?: boolean;
  readonly includeAll?: boolean;
  readonly allValue?: string | null;
  readonly auto?: boolean;
  readonly auto_min?: string;
  readonly auto_count?: number;
}

export interface DashboardAnnotation {
  readonly name: string;
  readonly enable: boolean;
  readonly hide?: boolean;
  readonly iconColor: string;
  readonly builtIn?: number;
  readonly datasource?: DataSourceRef;
  readonly target?: DataQuery;
}

export interface DashboardLink {
  readonly title: string;
  readonly type: string;
  readonly url?: string;
  readonly tooltip?: string;
  readonly targetBlank?: boolean;
  readonly keepTime?: boolean;
  readonly includeVars?: boolean;
}
