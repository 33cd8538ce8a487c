import { html, LitElement, type TemplateResult } from 'lit';

export class LampState extends LitElement {
  override render(): TemplateResult {
    return html`<p style="color: green">Sáng</p>`;
  }
}
