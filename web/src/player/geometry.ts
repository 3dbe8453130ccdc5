export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

/** The largest box of the picture's shape inside `room`, centred, in whole pixels. */
export function letterbox(picture: Size, room: Size): Box {
  if (picture.width <= 0 || picture.height <= 0 || room.width <= 0 || room.height <= 0) {
    return { left: 0, top: 0, width: 0, height: 0 };
  }
  const scale = Math.min(room.width / picture.width, room.height / picture.height);
  const width = Math.round(picture.width * scale);
  const height = Math.round(picture.height * scale);
  return {
    width,
    height,
    left: Math.floor((room.width - width) / 2),
    top: Math.floor((room.height - height) / 2),
  };
}

/** A point of the page as 0…1 of the picture; a point beside the picture is pulled to its edge. */
export function toPicture(clientX: number, clientY: number, box: Box): { readonly x: number; readonly y: number } {
  return { x: share(clientX - box.left, box.width), y: share(clientY - box.top, box.height) };
}

function share(offset: number, length: number): number {
  if (length <= 0) return 0;
  return Math.round(Math.min(1, Math.max(0, offset / length)) * 100_000) / 100_000;
}

const SHORTEST = 256;
const LONGEST = 3840;
/** Narrower than this, a desktop browser's own bars have no room. */
const READABLE = 500;

/** The even size of a window's shape that a VM accepts; a phone's is enlarged until a browser fits in. */
export function acceptableSize(wanted: Size): Size {
  const grow = Math.max(1, READABLE / Math.max(1, Math.min(wanted.width, wanted.height)));
  const shrink = Math.min(1, LONGEST / (Math.max(wanted.width, wanted.height, 1) * grow));
  const even = (length: number) => Math.max(SHORTEST, Math.floor((length * grow * shrink) / 2) * 2);
  return { width: even(wanted.width), height: even(wanted.height) };
}
