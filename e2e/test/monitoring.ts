import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { ROOT } from '../src/scripts.js';
import type { World } from '../src/world.js';

/** Where the dashboard and the alert rules are. */
const FOLDER = join(ROOT, 'node', 'monitoring');

/** What Prometheus' node_exporter says of the machine; no node of ours serves it. */
const OF_THE_MACHINE = [
  'node_filesystem_avail_bytes',
  'node_filesystem_size_bytes',
  'node_memory_MemAvailable_bytes',
  'node_memory_MemTotal_bytes',
  'node_timex_offset_seconds',
  'node_timex_sync_status',
];

/** What Prometheus says of each node that it asks. */
const OF_PROMETHEUS = ['up'];

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly handbook: string };
}

const rules = (): Rule[] => {
  const { groups } = parse(readFileSync(join(FOLDER, 'alerts.yml'), 'utf8'));
  return groups.flatMap((group: { rules: Rule[] }) => group.rules);
};

/** The queries of every panel. */
const queries = (): string[] => {
  const { panels } = JSON.parse(readFileSync(join(FOLDER, 'dashboard.json'), 'utf8'));
  return panels.flatMap((panel: { targets?: { expr: string }[] }) => (panel.targets ?? []).map(({ expr }) => expr));
};

/** The names of metrics in a query: what is left of it without labels, times and functions. */
function metricsIn(query: string): string[] {
  const bare = query
    .replace(/\{[^}]*\}/g, ' ')
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/\b(by|on|ignoring|without|group_left|group_right)\s*\([^)]*\)/g, ' ');
  const words = bare.match(/(?<!\w)[a-zA-Z_][a-zA-Z0-9_]*(?!\w|\s*\()/g) ?? [];
  return words.filter((word) => !['and', 'or', 'unless', 'bool'].includes(word));
}

/** The names of metrics that a node serves. */
const namesIn = (scraped: string): string[] =>
  scraped.split('\n').flatMap((line) => /^([a-zA-Z_][a-zA-Z0-9_]*)[ {]/.exec(line)?.[1] ?? []);

/** Whether what the monitoring asks for is there: a rule on a metric that nobody serves never rings. */
export function monitoringTests(world: () => World): void {
  describe('the monitoring', () => {
    it('should ask for nothing that no node serves when alerts and dashboard are read', async () => {
      const scraped = await Promise.all([...world().network.nodes()].map((node) => node.metrics()));
      const served = new Set(scraped.flatMap((one) => namesIn(one ?? '')));
      expect(served.size, 'the network serves no metrics').toBeGreaterThan(50);
      const asked = [...rules().map(({ expr }) => expr), ...queries()].flatMap(metricsIn);
      expect(asked.length).toBeGreaterThan(30);
      const unknown = asked.filter(
        (name) => !served.has(name) && !OF_THE_MACHINE.includes(name) && !OF_PROMETHEUS.includes(name),
      );
      expect([...new Set(unknown)]).toEqual([]);
      // Nor is one of our own metrics watched by nobody.
      const unwatched = [...served].filter((name) => name.startsWith('polity_') && !asked.includes(name));
      expect(unwatched.filter((name) => !/_(bucket|sum|count)$/.test(name))).toEqual([]);
    });

    it('should ring for what can stop a network, and name a page of the handbook for each', () => {
      const all = rules();
      expect(new Set(all.map(({ alert }) => alert)).size).toBe(all.length);
      for (const { alert, labels, annotations } of all) {
        expect(['page', 'ticket'], alert).toContain(labels.severity);
        expect(annotations.summary, alert).not.toBe('');
        const page = readFileSync(join(ROOT, annotations.handbook), 'utf8');
        expect(page, `${annotations.handbook} does not name ${alert}`).toContain(alert);
      }
    });
  });
}
