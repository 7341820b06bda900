import '../../screens/debrief/ledger.css';
import '../../screens/parts/problems.css';
import '../../screens/workshop/workshop.css';
import '../../screens/workshop/fields.css';
import '../../screens/workshop/folding-card.css';
import '../../screens/workshop/expected-section.css';
import '../../screens/workshop/desk-panel.css';
import '../../screens/workshop/narrow.css';
import '../../screens/workshop/translator.css';
import '../../screens/workshop/findings.css';
import '../../screens/workshop/language-menu.css';
import { announce } from '../../access/announce.ts';
import { type Level, playOfRouting, type Routing, type WatchedPlay } from '../../engine/index.ts';
import { language, t } from '../../i18n/index.ts';
import type { TemplateResult } from '../../screens/page.ts';
import type { Form } from '../../screens/workshop/form.ts';
import { sectionContent } from '../../screens/workshop/section-content.ts';
import type { SectionName } from '../../screens/workshop/sections.ts';
import { shareSection } from '../../screens/workshop/share.ts';
import { workshopScreen, type SideName } from '../../screens/workshop/workshop-screen.ts';
import type { Draft } from '../../workshop/draft.ts';
import { addExpectation, setWay, wayOf } from '../../workshop/expectations.ts';
import { isLater, isNext } from '../../workshop/history.ts';
import type { LevelFiles } from '../../workshop/level-files.ts';
import type { PageContext, PageController } from '../pages/page-controller.ts';
import { bestWay } from './best-way.ts';
import { copyAhead } from './copies-ahead.ts';
import { courseController } from './course-controller.ts';
import { openCourse } from './course-in-work.ts';
import { drawnTogether } from './drawn-together.ts';
import { expectedModel, tryWay, wayOnDesk } from './expected.ts';
import { formController } from './form-controller.ts';
import { undoKeys } from './history-keys.ts';
import { looseFilesOf } from './loose-files-of.ts';
import { keepingPorts } from './keeping-ports.ts';
import { languageController } from './language-controller.ts';
import { leavePlace, leftPlace } from './left-place.ts';
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
  triedOut: true,
});

function noticeOf(writing: Writing): string | null {
  const notice = writing.notice();
  return notice && t(`workshop.notice.${notice}`);
}

const isBegun = ({ contacts = [], mails = [] }: Draft) => contacts.length > 0 && mails.length > 0;

/** The trainer's page: a form that writes a level, beside a desk that plays it. */
export async function workshopPage(context: PageContext): Promise<PageController> {
  const { openSettings } = context;
  const drawAll = drawnTogether(context.draw);
  /** The section as it was drawn last, which stays as it is while only the desk changes. */
  let lastDrawn: { readonly fields: Form; readonly content: TemplateResult; readonly language: string } | null = null;
  const draw = () => {
    lastDrawn = null;
    drawAll();
  };
  const left = await leftPlace();
  let section: SectionName = left?.section ?? 'story';
  let side: SideName = left?.side ?? 'form';

  const { ports, kept } = await keepingPorts();
  const changed = () => {
    work.follow(writing.files());
    draw();
  };
  const writing = await openWriting(ports, kept, emptyLevel, left?.draft ?? null, {
    changed,
    noticed: draw,
    copied: (from, to) => inCourse.copied(from, to),
  });
  // What the author expects can be replaced by what lies on the desk.
  const desk = liveDesk(() => (section === 'expected' ? draw() : drawAll()));
  const work = levelInWork(
    writing.files(),
    () => {
      desk.follow(work.level());
      best.follow();
      draw();
    },
    () => {
      best.follow();
      draw();
    },
  );
  const best = bestWay(
    () => work,
    (routing) => desk.lay(routing),
  );
  desk.follow(work.level());
  // Without copies, the workshop needs a connection.
  copyAhead().catch(() => {});

  const change = (edit: (files: LevelFiles) => LevelFiles, step?: string) => {
    const before = writing.history();
    writing.change(edit, step);
    if (writing.history() !== before) inCourse.goOn();
  };
  const form = formController({
    files: () => writing.files(),
    problems: work.problems,
    change,
    draw,
  });
  if (left && left.draft === writing.id()) {
    for (const name of left.unfolded) form.open(name);
    desk.layAgain(left.desk);
  } else section = 'story';
  const source = {
    files: () => writing.files(),
    change,
    draw,
  };
  const written = languageController(source);
  const translations = translatorController(source);
  const share = shareController(source);
  const inCourse = await openCourse(ports, writing, draw, () => course.say(t('workshop.course.overtaken')));
  const course = courseController(inCourse, writing, draw);
  /** Shows another level from its beginning. */
  const openAnother = async (opening: Promise<void>) => {
    form.reset();
    written.reset();
    work.clear();
    desk.clear();
    section = 'story';
    await opening;
    await inCourse.follow();
    announce(t('workshop.start.replaced', { title: form.form().titled(work.draft().title) }));
    draw();
    document.querySelector<HTMLElement>('#section-heading')?.focus();
  };
  const start = startController(
    { ...context, draw },
    {
      open: (files) => void openAnother(writing.begin(files)),
      drafts: writing.others,
      openDraft: (id) => void openAnother(writing.open(id)),
      removeDraft: (id) => void inCourse.detach(id).then(() => writing.remove(id), reportError),
      isFirst: left === null && writing.history().past.length === 0 && writing.others().length === 0,
    },
  );

  const openSection = (name: SectionName) => {
    section = name;
    // Other tabs may have changed the course and its levels.
    if (name === 'share') inCourse.follow().catch(reportError);
    lastDrawn = null;
    // Before the focus moves, so that a screen reader reads the new heading.
    context.draw();
    document.querySelector<HTMLElement>('#section-heading')?.focus();
  };
  const canUndo = () => [writing, inCourse].some(({ history }) => history().past.length > 0);
  const canRedo = () => [writing, inCourse].some(({ history }) => history().future.length > 0);
  /** The course is put together beside the level, and both are undone in the order of their steps. */
  const undo = () => {
    if (!canUndo()) return;
    announce(t('workshop.undone'));
    if (!isLater(inCourse.history(), writing.history())) return writing.undo();
    section = 'share';
    inCourse.undo();
  };
  const redo = () => {
    if (!canRedo()) return;
    announce(t('workshop.redone'));
    if (!isNext(inCourse.history(), writing.history())) return writing.redo();
    section = 'share';
    inCourse.redo();
  };
  const keys = undoKeys(undo, redo);

  /** What lies on the desk, by the ids that the level has now. */
  const trialNow = () => {
    work.catchUp();
    const trial = desk.trial();
    return trial?.whole ? trial : null;
  };
  const makeContent = (fields: Form) => {
    const bestRouting = work.analysis()?.best.routing ?? {};
    return sectionContent(section, fields, {
      expected: section === 'expected' ? expectedModel(work.draft(), work.level(), bestRouting) : { verdicts: [] },
      expectedActions: {
        tryOut(index) {
          const level = work.level();
          if (level) desk.lay(tryWay(level, wayOf(work.draft(), index), bestRouting).routing);
        },
        replace:
          desk.trial() && desk.model().outcome
            ? (index) => {
                const trial = trialNow();
                if (trial) change((files) => setWay(files, index, wayOnDesk(trial)));
              }
            : undefined,
      },
      played: work.analysis(),
      isPlayable: work.level() !== null,
      languages: translations.screen,
      share: () => shareSection(share.screen(), course.screen()),
    });
  };

  return {
    screen() {
      if (lastDrawn?.language !== language()) {
        const fields = form.form();
        lastDrawn = { fields, content: makeContent(fields), language: language() };
      }
      const { fields, content } = lastDrawn;
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
          desk: { ...desk.model(), begun: isBegun(work.draft()), working: desk.model().working || best.isAwaited() },
          canUndo: canUndo(),
          canRedo: canRedo(),
          notice: noticeOf(writing),
          kept: writing.isKept(),
        },
        {
          openSettings,
          openSection,
          showSide(next) {
            side = next;
            drawAll();
          },
          undo,
          redo,
          place: desk.place,
          show: desk.show,
          best: best.ask,
          watch() {
            const trial = trialNow();
            const playable = work.playable();
            if (!playable || !trial) return;
            const { files, level } = playable;
            context.preview(looseFilesOf(files), level.id, watched(level, trial.routing));
          },
          expect() {
            const trial = trialNow();
            if (!trial) return;
            change((files) => addExpectation(files, wayOnDesk(trial), null).files);
            announce(t('workshop.expected.kept'));
          },
        },
      );
    },
    drawn: form.drawn,
    close() {
      keys.end();
      inCourse.close();
      const place = { draft: writing.id(), section, side, unfolded: form.unfolded(), desk: desk.laid() };
      leavePlace(place, writing.close());
      work.close();
      desk.close();
    },
  };
}
