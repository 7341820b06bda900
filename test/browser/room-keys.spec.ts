import { listen } from './ears.ts';
import { expect } from './fixtures.ts';
import { arrive, enter, tabTo, walkTo } from './keyboard.ts';
import { openPhone, SCREEN, SESSION, test } from './live-site.ts';
import { deskReady } from './player.ts';

const SAID = {
  en: { title: 'Join the room?', connected: 'Connected to the room.', qr: 'QR code of your result' },
  ar: { title: 'هل تنضم إلى القاعة؟', connected: 'متصل بالقاعة.', qr: 'رمز QR لنتيجتك' },
};

for (const lang of ['en', 'ar'] as const)
  test(`by keyboard alone from joining to the result code in ${lang} @thorough`, async ({ page: screen, browser }) => {
    test.setTimeout(120_000);
    await screen.goto(SCREEN);
    const phone = await openPhone(browser, screen);
    const ears = await listen(phone);
    await phone.goto(`./?lang=${lang}&room=${SESSION}#/`);

    await expect(phone.getByRole('dialog', { name: SAID[lang].title })).toBeVisible();
    await enter(phone, '[data-join]');
    await expect(screen.locator('[data-here]')).toHaveAttribute('data-here', '1');
    await enter(phone, '[data-level="cv-to-rivals"] a');
    await arrive(phone, '[data-to-desk]');
    await enter(phone, '[data-to-desk]');
    await deskReady(phone);
    await arrive(phone, '[data-send]');
    await tabTo(phone, '[data-contact]');
    for (const contact of ['northwind', 'southgale']) {
      await phone.keyboard.press('Home');
      await walkTo(phone, contact, lang === 'ar' ? 'ArrowLeft' : 'ArrowRight');
      await phone.keyboard.press('2');
      await expect(phone.locator(`[data-contact="${contact}"]`)).toHaveAttribute('data-field', 'cc');
    }
    await phone.keyboard.press('Control+Enter');
    await enter(phone, '[data-predict-name="northwind"]');
    await arrive(phone, '[data-transport="skip"]');
    await enter(phone, '[data-transport="skip"]');
    await enter(phone, '[data-go-on]');
    await arrive(phone, '[data-stars]');
    await expect(phone.locator('[data-received="true"]')).toBeVisible();
    await expect(phone.locator('[data-result-code]').getByRole('img', { name: SAID[lang].qr })).toBeVisible();
    await tabTo(phone, '[data-copy-code]');
    // The phone has said that it is connected and that its result has arrived.
    const said = await ears.rest();
    expect(said.join('\n')).toContain(SAID[lang].connected);
    expect(said).toContain(await phone.locator('[data-received]').innerText());

    await expect(screen.locator('[data-room-results]')).toHaveAttribute('data-room-results', '1');
    await screen.locator('[data-phase="closed"]').click();
    await expect(screen.locator('[data-room-predictions]')).toContainText('Northwind');
    await phone.context().close();
  });
