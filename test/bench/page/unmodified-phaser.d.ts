/** Phaser as its package has it, which tools/bench.mjs resolves: the game's own `phaser` is cut. */
declare module 'unmodified-phaser' {
  import Phaser = require('phaser');

  export = Phaser;
}
