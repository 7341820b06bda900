import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, createServer } from 'vite';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

test('`npm start` finds all that the page imports, and complains of nothing', async () => {
  const cacheDir = await mkdtemp(join(tmpdir(), 'blind-copy-start-'));
  const complaints: string[] = [];
  const logger = createLogger('silent');
  const note = (message: string) => void complaints.push(message);
  const server = await createServer({
    root: ROOT,
    configFile: join(ROOT, 'vite.config.ts'),
    cacheDir,
    customLogger: { ...logger, warn: note, warnOnce: note, error: note },
    server: { host: '127.0.0.1', port: 0, open: false, ws: false, watch: null },
  });
  try {
    await server.listen();
    const optimizer = server.environments.client.depsOptimizer;
    await optimizer?.scanProcessing;
    expect(Object.keys(optimizer?.metadata.discovered ?? {})).toEqual(expect.arrayContaining(['i18next', 'zod/mini']));
    expect(complaints).toEqual([]);
  } finally {
    await server.close();
    await rm(cacheDir, { recursive: true, force: true });
  }
});
