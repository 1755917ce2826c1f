// The lines of parallel coordinates in the page, on a canvas below that of the axes. The library
// lays out every line anew at each move of a slider, which takes 50 ms for hundreds of them.

/** A canvas for lines within `stage`; `draw` is for its size and theme as they are. */
function linesCanvas(stage, places) {
  const canvas = create('canvas', { className: 'lines', 'aria-hidden': 'true' });
  const draw = (rows) => {
    const size = { width: stage.clientWidth, height: stage.clientHeight };
    if (size.width === 0) return;  // it is not in the page yet, and is drawn again once it is
    if (canvas.parentNode !== stage) stage.prepend(canvas);
    const context = canvas.getContext('2d');
    fitCanvas(canvas, size, window.devicePixelRatio || 1);
    context.clearRect(0, 0, size.width, size.height);
    drawLines(context, size, places, rows, theme);
  };
  return { draw };
}

function fitCanvas(canvas, size, scale) {
  const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
  if (canvas.width === width && canvas.height === height) return;
  Object.assign(canvas, { width, height });
  canvas.getContext('2d').scale(scale, scale);
}

/** Draws the trials in `rows`, which ascend by loss; the best ones come last, on top. */
function drawLines(context, size, places, rows, theme) {
  const { left, right, top, bottom } = PARALLEL_FRAME;
  const step = (size.width - left - right) / Math.max(places.length - 1, 1);
  const height = size.height - top - bottom;
  for (let place = rows.length - 1; place >= 0; --place) {
    const look = lineLook(place, rows.length, theme);
    context.strokeStyle = look.color;
    context.lineWidth = look.width;
    context.globalAlpha = look.opacity;
    context.beginPath();
    for (let k = 0; k < places.length; ++k) {
      const at = places[k][rows[place]];
      if (!Number.isNaN(at)) context.lineTo(left + k * step, top + (1 - at) * height);
    }
    context.stroke();
  }
}
