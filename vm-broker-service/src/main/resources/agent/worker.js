// @ts-check
/** Takes frames and sound, encodes them and sends them to the broker; obeys the broker's wishes. */
import { Picture } from './picture.js';
import { Sound } from './sound.js';
import { Uplink } from './uplink.js';

const uplink = new Uplink();
const picture = new Picture(uplink, (fps) => postMessage({ type: 'rate', fps }));
const sound = new Sound(uplink);

uplink.onWish = (wish) => {
  if (wish.type === 'key-frame') picture.key();
  else if (wish.type === 'set') {
    picture.set(wish);
    sound.watched = picture.watched;
  } else if (wish.type === 'damage') picture.damage(wish.moving === true);
  else if (wish.type === 'size') picture.size(wish.width, wish.height);
};

/** @type {Record<string, number>} how often each kind of source was replaced: frames of an old one are closed unseen */
const current = { video: 0, audio: 0 };

async function pump(/** @type {'video' | 'audio'} */ kind, /** @type {ReadableStream<any>} */ frames, /** @type {(frame: any) => void} */ take) {
  const mine = ++current[kind];
  const reader = frames.getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    if (mine === current[kind]) take(value);
    else value.close();
  }
}

self.onmessage = ({ data }) => {
  switch (data.type) {
    case 'begin':
      uplink.open(data.config);
      break;
    case 'say':
      uplink.say(data.message);
      break;
    case 'video':
      picture.begin(data.source);
      uplink.say({ type: 'capture', state: 'live' });
      void pump('video', data.frames, (frame) => picture.take(frame));
      break;
    case 'audio':
      void pump('audio', data.frames, (block) => sound.take(block));
      break;
  }
};
