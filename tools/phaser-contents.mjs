// Lists the parts of Phaser in the page: see tools/phaser-cut.mjs. Paths are below the package's src/. To use more of
// Phaser, add it here; to use another version, change VERIFIED_VERSION, run `npm test`, and look at the desk and the
// replay.

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
  'GameObjects.Image': 'gameobjects/image/Image',
  'GameObjects.Rectangle': 'gameobjects/shape/rectangle/Rectangle',
  Scale: 'scale',
  Scene: 'scene/Scene',
  Scenes: 'scene',
  'Textures.Events': 'textures/events',
};

/** @type {Readonly<Record<string, boolean>>} Phaser's own switches. Sounds are the game's own, by Web Audio. */
export const SWITCHES = {
  CANVAS_RENDERER: true,
  WEBGL_RENDERER: false,
  WEBGL_DEBUG: false,
  FEATURE_SOUND: false,
  PLUGIN_CAMERA3D: false,
  PLUGIN_FBINSTANT: false,
};

const NOTHING = 'module.exports = {};';
/** For a class of which the game has an object and calls nothing. */
const EMPTY_CLASS = 'module.exports = function () {};';

/** @param {string} names separated by spaces @returns {string} an index of these modules of its folder only */
const only = (names) =>
  `module.exports = { ${names
    .split(/\s+/)
    .map((name) => `${name}: require('./${name}')`)
    .join(', ')} };`;

/**
 * Files that are unused, or would import mostly unused code, each with a replacement that has only the used part. The
 * first match applies.
 */
export const REPLACED = [
  { files: /^renderer\/index\.js$/, by: `module.exports = { Events: require('./events') };` },
  {
    files: /^math\/index\.js$/,
    by: `module.exports = { RandomDataGenerator: require('./random-data-generator/RandomDataGenerator') };`,
  },
  // Nothing is drawn with WebGL, and all its parts ask first whether there is any.
  { files: /^renderer\/webgl\//, by: EMPTY_CLASS },
  // The game makes its textures from canvases of its own.
  { files: /^textures\/(?:Canvas|Dynamic)Texture\.js$/, by: EMPTY_CLASS },
  { files: /^gameobjects\/components\/Filters\.js$/, by: NOTHING },
  // A camera and a texture manager make one of each of these, and never use it.
  {
    files: /^gameobjects\/components\/FilterList\.js$/,
    by: `module.exports = function () { this.length = 0; this.destroy = function () {}; };`,
  },
  {
    files: /^gameobjects\/tilesprite\/TileSprite\.js$/,
    by: `module.exports = function () { this.setOrigin = function () { return this; }; };`,
  },
  {
    files: /^cameras\/2d\/effects\/index\.js$/,
    by: `function Effect() { this.isRunning = false; }
Effect.prototype.preRender = Effect.prototype.postRenderCanvas = Effect.prototype.update = function () {};
Effect.prototype.reset = Effect.prototype.destroy = function () {};
module.exports = { Fade: Effect, Flash: Effect, Pan: Effect, RotateTo: Effect, Shake: Effect, Zoom: Effect };`,
  },
  {
    files: /^gameobjects\/components\/index\.js$/,
    by: only(
      `Alpha AlphaSingle BlendMode Depth FilterList Filters Flip GetBounds Lighting Mask Origin RenderNodes RenderSteps
      ScrollFactor Size TextureCrop Tint Transform Visible`,
    ),
  },
  { files: /^textures\/parsers\/index\.js$/, by: only('Canvas Image') },
  {
    files: /^utils\/array\/index\.js$/,
    by: only(
      `Add AddAt BringToTop CountAllMatching GetAll GetFirst GetRandom MoveAbove MoveBelow MoveDown MoveTo MoveUp Remove
      RemoveAt RemoveBetween Replace SendToBack SetAll Shuffle Swap`,
    ),
  },
  // It cuts a shape into triangles for WebGL.
  { files: /^geom\/polygon\/Earcut\.js$/, by: 'module.exports = function () { return []; };' },
  // They try out the browser when they are loaded: a WebGL context, blending, sounds and videos.
  { files: /^device\/Features\.js$/, by: 'module.exports = { canvas: true, webGL: false };' },
  {
    files: /^device\/CanvasFeatures\.js$/,
    by: 'module.exports = { supportInverseAlpha: true, supportNewBlendModes: true };',
  },
  { files: /^device\/(Audio|Video)\.js$/, by: NOTHING },
  { files: /^core\/DebugHeader\.js$/, by: EMPTY_CLASS },
  // The page handles the pointers and the keys (docs/architecture.md), and moves what it draws.
  { files: /^(?:input\/InputManager|animations\/AnimationManager)\.js$/, by: EMPTY_CLASS },
];
