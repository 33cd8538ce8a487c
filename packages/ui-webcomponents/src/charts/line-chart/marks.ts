import { svg, type SVGTemplateResult } from 'lit';

/** A mark of its own for each series, so that none is told by colour alone: circle, square, triangle, diamond, cross. */
export function mark(series: number, x: number, y: number, hollow = false): SVGTemplateResult {
  const name = `mark series-${(series % 5) + 1} ${hollow ? 'hollow' : ''}`;
  const kind = series % 5;
  if (kind === 0) return svg`<circle class=${name} cx=${x} cy=${y} r="4.5"></circle>`;
  if (kind === 1) return svg`<rect class=${name} x=${x - 4} y=${y - 4} width="8" height="8"></rect>`;
  const path = [`M${x} ${y - 5.5}l5.5 9.5h-11z`, `M${x} ${y - 6}l6 6l-6 6l-6 -6z`, `M${x - 5} ${y}h10M${x} ${y - 5}v10`][kind - 2];
  return svg`<path class="${name} ${kind === 4 ? 'cross' : ''}" d=${path}></path>`;
}
