import { expect } from './fixtures.ts';
import { drop, levelFile, put, test } from './hosted-folder.ts';

const RLO = '\u202E';

test.describe('a host’s folder', () => {
  test('is never left, whatever the names in a course', async ({ page, folder, site }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await put(folder, 'paths/course.json', {
      format: 1,
      title: 'Paths',
      languages: ['en'],
      levels: [' /secret.json', '\t//evil.example/x.json', 'x\n/../../outside.json'],
      brand: { name: 'Org', logo: ' /logo.svg' },
    });
    await page.goto('./?course=paths/course.json');
    await expect(page.locator('[data-problem="not-a-file"]')).toHaveCount(4);
    expect(asked.filter((url) => !url.startsWith(site.url) || /secret|evil|outside|logo/.test(url))).toEqual([]);
  });

  test('may have percent signs in its names @thorough', async ({ page, folder }) => {
    await put(folder, 'levels/100%.json', await levelFile({ id: 'percent', title: 'One hundred per cent' }));
    await page.goto(`./?level=${encodeURIComponent('levels/100%.json')}`);
    await expect(page.locator('h1')).toContainText('One hundred per cent');
    await put(folder, '50% off/course.json', { format: 1, title: 'Half', languages: ['en'], levels: ['a.json'] });
    await put(folder, '50% off/a.json', await levelFile({ id: 'a', title: 'In the folder' }));
    await page.goto(`./?course=${encodeURIComponent('50% off/course.json')}`);
    await expect(page.locator('[data-level="a"]')).toContainText('In the folder');
  });

  test('needs no index file: links of the page keep its name', async ({ page }) => {
    await page.goto('./index.html#/host');
    await expect(page.locator('[data-host-link="room"]')).toHaveValue(/\/index\.html(\?[^/]*)?#\/$/);
    await page.goto('./index.html?level=levels/cv-to-rivals.json#/');
    await expect(page.locator('[data-whole-course]')).toHaveAttribute('href', /\/index\.html$/);
  });
});

test.describe('a link to a session', () => {
  test.beforeEach(async ({ folder }) => {
    await put(folder, 'other/named-otherwise.json', await levelFile({ id: 'team-lunch', title: 'The team lunch' }));
    await put(folder, 'other/second.json', await levelFile({ id: 'second', title: 'The second' }));
    await put(folder, 'other/course.json', {
      format: 1,
      title: 'Other',
      languages: ['en'],
      levels: ['second.json', 'named-otherwise.json'],
    });
  });

  test('opens a level by its id, whatever its file is called', async ({ page }) => {
    await page.goto('./?course=other/course.json&levels=team-lunch');
    await expect(page.locator('[data-level]')).toHaveCount(1);
    await expect(page.locator('[data-level]')).toHaveAttribute('data-level', 'team-lunch');
    await expect(page.locator('[data-unknown-levels]')).toHaveCount(0);
  });

  test('lists the ids that the course does not have', async ({ page }) => {
    await page.goto(`./?course=other/course.json&levels=second,gone,${encodeURIComponent(`a${RLO}b`)}`);
    const note = page.locator('[data-unknown-levels]');
    await expect(note).toContainText('gone');
    await expect(note).toHaveAttribute('role', 'alert');
    expect(await note.textContent()).not.toContain(RLO);
    await expect(page.locator('[data-level]')).toHaveCount(1);
    await page.goto('./?course=other/course.json&levels=gone');
    await expect(note).toContainText('gone');
    await expect(page.locator('[data-level]')).toHaveCount(2);
  });
});

test('with a single level, the other pages still count the whole course @thorough', async ({ page }) => {
  await page.goto('./?level=levels/cv-to-rivals.json#/progress');
  await expect(page.locator('[data-page="progress"] a[href*="survey-mailing"]')).toBeVisible();
  await page.goto('./?level=levels/cv-to-rivals.json#/host');
  await expect(page.locator('[data-host-level]')).toHaveCount(3);
});

test.describe('in a German browser', () => {
  test.use({ locale: 'de-DE' });

  test('texts with a region are shown, from the level and from a translation', async ({ page, folder }) => {
    const regions = { 'en-GB': 'The level', 'de-DE': 'Der Level' };
    await put(folder, 'regions/one.json', await levelFile({ id: 'one', title: regions }));
    const plain = await levelFile({ id: 'two', title: 'The other', translations: ['de-AT'] });
    await put(folder, 'regions/two.json', plain);
    await put(folder, 'regions/two.de-AT.json', { format: 1, title: 'Der andere' });
    await put(folder, 'regions/course.json', {
      format: 1,
      title: { 'en-GB': 'The course', 'de-DE': 'Der Kurs' },
      languages: ['en-GB', 'de-DE'],
      levels: ['one.json', 'two.json'],
    });
    await page.goto('./?course=regions/course.json');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.locator('h1')).toHaveText('Der Kurs');
    await expect(page.locator('[data-level="one"] h3')).toHaveText('Der Level');
    await expect(page.locator('[data-level="two"] h3')).toHaveText('Der andere');
  });
});

test.describe('a dropped file', () => {
  test('is found by its name however the system composes it', async ({ page }) => {
    await page.goto('./');
    await drop(page, {
      'course.json': JSON.stringify({
        format: 1,
        title: 'T',
        languages: ['en'],
        levels: ['\u00FCbung.json', 'b.json'],
      }),
      'u\u0308bung.json': await levelFile({ id: 'practice', title: 'Practice' }),
      'b.JSON': await levelFile({ id: 'b', title: 'The second' }),
    });
    await expect(page.locator('[data-previews] [data-level]')).toHaveCount(2);
    await expect(page.locator('[data-previews] [data-broken]')).toHaveCount(0);
  });

  test('cannot reverse the words beside its name @thorough', async ({ page }) => {
    await page.goto('./');
    await drop(page, {
      [`in${RLO}voice.json`]: '{ "format": 1, }',
      [`good${RLO}.json`]: await levelFile({ id: 'good' }),
    });
    await expect(page.locator('[data-problem-board]')).toContainText('invoice.json');
    expect(await page.locator('body').textContent()).not.toContain(RLO);
    await page.locator('[data-board-close]').click();
    await expect(page.locator('[data-previews]')).toContainText('good.json');
    await page.locator('[data-previews] [data-level="good"] a').click();
    await expect(page.locator('[data-preview-mark]')).toContainText('good.json');
    expect(await page.locator('body').textContent()).not.toContain(RLO);
  });

  test('whose title shows nothing is refused with a reason @thorough', async ({ page }) => {
    await page.goto('./');
    await drop(page, { 'blank.json': await levelFile({ id: 'blank', title: '\u2800' }) });
    await expect(page.locator('[data-problem-board] [data-problem="no-text"]')).toBeVisible();
  });
});
