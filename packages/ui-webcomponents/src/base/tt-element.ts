import { type CSSResultGroup, html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import { greet, type Home, moduleOff, type Refusal, unreachable } from './home.ts';
import { type Language, languageOf, type Say } from './language.ts';
import { dark, reset, tokens } from './sheets.ts';
import { shared } from './shared.styles.ts';

/**
 * What every element of ours is: withstands the page around, speaks its language, and takes attributes as `data-*` too,
 * where a system strips others. No globals, no cookies, nothing stored without a press.
 */
export abstract class TtElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, dark, reset, shared];

  static override get observedAttributes(): string[] {
    return super.observedAttributes.flatMap((name) => [name, `data-${name}`]);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name.replace(/^data-/, ''), old, value);
  }

  override connectedCallback(): void {
    const root = this.getRootNode();
    this.toggleAttribute('nested', root instanceof ShadowRoot && root.host instanceof TtElement);
    super.connectedCallback();
  }

  get language(): Language {
    return languageOf(this);
  }

  protected readonly say: Say = (vi, en) => (this.language === 'en' ? en : vi);

  /** Tells the page around; events cross the borders of shadow trees. */
  protected tell(name: `tt-${string}`, detail: object = {}): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/**
 * A widget: knows its province, and shows what stands between its tags, a link and a number, wherever it cannot work.
 *
 * @fires tt-ready once it can be used
 * @fires tt-error with `code`, the reason why it cannot
 */
export abstract class TtWidget extends TtElement {
  static override properties: PropertyDeclarations = {
    embedKey: { attribute: 'embed-key' },
    province: {},
    home: { state: true },
    refused: { state: true },
  };

  /** The public key that the province made for this website. */
  declare embedKey: string | undefined;
  /** Origin of the province; by default where the script came from. */
  declare province: string | undefined;
  declare protected home: Home | undefined;
  declare protected refused: Refusal | undefined;

  /** Id of the module that has to be on. */
  protected abstract readonly module: string;
  /** Called once the province has been found to be there. */
  protected abstract start(home: Home): Promise<void>;
  /** The widget itself. */
  protected abstract content(home: Home): TemplateResult;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.home === undefined) void this.greet();
  }

  override render(): TemplateResult {
    if (this.refused !== undefined) return html`<slot></slot>${this.why(this.refused)}`;
    if (this.home === undefined) return html`<slot></slot><p role="status" class="hint">${this.say('Đang tải …', 'Loading …')}</p>`;
    return this.content(this.home);
  }

  private async greet(): Promise<void> {
    this.refused = undefined;
    this.style.removeProperty('--tt-room');
    const welcome = await greet(this.province ?? scriptOrigin, this.embedKey);
    if ('refused' in welcome) return this.refuse(welcome.refused);
    const { home } = welcome;
    if (!home.modules.includes(this.module)) return this.refuse(moduleOff);
    for (const [name, value] of Object.entries(home.colours)) this.style.setProperty(`--tt-home-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value);
    this.home = home;
    await this.start(home);
    if (this.refused === undefined) this.tell('tt-ready');
  }

  /** Shows the link and the number; where the line failed, with a way to try again. */
  protected refuse(refused: Refusal = unreachable): void {
    this.refused = refused;
    // The room that a page keeps is for the widget: below a link and a number it would be a void.
    this.style.setProperty('--tt-room', '0');
    console.warn(`<${this.localName}> ${refused.message.vi} / ${refused.message.en} (${refused.reason}) ${globalThis.origin}`);
    this.tell('tt-error', { code: refused.reason });
    if (refused.reason === 'unreachable') addEventListener('online', () => void (this.isConnected && this.refused?.reason === 'unreachable' && this.greet()), { once: true });
  }

  /** What is the webmaster's to mend stays on the console. */
  private why({ reason, message }: Refusal): TemplateResult | undefined {
    const words = this.say(message.vi, message.en);
    if (reason === 'module-off' || reason === 'province-suspended') return html`<p class="hint">${words}</p>`;
    if (reason !== 'unreachable') return undefined;
    return html`<p class="actions"><span role="alert">${words}</span>
      <button class="second" @click=${() => void this.greet()}>${this.say('Thử lại', 'Try again')}</button></p>`;
  }
}

/** The province's, wherever the script is embedded from it; of a page that has it in a bundle of its own, that page's. */
const { origin } = new URL(import.meta.url);
const scriptOrigin = origin === globalThis.location?.origin ? '' : origin;
