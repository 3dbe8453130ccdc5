// @ts-check
/** The page nobody sees: holds the captured tracks and hands their frames to the worker, which encodes and sends. */
import { Screen, Tab } from './sources.js';

const worker = new Worker('worker.js', { type: 'module' });
const screen = new Screen(worker, (error) => worker.postMessage({ type: 'say', message: lost(error) }));
const tab = new Tab(worker);

worker.onmessage = ({ data }) => {
  if (data.type === 'rate') void (tab.hasPicture ? tab : screen).rate(data.fps);
};

chrome.runtime.onMessage.addListener((message, _sender, answer) => {
  if (message.to !== 'offscreen') return false;
  switch (message.type) {
    case 'begin':
      worker.postMessage({ type: 'begin', config: message.config });
      if (message.config.source === 'screen') void screen.open();
      answer({ ok: true });
      return false;
    case 'say':
      worker.postMessage({ type: 'say', message: message.message });
      answer({ ok: true });
      return false;
    case 'tab':
      tab.open(message.streamId, message.pictures).then(
        () => answer({ ok: true }),
        (error) => answer({ ok: false, error: String(error) }),
      );
      return true;
    default:
      return false;
  }
});

const lost = (/** @type {unknown} */ error) => ({ type: 'capture', state: 'lost', reason: String(error) });
