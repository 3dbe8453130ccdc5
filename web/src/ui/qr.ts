/**
 * QR codes of versions 1 to 5 at the lowest error correction: up to 106 bytes in a single block, which is what a link on
 * a screen needs. `true` is dark; the quiet zone around is the caller's.
 */
const DATA = [19, 34, 55, 80, 108];
const CHECK = [7, 10, 15, 20, 26];
const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];
type Grid = boolean[][];

/** Undefined when the text is too long. */
export function qrCode(text: string): Grid | undefined {
  const bytes = new TextEncoder().encode(text);
  const version = DATA.findIndex((room) => bytes.length + 2 <= room) + 1;
  if (version === 0) return undefined;
  const data = codewords(bytes, DATA[version - 1]!);
  const bits = [...data, ...remainder(data, CHECK[version - 1]!)].flatMap((byte) =>
    Array.from({ length: 8 }, (_, i) => ((byte >> (7 - i)) & 1) === 1),
  );
  const drawn = MASKS.map((_, mask) => draw(version, bits, mask));
  return drawn.reduce((best, grid) => (penalty(grid) < penalty(best) ? grid : best));
}

function codewords(bytes: Uint8Array, room: number): number[] {
  const nibbles = [4, bytes.length >> 4, bytes.length & 15, ...[...bytes].flatMap((b) => [b >> 4, b & 15]), 0];
  const words = Array.from({ length: nibbles.length / 2 }, (_, i) => nibbles[2 * i]! * 16 + nibbles[2 * i + 1]!);
  for (let pad = 0xec; words.length < room; pad ^= 0xfd) words.push(pad);
  return words;
}

/** In the field of 256 with 0x11d. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((b >> bit) & 1) * a;
  }
  return product;
}

/** Reed–Solomon check words. */
function remainder(data: readonly number[], count: number): number[] {
  let generator = [1];
  for (let i = 0, root = 1; i < count; i++, root = times(root, 2)) {
    generator = [...generator, 0].map((g, at) => g ^ times(generator[at - 1] ?? 0, root));
  }
  const rest = new Array<number>(count).fill(0);
  for (const word of data) {
    const factor = word ^ rest.shift()!;
    rest.push(0);
    rest.forEach((value, at) => (rest[at] = value ^ times(generator[at + 1]!, factor)));
  }
  return rest;
}

function draw(version: number, bits: readonly boolean[], mask: number): Grid {
  const size = 17 + 4 * version;
  const grid: (boolean | undefined)[][] = Array.from({ length: size }, () => new Array<undefined>(size).fill(undefined));
  const set = (row: number, column: number, dark: boolean) => {
    if (row >= 0 && row < size && column >= 0 && column < size) grid[row]![column] = dark;
  };
  /** Squares within squares; `rings` are the dark ones, counted from the middle. */
  const target = (row: number, column: number, radius: number, rings: readonly number[]) => {
    for (let r = -radius; r <= radius; r++)
      for (let c = -radius; c <= radius; c++)
        set(row + r, column + c, rings.includes(Math.max(Math.abs(r), Math.abs(c))));
  };
  for (let i = 8; i < size - 8; i++) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  target(3, 3, 4, [0, 1, 3]);
  target(3, size - 4, 4, [0, 1, 3]);
  target(size - 4, 3, 4, [0, 1, 3]);
  if (version > 1) target(size - 7, size - 7, 2, [0, 2]);
  format(mask).forEach((dark, i) => {
    set(i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, 8, dark);
    set(8, i < 8 ? size - 1 - i : i < 9 ? 7 : 14 - i, dark);
  });
  set(size - 8, 8, true);

  let next = 0;
  for (let right = size - 1, up = true; right > 0; right -= right === 8 ? 3 : 2, up = !up) {
    for (let i = 0; i < size; i++) {
      const row = up ? size - 1 - i : i;
      for (const column of [right, right - 1]) {
        if (grid[row]![column] !== undefined) continue;
        set(row, column, (bits[next++] ?? false) !== MASKS[mask]!(row, column));
      }
    }
  }
  return grid as Grid;
}

/** Fifteen bits, the lowest first: lowest correction, the mask, and their own check. */
function format(mask: number): boolean[] {
  const data = (1 << 3) | mask;
  let check = data << 10;
  for (let bit = 14; bit >= 10; bit--) if ((check >> bit) & 1) check ^= 0x537 << (bit - 10);
  const word = ((data << 10) | check) ^ 0x5412;
  return Array.from({ length: 15 }, (_, i) => ((word >> i) & 1) === 1);
}

/** Long runs and blocks of one colour are hard to read. */
function penalty(grid: Grid): number {
  let sum = 0;
  const at = (r: number, c: number) => grid[r]?.[c];
  for (let r = 0; r < grid.length; r++) {
    for (let c = 0; c < grid.length; c++) {
      const dark = at(r, c);
      if ([1, 2, 3, 4].every((i) => at(r, c + i) === dark)) sum += 3;
      if ([1, 2, 3, 4].every((i) => at(r + i, c) === dark)) sum += 3;
      if (at(r + 1, c) === dark && at(r, c + 1) === dark && at(r + 1, c + 1) === dark) sum += 3;
    }
  }
  return sum;
}
