interface Labelled {
  x: number;
  y: number;
  text: string;
}

export interface LabelPlace {
  /** Middle of the text. */
  x: number;
  /** Its baseline. */
  y: number;
  text: string;
}

interface Bounds {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Rectangle {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

const charWidth = 7;
const lineHeight = 15;
const clear = 9;

/**
 * Puts a label beside each point, the first of above, below, right, left, corners and further off that touches no other
 * label and no point; above where every place is taken. Labels stay inside the bounds.
 *
 * @param points in pixels.
 */
export function placeLabels(points: readonly Labelled[], bounds: Bounds): LabelPlace[] {
  const taken: Rectangle[] = points.map(({ x, y }) => around(x, y, 12, 12));
  return points.map((point, own) => {
    const places = candidates(point, bounds);
    const free = places.find((place) =>
      taken.every((other, index) => index === own || !touch(boxOf(place), other)),
    );
    const place = free ?? (places[0] as LabelPlace);
    taken.push(boxOf(place));
    return place;
  });
}

function candidates({ x, y, text }: Labelled, { left, right, top, bottom }: Bounds): LabelPlace[] {
  const half = (text.length * charWidth) / 2;
  const inside = (middle: number) =>
    Math.min(Math.max(middle, left + half), Math.max(left + half, right - half));
  const beside = [x + half + clear, x - half - clear].filter(
    (middle) => middle - half >= left && middle + half <= right,
  );
  const above = { x: inside(x), y: y - clear, text };
  const below = { x: inside(x), y: y + clear + lineHeight - 3, text };
  const rows = [above, below, ...beside.map((middle) => ({ x: middle, y: y + 4, text }))];
  // Corners first, then a line further off.
  const corners = [above, below].flatMap((place) =>
    [x + half, x - half].map((middle) => ({ ...place, x: inside(middle) })),
  );
  const further = [1, 2].flatMap((lines) => [
    { ...above, y: above.y - lines * lineHeight },
    { ...below, y: below.y + lines * lineHeight },
  ]);
  return [...rows, ...corners, ...further]
    .filter((place) => place.y - lineHeight + 3 >= top - 12 && place.y <= bottom)
    .concat(above);
}

const around = (x: number, y: number, width: number, height: number): Rectangle => ({
  x0: x - width / 2,
  x1: x + width / 2,
  y0: y - height / 2,
  y1: y + height / 2,
});

const boxOf = ({ x, y, text }: LabelPlace) => around(x, y - 4, text.length * charWidth, lineHeight - 2);

const touch = (a: Rectangle, b: Rectangle) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
