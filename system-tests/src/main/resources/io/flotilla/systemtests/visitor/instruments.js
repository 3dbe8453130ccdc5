// Runs in every page of a visitor before the page's own scripts: lets tests see pixels and hear sound as a person would, without asking
// the product's code.
(() => {
  const instruments = { violations: [] };
  Object.defineProperty(window, '__instruments', { value: instruments });
  addEventListener('securitypolicyviolation', event =>
    instruments.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));

  // --- Sound: whatever is connected to an output is also connected to an analyser ---------------------------------------------------
  const analysers = new Map();
  const connect = AudioNode.prototype.connect;
  AudioNode.prototype.connect = function (target, ...rest) {
    if (target instanceof AudioDestinationNode) {
      let analyser = analysers.get(target.context);
      if (!analyser) {
        analyser = new AnalyserNode(target.context, { fftSize: 4096, smoothingTimeConstant: 0 });
        analysers.set(target.context, analyser);
      }
      connect.call(this, analyser);
    }
    return connect.call(this, target, ...rest);
  };
  // The loudest frequency that is heard now: {hertz, decibels, state}, or null where nothing makes sound.
  instruments.sound = () => {
    let loudest = null;
    for (const [context, analyser] of analysers) {
      const bins = new Float32Array(analyser.frequencyBinCount);
      analyser.getFloatFrequencyData(bins);
      const top = bins.indexOf(bins.reduce((a, b) => Math.max(a, b), -Infinity));
      const found = { hertz: top * context.sampleRate / analyser.fftSize, decibels: bins[top] ?? -Infinity, state: context.state };
      if (found.decibels === -Infinity) found.decibels = -999;
      if (!loudest || found.decibels > loudest.decibels) loudest = found;
    }
    return loudest;
  };

  // --- Pixels -----------------------------------------------------------------------------------------------------------------------
  const within = function* (root) {
    for (const element of root.querySelectorAll('*')) {
      if (element instanceof HTMLCanvasElement) yield element;
      if (element.shadowRoot) yield* within(element.shadowRoot);
    }
  };
  // The picture: the largest canvas of the page.
  instruments.canvas = () => [...within(document)].sort((a, b) => b.width * b.height - a.width * a.height)[0] ?? null;

  const whole = new OffscreenCanvas(1, 1);
  const pixels = (x, y, width, height, into = whole) => {
    const canvas = instruments.canvas();
    if (!canvas || !canvas.width) return null;
    if (into.width !== width || into.height !== height) Object.assign(into, { width, height });
    const pen = into.getContext('2d', { willReadFrequently: true });
    pen.drawImage(canvas, x, y, width, height, 0, 0, width, height);
    return pen.getImageData(0, 0, width, height).data;
  };
  const near = (data, i, [red, green, blue], tolerance) =>
    Math.abs(data[i] - red) <= tolerance && Math.abs(data[i + 1] - green) <= tolerance && Math.abs(data[i + 2] - blue) <= tolerance;

  // Where a colour is in the picture: {pixels, x, y} with the middle of it as fractions of the picture; every second pixel is looked at.
  instruments.colour = (rgb, tolerance) => {
    const canvas = instruments.canvas();
    const data = canvas && pixels(0, 0, canvas.width, canvas.height);
    if (!data) return { pixels: 0, x: 0, y: 0 };
    let count = 0, sumX = 0, sumY = 0;
    for (let y = 0; y < canvas.height; y += 2) {
      for (let x = 0; x < canvas.width; x += 2) {
        if (near(data, 4 * (y * canvas.width + x), rgb, tolerance)) {
          count++;
          sumX += x;
          sumY += y;
        }
      }
    }
    return { pixels: 4 * count, x: count && sumX / count / canvas.width, y: count && sumY / count / canvas.height };
  };

  // One pixel in the middle of the picture, for the quickest look.
  const dot = new OffscreenCanvas(1, 1);
  instruments.middle = () => {
    const canvas = instruments.canvas();
    return canvas && [...pixels(Math.floor(canvas.width / 2), Math.floor(canvas.height * 0.7), 1, 1, dot)].slice(0, 3);
  };

  // --- The barcode of the moving page (see pages/barcode.js) ------------------------------------------------------------------------
  const BLOCK = 16, FRAME = 8, COLUMNS = 8, ROWS = 7, WIDTH = COLUMNS * BLOCK + 2 * FRAME, HEIGHT = ROWS * BLOCK + 2 * FRAME;
  let box = null;
  const locate = () => {
    const canvas = instruments.canvas();
    const data = canvas && pixels(0, 0, canvas.width, canvas.height);
    if (!data) return null;
    const columns = new Uint16Array(canvas.width), rows = new Uint16Array(canvas.height);
    for (let y = 0; y < canvas.height; y++) {
      for (let x = 0; x < canvas.width; x++) {
        const i = 4 * (y * canvas.width + x);
        if (data[i] > 150 && data[i + 1] < 110 && data[i + 2] > 150) {
          columns[x]++;
          rows[y]++;
        }
      }
    }
    const many = counts => [...counts.keys()].filter(at => counts[at] > 10);
    const xs = many(columns), ys = many(rows);
    if (xs.length < 16 || ys.length < 16) return null;
    return { x: xs[0], y: ys[0], width: xs.at(-1) - xs[0] + 1, height: ys.at(-1) - ys[0] + 1 };
  };
  const small = new OffscreenCanvas(WIDTH, HEIGHT);
  const decode = () => {
    const canvas = instruments.canvas();
    if (!canvas || !box) return null;
    const pen = small.getContext('2d', { willReadFrequently: true });
    pen.drawImage(canvas, box.x, box.y, box.width, box.height, 0, 0, WIDTH, HEIGHT);
    const data = pen.getImageData(0, 0, WIDTH, HEIGHT).data;
    const bytes = [];
    for (let row = 0; row < ROWS; row++) {
      let byte = 0;
      for (let column = 0; column < COLUMNS; column++) {
        const i = 4 * ((FRAME + row * BLOCK + BLOCK / 2) * WIDTH + FRAME + column * BLOCK + BLOCK / 2);
        byte = byte << 1 | (data[i] + data[i + 1] + data[i + 2] > 384 ? 1 : 0);
      }
      bytes.push(byte);
    }
    const sum = bytes.slice(0, 6).reduce((all, byte) => all + byte, 0x5a) & 255;
    if (sum !== bytes[6]) return null;
    return { millis: bytes.slice(0, 4).reduce((all, byte) => all * 256 + byte, 0), counter: bytes[4] * 256 + bytes[5] };
  };
  // What the barcode says now: {millis, counter, age}, or null when none can be read.
  instruments.barcode = () => {
    const seen = Date.now();
    let found = decode();
    if (!found) {
      box = locate();
      found = decode();
    }
    return found && { ...found, age: (seen % 2 ** 32) - found.millis };
  };

  // --- Watching over time -----------------------------------------------------------------------------------------------------------
  const now = () => performance.timeOrigin + performance.now();
  const watchers = new Set();
  const changed = () => watchers.forEach(watcher => watcher());
  const drawImage = CanvasRenderingContext2D.prototype.drawImage;
  CanvasRenderingContext2D.prototype.drawImage = function (...rest) {
    const result = drawImage.apply(this, rest);
    if (watchers.size && this.canvas.isConnected) changed();
    return result;
  };
  // Calls back whenever the picture may have changed: right after each drawing, and at each paint for pages that draw in some other way.
  const watching = watcher => {
    watchers.add(watcher);
    const paint = () => {
      if (!watchers.has(watcher)) return;
      watcher();
      requestAnimationFrame(paint);
    };
    requestAnimationFrame(paint);
  };

  // Ages of new pictures of the moving page when they were first seen, for so many milliseconds.
  instruments.watch = duration => new Promise(resolve => {
    const ages = [];
    const begun = performance.now();
    let last = -1, unreadable = 0;
    const look = () => {
      const seen = instruments.barcode();
      if (!seen) unreadable++;
      else if (seen.counter !== last) {
        if (last >= 0) ages.push(seen.age);
        last = seen.counter;
      }
      if (performance.now() - begun < duration) return;
      watchers.delete(look);
      resolve({ ages, unreadable, seconds: (performance.now() - begun) / 1000 });
    };
    watching(look);
  });

  // When the middle of the picture first has this colour, in epoch milliseconds.
  instruments.appearance = rgb => new Promise(resolve => {
    const look = () => {
      const middle = instruments.canvas() && instruments.middle();
      if (!middle || !near(middle, 0, rgb, 60)) return;
      watchers.delete(look);
      resolve(now());
    };
    watching(look);
  });

  // Milliseconds from the next press of a button to a new colour in the middle of the picture.
  instruments.reaction = () => new Promise(resolve => {
    const before = instruments.middle();
    addEventListener('pointerdown', () => {
      const pressed = now();
      const look = () => {
        if (near(instruments.middle(), 0, before, 90)) return;
        watchers.delete(look);
        resolve(now() - pressed);
      };
      watching(look);
    }, { capture: true, once: true });
  });

  // A colour left here by the page before is watched for from the first moment on; so is the moment of the last click.
  try {
    const wanted = sessionStorage.getItem('instruments.wanted');
    if (wanted) instruments.appeared = instruments.appearance(JSON.parse(wanted));
    addEventListener('click', () => sessionStorage.setItem('instruments.clicked', String(now())), { capture: true });
  } catch {
    // A page without storage has nobody before it.
  }
})();
