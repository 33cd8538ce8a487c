// Liferay writes an empty tag with the properties of the client extension: this one puts the province's widget into it,
// with the link and the number that stay when nothing loads.
const own = new Set(['origin', 'widget', 'link', 'label', 'hotline']);

class TinhthongWidget extends HTMLElement {
  connectedCallback() {
    // Liferay takes the element out and puts it in again as it changes pages.
    if (this.childElementCount > 0) return;
    const origin = this.getAttribute('origin');
    const link = document.createElement('a');
    link.href = new URL(this.getAttribute('link') ?? '/', origin).href;
    link.textContent = this.getAttribute('label');
    const widget = document.createElement(this.getAttribute('widget'));
    for (const { name, value } of this.attributes) if (!own.has(name)) widget.setAttribute(name, value);
    widget.append(link, ` · ${this.getAttribute('hotline')}`);
    this.append(widget);
    // Where it cannot be fetched, the link and the number are there.
    import(new URL('/embed/v1/tinhthong.js', origin)).catch(() => undefined);
  }
}

if (!customElements.get('tinhthong-widget')) customElements.define('tinhthong-widget', TinhthongWidget);
