// Lists the parts of Phaser in the page: see tools/phaser-cut.mjs. Paths are below the package's src/. To use more of
// Phaser, add it here; to use another version, change VERIFIED_VERSION, run `npm test`, and look at the desk and the
// replay with WebGL and with the plain canvas.

/** The version whose sources this list was verified against. */
export const VERIFIED_VERSION = '4.2.1';

/** Modules that register themselves when they are loaded: the parts of a scene, and the factories of its objects. */
export const CORE = [
  'events/EventEmitter',
  'cameras/2d/CameraManager',
  'gameobjects/DisplayList',
  'gameobjects/UpdateList',
  'gameobjects/GameObjectCreator',
  'gameobjects/GameObjectFactory',
  'scene/ScenePlugin',
  'gameobjects/extern/ExternFactory',
  'gameobjects/image/ImageFactory',
  'gameobjects/shape/rectangle/RectangleFactory',
];

/** Parts of a scene that are left out. */
export const LEFT_OUT = ['anims', 'data', 'input', 'lights', 'load', 'physics', 'sound', 'time', 'tweens'];

/** What the game uses as `Phaser.…` at run time. Constants such as `Phaser.CANVAS` are always included. */
export const NAMES = {
  BlendModes: 'renderer/BlendModes',
  'Core.Events': 'core/events',
  'Display.Color': 'display/color/Color',
  'Display.Color.HexStringToColor': 'display/color/HexStringToColor',
  Game: 'core/Game',
  'GameObjects.Extern': 'gameobjects/extern/Extern',
  'GameObjects.Image': 'gameobjects/image/Image',
  'GameObjects.Rectangle': 'gameobjects/shape/rectangle/Rectangle',
  Scale: 'scale',
  Scene: 'scene/Scene',
  Scenes: 'scene',
};

/** @type {Readonly<Record<string, boolean>>} Phaser's own switches. Sounds are the game's own, by Web Audio. */
export const SWITCHES = {
  CANVAS_RENDERER: true,
  WEBGL_RENDERER: true,
  WEBGL_DEBUG: false,
  FEATURE_SOUND: false,
  PLUGIN_CAMERA3D: false,
  PLUGIN_FBINSTANT: false,
};

const NOTHING = 'module.exports = {};';

/**
 * Files that would import mostly unused code, each with a replacement that has only the used part. The first match
 * applies.
 */
export const REPLACED = [
  { files: /^renderer\/index\.js$/, by: `module.exports = { Events: require('./events') };` },
  {
    files: /^math\/index\.js$/,
    by: `module.exports = { RandomDataGenerator: require('./random-data-generator/RandomDataGenerator') };`,
  },
  // They try out a WebGL context, sounds and videos when they are loaded. src/stage/stage.ts asks for the context that it needs.
  {
    files: /^device\/Features\.js$/,
    by: `module.exports = { canvas: true, webGL: typeof WebGLRenderingContext === 'function' };`,
  },
  { files: /^device\/(Audio|Video)\.js$/, by: NOTHING },
  // The page handles the pointers and the keys: see docs/architecture.md.
  { files: /^input\/(keyboard|mouse|touch)\//, by: NOTHING },
  { files: /^renderer\/webgl\/renderNodes\/filters\//, by: NOTHING },
  { files: /^renderer\/webgl\/renderNodes\/submitter\/SubmitterTilemapGPULayer\.js$/, by: NOTHING },
  { files: /^renderer\/webgl\/renderNodes\/BatchHandlerPointLight\.js$/, by: NOTHING },
];
