import type { Page } from 'playwright-core';

/**
 * What cannot be told from its ground where the reader's system sets all colours: controls without an edge, an underline
 * or a drawing, and marks of drawings in the colour of the page. And what still moves, though the reader wants nothing to.
 */
export function hardToSee(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = (root: ParentNode): Element[] => [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot === null ? [] : all(element.shadowRoot))]);
    const probe = document.createElement('i');
    document.body.append(probe);
    probe.style.setProperty('background-color', 'Canvas');
    const ground = getComputedStyle(probe).backgroundColor;
    probe.remove();
    const painted = (colour: string) => colour !== 'none' && colour !== ground && !/^rgba\(.*, 0\)$/.test(colour);
    const faults: string[] = [];
    for (const element of all(document)) {
      const style = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      // What brings its own ground, as a code to be scanned, and what is ground itself, as a halo.
      if (style.getPropertyValue('forced-color-adjust') === 'none' || element.matches('.rim')) continue;
      if (width + height === 0 || style.visibility === 'hidden' || element.closest('defs, .unseen') !== null) continue;
      const name = `${element.localName}.${element.getAttribute('class') ?? ''}`;
      const marked = Number.parseFloat(style.borderBottomWidth) > 0 || style.textDecorationLine === 'underline' || element.querySelector('svg') !== null;
      if (element.matches('button, select, textarea, input:not([type=checkbox], [type=radio])') && !element.matches(':disabled, [aria-hidden]') && !marked) faults.push(`no edge: ${name}`);
      if (element.matches('svg :is(rect, circle, path, line)') && !painted(style.fill) && !painted(style.stroke)) faults.push(`not to be seen: ${name}`);
      if (element.getAnimations().some(({ playState }) => playState === 'running')) faults.push(`moves: ${name}`);
    }
    return faults;
  });
}
