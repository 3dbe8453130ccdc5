import assert from "node:assert/strict";
import { test } from "node:test";
import { qrCode } from "../src/ui/qr";

const rows = (text: string) => qrCode(text)?.map((row) => row.map((dark) => (dark ? "#" : ".")).join(""));

test("draws a code that was read back by a reader of its own", () => {
  assert.deepEqual(rows("flotilla"), [
    "#######..#..#.#######",
    "#.....#.#..#..#.....#",
    "#.###.#..#....#.###.#",
    "#.###.#.#..#..#.###.#",
    "#.###.#...###.#.###.#",
    "#.....#.###.#.#.....#",
    "#######.#.#.#.#######",
    "..........###........",
    "#####.####..##.#.#.#.",
    "#.#....###..#..###..#",
    "##...###.###.#....##.",
    ".#..#.....#....#.##.#",
    "#####.##.###....#..#.",
    "........#..#######..#",
    "#######.###.#.#..#.#.",
    "#.....#..#######.##..",
    "#.###.#.##..#...##..#",
    "#.###.#.#.#.#..####..",
    "#.###.#.#..#.#....#..",
    "#.....#.#.#......##..",
    "#######.##.#.#.##..#.",
  ]);
});

test("grows with the text, up to 106 bytes", () => {
  assert.deepEqual([17, 18, 33, 54, 79, 106].map((length) => qrCode("x".repeat(length))?.length), [21, 25, 29, 33, 37, 37]);
  assert.equal(qrCode("x".repeat(107)), undefined);
  assert.equal(qrCode("é".repeat(54)), undefined);
});
