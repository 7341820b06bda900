import { CLOTHES, type Dice } from './portrait-colours.ts';

const PAPER = '#fffaf0';
const LINE = '#3a3140';

/** The building of an organisation: gable or flat roof, rows of windows, a door. */
export function drawOffice(context: CanvasRenderingContext2D, roll: Dice): void {
  const wall = CLOTHES[roll(CLOTHES.length)] ?? CLOTHES[0];
  const gable = roll(2) === 0;
  context.fillStyle = 'rgba(40, 40, 60, 0.18)';
  context.fillRect(10, 62, 24, 60);
  context.fillRect(70, 54, 22, 68);
  context.fillStyle = wall;
  context.fillRect(24, gable ? 48 : 34, 52, 90);
  context.beginPath();
  if (gable) {
    context.moveTo(19, 49);
    context.lineTo(50, 24);
    context.lineTo(81, 49);
  } else {
    context.rect(20, 28, 60, 8);
  }
  context.fill();
  context.fillStyle = 'rgba(30, 20, 40, 0.15)';
  context.fillRect(50, gable ? 49 : 36, 26, 90);
  context.fillStyle = PAPER;
  if (gable) {
    context.beginPath();
    context.arc(50, 40, 5, 0, Math.PI * 2);
    context.fill();
  }
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      if (row === 2 && column === 1) continue;
      context.globalAlpha = (row + column + roll(2)) % 3 === 0 ? 0.55 : 0.95;
      context.fillRect(31 + column * 14.5, (gable ? 55 : 43) + row * 18, 9, 11);
    }
  }
  context.globalAlpha = 1;
  context.fillRect(43.5, gable ? 92 : 84, 13, 34);
  context.fillStyle = LINE;
  context.fillRect(53, 102, 1.8, 4);
}

/** A mailing list: a roll of paper with names, too long to read to the end. */
export function drawRoll(context: CanvasRenderingContext2D): void {
  context.fillStyle = 'rgba(40, 30, 20, 0.16)';
  context.fillRect(31, 34, 46, 70);
  context.fillStyle = PAPER;
  context.fillRect(27, 30, 46, 68);
  context.strokeStyle = '#4a5670';
  context.lineWidth = 2.6;
  context.lineCap = 'round';
  context.beginPath();
  for (let line = 0; line < 6; line++) {
    const y = 42 + line * 9.5;
    context.moveTo(40, y);
    context.lineTo(line % 2 === 0 ? 66 : 60, y);
  }
  context.stroke();
  context.fillStyle = '#a5473a';
  for (let line = 0; line < 6; line++) {
    context.beginPath();
    context.arc(34, 42 + line * 9.5, 2, 0, Math.PI * 2);
    context.fill();
  }
  for (const y of [28, 100]) {
    context.fillStyle = '#c9a76b';
    context.beginPath();
    context.roundRect(20, y - 6, 60, 12, 6);
    context.fill();
    context.fillStyle = '#8a6a39';
    context.beginPath();
    context.ellipse(80, y, 3.2, 6, 0, 0, Math.PI * 2);
    context.fill();
  }
}
