import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLevel } from '../../src/levels/index.ts';
import { migrate } from '../../src/levels/migrate.ts';
import { quickLevel } from '../../src/levels/quick.ts';

const STEPS = {
  1: (file: Readonly<Record<string, unknown>>) => ({ ...file, name: file['title'] }),
  2: (file: Readonly<Record<string, unknown>>) => ({ ...file, third: true }),
};

test('keeps a file of the current format, and refuses an unknown one', () => {
  expect(migrate({ format: 2 })).toEqual({ kind: 'current' });
  expect(migrate({ format: 3 })).toEqual({ kind: 'unknown', format: 3 });
  expect(migrate({ format: 0 })).toEqual({ kind: 'unknown', format: 0 });
  expect(migrate({})).toEqual({ kind: 'unknown', format: undefined });
  expect(migrate([])).toEqual({ kind: 'unknown', format: undefined });
});

test('takes a file through every format up to the current one', () => {
  expect(migrate({ format: 1, title: 'T' }, STEPS, 3)).toEqual({
    kind: 'migrated',
    from: 1,
    value: { format: 3, title: 'T', name: 'T', third: true },
  });
  expect(migrate({ format: 3 }, STEPS, 3)).toEqual({ kind: 'current' });
  expect(migrate({ format: 4 }, STEPS, 3)).toEqual({ kind: 'unknown', format: 4 });
});

describe('from format 1 to 2', () => {
  const migrated = (file: object) => {
    const result = migrate({ format: 1, ...file });
    return result.kind === 'migrated' ? result.value : null;
  };

  test('renames the field of a list whose name reveals, and keeps its place', () => {
    const file = { contacts: [{ id: 'pool', revealing: true, needs: 'know' }, { id: 'ana' }] };
    const contacts = [{ id: 'pool', nameReveals: true, needs: 'know' }, { id: 'ana' }];
    expect(JSON.stringify(migrated(file))).toBe(JSON.stringify({ format: 2, contacts }));
  });

  test.each([{}, { contacts: 'none' }, { contacts: [null, 1, { revealing: 'yes' }] }])(
    'leaves the error in %j for the reader to refuse',
    (file) => {
      expect(migrated(file)).toEqual({ ...file, format: 2 });
    },
  );
});

describe('the levels of the first course, in format 1', () => {
  const FOLDER = new URL('format-1/', import.meta.url);
  test.each(readdirSync(FOLDER))('%s can still be read', (file) => {
    const text = readFileSync(new URL(file, FOLDER), 'utf8');
    const result = readLevel(text, file);
    expect(result.problems).toEqual([]);
    expect(result).toMatchObject({ ok: true, level: { format: 2 } });
    expect(quickLevel(text)).toEqual(result.ok && result.level);
  });
});
