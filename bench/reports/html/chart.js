// A chart in the page: made when it first comes into view, drawn again when its size, the theme or
// what it shows changes.

const charts = new Set();
let theme = null;

const sights = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (entry.isIntersecting) entry.target.makeChart();
  }
}, { rootMargin: '300px' });

/**
 * @param {(settings: {width: number, isExport: boolean}) => object} optionOf
 * @param {() => void} drawn  called after each drawing
 */
function chartElement(optionOf, renderer, height, drawn = () => {}) {
  const stage = create('div', { className: 'chart' });
  if (height) stage.style.height = height;
  let chart = null;
  const draw = () => {
    if (!chart) return;
    chart.setOption(optionOf({ width: stage.clientWidth, isExport: false }), { notMerge: true });
    drawn();
  };
  stage.makeChart = () => {
    sights.unobserve(stage);
    chart = echarts.init(stage, null, { renderer });
    draw();
    new ResizeObserver(() => { chart.resize(); draw(); }).observe(stage);
  };
  sights.observe(stage);
  charts.add(draw);
  return { stage, draw, optionNow: () => chart?.getOption() };
}

function drawAllCharts() {
  for (const draw of charts) draw();
}
