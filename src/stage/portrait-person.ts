import { CLOTHES, HAIR, SKIN, type Dice } from './portrait-colours.ts';
import { HAIRCUTS, type Haircut } from './portrait-hair.ts';

const SHADE = 'rgba(30, 20, 40, 0.13)';
const LINE = '#33262a';

function drawShoulders(context: CanvasRenderingContext2D, clothes: string, collar: number, skin: string): void {
  context.fillStyle = clothes;
  context.beginPath();
  context.moveTo(6, 124);
  context.bezierCurveTo(8, 98, 22, 93, 40, 88);
  context.lineTo(60, 88);
  context.bezierCurveTo(78, 93, 92, 98, 94, 124);
  context.fill();
  context.fillStyle = SHADE;
  context.beginPath();
  context.moveTo(50, 124);
  context.lineTo(50, 88);
  context.lineTo(60, 88);
  context.bezierCurveTo(78, 93, 92, 98, 94, 124);
  context.fill();
  if (collar === 0) {
    // A shirt with two collar points.
    context.fillStyle = '#fffaf0';
    context.beginPath();
    context.moveTo(39, 87);
    context.lineTo(50, 104);
    context.lineTo(61, 87);
    context.lineTo(66, 96);
    context.lineTo(55, 110);
    context.lineTo(50, 104);
    context.lineTo(45, 110);
    context.lineTo(34, 96);
    context.fill();
  } else if (collar === 1) {
    context.fillStyle = skin;
    context.beginPath();
    context.moveTo(40, 87);
    context.lineTo(50, 107);
    context.lineTo(60, 87);
    context.fill();
  } else if (collar === 2) {
    context.fillStyle = skin;
    context.beginPath();
    context.ellipse(50, 88, 12, 8, 0, 0, Math.PI);
    context.fill();
  } else {
    // A polo neck.
    context.fillStyle = clothes;
    context.fillRect(40, 79, 20, 13);
    context.fillStyle = 'rgba(255, 255, 255, 0.16)';
    context.fillRect(40, 79, 20, 4);
  }
}

function drawFace(context: CanvasRenderingContext2D, roll: Dice, hair: string): void {
  const smile = roll(3);
  context.strokeStyle = LINE;
  context.fillStyle = LINE;
  context.lineCap = 'round';
  context.lineWidth = 2;
  for (const side of [-1, 1]) {
    context.beginPath();
    context.arc(50 + side * 7.6, 53, 1.9, 0, Math.PI * 2);
    context.fill();
  }
  context.globalAlpha = 0.75;
  context.strokeStyle = hair === HAIR[5] ? '#8f8778' : hair;
  context.beginPath();
  for (const side of [-1, 1]) {
    context.moveTo(50 + side * 4.6, 46.6);
    context.quadraticCurveTo(50 + side * 8, 44.4, 50 + side * 11.4, 47);
  }
  context.stroke();
  context.globalAlpha = 0.5;
  context.strokeStyle = LINE;
  context.lineWidth = 1.7;
  context.beginPath();
  context.moveTo(50.5, 54);
  context.quadraticCurveTo(54, 60.5, 50, 61);
  context.stroke();
  context.globalAlpha = 0.8;
  context.lineWidth = 1.9;
  context.beginPath();
  context.moveTo(45.5, 66.5);
  context.quadraticCurveTo(50, 67 + smile * 1.6, 54.5, 66.5);
  context.stroke();
  context.globalAlpha = 1;
  if (roll(4) === 0) {
    context.lineWidth = 1.6;
    context.beginPath();
    for (const side of [-1, 1]) {
      context.moveTo(50 + side * 7.6 + 5.6, 53);
      context.arc(50 + side * 7.6, 53, 5.6, 0, Math.PI * 2);
    }
    context.moveTo(48, 52);
    context.lineTo(52, 52);
    context.stroke();
  }
}

/** A paper-cut bust: shoulders, head, one of a few haircuts, a friendly and reserved face. */
export function drawPerson(context: CanvasRenderingContext2D, roll: Dice): void {
  const skin = SKIN[roll(SKIN.length)] ?? SKIN[0];
  const hair = HAIR[roll(HAIR.length)] ?? HAIR[0];
  const clothes = CLOTHES[roll(CLOTHES.length)] ?? CLOTHES[0];
  const scarf = CLOTHES[roll(CLOTHES.length)] ?? CLOTHES[1];
  const cut: Haircut = HAIRCUTS[roll(HAIRCUTS.length)] ?? HAIRCUTS[0];
  const colour = cut.cloth ? (scarf === clothes ? CLOTHES[4] : scarf) : hair;

  cut.behind(context, colour);
  context.fillStyle = skin;
  context.fillRect(42.5, 64, 15, 26);
  context.fillStyle = SHADE;
  context.fillRect(42.5, 70, 15, 12);
  drawShoulders(context, clothes, cut.cloth ? 3 : roll(4), skin);

  context.fillStyle = skin;
  if (!cut.cloth) {
    for (const side of [-1, 1]) {
      context.beginPath();
      context.ellipse(50 + side * 19, 55, 3.6, 5.2, 0, 0, Math.PI * 2);
      context.fill();
    }
  }
  context.beginPath();
  context.ellipse(50, 53, 19, 24, 0, 0, Math.PI * 2);
  context.fill();
  context.save();
  context.clip();
  context.fillStyle = SHADE;
  context.fillRect(56, 20, 20, 70);
  context.restore();

  drawFace(context, roll, hair);
  cut.front(context, colour);
}

export interface SmallHead {
  readonly skin: string;
  readonly hair: string;
  readonly clothes: string;
  readonly cut: number;
}

/** One of many: a head without a face. */
export function drawSmallHead(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  look: SmallHead,
): void {
  context.fillStyle = look.clothes;
  context.beginPath();
  context.ellipse(x, y + size * 1.25, size * 0.62, size * 0.72, 0, Math.PI, 0);
  context.lineTo(x + size * 0.62, y + size * 2);
  context.lineTo(x - size * 0.62, y + size * 2);
  context.fill();
  if (look.cut === 0) {
    context.fillStyle = look.hair;
    context.beginPath();
    context.ellipse(x, y + size * 0.12, size * 0.42, size * 0.62, 0, 0, Math.PI * 2);
    context.fill();
  }
  context.fillStyle = look.skin;
  context.beginPath();
  context.ellipse(x, y + size * 0.1, size * 0.34, size * 0.44, 0, 0, Math.PI * 2);
  context.fill();
  context.fillStyle = look.hair;
  context.beginPath();
  context.ellipse(x, y - size * 0.02, size * 0.37, size * 0.4, 0, Math.PI, 0);
  if (look.cut === 2) context.ellipse(x, y - size * 0.36, size * 0.17, size * 0.17, 0, 0, Math.PI * 2);
  context.fill();
}
