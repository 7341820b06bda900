/** A haircut in two layers of paper, one behind the head and one in front of it. */
export interface Haircut {
  readonly behind: (context: CanvasRenderingContext2D, colour: string) => void;
  readonly front: (context: CanvasRenderingContext2D, colour: string) => void;
  /** True for a headscarf, whose colour is a fabric's and not that of hair. */
  readonly cloth?: boolean;
}

const SHINE = 'rgba(255, 255, 255, 0.13)';
const nothing = (): void => undefined;

function filled(context: CanvasRenderingContext2D, path: Path2D, colour: string, rule?: CanvasFillRule): void {
  context.fillStyle = colour;
  context.fill(path, rule);
}

function shape(draw: (path: Path2D) => void): (context: CanvasRenderingContext2D, colour: string) => void {
  return (context, colour) => {
    const path = new Path2D();
    draw(path);
    filled(context, path, colour);
  };
}

function withShine(draw: (path: Path2D) => void): (context: CanvasRenderingContext2D, colour: string) => void {
  const fill = shape(draw);
  return (context, colour) => {
    fill(context, colour);
    context.strokeStyle = SHINE;
    context.lineWidth = 3;
    context.lineCap = 'round';
    context.beginPath();
    context.arc(50, 52, 21, Math.PI * 1.2, Math.PI * 1.42);
    context.stroke();
  };
}

const sidePart = withShine((path) => {
  path.moveTo(30, 56);
  path.bezierCurveTo(27, 30, 38, 24, 52, 24);
  path.bezierCurveTo(68, 24, 74, 36, 70, 56);
  path.bezierCurveTo(69, 46, 66, 42, 62, 40);
  path.bezierCurveTo(54, 41, 46, 40, 40, 35);
  path.bezierCurveTo(36, 40, 32, 46, 30, 56);
});

const crop = withShine((path) => {
  path.moveTo(30.5, 54);
  path.bezierCurveTo(27, 34, 36, 26.5, 50, 26.5);
  path.bezierCurveTo(64, 26.5, 73, 34, 69.5, 54);
  path.lineTo(66.5, 46);
  path.bezierCurveTo(60, 38.5, 40, 38.5, 33.5, 46);
});

const fringe = withShine((path) => {
  path.moveTo(29, 62);
  path.bezierCurveTo(25, 32, 36, 24, 50, 24);
  path.bezierCurveTo(64, 24, 75, 32, 71, 62);
  path.bezierCurveTo(70, 52, 68, 46, 66, 44);
  path.bezierCurveTo(58, 41.5, 42, 41.5, 34, 44);
  path.bezierCurveTo(32, 46, 30, 52, 29, 62);
});

const parted = withShine((path) => {
  path.moveTo(29, 66);
  path.bezierCurveTo(24, 34, 36, 24, 50, 24);
  path.bezierCurveTo(64, 24, 76, 34, 71, 66);
  path.bezierCurveTo(70, 50, 62, 42, 50, 33);
  path.bezierCurveTo(38, 42, 30, 50, 29, 66);
});

const curls = (circles: readonly (readonly [number, number, number])[]) =>
  shape((path) => {
    for (const [x, y, radius] of circles) {
      path.moveTo(x + radius, y);
      path.arc(x, y, radius, 0, Math.PI * 2);
    }
  });

const bob = shape((path) => {
  path.moveTo(26, 50);
  path.bezierCurveTo(24, 24, 76, 24, 74, 50);
  path.bezierCurveTo(77, 66, 76, 74, 73, 78);
  path.lineTo(27, 78);
  path.bezierCurveTo(24, 74, 23, 66, 26, 50);
});

const long = shape((path) => {
  path.moveTo(27, 48);
  path.bezierCurveTo(26, 22, 74, 22, 73, 48);
  path.bezierCurveTo(74, 74, 80, 92, 78, 104);
  path.bezierCurveTo(62, 108, 38, 108, 22, 104);
  path.bezierCurveTo(20, 92, 26, 74, 27, 48);
});

/**
 * No haircut may contradict a first name, and a level says nothing about gender, so there are no beards or bald heads.
 */
export const HAIRCUTS: readonly [Haircut, ...Haircut[]] = [
  { behind: nothing, front: sidePart },
  { behind: bob, front: fringe },
  { behind: long, front: parted },
  {
    behind: curls([
      [50, 34, 24],
      [32, 44, 15],
      [68, 44, 15],
      [31, 58, 11],
      [69, 58, 11],
      [38, 30, 14],
      [62, 30, 14],
    ]),
    front: curls([
      [37, 37, 6.5],
      [46, 34, 7.5],
      [55, 34, 7.5],
      [63, 37, 6.5],
    ]),
  },
  {
    behind: shape((path) => {
      path.moveTo(61, 20);
      path.arc(50, 20, 11, 0, Math.PI * 2);
    }),
    front: parted,
  },
  { behind: nothing, front: crop },
  {
    behind: curls([
      [50, 38, 21],
      [35, 44, 9],
      [65, 44, 9],
    ]),
    front: crop,
  },
  {
    cloth: true,
    behind: shape((path) => {
      path.moveTo(50, 21);
      path.bezierCurveTo(78, 21, 78, 56, 74, 70);
      path.bezierCurveTo(76, 88, 82, 96, 86, 106);
      path.lineTo(14, 106);
      path.bezierCurveTo(18, 96, 24, 88, 26, 70);
      path.bezierCurveTo(22, 56, 22, 21, 50, 21);
    }),
    front: (context, colour) => {
      const path = new Path2D();
      path.moveTo(50, 22);
      path.bezierCurveTo(76, 22, 77, 54, 72, 70);
      path.bezierCurveTo(66, 84, 58, 86, 50, 92);
      path.bezierCurveTo(42, 86, 34, 84, 28, 70);
      path.bezierCurveTo(23, 54, 24, 22, 50, 22);
      path.closePath();
      path.ellipse(50, 55, 16, 22, 0, 0, Math.PI * 2, true);
      filled(context, path, colour, 'evenodd');
      context.strokeStyle = SHINE;
      context.lineWidth = 2.4;
      context.beginPath();
      context.moveTo(36, 78);
      context.quadraticCurveTo(50, 92, 70, 98);
      context.stroke();
    },
  },
  {
    behind: curls([
      [31, 50, 8],
      [69, 50, 8],
      [30, 60, 7],
      [70, 60, 7],
    ]),
    front: curls([
      [33, 40, 7.5],
      [40, 32, 8.5],
      [50, 29, 9],
      [60, 32, 8.5],
      [67, 40, 7.5],
    ]),
  },
];
