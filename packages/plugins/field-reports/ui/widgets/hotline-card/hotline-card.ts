import { define, type Home, TtWidget } from '@tinhthong/ui-webcomponents';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { styles } from './hotline-card.styles.ts';

const emergencies = [
  ['113', 'Công an', 'Police'],
  ['114', 'Cứu hỏa, cứu nạn', 'Fire and rescue'],
  ['115', 'Cấp cứu', 'Ambulance'],
] as const;

/**
 * The province's hotline, large enough for a thumb: number, hours, and whom to call where lives are in danger. It needs
 * nothing but the province's public settings, and with `number` not even those.
 *
 * @attr {string} number in the place of the province's own: a commune's or a service's; shown also while the province cannot be reached
 * @attr {string} hours in words, for example `7:00–21:00 hằng ngày`
 * @attr {boolean} emergency with 113, 114 and 115 below
 * @attr {string} embed-key the public key that the province made for this website
 * @attr {string} lang `vi` or `en`; by default the language of the page
 * @attr {string} theme `light`, `dark` or `auto`
 * @slot what a citizen can do where the widget cannot work: a link and a number
 * @fires tt-ready once it can be used
 * @fires tt-error with `code`, why it cannot
 *
 * @example <tt-hotline-card embed-key="pk_…" hours="24/7" emergency><a href="tel:02341022">0234 1022</a></tt-hotline-card>
 */
export class HotlineCard extends TtWidget {
  static override styles: CSSResultGroup = [TtWidget.styles, styles];
  static override properties: PropertyDeclarations = { number: {}, hours: {}, emergency: { type: Boolean } };

  declare number: string | undefined;
  declare hours: string | undefined;
  declare emergency: boolean;
  /** Of no module: the number is the province's, whatever is switched on. */
  protected readonly module = 'core';

  constructor() {
    super();
    this.emergency = false;
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('a')?.focus(options);
  }

  /** There is nothing to begin anew: the same as other widgets have it. */
  reset(): void {
    this.requestUpdate();
  }

  override render(): TemplateResult {
    return this.number && this.home === undefined ? this.#card(undefined) : super.render();
  }

  protected async start(): Promise<void> {
    // All that it shows came with the greeting.
  }

  protected content(home: Home): TemplateResult {
    return this.#card(home);
  }

  #card(home: Home | undefined): TemplateResult {
    const { say, hours } = this;
    const number = this.number || home!.hotline;
    return html`<div class="card"><p class="title">${say('Đường dây nóng', 'Hotline')}${home === undefined ? nothing : html` <span class="of">${say(home.name.vi, home.name.en ?? home.name.vi)}</span>`}</p>
      <p><a class="number" href="tel:${dialled(number)}"><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M6.6 3.5h3l1.5 4.2-2 1.6a12 12 0 0 0 5.6 5.6l1.6-2 4.2 1.5v3a2 2 0 0 1-2.2 2A17.5 17.5 0 0 1 4.6 5.7a2 2 0 0 1 2-2.2z"></path></svg>${number}</a></p>
      ${hours ? html`<p class="hours">${hours}</p>` : nothing}
      ${this.emergency ? html`<p class="danger">${say('Nguy hiểm đến tính mạng, gọi ngay:', 'Where lives are in danger, call at once:')}</p>
        <ul>${emergencies.map(([to, vi, en]) => html`<li><a href="tel:${to}"><b>${to}</b> ${say(vi, en)}</a></li>`)}</ul>` : nothing}</div>`;
  }
}

const dialled = (number: string): string => number.replace(/[^\d+]/g, '');

define('tt-hotline-card', HotlineCard);
