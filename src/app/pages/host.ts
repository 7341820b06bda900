import '../../screens/package/maker.css';
import type { qrCode } from '../../screens/room/qr-code.ts';
import type { PackageMaker } from '../package/make-package.ts';
import { hostScreen, type HostLink } from '../../screens/pages/host.ts';
import { playableChapters } from '../course/loaded-course.ts';
import { copyText } from '../shell/save-file.ts';
import { pageAddress } from '../course/sources.ts';
import { readSession, sessionQuery } from '../course/session-link.ts';
import type { PageContext, PageController } from './page-controller.ts';

/** Makes the link to a session, from the course that is open. */
export function hostPage({ loaded, draw, openSettings }: PageContext): PageController {
  const { course } = readSession(location.search);
  let chosen: readonly string[] = [];
  let lang: string | null = null;
  let check: string | null = null;
  let copied: HostLink | null = null;
  let large: HostLink | null = null;
  let drawQr: typeof qrCode | null = null;
  let maker: PackageMaker | null = null;
  const loadMaker = async () => {
    const { openPackageMaker } = await import('../package/make-package.ts');
    maker = await openPackageMaker(loaded, course === null, draw);
    draw();
  };
  // Hosts who only make links need not wait for it. Without a network, and in a package, the page does without.
  if (!import.meta.env.PACKAGE) void loadMaker().catch(() => null);

  const link = (present: boolean) => {
    const levels = chosen.length > 0 ? chosen : null;
    const query = sessionQuery({ course, lang, levels, check, present, room: 'codes' });
    return new URL(`${query}#/`, pageAddress()).href;
  };
  const links = () => ({ screen: link(true), room: link(false) });
  const change = () => {
    copied = null;
    draw();
  };

  const copy = async (name: HostLink) => {
    copied = (await copyText(links()[name])) ? name : null;
    draw();
    // Where the browser does not let the page copy, the link is selected for the player to copy.
    if (!copied) document.querySelector<HTMLInputElement>(`[data-host-link="${name}"]`)?.focus();
  };

  // The codes are drawn as soon as what draws them has arrived; the links work without.
  import('../../screens/room/qr-code.ts')
    .then((drawing) => {
      drawQr = drawing.qrCode;
      draw();
    })
    .catch(() => null);

  return {
    screen: () =>
      hostScreen(
        {
          chapters: playableChapters(loaded()),
          chosen,
          lang,
          check: check !== null,
          links: links(),
          copied,
          large,
          drawQr,
          maker: maker?.screen() ?? null,
        },
        {
          openSettings,
          choose(level, isChosen) {
            chosen = [...chosen.filter((id) => id !== level), ...(isChosen ? [level] : [])];
            change();
          },
          setLang(next) {
            lang = next;
            change();
          },
          setCheck(on) {
            check = on ? '1' : null;
            change();
          },
          copy: (name) => void copy(name),
          enlarge(name) {
            large = name;
            draw();
          },
        },
      ),
  };
}
