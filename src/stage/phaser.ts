/** The one door to Phaser, so that a cut build can take its place. */
import Phaser from 'phaser';

export { Phaser };
