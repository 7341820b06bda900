/** The only import of Phaser, so that a cut build can replace it. */
import Phaser from 'phaser';

export { Phaser };
