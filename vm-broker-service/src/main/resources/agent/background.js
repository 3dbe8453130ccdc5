// @ts-check
/**
 * The service worker: knows tabs and windows. The broker calls `flotilla.*` through its DevTools pipe, which also keeps this worker
 * awake; what happens here is told to the offscreen page, which owns the socket.
 */
import { ActiveTab } from './tabs.js';
import { TabCapture } from './tab-capture.js';

const tell = (/** @type {object} */ message) => chrome.runtime.sendMessage({ to: 'offscreen', ...message }).catch(() => {});

const active = new ActiveTab(tell);
const tabs = new TabCapture(active, tell);

/** @type {Promise<void> | undefined} */
let begun;

const flotilla = {
  /** Opens the page that captures and connects. `config`: socket, secret, vmId, source ("screen" or "tab"). */
  begin(/** @type {{socket: string, secret: string, vmId: string, source: string}} */ config) {
    begun ??= (async () => {
      await chrome.offscreen.createDocument({
        url: 'offscreen.html',
        reasons: ['DISPLAY_MEDIA', 'USER_MEDIA'],
        justification: 'captures the screen and the sound of this browser for those who share it',
      });
      tabs.pictures = config.source === 'tab';
      await chrome.runtime.sendMessage({ to: 'offscreen', type: 'begin', config });
      active.watch();
      chrome.windows.onRemoved.addListener(async () => {
        if ((await chrome.windows.getAll()).length === 0) await chrome.windows.create({ url: 'about:blank' });
      });
    })();
    return begun;
  },

  /** Whether anybody watches: only then tabs are listened to. */
  watched(/** @type {boolean} */ yes) {
    return tabs.wanted(yes);
  },

  /** The address has been checked by the broker. */
  async navigate(/** @type {string} */ action, /** @type {string} */ url) {
    const tab = await active.find();
    if (tab?.id === undefined) {
      if (action === 'to') await chrome.tabs.create({ url });
      return;
    }
    const id = tab.id;
    await tabs.whileSettled(async () => {
      if (action === 'back') await chrome.tabs.goBack(id).catch(() => {});
      else if (action === 'forward') await chrome.tabs.goForward(id).catch(() => {});
      else if (action === 'reload') await chrome.tabs.reload(id);
      else {
        await onItsWay(id);
        await chrome.tabs.update(id, { url });
      }
    });
  },

  /** Tells again what is shown, for a new listener. */
  announce() {
    return active.announce(true);
  },
};

/** A browser that has just begun is still on its way to its blank page, and may end there whatever it is told meanwhile. */
async function onItsWay(/** @type {number} */ id) {
  for (let looks = 0; looks < 100; looks++) {
    const tab = await chrome.tabs.get(id);
    if (!tab.pendingUrl?.startsWith('data:')) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

Object.assign(globalThis, { flotilla });
