// As MooTools 1.4 and jQuery 1.x in no-conflict do: natives of the language get what it had not yet, or in their own way.
Array.from = function (item) {
  if (item === null || item === undefined) return [];
  return typeof item !== 'string' && typeof item.length === 'number' ? Array.prototype.slice.call(item) : [item];
};
Array.prototype.each = Array.prototype.forEach;
Array.prototype.contains = function (item) {
  return this.indexOf(item) !== -1;
};
Array.prototype.flatten = function () {
  return this.reduce((all, one) => all.concat(one), []);
};
Function.prototype.bind = function (that) {
  const self = this;
  const given = Array.prototype.slice.call(arguments, 1);
  return function () {
    return self.apply(that, given.concat(Array.prototype.slice.call(arguments)));
  };
};
String.prototype.contains = String.prototype.includes;
Object.each = (of, act) => Object.keys(of).forEach((key) => act(of[key], key));
Element.prototype.getElement = Element.prototype.querySelector;
Element.prototype.addEvent = Element.prototype.addEventListener;
window.$ = window.$$ = window.jQuery = (selector) => document.querySelectorAll(selector);
window.$.noConflict = () => window.$;
