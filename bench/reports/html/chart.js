// A chart in the page: made when it first comes into view, drawn again when its size, the theme or
// what it shows changes.

/** What is drawn on each stage; `chart` is null until it comes into view. */
const charts = new Map();
let theme = null;

const sights = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (entry.isIntersecting) entry.target.makeChart();
  }
}, { rootMargin: '300px' });

/**
 * Who takes the stage out of the page calls `dispose`.
 * @param {(settings: {width: number, isExport: boolean}) => object} optionOf
 * @param {() => void} drawn  called after each drawing
 */
function chartElement(optionOf, renderer, height, drawn = () => {}) {
  const stage = create('div', { className: 'chart' });
  if (height) stage.style.height = height;
  const own = { stage, chart: null };
  own.draw = () => {
    if (!own.chart) return;
    own.chart.setOption(optionOf({ width: stage.clientWidth, isExport: false }), { notMerge: true });
    drawn();
  };
  const sizes = new ResizeObserver(() => { own.chart.resize(); own.draw(); });
  stage.makeChart = () => {
    sights.unobserve(stage);
    own.chart = echarts.init(stage, null, { renderer });
    own.draw();
    sizes.observe(stage);
  };
  own.dispose = () => {
    sights.unobserve(stage);
    sizes.disconnect();
    charts.delete(stage);
    own.chart?.dispose();
    own.chart = null;
  };
  sights.observe(stage);
  charts.set(stage, own);
  return own;
}

function drawAllCharts() {
  for (const { draw } of charts.values()) draw();
}
