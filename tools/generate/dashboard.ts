/**
 * docs/dashboard.json: a dashboard for Grafana (https://grafana.com/docs/grafana/latest/visualizations/dashboards/build-dashboards/view-dashboard-json-model/).
 * What Postgres knows is the same on each process's page, so it is read with `max`; what a process counts is summed.
 */

interface Panel {
  readonly title: string;
  readonly description: string;
  readonly kind: 'stat' | 'timeseries';
  /** Of Grafana's units, such as `s`, `bytes`, `short`, `ops`. */
  readonly unit: string;
  /** An expression of Prometheus, with the legend of its lines. */
  readonly queries: readonly (readonly [expression: string, legend: string])[];
  /** From which value on it is red; below it is green. */
  readonly red?: number;
}

const byAccount = (metric: string) => `max by (account) (${metric}{account=~"$account"})`;

/** The rows of the dashboard: what is wrong, what waits, what moves, how fast, and the process. */
const rows: readonly { readonly title: string; readonly panels: readonly Panel[] }[] = [
  {
    title: 'Is it well?',
    panels: [
      stat('Processes', 'Those that answered the last scrape.', 'count(mailroom_info)'),
      stat('Database away', 'Processes that do not reach it.', 'count(mailroom_database_up == 0) or vector(0)', 1),
      stat('Breaker', '1: all outgoing mail is stopped.', 'max(mailroom_breaker_open)', 1),
      stat('Store full', '1: no mail is fetched.', 'max(mailroom_store_full)', 1),
      stat('In quarantine', 'Jobs that wait for a person.', 'sum(max by (queue) (mailroom_queue_quarantined))', 1),
      stat('Held by brakes', 'Answers that wait for a person.', `sum(${byAccount('mailroom_brakes_held')})`, 1),
      stat('Unserved', 'Accounts that no process has.', `sum(${byAccount('mailroom_account_unserved')})`, 1),
      stat(
        'No rooms',
        'Accounts for which the homeserver makes none.',
        `sum(${byAccount('mailroom_account_rooms_refused')})`,
        1,
      ),
      stat('Poison', 'What the homeserver sent and nobody could read.', 'max(mailroom_poison)', 1),
    ],
  },
  {
    title: 'Accounts',
    panels: [
      lines('Way in (IMAP)', 'The state of each account.', 'short', [
        ['max by (account, state) (mailroom_account_state{account=~"$account"}) == 1', '{{account}} {{state}}'],
      ]),
      lines('Way out (SMTP)', 'The state of each account.', 'short', [
        ['max by (account, state) (mailroom_account_out_state{account=~"$account"}) == 1', '{{account}} {{state}}'],
      ]),
      lines('Since the last mail', 'How long ago the last mail of an account was stored.', 's', [
        [byAccount('mailroom_account_last_mail_seconds'), '{{account}}'],
      ]),
      lines(
        'Not let in or not read',
        'Mails that were not let in within 24 hours, mails in quarantine, folders.',
        'short',
        [
          [byAccount('mailroom_account_not_shown'), '{{account}} not let in'],
          [byAccount('mailroom_account_quarantined'), '{{account}} in quarantine'],
          [byAccount('mailroom_account_troubled_mailboxes'), '{{account}} folders in trouble'],
        ],
      ),
      lines('Refused by the homeserver', 'For good, within 24 hours: people, room state, messages.', 'short', [
        ['max by (account, what) (mailroom_account_refused{account=~"$account"})', '{{account}} {{what}}'],
      ]),
    ],
  },
  {
    title: 'What waits',
    panels: [
      lines('Jobs that wait', 'By queue; also what rests between two tries.', 'short', [
        ['max by (queue) (mailroom_queue_jobs)', '{{queue}}'],
      ]),
      lines('The oldest job', 'How long it has waited, by queue.', 's', [
        ['max by (queue) (mailroom_queue_oldest_seconds)', '{{queue}}'],
      ]),
    ],
  },
  {
    title: 'What moves',
    panels: [
      lines('Mails in', 'A second, by outcome.', 'ops', [
        ['sum by (outcome) (rate(mailroom_mails_in_total{account=~"$account"}[$__rate_interval]))', '{{outcome}}'],
      ]),
      lines('Mails out', 'A second, by outcome.', 'ops', [
        ['sum by (outcome) (rate(mailroom_mails_out_total{account=~"$account"}[$__rate_interval]))', '{{outcome}}'],
      ]),
      lines('Events', 'A second: of ours in their rooms, pushed by the homeserver, found and never pushed.', 'ops', [
        ['sum(rate(mailroom_events_sent_total{account=~"$account"}[$__rate_interval]))', 'sent'],
        ['sum(rate(mailroom_events_received_total[$__rate_interval]))', 'received'],
        ['sum(rate(mailroom_events_found_total[$__rate_interval]))', 'found'],
      ]),
      lines('Transactions', 'Of the homeserver, a second, by outcome.', 'ops', [
        ['sum by (outcome) (rate(mailroom_transactions_total[$__rate_interval]))', '{{outcome}}'],
      ]),
      lines('Failures', 'A second, by kind; most of it is tried again.', 'ops', [
        ['sum by (kind) (rate(mailroom_failures_total[$__rate_interval]))', '{{kind}}'],
      ]),
      lines('Held by the brakes', 'Answers within an hour, by reason.', 'short', [
        ['sum by (reason) (increase(mailroom_brakes_total{account=~"$account"}[1h]))', '{{reason}}'],
      ]),
    ],
  },
  {
    title: 'How fast',
    panels: [
      lines('Delivery', 'From a stored mail to its room, from the end of the hold to the relay’s answer.', 's', [
        quantile(0.5, 'mailroom_delivery_seconds', 'direction'),
        quantile(0.95, 'mailroom_delivery_seconds', 'direction'),
      ]),
      lines('One request', 'To the homeserver (event, media) or the relay (smtp).', 's', [
        quantile(0.5, 'mailroom_send_seconds', 'kind'),
        quantile(0.95, 'mailroom_send_seconds', 'kind'),
      ]),
      lines('One job', 'How long a run of a job takes, by queue.', 's', [
        quantile(0.95, 'mailroom_job_seconds', 'queue'),
      ]),
    ],
  },
  {
    title: 'Process and database',
    panels: [
      lines('Memory', 'Resident; the child processes that read mail have their own.', 'bytes', [
        ['process_resident_memory_bytes * on (instance, job) group_left mailroom_info', '{{instance}}'],
      ]),
      lines('Processor', 'Seconds a second.', 'short', [
        [
          'rate(process_cpu_seconds_total[$__rate_interval]) * on (instance, job) group_left mailroom_info',
          '{{instance}}',
        ],
      ]),
      lines('Database', 'How large it is.', 'bytes', [['max(mailroom_database_bytes)', 'database']]),
      lines('Config', 'The reload that each process looked at last, and whether it took it.', 'short', [
        ['mailroom_config_generation', '{{instance}} generation'],
        ['mailroom_config_taken', '{{instance}} taken'],
      ]),
    ],
  },
];

function stat(title: string, description: string, expression: string, red?: number): Panel {
  return { title, description, kind: 'stat', unit: 'short', queries: [[expression, '']], ...(red && { red }) };
}

function lines(title: string, description: string, unit: string, queries: Panel['queries']): Panel {
  return { title, description, kind: 'timeseries', unit, queries };
}

function quantile(share: number, histogram: string, label: string): readonly [string, string] {
  const expression = `sum by (le, ${label}) (rate(${histogram}_bucket[$__rate_interval]))`;
  return [`histogram_quantile(${share}, ${expression})`, `{{${label}}} ${share * 100} %`];
}

/** Grafana's grid is 24 wide. */
const GRID = 24;
const SIZES = { stat: { w: 3, h: 4 }, timeseries: { w: 12, h: 8 } } as const;
const datasource = { type: 'prometheus', uid: '${datasource}' };

/** The panels with their ids and places, each row below its heading. */
function placed(): object[] {
  const made: object[] = [];
  let y = 0;
  for (const { title, panels } of rows) {
    made.push({
      id: made.length + 1,
      type: 'row',
      title,
      collapsed: false,
      panels: [],
      gridPos: { x: 0, y, w: GRID, h: 1 },
    });
    y += 1;
    let x = 0;
    let tallest = 0;
    for (const panel of panels) {
      const { w, h } = SIZES[panel.kind];
      if (x + w > GRID) {
        y += tallest;
        x = 0;
      }
      made.push({ id: made.length + 1, gridPos: { x, y, w, h }, ...panelModel(panel) });
      x += w;
      tallest = h;
    }
    y += tallest;
  }
  return made;
}

function panelModel({ title, description, kind, unit, queries, red }: Panel): object {
  const steps = [{ color: 'green', value: null }, ...(red === undefined ? [] : [{ color: 'red', value: red }])];
  return {
    type: kind,
    title,
    description,
    datasource,
    fieldConfig: {
      defaults: {
        unit,
        min: 0,
        color: { mode: red === undefined ? 'palette-classic' : 'thresholds' },
        thresholds: { mode: 'absolute', steps },
      },
      overrides: [],
    },
    options:
      kind === 'stat'
        ? {
            reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
            colorMode: 'value',
            graphMode: 'none',
          }
        : {
            legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
            tooltip: { mode: 'multi', sort: 'desc' },
          },
    targets: queries.map(([expr, legendFormat], at) => ({ refId: 'ABCDEF'[at], datasource, expr, legendFormat })),
  };
}

/** Every expression of the dashboard. */
export function dashboardExpressions(): string[] {
  return rows.flatMap(({ panels }) => panels.flatMap(({ queries }) => queries.map(([expression]) => expression)));
}

export function dashboard(): object {
  const all = {
    includeAll: true,
    multi: true,
    allValue: '.*',
    current: { selected: true, text: 'All', value: '$__all' },
  };
  return {
    uid: 'mailroom',
    title: 'Mailroom',
    description: 'Mails and rooms: what is wrong, what waits, what moves. See docs/operating.md.',
    tags: ['matrix', 'mail'],
    schemaVersion: 39,
    version: 1,
    editable: true,
    graphTooltip: 1,
    refresh: '1m',
    time: { from: 'now-6h', to: 'now' },
    timezone: 'browser',
    templating: {
      list: [
        { name: 'datasource', label: 'Prometheus', type: 'datasource', query: 'prometheus', refresh: 1, hide: 0 },
        {
          name: 'account',
          label: 'Account',
          type: 'query',
          datasource,
          query: 'label_values(mailroom_account_state, account)',
          refresh: 2,
          sort: 1,
          hide: 0,
          ...all,
        },
      ],
    },
    annotations: { list: [] },
    links: [],
    panels: placed(),
  };
}
