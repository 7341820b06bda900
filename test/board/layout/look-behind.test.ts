import { expect, test } from 'vitest';
import { layOut } from '../../../src/board/layout/layout.ts';
import { lookBehindBox } from '../../../src/board/layout/look-behind.ts';

function button(width: number, height: number, rightToLeft: boolean) {
  const fields = ['to', 'cc', 'bcc', 'separate', 'none'] as const;
  const layout = layOut({
    width,
    height,
    contacts: ['a'],
    fields,
    placement: {},
    pages: {},
    rightToLeft,
    typeScale: 1,
  });
  return { note: layout.detail, box: lookBehindBox(layout, rightToLeft) };
}

test('the button lies on the note: below its text where there is room, else at its end', () => {
  const wide = button(1280, 660, false);
  expect(wide.box).toMatchObject({ x: wide.note.x, width: wide.note.width });
  expect(wide.box.y + wide.box.height).toBe(wide.note.y + wide.note.height);
  for (const [width, height] of [
    [390, 700],
    [844, 360],
  ] as const) {
    const { note, box } = button(width, height, false);
    expect(box.x + box.width).toBeCloseTo(note.x + note.width - 4, 0);
    expect(box.height).toBeLessThanOrEqual(note.height);
    const other = button(width, height, true);
    expect(other.box.x).toBeCloseTo(other.note.x + 4, 0);
    expect(other.box.width).toBe(box.width);
  }
});
