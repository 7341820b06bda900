import { LANGUAGES } from '../../src/i18n/languages.ts';
import { expect, test } from './fixtures.ts';

// The handout of all fifteen levels, which is the longest.
test.use({ course: 'whole' });

test.describe('the handout @thorough', () => {
  for (const { tag } of LANGUAGES)
    test(`has one page in ${tag}`, async ({ page }) => {
      await page.addInitScript(() => {
        globalThis.print = () => undefined;
      });
      await page.goto(`./?present=1&room=codes&lang=${tag}#/room`);
      await expect.poll(() => page.locator('[data-to-print="sheet"] section').count()).toBeGreaterThanOrEqual(15);
      await page.locator('[data-print="handout"]').click();
      const margin = { top: '10mm', bottom: '10mm', left: '10mm', right: '10mm' };
      // The shorter of the two usual papers is Letter, the narrower one A4.
      for (const format of ['A4', 'Letter']) {
        await page.evaluate(() => {
          document.documentElement.dataset['printing'] = 'handout';
        });
        const pdf = await page.pdf({ format, margin });
        expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g), format).toHaveLength(1);
      }
    });
});
