// Writes a time and a counter into pixels so that a lossy picture can be read back: a magenta frame 8 px thick to find it by, in it
// 8 × 7 black and white blocks of 16 px: 32 bits of milliseconds, 16 of the counter, 8 of a checksum.
const BLOCK = 16, FRAME = 8, COLUMNS = 8, ROWS = 7;
function drawBarcode(pen, x, y, millis, counter) {
  const bytes = [24, 16, 8, 0].map(bits => Math.floor(millis / 2 ** bits) % 256).concat(counter >> 8 & 255, counter & 255);
  bytes.push(bytes.reduce((sum, byte) => sum + byte, 0x5a) & 255);
  pen.fillStyle = '#f0f';
  pen.fillRect(x, y, COLUMNS * BLOCK + 2 * FRAME, ROWS * BLOCK + 2 * FRAME);
  bytes.forEach((byte, row) => {
    for (let column = 0; column < COLUMNS; column++) {
      pen.fillStyle = byte >> (7 - column) & 1 ? '#fff' : '#000';
      pen.fillRect(x + FRAME + column * BLOCK, y + FRAME + row * BLOCK, BLOCK, BLOCK);
    }
  });
}
