import { expect, test } from 'vitest';
import { migrate } from '../../src/levels/migrate.ts';

const STEPS = {
  1: (file: Readonly<Record<string, unknown>>) => ({ ...file, name: file['title'] }),
  2: (file: Readonly<Record<string, unknown>>) => ({ ...file, third: true }),
};

test('a file of the newest format stays, one of a format that nobody knows is refused', () => {
  expect(migrate({ format: 1 })).toEqual({ kind: 'current' });
  expect(migrate({ format: 2 })).toEqual({ kind: 'unknown', format: 2 });
  expect(migrate({ format: 0 })).toEqual({ kind: 'unknown', format: 0 });
  expect(migrate({})).toEqual({ kind: 'unknown', format: undefined });
  expect(migrate([])).toEqual({ kind: 'unknown', format: undefined });
});

test('the day there are more formats, a file is brought through each of them', () => {
  expect(migrate({ format: 1, title: 'T' }, STEPS, 3)).toEqual({
    kind: 'migrated',
    from: 1,
    value: { format: 3, title: 'T', name: 'T', third: true },
  });
  expect(migrate({ format: 3 }, STEPS, 3)).toEqual({ kind: 'current' });
  expect(migrate({ format: 4 }, STEPS, 3)).toEqual({ kind: 'unknown', format: 4 });
});
