// Pictures of a chart as files, on its theme's background and with a legend.

const EXPORT_SIZE = { width: 1200, height: 700 };

function fileName(title) {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'chart';
}

function exportOption(optionOf) {
  return optionOf({ width: EXPORT_SIZE.width, isExport: true });
}

function saveSvg(title, optionOf) {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...EXPORT_SIZE });
  chart.setOption(exportOption(optionOf));
  download(`${fileName(title)}.svg`, chart.renderToSVGString(), 'image/svg+xml');
  chart.dispose();
}

function savePng(title, optionOf) {
  const stage = create('div', { style: `width:${EXPORT_SIZE.width}px;height:${EXPORT_SIZE.height}px` });
  const chart = echarts.init(stage, null, { renderer: 'canvas', ...EXPORT_SIZE });
  chart.setOption(exportOption(optionOf));
  download(`${fileName(title)}.png`, chart.getDataURL({ type: 'png', pixelRatio: 2 }), 'image/png');
  chart.dispose();
}
