import type { Text } from '../../plugin/text.ts';

/**
 * `element`: the loader and the tags, for whoever may paste scripts. `data`: the same with `data-*` attributes, for
 * systems that strip others. `pinned`: one release, guarded by its integrity. `frame`: for systems that take frames alone.
 * `link`: a link with a QR code, for everything else, print too.
 */
export type EmbedTier = 'element' | 'data' | 'pinned' | 'frame' | 'link';

export interface SnippetWidget {
  readonly tag: `tt-${string}`;
  readonly title: Text;
  /** Path of the province's own page that does the same. */
  readonly page?: string;
  /** Pixels, for the tier `frame`. */
  readonly frameHeight?: number;
  /** `/embed/<release>/…` with its integrity, as `/embed/v1/widgets.json` has them; for the tier `pinned`. */
  readonly src?: string;
  readonly integrity?: string;
  /** Attributes of the widget: `{ commune: '19789' }`. */
  readonly attributes?: Readonly<Record<string, string>>;
}

export interface Snippet {
  readonly tier: EmbedTier;
  /** Of the province, for example `https://hue.example`. */
  readonly origin: string;
  readonly key: string;
  readonly hotline: string;
  readonly widgets: readonly SnippetWidget[];
  readonly language?: 'vi' | 'en';
}

/** Tall enough for a form on a phone; whoever wants less scrolling sets it. */
const frameHeight = 900;

/**
 * What a webmaster pastes. Whatever fails on the way, a link and the number stay between the tags: never a form, because
 * pages of many systems are one form already.
 *
 * @example embedSnippet({ tier: 'element', origin: 'https://hue.example', key: 'pk_…', hotline: '0234 1022', widgets: [{ tag: 'tt-report-form', title, page: '/phan-anh/gui' }] })
 */
export function embedSnippet({ tier, origin, key, hotline, widgets, language = 'vi' }: Snippet): string {
  const or = language === 'en' ? 'or call' : 'hoặc gọi';
  const titleOf = ({ title }: SnippetWidget) => safe(language === 'en' ? (title.en ?? title.vi) : title.vi);
  const linkOf = (widget: SnippetWidget) => `<a href="${safe(origin + (widget.page ?? '/'))}">${titleOf(widget)}</a> ${or} ${safe(hotline)}`;
  const script = (src: string, more = '') => `<script type="module" crossorigin src="${safe(origin + src)}"${more}></script>`;

  const element = (widget: SnippetWidget): string[] => {
    const prefix = tier === 'data' ? 'data-' : '';
    const given = Object.entries({ 'embed-key': key, ...widget.attributes }).map(([name, value]) => ` ${prefix}${safe(name)}="${safe(value)}"`);
    return [`<${widget.tag}${given.join('')} lang="${language}">`, `  ${linkOf(widget)}`, `</${widget.tag}>`];
  };
  const frame = (widget: SnippetWidget): string[] => {
    const query = new URLSearchParams({ lang: language, ...widget.attributes });
    return [`<iframe src="${safe(`${origin}/embed/frame/${widget.tag}?key=${key}&${query}`)}" title="${titleOf(widget)}" width="100%" height="${widget.frameHeight ?? frameHeight}" frameborder="0" allow="geolocation"></iframe>`, `<p>${linkOf(widget)}</p>`];
  };
  const link = (widget: SnippetWidget): string[] => {
    const page = widget.page ?? '/';
    const scan = language === 'en' ? 'QR code' : 'Mã QR';
    return [`<p><img src="${safe(`${origin}/embed/qr.svg?path=${encodeURI(page)}`)}" width="160" height="160" alt="${scan}: ${titleOf(widget)}"><br>`, `  ${linkOf(widget)}</p>`];
  };

  switch (tier) {
    case 'frame':
      return widgets.flatMap(frame).join('\n');
    case 'link':
      return widgets.flatMap(link).join('\n');
    case 'pinned':
      return widgets.flatMap((widget) => [script(widget.src ?? '', ` integrity="${safe(widget.integrity ?? '')}"`), ...element(widget)]).join('\n');
    default:
      return [script('/embed/v1/tinhthong.js'), ...widgets.flatMap(element)].join('\n');
  }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function safe(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => entities[mark]!);
}
