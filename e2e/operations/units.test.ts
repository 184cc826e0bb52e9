import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WsProvider } from '@polkadot/api';

import type { Node } from '../src/network.js';
import { pause } from '../src/world.js';
import { complaintsAbout, exposureOf, listenersOf, startAsUnits, UNITS, type UnitNetwork } from './units.js';

/** What systemd calls OK ends at 2.5. */
const MOST_EXPOSED = 2.5;

/** What the gateway takes: see its unit. */
const BATCH_LENGTH = 20;
const REQUEST_BYTES = 1024 * 1024;
const CALLS_A_MINUTE = 600;

/** For how long a client that calls too often is watched. */
const FLOOD_MILLIS = 4_000;

describe('the units of systemd', () => {
  let folder: string;
  let units: UnitNetwork;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'polity-units-'));
    units = await startAsUnits();
  });

  afterAll(async () => {
    await units?.network.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  it('should be sound, and a narrow sandbox, when systemd is asked', async (context) => {
    for (const name of UNITS) {
      const complaints = await complaintsAbout(name, folder);
      if (complaints === null) {
        console.log('units: there is no systemd-analyze here; the units were not verified');
        context.skip();
      }
      expect(complaints, name).toBe('');
      expect(await exposureOf(name, folder), name).toBeLessThan(MOST_EXPOSED);
    }
  });

  it('should carry finality through the sentries when authorities speak to nobody else', async () => {
    const { network, sentries } = units;
    await network.waitForFinality(20);
    for (const authority of network.authorities.values()) {
      const peers = /^substrate_sub_libp2p_peers_count\{[^}]*\} (\d+)$/m.exec((await authority.metrics())!);
      expect(Number(peers![1]), authority.name).toBe(sentries.length);
    }
  });

  it('should serve no RPC at an authority, and open nothing but its own ports elsewhere', async () => {
    const { network, sentries } = units;
    const local = (...ports: readonly (number | null)[]): string[] =>
      ports.map((port) => `127.0.0.1:${port}`).sort();
    for (const { name, pid, port, metricsPort } of network.authorities.values()) {
      const own = local(port, metricsPort);
      const others = listenersOf(pid!).filter((one) => !own.includes(one));
      // The SDK does not start without a listener: this one takes no connection.
      expect(others, name).toEqual([expect.stringMatching(/^127\.0\.0\.1:\d+$/)]);
      const answer = await fetch(`http://${others[0]}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id: 1, jsonrpc: '2.0', method: 'system_chain', params: [] }),
      });
      expect(answer.status, name).toBe(429);
    }
    for (const { name, pid, port, rpcPort, metricsPort } of [...sentries, network.gateway]) {
      // The SDK listens on the loopback address of IPv6 too, where the machine has one.
      const listeners = listenersOf(pid!).filter((one) => one !== `${LOOPBACK_6}:${rpcPort}`);
      expect(listeners, name).toEqual(local(port, rpcPort, metricsPort));
    }
  });

  it('should bound at a gateway what one client can ask for', async () => {
    const { gateway } = units.network;
    const call = (id: number, method = 'system_chain', params: readonly unknown[] = []) => ({
      ...{ id, jsonrpc: '2.0', method, params },
    });
    const batch = (length: number) => Array.from({ length }, (_, id) => call(id));
    expect((await ask(gateway, batch(BATCH_LENGTH))).body).toHaveLength(BATCH_LENGTH);
    expect((await ask(gateway, batch(BATCH_LENGTH + 1))).body.error.message).toContain('batch');
    const large = call(1, 'author_submitExtrinsic', [`0x${'00'.repeat(REQUEST_BYTES / 2)}`]);
    expect((await ask(gateway, large)).status).toBe(413);
    const unsafe = await ask(gateway, call(1, 'author_rotateKeys'));
    expect(unsafe.body.error.message).toContain('unsafe');
  });

  it('should slow down at a gateway who calls too often, and nobody else', async () => {
    const { gateway } = units.network;
    // As the proxy says from where they come: who asks on the machine itself is not limited.
    const from = (address: string) => new WsProvider(gateway.endpoint, 1_000, { 'X-Forwarded-For': address });
    const [flooding, calm] = [from('203.0.113.1'), from('203.0.113.2')];
    try {
      await Promise.all([flooding.isReady, calm.isReady]);
      let answered = 0;
      const calls = Array.from({ length: 2 * CALLS_A_MINUTE }, () =>
        flooding.send('system_chain', []).then(
          () => (answered += 1),
          () => undefined,
        ),
      );
      await pause(FLOOD_MILLIS);
      // A minute's calls at once, and then as many as that makes in the time that went by.
      const admitted = CALLS_A_MINUTE * (1 + (2 * FLOOD_MILLIS) / 60_000);
      expect(answered).toBeGreaterThan(CALLS_A_MINUTE / 2);
      expect(answered).toBeLessThan(admitted);
      expect(await calm.send('system_chain', [])).toBe('Polity Local');
      void Promise.allSettled(calls);
    } finally {
      await Promise.all([flooding.disconnect(), calm.disconnect()]);
    }
  });
});

/** The loopback address of IPv6 as the kernel writes it. */
const LOOPBACK_6 = '00000000000000000000000001000000';

/** Sends a request over HTTP. */
async function ask(node: Node, body: unknown): Promise<{ status: number; body: any }> {
  const answer = await fetch(`http://127.0.0.1:${node.rpcPort}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text };
}
