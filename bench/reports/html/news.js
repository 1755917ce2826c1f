// A page of a run that goes on: it is read anew from its file, where the program puts the next one.
// What the reader chose stays, in the address, and the place that is being read, in the browser.

const RELOADS = 'reload';

function followRun() {
  const news = document.getElementById('news');
  if (!news) return;
  const seconds = Number(news.dataset.seconds);
  const isOn = () => choiceOf(RELOADS, 'on') === 'on';
  const button = create('button', { type: 'button', on: { click: () => choose(RELOADS, isOn() ? 'off' : 'on') } });
  const show = () => { button.textContent = isOn() ? 'Stay on this page' : 'Show news again'; };
  watchChoice(RELOADS, show);
  show();
  news.append(` (${new Date(document.lastModified).toLocaleTimeString()}; read anew every ${seconds} s) `, button);
  // Nothing is taken away from under a pressed button or a brush.
  setInterval(() => { if (isOn() && !document.body.matches(':active')) location.reload(); }, seconds * 1000);
}
