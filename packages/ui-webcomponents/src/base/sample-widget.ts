import { html, type TemplateResult } from 'lit';
import { define } from './define.ts';
import type { Home } from './home.ts';
import { TtWidget } from './tt-element.ts';

/** For the gallery: the least that a widget is. */
class SampleWidget extends TtWidget {
  protected readonly module = 'field-reports';

  protected async start(): Promise<void> {}

  protected content({ name, hotline }: Home): TemplateResult {
    return html`<h2>${this.say(name.vi, name.en)}</h2><p>${this.say('Đường dây nóng', 'Hotline')}: ${hotline}</p>`;
  }
}

define('tt-sample-widget', SampleWidget);
