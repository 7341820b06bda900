// A learning platform in a few lines: scorm-again is its run-time, and the tests are its database (`database/<learner>`). As
// Moodle does, it says "true" to every commit before the server has answered, and gives a frame that is loaded again what the
// learner had when the platform's own page was opened.
/**
 * @typedef {object} Api
 * @property {(json: unknown) => void} loadFromJSON
 * @property {() => { cmi: unknown }} renderCMIToJSONObject
 * @property {(event: string, listener: () => void) => void} on
 * @typedef {new (settings: { logLevel: string }) => Api} ApiClass
 */

/** What scorm-again's scripts have put into the window. */
const runtime = /** @type {Record<string, ApiClass | Api>} */ (/** @type {unknown} */ (globalThis));

const asked = new URLSearchParams(location.search);
const version = asked.get('version') === 'scorm2004' ? 'scorm2004' : 'scorm12';
const learner = asked.get('learner') ?? 'sam';
const name = asked.get('name') ?? '';
const mode = asked.get('mode') ?? 'normal';
const database = `database/${learner}`;
const { object, type, commit, end, launch } = {
  scorm12: {
    object: 'API',
    type: 'Scorm12API',
    commit: 'LMSCommit',
    end: 'LMSFinish',
    launch: { core: { student_id: learner, student_name: name, lesson_mode: mode } },
  },
  scorm2004: {
    object: 'API_1484_11',
    type: 'Scorm2004API',
    commit: 'Commit',
    end: 'Terminate',
    launch: { learner_id: learner, learner_name: name, mode },
  },
}[version];

/** @type {unknown} */
const saved = await (await fetch(database)).json();

/** @returns {Api} for one session */
function begin() {
  const api = new /** @type {ApiClass} */ (runtime[type])({ logLevel: 'NONE' });
  if (saved) api.loadFromJSON(saved);
  api.loadFromJSON(launch);
  const store = () => {
    const { cmi } = api.renderCMIToJSONObject();
    fetch(database, { method: 'POST', keepalive: true, body: JSON.stringify(cmi) }).catch(() => null);
  };
  api.on(commit, store);
  api.on(end, () => {
    store();
    // A frame that is loaded again begins a session of its own.
    setTimeout(() => {
      runtime[object] = begin();
    });
  });
  return api;
}

runtime[object] = begin();
const frame = document.createElement('iframe');
frame.src = `${version}/${asked.get('launch') ?? 'index.html'}`;
frame.title = name;
// Full screen is forbidden, as some platforms have it.
frame.allow = "fullscreen 'none'";
const sandbox = asked.get('sandbox');
if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
document.body.append(frame);
