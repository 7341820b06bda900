import '../../screens/debrief/ledger.css';
import '../../screens/parts/problems.css';
import '../../screens/workshop/workshop.css';
import { announce } from '../../access/announce.ts';
import { type Level, playOfRouting, type Routing, type WatchedPlay } from '../../engine/index.ts';
import { t } from '../../i18n/index.ts';
import { sectionContent } from '../../screens/workshop/section-content.ts';
import type { SectionName } from '../../screens/workshop/sections.ts';
import { shareSection } from '../../screens/workshop/share.ts';
import { workshopScreen, type SideName } from '../../screens/workshop/workshop-screen.ts';
import { addExpectation, setWay, wayOf } from '../../workshop/expectations.ts';
import { withGapsFilled } from '../../workshop/gaps.ts';
import type { LevelFiles } from '../../workshop/level-files.ts';
import type { PageContext, PageController } from '../pages/page-controller.ts';
import { copyLoadedCode } from '../shell/code-copies.ts';
import { courseController } from './course-controller.ts';
import { expectedModel, tryWay, wayOnDesk } from './expected.ts';
import { formController } from './form-controller.ts';
import { undoKeys } from './history-keys.ts';
import { looseFilesOf } from './loose-files-of.ts';
import { keepingPorts } from './keeping-ports.ts';
import { languageController } from './language-controller.ts';
import { levelInWork } from './level-in-work.ts';
import { liveDesk } from './live-desk.ts';
import { emptyLevel } from './new-level.ts';
import { shareController } from './share-controller.ts';
import { wrongIn } from './sections-of-problems.ts';
import { startController } from './start-controller.ts';
import { translatorController } from './translator-controller.ts';
import { openWriting, type Writing } from './writing.ts';

const watched = (level: Level, routing: Routing): WatchedPlay => ({
  play: playOfRouting(level, routing),
  rescored: false,
});

function noticeOf(writing: Writing): string | null {
  const notice = writing.notice();
  return notice && t(`workshop.notice.${notice}`);
}

/** The trainer's page: a form that writes a level, beside a desk that plays it. */
export async function workshopPage(context: PageContext): Promise<PageController> {
  const { draw, openSettings } = context;
  let section: SectionName = 'story';
  let side: SideName = 'form';
  let wantsBest = false;

  const { ports, kept } = await keepingPorts();
  const writing = await openWriting(ports, kept, emptyLevel, () => {
    work.follow(writing.files());
    desk.follow(work.level());
    draw();
  });
  const desk = liveDesk(draw);
  const work = levelInWork(writing.files(), () => {
    if (wantsBest) layBest();
    draw();
  });
  desk.follow(work.level());
  // Without a copy, the workshop needs a connection.
  copyLoadedCode().catch(() => {});

  const form = formController({
    files: () => writing.files(),
    problems: work.problems,
    change: (edit, field) => writing.change(edit, field),
    draw,
  });
  const source = {
    files: () => writing.files(),
    change: (edit: (files: LevelFiles) => LevelFiles, step?: string) => writing.change(edit, step),
    draw,
  };
  const written = languageController(source);
  const translations = translatorController(source);
  const share = shareController(source);
  const course = courseController(source);
  /** Shows another level from its beginning. */
  const openAnother = async (opening: Promise<void>) => {
    form.reset();
    written.reset();
    desk.clear();
    section = 'story';
    await opening;
    announce(t('workshop.start.replaced', { title: form.form().titled(work.draft().title) }));
    document.querySelector<HTMLElement>('#section-heading')?.focus();
  };
  const start = startController(context, {
    open: (files) => void openAnother(writing.begin(files)),
    drafts: writing.others,
    openDraft: (id) => void openAnother(writing.open(id)),
    removeDraft: (id) => void writing.remove(id),
    isFirst: !writing.canUndo() && writing.others().length === 0,
  });

  const layBest = () => {
    const played = work.analysis();
    wantsBest = played === null && work.level() !== null;
    if (played) desk.lay(played.best.routing);
  };
  const openSection = (name: SectionName) => {
    section = name;
    draw();
    document.querySelector<HTMLElement>('#section-heading')?.focus();
  };
  const undo = () => writing.undo();
  const redo = () => writing.redo();
  const keys = undoKeys(undo, redo);

  return {
    screen() {
      const fields = form.form();
      const trial = desk.trial();
      const best = work.analysis()?.best.routing ?? {};
      const content = sectionContent(section, fields, {
        expected: section === 'expected' ? expectedModel(work.draft(), work.level(), best) : { verdicts: [] },
        expectedActions: {
          tryOut(index) {
            const level = work.level();
            if (level) desk.lay(tryWay(level, wayOf(work.draft(), index), best).routing);
          },
          replace:
            trial && desk.model().outcome
              ? (index) => writing.change((files) => setWay(files, index, wayOnDesk(trial)))
              : undefined,
        },
        played: work.analysis(),
        languages: translations.screen,
        share: () => shareSection(share.screen(), course.screen()),
      });
      return workshopScreen(
        {
          start: start.screen(),
          language: written.screen(),
          section,
          content,
          unshown: form.unshown(wrongIn(section, work.problems())),
          names: fields,
          wrong: (name) => wrongIn(name, work.problems()).length,
          side,
          desk: { ...desk.model(), working: desk.model().working || wantsBest },
          canUndo: writing.canUndo(),
          canRedo: writing.canRedo(),
          notice: noticeOf(writing),
        },
        {
          openSettings,
          openSection,
          showSide(next) {
            side = next;
            draw();
          },
          undo,
          redo,
          place: desk.place,
          show: desk.show,
          best: layBest,
          watch() {
            const [level, trial] = [work.level(), desk.trial()];
            if (level && trial)
              context.preview(looseFilesOf(withGapsFilled(writing.files())), level.id, watched(level, trial.routing));
          },
          expect() {
            const trial = desk.trial();
            if (!trial) return;
            writing.change((files) => addExpectation(files, wayOnDesk(trial), null).files);
            announce(t('workshop.expected.kept'));
          },
        },
      );
    },
    drawn: form.drawn,
    close() {
      keys.end();
      writing.close();
      work.close();
      desk.close();
    },
  };
}
